package content

import (
	"unicode"
	"unicode/utf8"

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
	if !at.Finite() || g.Blank {
		return
	}
	box, ink := g.Box, p.ink
	if p.bitmap != nil {
		if r.sum != nil {
			r.in.shared.ordered() // a glyph that shows glyphs, perhaps itself
		}
		proc := procedures(r).procInk(p.bitmap, p.font, g)
		if box = proc.box; proc.colored {
			ink.color = proc.color
		}
		if (procedures(r)).isPicture(p, &proc, at) {
			procedures(r).drawPicture(p, g, at)
			return
		}
	}
	out := Glyph{
		Font: p.font, Glyph: g, Origin: at, Advance: p.advance(g), Box: p.boxAt(box, at),
		Size: p.size, HScale: p.scale, Hidden: p.hidden, Loose: r.st.loose, Form: r.form,
	}
	if g.Drawn != nil {
		out.redraw(p, g.Drawn)
	}
	if out.Hidden == Visible && lacksInk(g, box) {
		out.Hidden = Blank
	}
	if p.shade != nil && out.Hidden == Visible {
		r.canvas.shadeGlyph(&out, &ink, p.shade)
	}
	r.canvas.addGlyph(&out, ink)
}

// redraw places a glyph by its shape instead of by its font.
func (g *Glyph) redraw(p *pen, d *font.Drawn) {
	shift := p.glyph.ApplyVector(d.Origin)
	g.Origin = geom.Point{X: g.Origin.X + shift.X, Y: g.Origin.Y + shift.Y}
	g.Advance = p.glyph.ApplyVector(geom.Point{X: d.Advance})
	g.Size = p.glyph.ApplyVector(geom.Point{Y: d.Em}).Norm()
}

// leastInk is the height and width in ems below which a letter shows nothing.
const leastInk = 0.003

// lacksInk reports whether a glyph that stands for a letter draws nothing.
func lacksInk(g *font.Glyph, box geom.Rect) bool {
	if box.X1-box.X0 >= leastInk && box.Y1-box.Y0 >= leastInk {
		return false
	}
	r, _ := utf8.DecodeRuneInString(g.Text)
	return unicode.IsLetter(r) && !g.Guessed
}

// ink is what a glyph is painted with.
type ink struct {
	color color.Color // unknown for patterns
	blend color.Blend // its own
	group color.Blend // that of a group around it
	since int32       // the group begins after this painting order
	alpha float32
}

// inkOf returns the ink of a colour and an opacity in a graphics state.
func (s *state) inkOf(c color.Color, alpha float64) ink {
	return ink{color: s.transfer.Apply(c), blend: s.blend, group: s.group.blend, since: s.group.since, alpha: float32(alpha)}
}

// on returns the colour that the ink makes of a ground.
func (k *ink) on(ground sight.Ground) color.Color {
	mode := k.blend
	if k.group != color.Normal && ground.Order <= k.since { // else the ground is within the group
		if mode != color.Normal {
			return color.Color{}
		}
		mode = k.group
	}
	return k.color.On(ground.Color, mode, float64(k.alpha))
}

// shadeGlyph gives a glyph's ink the colour that a shading has in its middle.
func (c *canvas) shadeGlyph(g *Glyph, k *ink, s *shade) {
	if s.tones.IsVague() || g.Box.IsEmpty() {
		return
	}
	tone, ok := s.At(g.Box.Center())
	if k.color = c.st.transfer.Apply(tone); !ok {
		g.Hidden = Transparent
	}
}

// addGlyph adds a glyph that is painted with ink, clipped as it has to be.
func (c *canvas) addGlyph(g *Glyph, ink ink) {
	if c.st.text.mode >= 4 {
		c.addLetter(g.Box)
	}
	if g.Hidden == Visible {
		c.clipGlyph(g)
	}
	if c.measured(g.Hidden, g.Box, ink.color, float64(ink.alpha)) {
		if g.Hidden == Visible && !g.Box.IsEmpty() {
			c.sum.keepLetter(g)
		}
		return
	}
	if g.Hidden == Clipped {
		c.clips.cut = append(c.clips.cut, cutGlyph{int32(len(c.page.Glyphs)), c.st.within})
	}
	c.order++
	g.Order = c.order
	c.register(g.Font)
	if c.page.Glyphs == nil {
		c.makeRoom()
	}
	c.page.Glyphs = append(c.page.Glyphs, *g)
	c.inks = append(c.inks, ink)
}

// boxAt returns a glyph's box in page space.
func (p *pen) boxAt(b geom.Rect, at geom.Point) geom.Rect {
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
