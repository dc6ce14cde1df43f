package content

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// A soft mask can have the shape of letters, and what is painted through it their
// colours. Browsers set text in a gradient so, and show it once more, fully
// transparent, for it to be found: such text is seen.

// stencilLetter is a letter of a soft mask, and where it begins.
type stencilLetter struct {
	text string
	x, y int // in stencilSteps
}

// stencilSteps is how many steps a point has for places to be the same.
const stencilSteps = 4

// maxStencilLetters caps the letters of a soft mask that are kept.
const maxStencilLetters = 1 << 10

func stencilAt(g *Glyph) stencilLetter {
	place := func(x float64) int { return int(math.Round(geom.Clamp(x, -1e6, 1e6) * stencilSteps)) }
	return stencilLetter{g.Glyph.Text, place(g.Origin.X), place(g.Origin.Y)}
}

// keepLetter keeps a visible glyph of what is measured.
func (p *painted) keepLetter(g *Glyph) {
	if p.glyphs++; len(p.letters) < maxStencilLetters {
		p.letters = append(p.letters, stencilAt(g))
	}
}

// paintStencil notes that a visible mark is painted through a soft mask of letters.
func (c *canvas) paintStencil() {
	letters := c.st.stencil
	if len(letters) == 0 || c.stencil == &letters[0] || !c.scene.Spend(len(letters)) {
		return
	}
	c.stencil = &letters[0]
	if c.stencils == nil {
		c.stencils = map[stencilLetter]bool{}
	}
	for _, l := range letters {
		c.stencils[l] = true
	}
}

// judgeStencils finds the transparent glyphs that a soft mask shows at their place.
func (c *canvas) judgeStencils() {
	if len(c.stencils) == 0 {
		return
	}
	for i := range c.page.Glyphs {
		g := &c.page.Glyphs[i]
		if g.Hidden != Transparent || !c.stencils[stencilAt(g)] {
			continue
		}
		g.Hidden, g.ink = Visible, unknownInk
		c.clipGlyph(g)
	}
}
