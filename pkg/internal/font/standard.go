package font

import (
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// standardFont is one of the standard 14 fonts (9.6.2.2): a column of a table
// of metrics.
type standardFont struct {
	table  *string
	column int
}

// The families of the standard 14 fonts, numbered by their first column in
// latin.txt.
const (
	familyCourier   = 0
	familyHelvetica = 4
	familyTimes     = 8
	familySymbol    = 12
	familyDingbats  = 13
)

// familyOf returns the family of the standard 14 fonts that a name in small letters stands
// for: those under which writers name them without embedding them.
func familyOf(name string) (family int, ok bool) {
	switch name {
	case "courier", "couriernew", "courierstd":
		return familyCourier, true
	case "helvetica", "arial":
		return familyHelvetica, true
	case "times", "timesnewroman":
		return familyTimes, true
	case "symbol":
		return familySymbol, true
	case "zapfdingbats", "itczapfdingbats":
		return familyDingbats, true
	}
	return 0, false
}

// findStandard returns the standard font that a PostScript name stands for, or
// nil. "Arial,Bold" is one; "Helvetica-Narrow" and "Arial-Black" are not.
func findStandard(name string) *standardFont {
	family, style := splitStyle(name)
	family = strings.ToLower(family)
	for _, maker := range []string{"mt", "ps"} {
		family = strings.TrimSuffix(family, maker)
	}
	at, ok := familyOf(family)
	bold, italic, plain := parseStyle(style)
	switch {
	case !ok || !plain:
		return nil
	case at == familySymbol:
		return &standardFont{table: &symbolTable}
	case at == familyDingbats:
		return &standardFont{table: &dingbatsTable}
	}
	return latinFont(at, bold, italic)
}

// latinFont returns a text font; the columns of a family are regular, bold,
// italic, bold italic.
func latinFont(family int, bold, italic bool) *standardFont {
	if bold {
		family++
	}
	if italic {
		family += 2
	}
	return &standardFont{table: &latinTable, column: family}
}

// parseStyle reads the style part of a font name; plain reports that nothing but
// weight and slant is in it.
func parseStyle(style string) (bold, italic, plain bool) {
	rest := strings.ToLower(style)
	cut := func(word string) bool {
		var found bool
		rest, found = cutWord(rest, word)
		return found
	}
	bold = cut("bold")
	italic = cut("italic") || cut("oblique")
	for _, word := range []string{"regular", "roman", "normal", "mt", "ps"} {
		cut(word)
	}
	return bold, italic, strings.Trim(rest, ",-") == ""
}

// cutWord takes the first word out of s.
func cutWord(s, word string) (rest string, found bool) {
	before, after, found := strings.Cut(s, word)
	return before + after, found
}

// pi reports whether a font, which may be nil, has pictures in place of letters.
func (s *standardFont) pi() bool { return s != nil && s.table != &latinTable }

// symbol reports whether a font, which may be nil, is Symbol.
func (s *standardFont) symbol() bool { return s != nil && s.table == &symbolTable }

// dingbats reports whether a font, which may be nil, is ZapfDingbats.
func (s *standardFont) dingbats() bool { return s != nil && s.table == &dingbatsTable }

// encoding returns the built-in encoding.
func (s *standardFont) encoding() *encoding {
	switch s.table {
	case &symbolTable:
		return baseEncoding("Symbol")
	case &dingbatsTable:
		return baseEncoding("ZapfDingbats")
	}
	return baseEncoding("Standard")
}

// glyph returns a glyph's width and ink box in text space at size 1; a blank
// glyph has an empty box.
func (s *standardFont) glyph(name string) (width float64, box geom.Rect, ok bool) {
	n, ok := s.row(name)
	if !ok || len(n) != 5 {
		return 0, geom.Empty(), false
	}
	box = geom.Rect{X0: n[1], Y0: n[2], X1: n[3], Y1: n[4]}
	if box.Area() == 0 {
		box = geom.Empty()
	}
	return n[0], box, true
}

// describe fills what a descriptor does not say with the published facts, in
// the order in which gen writes them.
func (s *standardFont) describe(d *Descriptor) {
	n, ok := s.row(".face")
	if !ok || len(n) != 10 || !d.dict.IsNull() {
		return
	}
	d.Ascent, d.Descent, d.CapHeight, d.XHeight = n[0], n[1], n[2], n[3]
	d.ItalicAngle, d.StemV = n[4]/perMille, n[5]
	d.BBox = geom.Rect{X0: n[6], Y0: n[7], X1: n[8], Y1: n[9]}
	if !s.pi() && s.column < familyHelvetica {
		d.flags |= flagFixedPitch
	}
}

// row reads a line of the table, in thousandths.
func (s *standardFont) row(name string) (n []float64, ok bool) {
	line, ok := lookup(*s.table, name)
	if !ok {
		return nil, false
	}
	for word := range strings.FieldsSeq(column(line, s.column)) {
		v, err := strconv.ParseFloat(word, 64)
		if err != nil {
			return nil, false
		}
		n = append(n, v*perMille)
	}
	return n, true
}

// loadStandard finds out whether the font is a standard one.
func (f *Font) loadStandard() {
	f.standard = findStandard(f.Name)
	f.Standard = f.standard != nil
	if f.Standard {
		f.standard.describe(&f.Descriptor)
	}
}

// standIn returns the standard font whose widths serve where the file has none:
// a font that is neither standard nor embedded is drawn with a look-alike by
// every viewer.
func (f *Font) standIn() *standardFont {
	if f.standard != nil {
		return f.standard
	}
	family := familyTimes
	switch {
	case f.FixedPitch():
		family = familyCourier
	case !f.Descriptor.has(flagSerif):
		family = familyHelvetica
	}
	return latinFont(family, f.Bold(), f.Italic())
}
