package layout

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestSortRuns(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 60 {
		runs := make([]Run, n)
		for i := range runs {
			runs[i] = Run{X0: float64(random.IntN(20)), Order: int32(i)}
		}
		want := slices.Clone(runs)
		slices.SortStableFunc(want, func(a, b Run) int { return int(a.X0 - b.X0) })
		if sortRuns(runs, leftOf); !slices.Equal(runs, want) {
			t.Errorf("%d runs are sorted as %v, want %v", n, runs, want)
		}
	}
}
