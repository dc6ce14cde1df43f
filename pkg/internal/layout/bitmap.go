package layout

import (
	"cmp"
	"math"
	"sort"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/font"
)

// The heights of letters in ems, between those of Times and Computer Modern.
const (
	capHeight = 0.675
	xHeight   = 0.44
)

// Letters that are as high as a capital, and as a small letter without ascender.
const (
	capLetters = "BDEFHIKLMNPRTUXYZbdhkl"
	xLetters   = "acemnorsuvwxz"
)

// figures are all as high as a capital, or nearly so.
const figures = "0123456789"

// How the size of bitmap type is judged.
const (
	plausible  = 1.6  // a nominal size within this factor of the measured one is believed
	minLetters = 10   // letters that an estimate needs
	minShapes  = 2    // different letters of a font's own stock that it needs
	snapReach  = 0.04 // how near a measured size lies to the size meant
	highest    = 0.9  // without characters: the share of glyphs that are no higher than a capital
	offLine    = 0.25 // of its height: a letter further from the baseline has another origin
	largestInk = 8.0  // sizes: no sign is so wide or high
	leastInk   = 0.02 // sizes: no font has only such small glyphs
)

// texSizes are the sizes that TeX's fonts are cut in, in PDF points.
var texSizes = []float64{4.98, 5.98, 6.97, 7.97, 8.97, 9.963, 10.909, 11.955, 14.346, 17.215, 20.66, 24.79}

// bitmapFont is a Type 3 font as it is set at one nominal size.
type bitmapFont struct {
	font *font.Font
	size float64
}

// calibrate gives bitmap type the size that its letters show: those of the page
// or, where they are few, all that the font has for the document. Old dvips files
// set it at size 1 with the size in the matrices, so that the nominal size means
// nothing. Sizes near one that TeX cuts fonts in are taken for that one. A font
// without letters, whose nominal size its glyphs belie, gets the size of the type
// before it.
func calibrate(p *content.Page) {
	t := bitmapType{}
	glyphs := p.Glyphs
	for i := range glyphs {
		g := &glyphs[i]
		if g.Font.Kind != font.Type3 {
			continue // most
		}
		switch {
		case g.Glyph.Drawn != nil: // its size is that of its shape
			g.Size = t.snapped(g.Size)
		case !g.Box.IsEmpty() && upright(g):
			t.add(g)
		}
	}
	if len(t.fonts) == 0 {
		return
	}
	for key, h := range t.fonts {
		h.settle(key)
	}
	t.resize(p)
}

// bitmapType is a page's bitmap type by its fonts.
type bitmapType struct {
	fonts  map[bitmapFont]*letterHeights
	last   bitmapFont // looked up last, as most glyphs follow one of their font
	latest *letterHeights
	size   float64 // snapped last
	near   float64 // what came of it
}

// snapped is the function snapped.
func (t *bitmapType) snapped(size float64) float64 {
	if size != t.size {
		t.size, t.near = size, snapped(size)
	}
	return t.near
}

// of returns the heights of a glyph's font, nil where it has none.
func (t *bitmapType) of(g *content.Glyph) *letterHeights {
	if g.Font.Kind != font.Type3 {
		return nil
	}
	if key := (bitmapFont{g.Font, g.Size}); key != t.last {
		t.last, t.latest = key, t.fonts[key]
	}
	return t.latest
}

// add counts a glyph among those of its font.
func (t *bitmapType) add(g *content.Glyph) {
	h := t.of(g)
	if h == nil {
		if t.fonts == nil {
			t.fonts = map[bitmapFont]*letterHeights{}
		}
		h = &letterHeights{}
		t.fonts[t.last], t.latest = h, h
	}
	h.add(g)
}

// resize gives the glyphs the sizes of their fonts.
func (t *bitmapType) resize(p *content.Page) {
	last := t.firstSize(p)
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if h := t.of(g); h != nil && g.Glyph.Drawn == nil {
			if h.size == 0 {
				h.size = cmp.Or(last, g.Size)
			}
			g.Size = h.size
		}
		if !g.Box.IsEmpty() {
			last = g.Size
		}
	}
}

// firstSize returns the size of the first glyph whose size is known, or 0.
func (t *bitmapType) firstSize(p *content.Page) float64 {
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if h := t.of(g); h != nil && h.size > 0 {
			return h.size
		} else if h == nil && !g.Box.IsEmpty() {
			return g.Size
		}
	}
	return 0
}

// letterHeights are the heights of a font's glyphs over the baseline, in points.
type letterHeights struct {
	capitals, small, figures, all []float64

	ink  float64 // the longest side of a glyph
	size float64 // what the font gets; 0: that of its neighbours
}

func (h *letterHeights) add(g *content.Glyph) {
	h.addGlyph(g.Glyph.Text, g.Origin.Y-g.Box.Y0, g.Origin.Y-g.Box.Y1)
	h.ink = max(h.ink, g.Box.Width(), g.Box.Height())
}

// addGlyph takes a glyph that reaches from bottom to top over the baseline. Glyphs
// of flipped matrices may have their origin elsewhere: letters that stand on no
// baseline count by their own height.
func (h *letterHeights) addGlyph(text string, top, bottom float64) {
	if math.Abs(bottom) > offLine*(top-bottom) {
		top -= bottom
	}
	h.all = append(h.all, top)
	r, n := utf8.DecodeRuneInString(text)
	switch {
	case n != len(text):
	case isOneOf(r, capLetters):
		h.capitals = append(h.capitals, top)
	case isOneOf(r, xLetters):
		h.small = append(h.small, top)
	case isOneOf(r, figures):
		h.figures = append(h.figures, top)
	}
}

func isOneOf(r rune, letters string) bool {
	for _, l := range letters {
		if l == r {
			return true
		}
	}
	return false
}

// settle chooses the font's size: the measured one, or the nominal one where that
// is plausible. Without an estimate the nominal one stands unless the glyphs belie it.
func (h *letterHeights) settle(f bitmapFont) {
	size := h.estimate(minLetters)
	if size == 0 {
		size = stockOf(f.font).estimate(minShapes) * f.size
	}
	if size == 0 {
		size = h.unread()
	}
	size = snapped(size)
	switch {
	case size == 0 && h.ink < largestInk*f.size && h.ink > leastInk*f.size:
		h.size = f.size
	case size > 0 && math.Abs(math.Log(f.size/size)) < math.Log(plausible):
		h.size = f.size
	default:
		h.size = size
	}
}

// stockOf returns the heights of the letters that a font has for the document, at
// size 1. Only glyphs that declare their ink tell.
func stockOf(f *font.Font) *letterHeights {
	h := &letterHeights{}
	for _, g := range f.Stock() {
		if g.Source == font.BoxOutline && !g.Box.IsEmpty() {
			bottom, top := g.Box.Y0, g.Box.Y1
			if f.Matrix.D < 0 { // the page turns it over once more
				bottom, top = -top, -bottom
			}
			h.addGlyph(g.Text, top, bottom)
		}
	}
	return h
}

// estimate returns the size that letters speak of, 0 when there are fewer than
// least.
func (h *letterHeights) estimate(least int) float64 {
	switch {
	case len(h.capitals) >= least && len(h.small) >= least:
		return (median(h.capitals)/capHeight + median(h.small)/xHeight) / 2
	case len(h.small) >= least:
		return median(h.small) / xHeight
	case len(h.capitals)+len(h.figures) >= least:
		return median(append(h.capitals, h.figures...)) / capHeight
	}
	return 0
}

// unread estimates the size of type whose letters are not known, 0 when there is
// too little.
func (h *letterHeights) unread() float64 {
	if len(h.all) < 4*minLetters {
		return 0
	}
	sort.Float64s(h.all)
	return max(0, h.all[int(highest*float64(len(h.all)-1))]/capHeight)
}

func snapped(size float64) float64 {
	for _, s := range texSizes {
		if math.Abs(size-s) <= snapReach*s {
			return s
		}
	}
	return size
}
