package content

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/paperfit/paperfit/pkg/geom"
)

// scattered returns a run with areas of many sizes, painted in their order with
// marks between them, and the marks.
func scattered(seed uint64, areas int) (*run, []item) {
	rnd := rand.New(rand.NewPCG(seed, 1))
	r := &run{ctx: context.Background(), in: &Interpreter{limits: DefaultLimits(), shared: newShared(1)}, bounds: geom.Rect{X1: 612, Y1: 792}}
	var marks []item
	box := func(most float64) geom.Rect {
		at := geom.Point{X: rnd.Float64() * 612, Y: rnd.Float64() * 792}
		return geom.RectOf(at, at.Add(geom.Point{X: most * rnd.Float64() * rnd.Float64(), Y: most * rnd.Float64() * rnd.Float64()}))
	}
	for i := range areas {
		r.areas = append(r.areas, area{box: box([]float64{3, 40, 400}[rnd.IntN(3)]), order: int32(2 * i), opaque: rnd.IntN(3) > 0})
		marks = append(marks, newItem(box(8), int32(2*i+1), new(Hidden)))
	}
	r.tree.build(r.areas, r.bounds)
	return r, marks
}

// checkTree holds what the tree finds against a look at all areas.
func checkTree(t *testing.T, seed uint64, areas int) {
	r, marks := scattered(seed, areas)
	for i := range marks {
		it := &marks[i]
		covered, ground := false, int32(-1)
		for k := range r.areas {
			a := &r.areas[k]
			if !a.box.Contains(it.middle) {
				continue
			}
			if a.order > it.order {
				covered = covered || r.hidesMark(a, it.box)
			} else if r.under(a, it.middle) {
				ground = int32(k)
			}
		}
		top := len(r.tree.levels) - 1
		if got := r.covered(it, top, 0, 1); got != covered {
			t.Errorf("mark %d of seed %d: covered is %t, want %t", i, seed, got, covered)
		}
		got := int32(-1)
		if r.ground(it, &got, top, 0, 1); got != ground {
			t.Errorf("mark %d of seed %d: it stands on area %d, want %d", i, seed, got, ground)
		}
	}
}

// The tree finds for each mark what a look at all areas finds.
func TestTreeFindsWhatAllPairsFind(t *testing.T) {
	for seed, areas := range []int{1, 2, 7, 8, 9, 64, 65, 300, 2000} {
		checkTree(t, uint64(seed), areas)
	}
}

func FuzzAreaTree(f *testing.F) {
	f.Add(uint64(1), uint16(100))
	f.Fuzz(func(t *testing.T, seed uint64, areas uint16) { checkTree(t, seed, 1+int(areas%700)) })
}

// A plot of many marks takes few comparisons for each of them.
func TestPlotsTakeFewComparisons(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	r := &run{ctx: context.Background(), in: &Interpreter{limits: DefaultLimits(), shared: newShared(1)}, bounds: geom.Rect{X1: 612, Y1: 792}}
	const marks = 100_000
	for i := range marks {
		c := geom.Point{X: 300 + 60*rnd.NormFloat64(), Y: 300 + 50*rnd.NormFloat64()}
		r.areas = append(r.areas, area{box: geom.Rect{X0: c.X, Y0: c.Y, X1: c.X + 4, Y1: c.Y + 4}, order: int32(i + 1), opaque: true})
	}
	r.tree.build(r.areas, r.bounds)
	for i := range r.areas {
		r.judgeItem(newItem(r.areas[i].box, r.areas[i].order, new(Hidden)))
	}
	if most := 1000 * marks; r.tests > most {
		t.Errorf("%d comparisons, want at most %d", r.tests, most)
	}
}

// Where areas are too many to look at, marks that none can meet are sure, and
// the others are in doubt.
func TestDoubtIsWhereAreasAre(t *testing.T) {
	r, _ := scattered(1, 1)
	r.areas = []area{{box: geom.Rect{X0: 100, Y0: 100, X1: 200, Y1: 200}, order: 5, opaque: true}}
	r.tree.build(r.areas, r.bounds)
	r.tests = r.in.limits.CoverTests + 1
	for name, c := range map[string]struct {
		at    float64
		order int32
		want  Hidden
	}{
		"beneath the area": {150, 1, Doubtful},
		"after the area":   {150, 9, Visible}, // a drawing stands on it
		"beside the area":  {300, 1, Visible},
	} {
		got := new(Hidden)
		r.judgeItem(newItem(geom.Rect{X0: c.at, Y0: c.at, X1: c.at + 2, Y1: c.at + 2}, c.order, got))
		if *got != c.want {
			t.Errorf("%s: %d, want %d", name, *got, c.want)
		}
	}
}
