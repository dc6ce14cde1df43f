package path

import (
	"math"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// StrokedLines returns the lines of the path within a window, those that go on in
// one piece; nil when they have more points than there is room for.
func (p *Path) StrokedLines(window geom.Rect, room int) [][]geom.Point {
	t := tracer{room: room}
	p.edges(false, func(e edge) {
		if a, b, ok := cut(e, window); ok {
			t.line(a, b)
		}
	})
	return t.finish()
}

// FilledLines returns the subpaths within a window; nil when they have more points
// than there is room for.
func (p *Path) FilledLines(window geom.Rect, room int) [][]geom.Point {
	t := tracer{room: room}
	p.edges(false, func(e edge) { t.line(e.from, e.to) })
	lines := t.finish()
	if window.Covers(p.Box) {
		return lines
	}
	kept := lines[:0]
	for _, line := range lines {
		line = slices.DeleteFunc(clipPolygon(line, window), func(q geom.Point) bool { return !q.Finite() })
		if len(line) > 2 {
			kept = append(kept, line)
		}
	}
	return kept
}

// lineStep is how far apart in points the points of lines have to be: nearer ones
// are left out.
const lineStep = 0.35

// tracer joins straight pieces into lines and leaves out what is too fine.
type tracer struct {
	lines   [][]geom.Point
	at      geom.Point // the end of the last piece
	pending bool       // at is not in its line yet
	points  int
	room    int // most points; beyond it there are no lines
}

func (t *tracer) line(a, b geom.Point) {
	if t.points > t.room {
		return
	}
	if len(t.lines) == 0 || a != t.at {
		t.flush()
		t.lines = append(t.lines, []geom.Point{a})
		t.points++
	}
	last := &t.lines[len(t.lines)-1]
	t.at, t.pending = b, true
	if d := b.Sub((*last)[len(*last)-1]); math.Abs(d.X)+math.Abs(d.Y) >= lineStep {
		*last = append(*last, b)
		t.points++
		t.pending = false
	}
}

// flush ends the current line.
func (t *tracer) flush() {
	if n := len(t.lines); n > 0 && t.pending {
		t.lines[n-1] = append(t.lines[n-1], t.at)
		t.points++
	}
	t.pending = false
}

// finish returns the lines, nil when there are too many points.
func (t *tracer) finish() [][]geom.Point {
	t.flush()
	if t.points > t.room {
		return nil
	}
	return t.lines
}

// clipPolygon returns the part of a polygon inside the window (Sutherland and
// Hodgman).
func clipPolygon(polygon []geom.Point, window geom.Rect) []geom.Point {
	for _, side := range [4]struct {
		at    float64
		sign  float64 // 1: what is greater is inside
		along func(geom.Point) float64
	}{
		{window.X0, 1, acrossOf}, {window.X1, -1, acrossOf},
		{window.Y0, 1, downOf}, {window.Y1, -1, downOf},
	} {
		depth := func(q geom.Point) float64 { return side.sign * (side.along(q) - side.at) }
		var out []geom.Point
		for i, b := range polygon {
			a := polygon[(i+len(polygon)-1)%len(polygon)]
			from, to := depth(a), depth(b)
			if from < 0 != (to < 0) {
				t := from / (from - to)
				out = append(out, geom.Point{X: a.X + t*(b.X-a.X), Y: a.Y + t*(b.Y-a.Y)})
			}
			if to >= 0 {
				out = append(out, b)
			}
		}
		polygon = out
	}
	return polygon
}

func acrossOf(q geom.Point) float64 { return q.X }

func downOf(q geom.Point) float64 { return q.Y }
