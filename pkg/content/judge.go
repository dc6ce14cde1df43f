package content

import (
	"github.com/paperfit/paperfit/pkg/color"
	"github.com/paperfit/paperfit/pkg/content/sight"
	"github.com/paperfit/paperfit/pkg/geom"
)

// When all of a page is painted, judge finds the marks that lie beneath a later
// area, and the glyphs that have the colour of what they stand on: the last
// area painted there before them, or the white page.
func (r *run) judge() {
	if r.err != nil {
		return
	}
	r.doubtLetters()
	if !r.scene.IsEmpty() {
		r.judgeAreas()
	}
	for i := range r.inks {
		if g := &r.page.Glyphs[i]; g.Hidden == Visible && r.inks[i].IsLight() && !r.onGlyph(i) {
			g.Hidden = SameColor
		}
	}
}

// maxGlyphsBack is how many glyphs before a light one are looked at for one that
// it stands on: digits on a disc are shown soon after it.
const maxGlyphsBack = 32

// onGlyph reports whether the light glyph i stands on a larger dark one.
func (r *run) onGlyph(i int) bool {
	g := &r.page.Glyphs[i]
	if g.Box.IsEmpty() {
		return false
	}
	for k := i - 1; k >= max(0, i-maxGlyphsBack); k-- {
		below := &r.page.Glyphs[k]
		if below.Hidden == Visible && !r.inks[k].IsLight() && below.Box.Covers(g.Box) {
			return true
		}
	}
	return false
}

// judgeAreas judges the marks that areas can meet. A mark is covered by any later
// area that hides it; one that is not stands on the last area before it.
// Drawings and images in the colour of their ground are left visible: only white
// ones on white, which are marked as light, are common.
func (r *run) judgeAreas() {
	r.scene.Build()
	for i := range r.page.Glyphs {
		if g := &r.page.Glyphs[i]; g.Hidden == Visible {
			r.judgeGlyph(g, &r.inks[i])
		}
	}
	for i := range r.page.Images {
		if x := &r.page.Images[i]; x.Hidden == Visible && !x.Light {
			r.judgeBox(x.Box, x.Order, &x.Hidden)
		}
	}
	for i := range r.page.Drawings {
		if x := &r.page.Drawings[i]; x.Hidden == Visible && !x.Light {
			r.judgeBox(x.Box, x.Order, &x.Hidden)
		}
	}
}

func (r *run) judgeBox(box geom.Rect, order int32, hidden *Hidden) {
	m := sight.MarkOf(box, order)
	r.isCovered(&m, hidden)
}

// isCovered reports whether a mark is covered, or perhaps is, and says so in
// hidden.
func (r *run) isCovered(m *sight.Mark, hidden *Hidden) bool {
	if r.judged++; r.judged%contextEvery == 0 {
		r.look()
	}
	switch r.scene.Above(m) {
	case sight.Yes:
		*hidden = Covered
	case sight.Perhaps:
		*hidden = Doubtful
	default:
		return false
	}
	return true
}

// judgeGlyph judges a glyph, and takes away the ink of one that stands on an
// area.
func (r *run) judgeGlyph(g *Glyph, ink *color.Color) {
	box := g.Box
	if box.IsEmpty() {
		c := g.middle()
		box = geom.RectOf(c, c)
	}
	m := sight.MarkOf(box, g.Order)
	if r.isCovered(&m, &g.Hidden) {
		return
	}
	switch ground, on := r.scene.Ground(&m); on {
	case sight.Perhaps:
		g.Hidden = Doubtful
	case sight.Yes:
		if ink.Same(ground) {
			g.Hidden = SameColor
		}
		*ink = color.Color{}
	}
}
