package content

import (
	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/content/sight"
	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// A Type 3 glyph and a soft mask are measured: their streams are carried out,
// and what they paint is summed up instead of being put on the page.

// painted is what a measured stream has painted.
type painted struct {
	box        geom.Rect // of all that can be seen
	alpha      float64   // the most opaque mark's
	luminosity float64   // the lightest mark's, times its opacity; 0 to 1
	colored    bool      // a Type 3 glyph with colours of its own
	glyphs     int       // visible ones with ink
	letters    []stencilLetter

	color color.Color // of the first mark
	mixed bool        // another mark has another colour
	coat  geom.Rect   // the largest opaque rectangle
}

// sole returns the one colour of all marks; unknown where there are several, or
// none.
func (p *painted) sole() color.Color {
	if p.mixed {
		return color.Color{}
	}
	return p.color
}

func (p *painted) add(box geom.Rect, c color.Color, alpha float64) {
	if box.IsEmpty() || !box.Finite() {
		return
	}
	if p.box.IsEmpty() {
		p.color = c
	}
	p.mixed = p.mixed || !p.color.Same(c)
	p.box = p.box.Union(box)
	p.alpha = max(p.alpha, alpha)
	p.luminosity = max(p.luminosity, c.Luminosity()*alpha)
}

// measure carries out read from a graphics state of its own and returns what it
// has painted.
func (r *run) measure(start state, read func()) painted {
	sum := painted{box: geom.Empty(), coat: geom.Empty()}
	r.within(func() {
		r.st, r.text, r.unseen, r.sum = start, textObject{clip: geom.Empty()}, 0, &sum
		read()
	})
	return sum
}

// measured reports whether something is being measured, and adds a mark to it.
func (c *canvas) measured(hidden Hidden, box geom.Rect, ink color.Color, alpha float64) bool {
	if c.sum == nil {
		return false
	}
	if hidden == Visible {
		c.sum.add(box, ink, alpha)
	}
	return true
}

// measureGlyph adds a glyph to what is being measured.
func (c *canvas) measureGlyph(g *Glyph, k *ink) {
	if g.Hidden != Visible {
		return
	}
	c.sum.add(g.Box, k.color, float64(k.alpha))
	if !g.Box.IsEmpty() {
		c.sum.keepLetter(g)
	}
}

// everywhere is a graphics state that clips nothing.
func (r *run) everywhere(ctm geom.Matrix) state {
	s := r.initialState()
	s.ctm, s.window = ctm, geom.Everything()
	return s
}

// measuredCoat adds a filled rectangle to what is being measured.
func (c *canvas) measuredCoat(box geom.Rect, ink paint, alpha float64) {
	s := &c.st
	if c.sum == nil || c.unseen > 0 || s.masked || s.group.masked || s.mode() != color.Normal || !ink.color.Known {
		return
	}
	if alpha*s.groupAlpha >= sight.Opaque && box.Area() > c.sum.coat.Area() {
		c.sum.coat = box
	}
}
