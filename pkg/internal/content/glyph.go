package content

import (
	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/content/sight"
	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// place adds a glyph to the page where the pen is.
func (r textOperators) place(p *pen, g *font.Glyph) {
	if !r.countGlyph() {
		return
	}
	at := p.origin(g)
	if !at.Finite() {
		return
	}
	box, ink := g.Box, p.color
	if p.bitmap != nil {
		if r.sum != nil {
			r.in.shared.ordered() // a glyph that shows glyphs, perhaps itself
		}
		proc := procedures(r).procInk(p.bitmap, p.font, g)
		if box = proc.box; proc.colored {
			ink = color.Color{}
		}
		if (procedures(r)).isPicture(p, &proc, at) {
			procedures(r).drawPicture(p, g, at)
			return
		}
	}
	out := Glyph{
		Font: p.font, Glyph: g, Origin: at, Advance: p.advance(g), Box: p.ink(box, at),
		Size: p.size, HScale: p.scale, Hidden: p.hidden, Loose: r.st.loose, Form: r.form,
	}
	r.canvas.addGlyph(&out, ink, p.alpha)
}

// addGlyph adds a glyph that is painted with ink, clipped as it has to be.
func (c *canvas) addGlyph(g *Glyph, ink color.Color, alpha float64) {
	if c.st.text.mode >= 4 {
		c.addLetter(g.Box)
	}
	if g.Hidden == Visible {
		c.clipGlyph(g)
	}
	if c.measured(g.Hidden, g.Box, ink, alpha) {
		if g.Hidden == Visible && !g.Box.IsEmpty() {
			c.sum.glyphs++
		}
		return
	}
	c.order++
	g.Order = c.order
	c.register(g.Font)
	c.page.Glyphs = append(c.page.Glyphs, *g)
	c.inks = append(c.inks, ink)
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
func (c *canvas) clipGlyph(g *Glyph) {
	w := &c.st.window
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
		g.Hidden = c.outside(ink)
		return
	}
	g.Box = ink.Intersect(*w)
}

// middle returns the middle of a glyph's advance on the baseline.
func (g *Glyph) middle() geom.Point {
	return geom.Point{X: g.Origin.X + g.Advance.X/2, Y: g.Origin.Y + g.Advance.Y/2}
}

// register notes that a font has shown a glyph.
func (c *canvas) register(f *font.Font) {
	if c.lastFont == f {
		return
	}
	c.lastFont = f
	if !c.in.isUsed[f] {
		c.in.isUsed[f] = true
		c.in.used = append(c.in.used, f)
	}
}
