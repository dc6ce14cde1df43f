package content

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/content/sight"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/path"
	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// paint carries out the operators that paint and end a path (8.5.3).
func (r pathOperators) paint(op opcode) bool {
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

func (r pathOperators) paintPath(fill path.Rule, stroke bool) {
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
// to their box; the shape of a first one is kept. A path without any segment leaves
// the clip as it is.
func (r pathOperators) clipToPath() {
	p := &r.path
	if p.IsEmpty() {
		r.damage("a clip path is empty")
		return
	}
	_, exact := p.AsRect()
	r.st.within = r.canvas.clips.narrow(r.st.within)
	loose, first := !exact && !p.Holds(r.st.window), !r.st.loose
	r.st.clipTo(p.Box, loose)
	if loose && first {
		r.st.shape = r.canvas.scene.Clip(p)
	}
}

func (r pathOperators) fillPath(fill path.Rule) {
	p, s := &r.path, &r.st
	seen := p.Box
	if !s.window.Covers(seen) {
		seen = p.FilledWithin(s.window)
	}
	if t := s.fill.pattern; t != nil && t.tile != nil && r.sum == nil && !seen.IsEmpty() {
		g, ok := patterns(r).gridOf(t.tile, seen)
		if ok && g.isTexture() {
			r.fillArea(seen, fill)
		}
		if ok {
			patterns(r).drawTiles(t.tile, seen, g)
		}
		return
	}
	r.fillArea(seen, fill)
}

// fillArea fills the path, of which seen can be seen, with a colour, a shading or a
// texture.
func (r pathOperators) fillArea(seen geom.Rect, fill path.Rule) {
	p, s := &r.path, &r.st
	if box, ok := p.AsRect(); ok && r.sum != nil {
		r.canvas.measuredCoat(box.Intersect(s.window), s.fill, s.alpha)
	}
	if r.canvas.draw(Fill, s.fill, s.alpha, p.Box, seen) {
		r.canvas.keepOutline(s.fill, s.alpha, geom.Point{}, true)
		r.canvas.over(r.canvas.scene.Filled(p, seen, fill), s.fill, s.alpha, false)
	}
}

// strokePath paints the path's outline. Its box has half the line width on all
// sides; miter joins that reach farther out are left out of it.
func (r pathOperators) strokePath() {
	p, s := &r.path, &r.st
	half := s.halfWidth()
	ink := p.Box.Grow(half)
	seen := p.StrokedWithin(s.window, half, s.cap == buttCap)
	if r.canvas.draw(Stroke, s.stroke, s.strokeAlpha, ink, seen) {
		r.canvas.keepOutline(s.stroke, s.strokeAlpha, half, true)
		r.canvas.over(r.canvas.scene.Stroked(p, seen, half), s.stroke, s.strokeAlpha, false)
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
func (r pathOperators) shade() {
	v, res := r.names.find("Shading", r.args.word(syntax.Name))
	if res == nil {
		r.damage("a shading is missing")
		return
	}
	s := &r.st
	ink := paint{pattern: r.names.shading(v, s.ctm)}
	box := s.window
	if b, ok := bounds(v.Key("BBox")); ok {
		box = s.ctm.ApplyRect(b)
	}
	seen := box.Intersect(s.window)
	if r.canvas.draw(Shading, ink, s.alpha, box, seen) {
		r.canvas.keepOutline(ink, s.alpha, geom.Point{}, false)
		r.canvas.over(sight.Area{Box: seen}, ink, s.alpha, false)
	}
}
