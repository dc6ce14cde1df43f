package path

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

func at(x, y float64) geom.Point { return geom.Point{X: x, Y: y} }

func box(x0, y0, x1, y1 float64) geom.Rect { return geom.Rect{X0: x0, Y0: y0, X1: x1, Y1: y1} }

// lines returns the path through some points.
func lines(points ...geom.Point) *Path {
	p := &Path{}
	p.Clear()
	p.Move(points[0])
	for _, q := range points[1:] {
		p.Line(q)
	}
	return p
}

// closeTo reports whether two boxes are the same except for rounding.
func closeTo(a, b geom.Rect) bool { return a.Inset(-1e-9).Covers(b) && b.Inset(-1e-9).Covers(a) }

// The box of a curve has the curve in it, and not the points that bend it.
func TestBoxOfACurve(t *testing.T) {
	p := lines(at(0, 0))
	p.Curve(at(0, 40), at(100, 40), at(100, 0))
	if want := box(0, 0, 100, 30); !closeTo(p.Box, want) {
		t.Errorf("%v, want %v", p.Box, want)
	}
}

// moved goes on to the path's opposite corner, as PGF does after each rectangle.
func moved(p *Path) *Path {
	p.Close()
	p.Move(at(p.Box.X1, p.Box.Y1))
	return p
}

func TestRectangles(t *testing.T) {
	for name, c := range map[string]struct {
		path *Path
		want bool
	}{
		"upright":        {lines(at(0, 0), at(0, 9), at(5, 9), at(5, 0)), true},
		"drawn back":     {lines(at(0, 0), at(5, 0), at(5, 9), at(0, 9), at(0, 0)), true},
		"left by a move": {moved(lines(at(0, 0), at(5, 0), at(5, 9), at(0, 9), at(0, 0))), true},
		"slanted":        {lines(at(0, 0), at(5, 1), at(4, 9), at(-1, 8)), false},
		"three corners":  {lines(at(0, 0), at(5, 0), at(5, 9)), false},
		"a line":         {lines(at(0, 0), at(5, 0)), false},
	} {
		if _, got := c.path.AsRect(); got != c.want {
			t.Errorf("%s: a rectangle is %t, want %t", name, got, c.want)
		}
	}
}

// What a window leaves of a triangle, filled and stroked.
func TestWithinAWindow(t *testing.T) {
	triangle := lines(at(0, 0), at(100, 100), at(100, 0))
	triangle.Close()
	for name, c := range map[string]struct{ window, filled, stroked geom.Rect }{
		"all":        {box(-50, -50, 200, 200), box(0, 0, 100, 100), box(-2, -2, 102, 102)},
		"the left":   {box(-50, -50, 50, 200), box(0, 0, 50, 50), box(-2, -2, 50, 54)},
		"its inside": {box(70, 20, 80, 30), box(70, 20, 80, 30), geom.Empty()},
		"beside it":  {box(10, 60, 20, 80), geom.Empty(), geom.Empty()},
	} {
		if got := triangle.FilledWithin(c.window); got != c.filled && !closeTo(got, c.filled) {
			t.Errorf("%s, filled: %v, want %v", name, got, c.filled)
		}
		got := triangle.StrokedWithin(c.window, at(2, 2), true)
		if got != c.stroked && !closeTo(got, c.stroked) && !(got.IsEmpty() && c.stroked.IsEmpty()) {
			t.Errorf("%s, stroked: %v, want %v", name, got, c.stroked)
		}
	}
}

// The ends of a lone line with butt caps do not reach out of it.
func TestCaps(t *testing.T) {
	line, all := lines(at(10, 10), at(90, 10)), box(0, 0, 100, 100)
	if got, want := line.StrokedWithin(all, at(3, 3), true), box(10, 7, 90, 13); !closeTo(got, want) {
		t.Errorf("butt caps: %v, want %v", got, want)
	}
	if got, want := line.StrokedWithin(all, at(3, 3), false), box(7, 7, 93, 13); !closeTo(got, want) {
		t.Errorf("square caps: %v, want %v", got, want)
	}
	if !line.IsUprightLine() || lines(at(0, 0), at(9, 9)).IsUprightLine() {
		t.Error("a level line is upright or level, a slanted one is not")
	}
}

func TestHolds(t *testing.T) {
	diamond := lines(at(50, 0), at(100, 50), at(50, 100), at(0, 50))
	if !diamond.Holds(box(40, 40, 60, 60)) || diamond.Holds(box(5, 5, 60, 60)) || diamond.Holds(geom.Everything()) {
		t.Error("a diamond holds the window in its middle, and neither its corner nor everything")
	}
}
