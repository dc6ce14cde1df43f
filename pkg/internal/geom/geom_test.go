package geom

import (
	"math"
	"testing"
)

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestMatrixOrder(t *testing.T) {
	m := Scaling(2, 3).Mul(Translation(10, 20)) // first scale, then move
	if p := m.Apply(Point{1, 1}); p != (Point{12, 23}) {
		t.Errorf("got %v", p)
	}
}

func TestInverse(t *testing.T) {
	m := Matrix{1, 2, 3, 4, 5, 6}
	inv, ok := m.Inverse()
	p := inv.Apply(m.Apply(Point{7, -8}))
	if !ok || !near(p.X, 7) || !near(p.Y, -8) {
		t.Errorf("got %v, %v", p, ok)
	}
	if _, ok := (Matrix{}).Inverse(); ok {
		t.Error("the zero matrix has no inverse")
	}
}

func TestScales(t *testing.T) {
	c, s := math.Cos(0.3), math.Sin(0.3)
	rotated := Matrix{10 * c, 10 * s, -10 * s, 10 * c, 0, 0}
	slanted := Matrix{A: 10, C: 3, D: 10}
	condensed := Matrix{A: 9, D: 10}
	for _, m := range []Matrix{rotated, slanted, condensed} {
		if !near(m.YScale(), 10) {
			t.Errorf("%v: size %v, want 10", m, m.YScale())
		}
	}
}

func TestRects(t *testing.T) {
	a, b := Rect{0, 0, 2, 2}, Rect{1, 1, 3, 3}
	if a.Union(b) != (Rect{0, 0, 3, 3}) || a.Intersect(b) != (Rect{1, 1, 2, 2}) {
		t.Error("union or intersection is wrong")
	}
	if Empty().Union(a) != a || a.Union(Empty()) != a || !Empty().IsEmpty() || Empty().Width() != 0 {
		t.Error("the empty rectangle is not neutral")
	}
	if !a.Intersect(Rect{5, 5, 6, 6}).IsEmpty() || a.Overlaps(Rect{5, 5, 6, 6}) {
		t.Error("rectangles apart share nothing")
	}
	if Everything().Intersect(a) != a || !Everything().Covers(a) {
		t.Error("everything is not neutral to intersection")
	}
	if (Rect{1, 1, 1, 5}).IsEmpty() {
		t.Error("a hairline is not empty")
	}
	if got := (Matrix{B: 1, C: -1}).ApplyRect(Rect{0, 0, 2, 1}); got != (Rect{-1, 0, 0, 2}) {
		t.Errorf("turned rectangle: %v", got)
	}
}
