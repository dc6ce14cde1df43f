package content

import (
	"math"

	"github.com/paperfit/paperfit/pkg/color"
	"github.com/paperfit/paperfit/pkg/geom"
	"github.com/paperfit/paperfit/pkg/syntax"
)

// paint carries out the operators that paint and end a path (8.5.3).
func (r *run) paint(op opcode) bool {
	switch op {
	case 'f', 'F':
		r.paintPath(nonzero, false)
	case opFillEO:
		r.paintPath(evenOdd, false)
	case 'S':
		r.paintPath(noRule, true)
	case 's':
		r.path.close()
		r.paintPath(noRule, true)
	case 'B':
		r.paintPath(nonzero, true)
	case opBothEO:
		r.paintPath(evenOdd, true)
	case 'b':
		r.path.close()
		r.paintPath(nonzero, true)
	case opCloseEO:
		r.path.close()
		r.paintPath(evenOdd, true)
	case 'n':
		r.paintPath(noRule, false)
	default:
		return false
	}
	return true
}

func (r *run) paintPath(fill rule, stroke bool) {
	p := &r.path
	if !p.box.IsEmpty() {
		if fill != noRule {
			r.fillPath(fill)
		}
		if stroke {
			r.strokePath()
		}
	}
	if p.clip != noRule {
		r.clipToPath()
	}
	p.clear()
}

// clipToPath narrows the clip (8.5.4): by a rectangle exactly, by other shapes
// to their box. A path without any segment leaves the clip as it is.
func (r *run) clipToPath() {
	p := &r.path
	if p.isEmpty() {
		r.damage("a clip path is empty")
		return
	}
	_, exact := p.asRect()
	r.st.clipTo(p.box, !exact && !p.holds(r.st.window))
}

func (r *run) fillPath(fill rule) {
	p, s := &r.path, &r.st
	seen := p.box
	if !s.window.Covers(seen) {
		seen = p.filledWithin(s.window)
	}
	if t := s.fill.tile; t != nil && r.painted == nil && !seen.IsEmpty() {
		r.drawTiles(t, seen)
		return
	}
	if r.draw(Fill, s.fill, s.alpha, p.box, seen) {
		r.keepOutline(s.fill, s.alpha, geom.Point{}, true)
		r.over(r.pathArea(seen, fill), s.fill, s.alpha)
	}
}

// strokePath paints the path's outline. Its box has half the line width on all
// sides; miter joins that reach farther out are left out of it.
func (r *run) strokePath() {
	p, s := &r.path, &r.st
	half := s.halfWidth()
	ink := grow(p.box, half)
	seen := ink
	if len(p.verbs) <= 2*singles || !s.window.Covers(ink) {
		seen = r.strokeWithin(half)
	}
	if r.draw(Stroke, s.stroke, s.strokeAlpha, ink, seen) {
		r.keepOutline(s.stroke, s.strokeAlpha, half, true)
		r.over(r.lineArea(seen, half), s.stroke, s.strokeAlpha)
	}
}

// singles is the number of lines up to which a path is looked at line by line
// for butt caps.
const singles = 8

// hairline is the thinnest line in points that is taken to be painted.
const hairline = 0.1

// halfWidth returns half the line width in x and in y of page space: the box of the
// pen's circle under the CTM.
func (s *state) halfWidth() geom.Point {
	m, w := &s.ctm, s.width/2
	return geom.Point{
		X: max(w*math.Hypot(m.A, m.C), hairline/2),
		Y: max(w*math.Hypot(m.B, m.D), hairline/2),
	}
}

func grow(r geom.Rect, by geom.Point) geom.Rect {
	return geom.Rect{X0: r.X0 - by.X, Y0: r.Y0 - by.Y, X1: r.X1 + by.X, Y1: r.Y1 + by.Y}
}

// strokeWithin returns the box of the stroke's part inside the window.
func (r *run) strokeWithin(half geom.Point) geom.Rect {
	s := &r.st
	out := geom.Empty()
	around := grow(s.window, half)
	r.path.edges(false, func(e edge) {
		a, b, ok := cut(e, around)
		if !ok {
			return
		}
		by := half
		if e.alone && s.cap == buttCap {
			by = buttReach(e, half)
		}
		piece := grow(geom.RectOf(a, b), by)
		out = out.Union(piece)
	})
	return out.Intersect(s.window)
}

// buttReach returns how far a lone line with butt caps reaches out of its box:
// across its direction only.
func buttReach(e edge, half geom.Point) geom.Point {
	d := e.to.Sub(e.from)
	n := d.Norm()
	if n == 0 {
		return geom.Point{}
	}
	return geom.Point{X: half.X * math.Abs(d.Y) / n, Y: half.Y * math.Abs(d.X) / n}
}

// shade paints a shading over the clip, within the shading's own BBox (8.7.4.2).
func (r *run) shade() {
	v, res := r.find("Shading", r.word(syntax.Name))
	if res == nil {
		r.damage("a shading is missing")
		return
	}
	s := &r.st
	ink := s.window
	if box, ok := bounds(v.Key("BBox")); ok {
		ink = s.ctm.ApplyRect(box)
	}
	seen := ink.Intersect(s.window)
	if r.draw(Shading, paint{}, s.alpha, ink, seen) {
		r.keepOutline(paint{}, s.alpha, geom.Point{}, false)
		r.over(area{box: seen}, paint{}, s.alpha)
	}
}

// draw adds a drawing of which the window leaves seen to see, and reports
// whether it is visible on the page. While something is measured, it is added
// to that instead.
func (r *run) draw(kind DrawingKind, p paint, alpha float64, ink, seen geom.Rect) bool {
	alpha *= r.st.groupAlpha
	d := Drawing{Kind: kind, Box: seen, Hidden: r.hides(p, alpha), Loose: r.st.loose, Form: r.form}
	if d.Hidden == Visible && seen.IsEmpty() {
		d.Hidden = r.outside(ink)
	}
	if d.Hidden != Visible {
		d.Box = ink
	}
	if !r.countMark() || !finite(d.Box) || r.measured(d.Hidden, seen, p.color, alpha) {
		return false
	}
	if d.Hidden == Visible && r.paintLetters(seen, p.color, alpha) {
		return false
	}
	r.order++
	d.Order, d.Light = r.order, p.color.Over(color.White, alpha).IsLight()
	r.page.Drawings = push(r.page.Drawings, d)
	return d.Hidden == Visible
}

// countMark counts a drawing or image.
func (r *run) countMark() bool {
	r.drawn++
	if most := r.in.limits.Marks; r.drawn > most {
		r.limit("Marks", most)
	}
	return r.err == nil
}

func finite(r geom.Rect) bool {
	return geom.Point{X: r.X0, Y: r.Y0}.Finite() && geom.Point{X: r.X1, Y: r.Y1}.Finite()
}
