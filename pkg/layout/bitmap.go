package layout

import (
	"math"
	"sort"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/content"
	"github.com/paperfit/paperfit/pkg/font"
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

// How the size of bitmap type is judged.
const (
	plausible  = 1.6  // a nominal size within this factor of the measured one is believed
	minLetters = 10   // letters that a measure needs
	snapReach  = 0.04 // how near a measured size lies to the size meant
	highest    = 0.9  // without characters: the share of marks that are no higher than a capital
)

// texSizes are the sizes that TeX's fonts are cut in, in PDF points.
var texSizes = []float64{4.98, 5.98, 6.97, 7.97, 8.97, 9.963, 10.909, 11.955, 14.346, 17.215, 20.66, 24.79}

// bitmapFont is a Type 3 font as it is set at one nominal size.
type bitmapFont struct {
	font *font.Font
	size float64
}

// calibrate gives bitmap type the size that its letters show. Old dvips files set
// it at size 1 with the size in the matrices, so that the nominal size means
// nothing. Sizes near one that TeX cuts fonts in are taken for that one.
func calibrate(p *content.Page) {
	heights := map[bitmapFont]*letterHeights{}
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if g.Font.Kind != font.Type3 || g.Box.IsEmpty() || !upright(g) {
			continue
		}
		key := bitmapFont{g.Font, g.Size}
		h := heights[key]
		if h == nil {
			h = &letterHeights{}
			heights[key] = h
		}
		h.add(g)
	}
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if h := heights[bitmapFont{g.Font, g.Size}]; h != nil {
			g.Size = h.sizeOr(g.Size)
		}
	}
}

// letterHeights are the heights of a font's marks over the baseline, in points.
type letterHeights struct {
	capitals, small, all []float64
	size                 float64 // measured, 0 before
}

func (h *letterHeights) add(g *content.Glyph) {
	over := g.Origin.Y - g.Box.Y0
	h.all = append(h.all, over)
	r, n := utf8.DecodeRuneInString(g.Glyph.Text)
	switch {
	case n != len(g.Glyph.Text):
	case isOneOf(r, capLetters):
		h.capitals = append(h.capitals, over)
	case isOneOf(r, xLetters):
		h.small = append(h.small, over)
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

// sizeOr returns the measured size, or the nominal one where that is plausible
// or nothing can be measured.
func (h *letterHeights) sizeOr(nominal float64) float64 {
	if h.size == 0 {
		h.size = snapped(h.measure())
	}
	if h.size == 0 || math.Abs(math.Log(nominal/h.size)) < math.Log(plausible) {
		return nominal
	}
	return h.size
}

// measure returns the size that the letters speak of, 0 when there are too few.
func (h *letterHeights) measure() float64 {
	switch {
	case len(h.capitals) >= minLetters && len(h.small) >= minLetters:
		return (median(h.capitals)/capHeight + median(h.small)/xHeight) / 2
	case len(h.small) >= minLetters:
		return median(h.small) / xHeight
	case len(h.capitals) >= minLetters:
		return median(h.capitals) / capHeight
	case len(h.all) >= 4*minLetters:
		sort.Float64s(h.all)
		return h.all[int(highest*float64(len(h.all)-1))] / capHeight
	}
	return 0
}

func snapped(size float64) float64 {
	for _, s := range texSizes {
		if math.Abs(size-s) <= snapReach*s {
			return s
		}
	}
	return size
}
