// Package font reads font dictionaries and font programs: it turns the bytes of
// a shown string into glyphs with their advance, ink box and character
// (ISO 32000-2, 9.5 to 9.10).
//
// Lengths are in text space at size 1: a thousandth of an em is 0.001.
package font

import (
	"github.com/paperfit/paperfit/pkg/geom"
	"github.com/paperfit/paperfit/pkg/pdf"
)

// Kind is the kind of a font, as its dictionary names it.
type Kind string

// The kinds of fonts. A Type 0 font has the kind of its descendant.
const (
	Type1    Kind = "Type1"
	MMType1  Kind = "MMType1"
	TrueType Kind = "TrueType"
	Type3    Kind = "Type3"
	CIDType0 Kind = "CIDFontType0"
	CIDType2 Kind = "CIDFontType2"
)

// Font is a loaded font. It is not safe for use by several goroutines: glyphs
// are made when they are first asked for.
type Font struct {
	Name      string // PostScript name without the subset tag; "" when there is none
	Kind      Kind
	Embedded  bool // a font program is in the file; true for Type 3
	Standard  bool // one of the standard 14 fonts, by any of their names
	Vertical  bool // writing mode 1
	Symbolic  bool
	Matrix    geom.Matrix // glyph space → text space: Type 3's FontMatrix, else 1/1000
	Resources pdf.Value   // Type 3's own resources

	dict pdf.Value
}

// BoxSource tells where a glyph's box comes from, best first.
type BoxSource uint8

// The sources of a glyph's box.
const (
	BoxOutline    BoxSource = iota // the font program: true ink
	BoxMetrics                     // published metrics of the standard 14 fonts: true ink
	BoxDescriptor                  // the descriptor's Ascent, Descent or FontBBox, advance across
	BoxGuess                       // nothing was said: typical heights, advance across
)

// Glyph is what a character code shows. Glyphs are shared: do not change them.
type Glyph struct {
	Code    uint32
	CID     int        // of a Type 0 font's code, else -1
	Name    string     // glyph name of a simple font, where known
	Text    string     // the characters it stands for; "" when unknown
	Advance float64    // along the writing direction: w0, or w1y (negative: down) in vertical fonts
	Origin  geom.Point // vertical writing: the position vector v (9.7.4.3)
	Box     geom.Rect  // ink relative to the glyph's origin; empty for a blank glyph
	Source  BoxSource
	Space   bool      // word spacing applies: single-byte code 32 (9.3.3)
	Proc    pdf.Value // Type 3: the glyph's content stream
}
