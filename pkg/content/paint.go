package content

import (
	"math"

	"github.com/paperfit/paperfit/pkg/color"
	"github.com/paperfit/paperfit/pkg/content/sight"
	"github.com/paperfit/paperfit/pkg/geom"
	"github.com/paperfit/paperfit/pkg/path"
	"github.com/paperfit/paperfit/pkg/syntax"
)

// paint carries out the operators that paint and end a path (8.5.3).
func (r *run) paint(op opcode) bool {
	switch op {
	case 'f', 'F':
		r.paintPath(path.Nonzero, false)
	case opFillEO:
		r.paintPath(path.EvenOdd, false)
	case 'S':
		r.paintPath(path.NoRule, true)
	case 's':
		r.path.Close()
		r.paintPath(path.NoRule, true)
	case 'B':
		r.paintPath(path.Nonzero, true)
	case opBothEO:
		r.paintPath(path.EvenOdd, true)
	case 'b':
		r.path.Close()
		r.paintPath(path.Nonzero, true)
	case opCloseEO:
		r.path.Close()
		r.paintPath(path.EvenOdd, true)
	case 'n':
		r.paintPath(path.NoRule, false)
	default:
		return false
	}
	return true
}

func (r *run) paintPath(fill path.Rule, stroke bool) {
	p := &r.path
	if !p.Box.IsEmpty() {
		if fill != path.NoRule {
			r.fillPath(fill)
		}
		if stroke {
			r.strokePath()
		}
	}
	if p.Clip != path.NoRule {
		r.clipToPath()
	}
	p.Clear()
}

// clipToPath narrows the clip (8.5.4): by a rectangle exactly, by other shapes
// to their box. A path without any segment leaves the clip as it is.
func (r *run) clipToPath() {
	p := &r.path
	if p.IsEmpty() {
		r.damage("a clip path is empty")
		return
	}
	_, exact := p.AsRect()
	r.st.clipTo(p.Box, !exact && !p.Holds(r.st.window))
}

func (r *run) fillPath(fill path.Rule) {
	p, s := &r.path, &r.st
	seen := p.Box
	if !s.window.Covers(seen) {
		seen = p.FilledWithin(s.window)
	}
	if t := s.fill.tile; t != nil && r.painted == nil && !seen.IsEmpty() {
		r.drawTiles(t, seen)
		return
	}
	if r.draw(Fill, s.fill, s.alpha, p.Box, seen) {
		r.keepOutline(s.fill, s.alpha, geom.Point{}, true)
		r.over(r.scene.Filled(p, seen, fill), s.fill, s.alpha, false)
	}
}

// strokePath paints the path's outline. Its box has half the line width on all
// sides; miter joins that reach farther out are left out of it.
func (r *run) strokePath() {
	p, s := &r.path, &r.st
	half := s.halfWidth()
	ink := p.Box.Grow(half)
	seen := p.StrokedWithin(s.window, half, s.cap == buttCap)
	if r.draw(Stroke, s.stroke, s.strokeAlpha, ink, seen) {
		r.keepOutline(s.stroke, s.strokeAlpha, half, true)
		r.over(r.scene.Stroked(p, seen, half), s.stroke, s.strokeAlpha, false)
	}
}

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
		r.over(sight.Area{Box: seen}, paint{}, s.alpha, false)
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
	if !r.countMark() || !d.Box.Finite() || r.measured(d.Hidden, seen, p.color, alpha) {
		return false
	}
	if d.Hidden == Visible && r.paintLetters(seen, p.color, alpha) {
		return false
	}
	r.order++
	d.Order, d.Light = r.order, p.color.Over(color.White, alpha).IsLight()
	r.page.Drawings = sight.Append(r.page.Drawings, d)
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

// over notes that an area was painted with the mark that was drawn last; image
// tells that it is an image with colours of its own.
func (r *run) over(a sight.Area, ink paint, alpha float64, image bool) {
	s := &r.st
	r.scene.Paint(a, sight.Coat{
		Color: ink.color, Image: image, Alpha: alpha * s.groupAlpha,
		Plain: !s.masked && !s.blended && !s.mixed, Loose: s.loose, Order: r.order,
	})
}
