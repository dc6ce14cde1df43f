package content

import (
	"github.com/paperfit/paperfit/pkg/color"
	"github.com/paperfit/paperfit/pkg/content/sight"
	"github.com/paperfit/paperfit/pkg/font"
	"github.com/paperfit/paperfit/pkg/geom"
)

// place adds a glyph to the page where the pen is.
func (r *run) place(p *pen, g *font.Glyph) {
	if !r.countGlyph() {
		return
	}
	at := p.origin(g)
	if !at.Finite() {
		return
	}
	box, ink := g.Box, p.color
	if p.bitmap != nil {
		if r.painted != nil {
			r.in.shared.ordered() // a glyph that shows glyphs, perhaps itself
		}
		proc := r.procInk(p.bitmap, p.font, g)
		if box = proc.box; proc.colored {
			ink = color.Color{}
		}
		if r.isPicture(p, &proc, at) {
			r.drawPicture(p, g, at)
			return
		}
	}
	out := Glyph{
		Font: p.font, Glyph: g, Origin: at, Advance: p.advance(g), Box: p.ink(box, at),
		Size: p.size, HScale: p.scale, Hidden: p.hidden, Loose: r.st.loose, Form: r.form,
	}
	if r.st.text.mode >= 4 {
		r.addLetter(out.Box)
	}
	if out.Hidden == Visible {
		r.clipGlyph(&out)
	}
	if r.measured(out.Hidden, out.Box, ink, p.alpha) {
		if out.Hidden == Visible && !out.Box.IsEmpty() {
			r.painted.glyphs++
		}
		return
	}
	r.order++
	out.Order = r.order
	r.register(p.font)
	r.page.Glyphs = append(r.page.Glyphs, out)
	r.inks = append(r.inks, ink)
}

// ink returns a glyph's box in page space.
func (p *pen) ink(b geom.Rect, at geom.Point) geom.Rect {
	m := &p.glyph
	if !(b.X0 <= b.X1 && b.Y0 <= b.Y1) {
		return geom.Empty()
	}
	if m.B != 0 || m.C != 0 {
		return geom.Matrix{A: m.A, B: m.B, C: m.C, D: m.D, E: at.X, F: at.Y}.ApplyRect(b).Grow(p.outline)
	}
	x0, x1, y0, y1 := m.A*b.X0, m.A*b.X1, m.D*b.Y0, m.D*b.Y1
	return geom.Rect{
		X0: at.X + min(x0, x1) - p.outline.X, Y0: at.Y + min(y0, y1) - p.outline.Y,
		X1: at.X + max(x0, x1) + p.outline.X, Y1: at.Y + max(y0, y1) + p.outline.Y,
	}
}

// clipGlyph cuts a glyph's box to what can be seen of it, or says why nothing
// can. A blank is judged by the middle of its advance.
func (r *run) clipGlyph(g *Glyph) {
	w := &r.st.window
	b := &g.Box
	if b.X0 >= w.X0 && b.X1 <= w.X1 && b.Y0 >= w.Y0 && b.Y1 <= w.Y1 && b.X0 <= b.X1 {
		return
	}
	ink := g.Box
	if ink.IsEmpty() {
		c := g.middle()
		ink = geom.RectOf(c, c)
		if w.Contains(c) {
			return
		}
	}
	if !sight.Leaves(*w, ink) {
		g.Hidden = r.outside(ink)
		return
	}
	g.Box = ink.Intersect(*w)
}

// middle returns the middle of a glyph's advance on the baseline.
func (g *Glyph) middle() geom.Point {
	return geom.Point{X: g.Origin.X + g.Advance.X/2, Y: g.Origin.Y + g.Advance.Y/2}
}

// countGlyph looks at the caps on glyphs, and at the context now and then.
func (r *run) countGlyph() bool {
	r.glyphs++
	n, l := r.glyphs, &r.in.limits
	switch {
	case n > l.Glyphs:
		r.limit("Glyphs", l.Glyphs)
	case n+int(r.in.shared.glyphs.Load()) > l.DocumentGlyphs:
		r.limit("DocumentGlyphs", l.DocumentGlyphs)
	case n%contextEvery == 0:
		r.look()
	}
	return r.err == nil
}

// register notes that a font has shown a glyph.
func (r *run) register(f *font.Font) {
	if r.lastFont == f {
		return
	}
	r.lastFont = f
	if !r.in.isUsed[f] {
		r.in.isUsed[f] = true
		r.in.used = append(r.in.used, f)
	}
}
