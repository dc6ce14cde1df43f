package font

import (
	"github.com/paperfit/paperfit/pkg/internal/font/bitmap"
	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// Drawn is how a glyph of a font without names is placed by its shape or those of others,
// in text space at size 1: its own origin may be anywhere.
type Drawn struct {
	Em      float64    // the size of its letters
	Origin  geom.Point // its reference point on the baseline, from the glyph's origin
	Advance float64
}

// drawn are the letters of a Type 3 font without names, by code.
type drawn [256]struct {
	bitmap.Letter
	blank bool // moves the pen alone
}

// leastDrawn is in how many glyphs one has to be read.
const leastDrawn = 3

// looked is what is looked at to tell letters by their shapes.
type looked struct {
	bitmaps int
	bytes   int // of procedures
	pixels  int // that these paint
}

// Caps on what is looked at of a font and of all fonts of a document. Letters of 600 dots
// an inch are of 10,000 pixels; 26 pages were seen to have 600 of 4,000.
var (
	mostOfFont     = looked{bitmaps: 256, bytes: 4 << 20, pixels: 4 << 20}
	mostOfDocument = looked{bitmaps: 1 << 13, bytes: 16 << 20, pixels: 32 << 20}
)

func (l looked) isWithin(most looked) bool {
	return l.bitmaps <= most.bitmaps && l.bytes <= most.bytes && l.pixels <= most.pixels
}

// look counts what is looked at; false where it is too much for the font or its document.
func (l *Loader) look(font *looked, more looked) bool {
	for _, sum := range [...]*looked{font, &l.looked} {
		sum.bitmaps, sum.bytes, sum.pixels = sum.bitmaps+more.bitmaps, sum.bytes+more.bytes, sum.pixels+more.pixels
	}
	within := l.looked.isWithin(mostOfDocument)
	if !within && l.AtCap != nil {
		l.AtCap()
	}
	return within && font.isWithin(mostOfFont)
}

// loadDrawn reads the bitmaps of a Type 3 font whose names and ToUnicode map say nothing,
// when its first glyph is made.
func (f *Font) loadDrawn() {
	s := f.simple
	if s.isDrawn || f.Kind != Type3 {
		return
	}
	s.isDrawn = true
	if !f.isNameless() {
		return
	}
	var codes []byte
	var bitmaps []*bitmap.Bitmap
	var sum looked
	out := new(drawn)
	for code := range 256 {
		proc := f.procOf(s.encoding.diffs[byte(code)])
		data := f.decode(proc)
		if !f.loader.look(&sum, looked{bytes: len(data)}) {
			return
		}
		if b, ok := bitmap.Parse(data); ok {
			if !f.loader.look(&sum, looked{bitmaps: 1, pixels: b.Width * b.Height}) {
				return
			}
			codes, bitmaps = append(codes, byte(code)), append(bitmaps, b)
		}
		out[code].blank = describeProc(proc, data).blank
	}
	read := 0
	for i, l := range bitmap.Read(bitmaps) {
		if out[codes[i]].Letter = l; l.Text != "" {
			read++
		}
	}
	if read > 0 && leastDrawn*read >= len(bitmaps) { // else it is of another design
		s.drawn = out
	}
}

// isNameless reports whether a Type 3 font has no name that stands for a character and no
// ToUnicode map.
func (f *Font) isNameless() bool {
	if f.simple.bitmap.tex || f.simple.encoding.base != nil || !f.dict.Key("ToUnicode").IsNull() {
		return false
	}
	for _, name := range f.simple.encoding.diffs {
		if nameText(name) != "" {
			return false
		}
	}
	return true
}

// readDrawn gives a glyph what its shape says.
func (f *Font) readDrawn(g *Glyph) {
	if f.simple.drawn == nil {
		return
	}
	l := &f.simple.drawn[byte(g.Code)]
	if g.Blank = l.blank; l.Em == 0 {
		return
	}
	size := f.Matrix.ApplyVector(geom.Point{X: l.Advance, Y: l.Em})
	g.Text, g.Guessed = l.Text, true
	g.Drawn = &Drawn{Em: size.Y, Origin: f.Matrix.ApplyVector(geom.Point{X: l.X, Y: l.Y}), Advance: size.X}
}
