package content

import (
	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/content/sight"
	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// When all of a page is painted, judge finds the marks that lie beneath a later
// area, and the glyphs that have the colour of what they are on: the last
// area painted there before them, or the white page.
func (c *canvas) judge() {
	if c.err != nil {
		return
	}
	c.doubtLetters()
	c.judgeStencils()
	c.judgeCuts()
	if !c.scene.IsEmpty() {
		c.judgeAreas()
	}
	if !c.pale {
		return
	}
	for i := range c.page.Glyphs {
		if g := &c.page.Glyphs[i]; g.Hidden == Visible && c.inks[g.ink].vanishes() && !c.onGlyph(i) {
			g.Hidden = SameColor
		}
	}
}

// noteInk notes the ink of glyphs, by which pages without any that vanishes are known.
// A shading has many colours.
func (c *canvas) noteInk(k *ink, shaded bool) { c.pale = c.pale || shaded || k.vanishes() }

// vanishes reports whether the ink cannot be seen on bare paper.
func (k *ink) vanishes() bool {
	if k.alpha >= sight.Opaque && k.blend == color.Normal && k.group == color.Normal { // most glyphs by far
		return k.color.IsLight()
	}
	return k.on(sight.Ground{Color: color.White}).IsLight()
}

// maxGlyphsBack is how many glyphs before a light one are looked at for one that
// it is on: digits on a disc are shown soon after it.
const maxGlyphsBack = 32

// onGlyph reports whether the light glyph i is on a larger dark one.
func (c *canvas) onGlyph(i int) bool {
	g := &c.page.Glyphs[i]
	if g.Box.IsEmpty() {
		return false
	}
	for k := i - 1; k >= max(0, i-maxGlyphsBack); k-- {
		below := &c.page.Glyphs[k]
		if below.Hidden == Visible && !c.inks[below.ink].color.IsLight() && below.Box.Covers(g.Box) {
			return true
		}
	}
	return false
}

// judgeAreas judges the marks that areas can meet. A mark is covered by any later
// area that hides it; one that is not is on the last area before it.
// Drawings and images in the colour of their ground are left visible: only white
// ones on white, which are marked as light, are common.
func (c *canvas) judgeAreas() {
	c.scene.Build()
	for i := range c.page.Glyphs {
		if g := &c.page.Glyphs[i]; g.Hidden == Visible {
			c.judgeGlyph(g)
		}
	}
	for i := range c.page.Images {
		if x := &c.page.Images[i]; x.Hidden == Visible && !x.Light {
			c.judgeBox(x.Box, x.Order, &x.Hidden)
		}
	}
	for i := range c.page.Drawings {
		if x := &c.page.Drawings[i]; x.Hidden == Visible && !x.Light {
			c.judgeBox(x.Box, x.Order, &x.Hidden)
		}
	}
}

func (c *canvas) judgeBox(box geom.Rect, order int32, hidden *Hidden) {
	if m := sight.MarkOf(box, order); c.scene.IsNear(m.Middle) {
		c.isCovered(&m, hidden)
	}
}

// isCovered reports whether a mark is covered, or perhaps is, and says so in
// hidden.
func (c *canvas) isCovered(m *sight.Mark, hidden *Hidden) bool {
	if c.judged++; c.judged%contextEvery == 0 {
		c.look()
	}
	switch c.scene.Above(m) {
	case sight.Yes:
		*hidden = Covered
	case sight.Perhaps:
		*hidden = Doubtful
	default:
		return false
	}
	return true
}

// judgeGlyph judges a glyph, and takes away the ink of one that is on an
// area.
func (c *canvas) judgeGlyph(g *Glyph) {
	at, blank := g.Box.Center(), g.Box.IsEmpty()
	if blank {
		at = g.middle()
	}
	if !c.scene.IsNear(at) {
		return
	}
	m := sight.Mark{Box: g.Box, Middle: at, Order: g.Order, Patchy: true}
	if blank {
		m.Box = geom.RectOf(at, at)
	}
	if c.isCovered(&m, &g.Hidden) {
		return
	}
	switch ground, on := c.scene.Ground(&m); on {
	case sight.Perhaps:
		g.Hidden = Doubtful
	case sight.Yes:
		if c.inks[g.ink].on(ground).Same(ground.Color) {
			g.Hidden = SameColor
		}
		g.ink = unknownInk
	}
}
