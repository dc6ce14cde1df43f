package font

import (
	"math"
	"strings"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// setBox gives a glyph its ink box from the best source there is. Width is the
// horizontal advance; gid is the glyph in the font program, if it was found.
func (f *Font) setBox(g *Glyph, width float64, gid int, found bool) {
	p := f.outlines()
	if p != nil && found {
		box, err := p.Box(gid)
		if err == nil {
			g.Box, g.Source = box, BoxOutline
			return
		}
		f.failOutline(err)
	}
	if f.Standard && p == nil && g.CID < 0 {
		if _, box, ok := f.standard.glyph(g.Name); ok || g.Name == "" {
			g.Box, g.Source = box, BoxMetrics // a code without a name shows nothing
			return
		}
	}
	g.Box, g.Source = f.typicalBox(g, width)
}

// typicalBox is what can be said of a glyph whose ink is not known: its advance
// across, and the height of letters of its kind.
func (f *Font) typicalBox(g *Glyph, width float64) (geom.Rect, BoxSource) {
	h, source := f.Descriptor.heights()
	if isBlank(g) {
		return geom.Empty(), source
	}
	bottom, top := h.of(g.Text)
	return geom.RectOf(geom.Point{Y: bottom}, geom.Point{X: width, Y: top}), source
}

// isBlank reports by name and characters that nothing is drawn.
func isBlank(g *Glyph) bool {
	switch g.Name {
	case "space", "nbspace", "nonbreakingspace", ".notdef", ".null", "nonmarkingreturn":
		return true
	}
	return g.Text != "" && strings.TrimFunc(g.Text, blankRune) == ""
}

func blankRune(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) && r != 0x00ad || r == 0x2800 || r == 0x3164
}

// heights are the levels between which letters stand.
type heights struct{ descent, x, cap, ascent float64 }

// Typical levels of Latin type, for fonts that do not say.
var typical = heights{descent: -0.215, x: 0.45, cap: 0.66, ascent: 0.69}

// heights returns the descriptor's levels. Where it is silent about some they
// are guessed; the source says whether its outer ones are known.
func (d Descriptor) heights() (heights, BoxSource) {
	h, source := typical, BoxDescriptor
	switch {
	case d.Ascent > 0:
		h.ascent, h.descent = d.Ascent, d.Descent
	case !d.BBox.IsEmpty():
		h.ascent, h.descent = d.BBox.Y1, min(0, d.BBox.Y0)
	default:
		source = BoxGuess
	}
	if d.Descent == 0 && !d.BBox.IsEmpty() {
		h.descent = min(0, d.BBox.Y0)
	}
	if d.CapHeight > 0 {
		h.cap = d.CapHeight
	}
	if d.XHeight > 0 {
		h.x = d.XHeight
	}
	h.cap, h.x = min(h.cap, h.ascent), min(h.x, h.ascent)
	return h, source
}

// of returns the levels of a glyph's characters: all the way where they are not
// Latin letters.
func (h heights) of(text string) (bottom, top float64) {
	if text == "" {
		return h.descent, h.ascent
	}
	for _, r := range text {
		b, t := h.ofRune(r)
		bottom, top = min(bottom, b), max(top, t)
	}
	return bottom, top
}

func (h heights) ofRune(r rune) (bottom, top float64) {
	switch {
	case strings.ContainsRune("acemnorsuvwxz", r):
		return 0, h.x
	case strings.ContainsRune("gpqy", r):
		return h.descent, h.x
	case strings.ContainsRune("bdfhikltß", r):
		return 0, h.ascent
	case r >= '0' && r <= '9', r >= 'A' && r <= 'Z' && r != 'Q' && r != 'J':
		return 0, h.cap
	}
	return h.descent, h.ascent
}

// maxExtent is the largest advance or coordinate of a box that is kept, in text
// space at size 1. Type 3 fonts that are set at size 1 reach some hundreds.
const maxExtent = 1e6

// tame takes away numbers that no glyph has and sums could not bear.
func (g *Glyph) tame() {
	if !(math.Abs(g.Advance) <= maxExtent) {
		g.Advance = 0
	}
	if !(g.Origin.Norm() <= maxExtent) {
		g.Origin = geom.Point{}
	}
	limit := geom.Rect{X0: -maxExtent, Y0: -maxExtent, X1: maxExtent, Y1: maxExtent}
	if !limit.Covers(g.Box) { // an empty box is covered
		g.Box, g.Source = geom.Empty(), BoxGuess
	}
}
