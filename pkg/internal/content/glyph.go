package content

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/content/sight"
	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// place adds a glyph to the page where the pen is.
func (r textOperators) place(p *pen, g *font.Glyph) {
	if !r.countGlyph() || p.plain && r.stamp(p, g) {
		return
	}
	at := p.place()
	if p.vertical {
		at = p.verticalOrigin(g)
	}
	if !at.Finite() || g.Blank {
		return
	}
	if p.bitmap != nil {
		r.placePainted(p, g, at)
		return
	}
	r.put(p, g, at, &g.Box, &p.ink)
}

// stamp is place for nearly all glyphs: with ink, of a plain pen that has put one before,
// and within the window. It is false where one is none of these.
func (r textOperators) stamp(p *pen, g *font.Glyph) bool {
	c, b := &r.canvas, &g.Box
	n := len(c.page.Glyphs)
	if isThin(b) || p.mark.ink == unknownInk || r.sum != nil || n == cap(c.page.Glyphs) {
		return false
	}
	at := p.place()
	x0, x1, y0, y1 := p.glyph.A*b.X0, p.glyph.A*b.X1, p.glyph.D*b.Y1, p.glyph.D*b.Y0
	box := geom.Rect{X0: at.X + x0, Y0: at.Y + y0, X1: at.X + x1, Y1: at.Y + y1}
	if !holds(&r.st.window, &box) {
		return false
	}
	c.order++
	c.page.Glyphs = c.page.Glyphs[:n+1]
	out := &c.page.Glyphs[n]
	*out = p.mark
	out.Glyph, out.Origin, out.Box, out.Order = g, at, box, c.order
	return true
}

// placePainted adds a glyph that is a stream itself: its box is that of what it paints.
func (r textOperators) placePainted(p *pen, g *font.Glyph, at geom.Point) {
	if r.sum != nil {
		r.in.shared.ordered() // a glyph that shows glyphs, perhaps itself
	}
	proc := procedures(r).procInk(p.bitmap, p.font, g)
	if (procedures(r)).isPicture(p, proc, at) {
		procedures(r).drawPicture(p, g, at)
		return
	}
	ink := &p.ink
	if proc.colored {
		ink = ink.of(proc.color)
	}
	r.put(p, g, at, &proc.box, ink)
}

// put adds a glyph with a box in text space, painted with the pen's ink or with another
// one, and clipped as it has to be.
func (r textOperators) put(p *pen, g *font.Glyph, at geom.Point, box *geom.Rect, ink *ink) {
	c := &r.canvas
	if p.mark.Setting == nil { // most pens put a glyph, but a file may make millions that put none
		p.mark.Setting = c.settings.add(p.setting)
	}
	out := c.room()
	*out = p.mark
	out.Glyph, out.Origin, out.Box = g, at, p.boxAt(box, at)
	if g.Drawn != nil {
		out.redraw(p, g.Drawn)
	}
	if out.Hidden == Visible {
		if isThin(box) && isLetter(g) {
			out.Hidden = Blank
		} else if p.shade != nil {
			ink = c.shadeGlyph(out, ink, p.shade)
		}
	}
	if p.clips {
		c.addLetter(out.Box)
	}
	if out.Hidden == Visible && !holds(&r.st.window, &out.Box) {
		c.clipGlyph(out)
	}
	if r.sum != nil {
		c.measureGlyph(out, ink)
		return
	}
	if out.Hidden == Clipped {
		c.clips.cut = append(c.clips.cut, cutGlyph{int32(len(c.page.Glyphs)), r.st.within})
	}
	if own := ink != &p.ink; own || out.ink == unknownInk { // the pen's first glyph
		c.register(p.font)
		if out.ink = c.keepInk(ink); !own {
			p.mark.ink = out.ink
		}
	}
	c.order++
	out.Order = c.order
	c.page.Glyphs = c.page.Glyphs[:len(c.page.Glyphs)+1]
}

// redraw places a glyph by its shape instead of by its font.
func (g *Glyph) redraw(p *pen, d *font.Drawn) {
	shift := p.glyph.ApplyVector(d.Origin)
	g.Origin = geom.Point{X: g.Origin.X + shift.X, Y: g.Origin.Y + shift.Y}
	g.Size = p.glyph.ApplyVector(geom.Point{Y: d.Em}).Norm()
}

// leastInk is the height and width in ems below which a letter shows nothing.
const leastInk = 0.003

// isThin reports whether a glyph with such a box draws nothing.
func isThin(box *geom.Rect) bool {
	return !(box.X1-box.X0 >= leastInk && box.Y1-box.Y0 >= leastInk)
}

// isLetter reports whether a glyph stands for a letter.
func isLetter(g *font.Glyph) bool {
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

// of returns the ink in another colour.
func (k *ink) of(c color.Color) *ink {
	out := *k
	out.color = c
	return &out
}

// unknownInk is the number of the ink that nothing is known of.
const unknownInk = 0

// keepInk returns the number of an ink on the page. The glyphs of a page have few.
func (c *canvas) keepInk(k *ink) int32 {
	last := len(c.inks) - 1
	if c.inks[last] == *k {
		return int32(last)
	}
	c.inks = append(c.inks, *k)
	return int32(last + 1)
}

// shadeGlyph returns a glyph's ink in the colour that a shading has in its middle.
func (c *canvas) shadeGlyph(g *Glyph, k *ink, s *shade) *ink {
	if s.tones.IsVague() || g.Box.IsEmpty() {
		return k
	}
	tone, ok := s.At(g.Box.Center())
	if !ok {
		g.Hidden = Transparent
	}
	return k.of(c.st.transfer.Apply(tone))
}

// room returns the place for the next glyph, which put makes one of the page.
func (c *canvas) room() *Glyph {
	list := &c.page.Glyphs
	n := len(*list)
	if n == cap(*list) {
		*list = slices.Grow(*list, usualGlyphs)
	}
	return &(*list)[:n+1][n]
}

// boxAt returns a glyph's box in page space.
func (p *pen) boxAt(b *geom.Rect, at geom.Point) geom.Rect {
	m := &p.glyph
	if !(b.X0 <= b.X1 && b.Y0 <= b.Y1) {
		return geom.Empty()
	}
	if !p.upright {
		return geom.Matrix{A: m.A, B: m.B, C: m.C, D: m.D, E: at.X, F: at.Y}.ApplyRect(*b).Grow(p.outline)
	}
	x0, x1, y0, y1 := m.A*b.X0, m.A*b.X1, m.D*b.Y0, m.D*b.Y1
	if m.A < 0 {
		x0, x1 = x1, x0
	}
	if m.D < 0 {
		y0, y1 = y1, y0
	}
	return geom.Rect{
		X0: at.X + x0 - p.outline.X, Y0: at.Y + y0 - p.outline.Y,
		X1: at.X + x1 + p.outline.X, Y1: at.Y + y1 + p.outline.Y,
	}
}

// holds reports whether a box that is not empty lies in a window.
func holds(w, b *geom.Rect) bool {
	return b.X0 >= w.X0 && b.X1 <= w.X1 && b.Y0 >= w.Y0 && b.Y1 <= w.Y1 && b.X0 <= b.X1
}

// clipGlyph cuts a glyph's box to what can be seen of it, or says why nothing
// can. A blank is judged by the middle of its advance.
func (c *canvas) clipGlyph(g *Glyph) {
	w := &c.st.window
	if holds(w, &g.Box) {
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
	advance := g.Advance()
	return geom.Point{X: g.Origin.X + advance.X/2, Y: g.Origin.Y + advance.Y/2}
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
