package sight

import (
	"math/rand/v2"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// newScene returns an empty scene of US letter.
func newScene() *Scene {
	s := &Scene{}
	s.Reset(geom.Rect{X1: 612, Y1: 792}, 100_000_000)
	return s
}

// scattered returns a scene with areas of many sizes, painted in their order with
// marks between them, and the marks.
func scattered(seed uint64, areas int) (*Scene, []Mark) {
	rnd := rand.New(rand.NewPCG(seed, 1))
	s := newScene()
	var marks []Mark
	box := func(most float64) geom.Rect {
		at := geom.Point{X: rnd.Float64() * 612, Y: rnd.Float64() * 792}
		return geom.RectOf(at, at.Add(geom.Point{X: most * rnd.Float64() * rnd.Float64(), Y: most * rnd.Float64() * rnd.Float64()}))
	}
	for i := range areas {
		s.areas = append(s.areas, Area{Box: box([]float64{3, 40, 400}[rnd.IntN(3)]), order: int32(2 * i), opaque: rnd.IntN(3) > 0})
		marks = append(marks, MarkOf(box(8), int32(2*i+1)))
	}
	s.Build()
	return s, marks
}

// checkTree compares what the tree finds with a look at all areas.
func checkTree(t *testing.T, seed uint64, areas int) {
	s, marks := scattered(seed, areas)
	for i := range marks {
		m := &marks[i]
		covered, ground := false, int32(-1)
		for k := range s.areas {
			a := &s.areas[k]
			if !a.Box.Contains(m.Middle) {
				continue
			}
			if a.order > m.Order {
				covered = covered || s.hides(a, m.Box)
			} else if s.under(a, m.Middle) {
				ground = int32(k)
			}
		}
		top := len(s.tree.levels) - 1
		if got := s.covered(m, top, 0, 1); got != covered {
			t.Errorf("mark %d of seed %d: covered is %t, want %t", i, seed, got, covered)
		}
		got := int32(-1)
		if s.ground(m, &got, top, 0, 1); got != ground {
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
	s := newScene()
	const marks = 100_000
	for i := range marks {
		c := geom.Point{X: 300 + 60*rnd.NormFloat64(), Y: 300 + 50*rnd.NormFloat64()}
		s.areas = append(s.areas, Area{Box: geom.Rect{X0: c.X, Y0: c.Y, X1: c.X + 4, Y1: c.Y + 4}, order: int32(i + 1), opaque: true})
	}
	s.Build()
	for i := range s.areas {
		m := MarkOf(s.areas[i].Box, s.areas[i].order)
		s.Above(&m)
	}
	if most := 1000 * marks; s.tests > most {
		t.Errorf("%d comparisons, want at most %d", s.tests, most)
	}
}

// Where areas are too many to look at, marks that none can meet are sure, and
// the others are in doubt.
func TestDoubtIsWhereAreasAre(t *testing.T) {
	s := newScene()
	s.areas = []Area{{Box: geom.Rect{X0: 100, Y0: 100, X1: 200, Y1: 200}, order: 5, opaque: true}}
	s.Build()
	s.tests = s.most + 1
	for name, c := range map[string]struct {
		at            float64
		order         int32
		above, ground Answer
	}{
		"beneath the area": {150, 1, Perhaps, No},
		"after the area":   {150, 9, No, Perhaps},
		"beside the area":  {300, 1, No, No},
	} {
		m := MarkOf(geom.Rect{X0: c.at, Y0: c.at, X1: c.at + 2, Y1: c.at + 2}, c.order)
		if got := s.Above(&m); got != c.above {
			t.Errorf("%s: covered %d, want %d", name, got, c.above)
		}
		if _, got := s.Ground(&m); got != c.ground {
			t.Errorf("%s: stands on it %d, want %d", name, got, c.ground)
		}
	}
}

// Wherever an area is, on the page or beside it, the map of them says that one may be.
func TestAreasAreNear(t *testing.T) {
	for seed := range uint64(50) {
		s, marks := scattered(seed, 5)
		beside := geom.Rect{X0: -900, Y0: 700, X1: -10, Y1: 2000}
		s.areas = append(s.areas, Area{Box: beside})
		s.Build()
		marks = append(marks, MarkOf(beside, 0), MarkOf(geom.Rect{X0: -900, Y0: 2000, X1: -900, Y1: 2000}, 0))
		for i := range s.areas {
			for k := range marks {
				if q := marks[k].Middle; s.areas[i].Box.Contains(q) && !s.IsNear(q) {
					t.Errorf("seed %d: no area is near %v, which is in area %d", seed, q, i)
				}
			}
		}
	}
	s := newScene()
	s.areas = append(s.areas, Area{Box: geom.Rect{X1: 50, Y1: 50}})
	s.Build()
	if s.IsNear(geom.Point{X: 300, Y: 300}) {
		t.Error("an area in a corner is near the middle of the page")
	}
}
