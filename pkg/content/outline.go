package content

import (
	"math"
	"slices"

	"github.com/paperfit/paperfit/pkg/color"
	"github.com/paperfit/paperfit/pkg/geom"
)

// Outline is the look of a visible drawing, for pictures of the page.
type Outline struct {
	Kind  DrawingKind
	Gray  float64        // on white paper: 0 black, 1 white
	Width float64        // line width of a stroke in points
	Box   geom.Rect      // visible ink
	Lines [][]geom.Point // what the clip leaves of each subpath; nil: the box has to do
}

// Caps on outlines. What lies beyond them is left out or has its box alone: a
// picture of a page shows a plot of a hundred thousand strokes no better.
const (
	maxOutlines         = 1500 // on a page
	maxOutlinePoints    = 6000 // on a page
	maxDocumentOutlines = 100_000
	maxOutlineWidth     = 500.0 // points
	outlineStep         = 0.35  // points: nearer ones are left out
)

// KeepOutlines makes the pages to come have outlines.
func (in *Interpreter) KeepOutlines() { in.outlines = true }

// keepOutline keeps the outline of the drawing that was just added: of the
// current path, or without one its box.
func (r *run) keepOutline(ink paint, alpha float64, half geom.Point, withPath bool) {
	if !r.in.outlines || len(r.page.Outlines) >= maxOutlines || len(r.page.Drawings) == 0 {
		return
	}
	d := &r.page.Drawings[len(r.page.Drawings)-1]
	if d.Light || d.Hidden != Visible {
		return
	}
	o := Outline{Kind: d.Kind, Gray: unknownGray, Box: d.Box}
	if ink.color.Known {
		o.Gray = ink.color.Over(color.White, alpha*r.st.groupAlpha).Luminosity()
	}
	room := min(maxOutlinePoints-r.outlined, maxDocumentOutlines-int(r.in.shared.outlined.Load()))
	if withPath && d.Kind == Fill {
		o.Lines = r.filledOutline(room)
	} else if withPath {
		o.Width = min(2*max(half.X, half.Y), maxOutlineWidth)
		o.Lines = r.strokedOutline(half, room)
	}
	for _, line := range o.Lines {
		r.outlined += len(line)
		r.in.shared.outlined.Add(int64(len(line)))
	}
	if r.in.shared.outlined.Load() > maxDocumentOutlines-maxOutlinePoints {
		r.in.shared.ordered() // the pages to come have less room
	}
	r.page.Outlines = append(r.page.Outlines, o)
}

// unknownGray stands for colours that are not known: patterns and shadings.
const unknownGray = 0.5

// strokedOutline returns the lines of the current path within the window.
func (r *run) strokedOutline(half geom.Point, room int) [][]geom.Point {
	around := grow(r.st.window, half)
	t := tracer{room: room}
	r.path.edges(false, func(e edge) {
		if a, b, ok := cut(e, around); ok {
			t.line(a, b)
		}
	})
	return t.finish()
}

// filledOutline returns the subpaths of the current path within the window.
func (r *run) filledOutline(room int) [][]geom.Point {
	t := tracer{room: room}
	r.path.edges(false, func(e edge) { t.line(e.from, e.to) })
	lines := t.finish()
	if r.st.window.Covers(r.path.box) {
		return lines
	}
	kept := lines[:0]
	for _, line := range lines {
		line = slices.DeleteFunc(clipPolygon(line, r.st.window), func(q geom.Point) bool { return !q.Finite() })
		if len(line) > 2 {
			kept = append(kept, line)
		}
	}
	return kept
}

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
	if d := b.Sub((*last)[len(*last)-1]); math.Abs(d.X)+math.Abs(d.Y) >= outlineStep {
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
		sign  float64 // 1: what is greater lies inside
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
