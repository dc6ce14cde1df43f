// Package font reads font dictionaries and font programs: it turns the bytes of
// a shown string into glyphs with their advance, ink box and character
// (ISO 32000-2, 9.5 to 9.10).
//
// Lengths are in text space at size 1: a thousandth of an em is 0.001.
package font

import (
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
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

// Font is a loaded font. It may be used by several goroutines at once. Glyphs are
// made when they are first requested, behind the loader's lock.
type Font struct {
	Name        string // PostScript name without the subset tag; "" when there is none
	Kind        Kind
	Embedded    bool // a font program is in the file; true for Type 3
	Standard    bool // one of the standard 14 fonts, by any of their names
	Vertical    bool // writing mode 1
	Symbolic    bool
	Approximate bool        // a predefined CMap that is not known: most CIDs are unknown (-1), widths are DW
	Matrix      geom.Matrix // glyph space → text space: Type 3's FontMatrix, else 1/1000
	Resources   pdf.Value   // Type 3's own resources
	Descriptor  Descriptor

	dict        pdf.Value
	err         error
	loader      *Loader // shares programs between fonts
	style       style
	proportions proportions
	misdrawn    misdrawn
	standard    *standardFont // nil for other fonts
	simple      *simple       // decoding of one-byte codes, or nil
	composite   *composite    // decoding of a Type 0 font's codes, or nil
	unicode     *toUnicode    // nil until the first glyph is made
	program     *program      // nil until the first outline is needed
}

// BoxSource describes where a glyph's box comes from, best first.
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
	Text    string     // the characters it stands for, ligatures as their letters; "" when unknown
	Shown   string     // the characters that it shows by its program or name, where they are not those of Text; else ""
	Guessed bool       // Text is what TeX's fonts usually have at the code, or what the shape is; the file says nothing
	Drawn   *Drawn     // of fonts without names, where Text may be known by the shape alone; else nil
	Blank   bool       // moves the pen alone: others of the font are known by their shapes
	Advance float64    // along the writing direction: w0, or w1y (negative: down) in vertical fonts
	Origin  geom.Point // vertical writing: the position vector v (9.7.4.3)
	Box     geom.Rect  // ink relative to the glyph's origin; empty for a blank glyph
	Source  BoxSource
	Space   bool      // word spacing applies: single-byte code 32 (9.3.3)
	Proc    pdf.Value // Type 3: the glyph's content stream
}

// Load reads a font dictionary. It never fails: where the dictionary is broken,
// the font's glyphs have boxes that are marked as a guess.
func Load(dict pdf.Value) *Font { return new(Loader).Load(dict) }

// Load is the function Load.
func (l *Loader) Load(dict pdf.Value) *Font {
	f := &Font{loader: l, dict: dict, Matrix: geom.Scaling(perMille, perMille)}
	main := dict // the dictionary that has the widths and the descriptor
	if isComposite(dict) {
		main = descendant(dict)
	}
	f.Kind = kindOf(main)
	f.Name = fontName(main, dict)
	f.Descriptor = readDescriptor(main.Key("FontDescriptor"))
	f.loadStandard()
	f.Embedded = f.Kind == Type3 || f.Descriptor.program().IsStream()
	f.Symbolic = f.isSymbolic()
	switch {
	case isComposite(dict):
		f.loadComposite(main)
	case f.Kind == Type3:
		f.loadType3()
		f.loadSimple()
	default:
		f.loadSimple()
	}
	return f
}

// perMille is the size of a unit of glyph space in text space, except for Type 3 (9.2.4).
const perMille = 0.001

// Next decodes the first code of a shown string, which must not be empty, and
// returns its glyph and the number of bytes it takes, at least 1.
func (f *Font) Next(s []byte) (g *Glyph, n int) {
	if f.composite != nil {
		return f.nextComposite(s)
	}
	var code byte
	if len(s) > 0 {
		code = s[0]
	}
	if g = f.simple.glyphs[code].Load(); g == nil {
		g = f.newSimple(code)
	}
	return g, 1
}

// Err returns the first cap that was hit while the font was read (a
// *pdf.LimitError), or nil. Glyphs made after it may lack what lay beyond.
func (f *Font) Err() error {
	f.loader.mu.Lock()
	defer f.loader.mu.Unlock()
	return f.err
}

// decode returns a stream's bytes, or nil; a cap that is hit is kept for Err.
func (f *Font) decode(v pdf.Value) []byte {
	if !v.IsStream() {
		return nil
	}
	data, err := v.Decode()
	if err != nil {
		f.fail(err)
		return nil
	}
	return data
}

func isComposite(dict pdf.Value) bool {
	return dict.Key("Subtype").Name() == "Type0" || dict.Key("DescendantFonts").Len() > 0
}

// descendant returns the CIDFont of a Type 0 font (9.7.6.2).
func descendant(dict pdf.Value) pdf.Value {
	d := dict.Key("DescendantFonts")
	if d.IsArray() {
		return d.Index(0)
	}
	return d
}

// kindOf names the kind of a simple font or CIDFont; where the subtype says
// nothing, the kind that the entries fit.
func kindOf(dict pdf.Value) Kind {
	switch k := Kind(dict.Key("Subtype").Name()); k {
	case Type1, MMType1, TrueType, Type3, CIDType0, CIDType2:
		return k
	}
	switch {
	case dict.Key("CharProcs").IsDict():
		return Type3
	case dict.Key("CIDSystemInfo").IsDict():
		return CIDType2
	case dict.Key("FontDescriptor").Key("FontFile2").IsStream():
		return TrueType
	}
	return Type1
}
