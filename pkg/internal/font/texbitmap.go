package font

import (
	"strconv"
	"strings"
)

// bitmapFont recognises the Type 3 fonts that dvips and pdfTeX make of TeX's
// bitmap fonts: glyphs are called after their code in the font. TeX's text
// fonts have ASCII letters, figures and most signs at their ASCII codes.
type bitmapFont struct {
	tex       bool // all names are of that kind
	ligatures int  // the code of "ff", followed by fi, fl, ffi, ffl; 0: unknown
}

// The codes of "ff" in TeX's old text encoding (OT1) and the European one (T1).
const (
	ligaturesOT1 = 11
	ligaturesT1  = 27
)

// inspectBitmapFont judges a font by the names of its codes. Names that are the
// characters themselves may all be letters, which glyph lists call so too.
func inspectBitmapFont(names map[byte]string) bitmapFont {
	numbered, literal, unlisted := true, true, false
	var old, european, punctuation bool
	for code, name := range names {
		if name == ".notdef" {
			continue
		}
		numbered = numbered && isNumbered(name, code)
		literal = literal && isLiteral(name, code)
		unlisted = unlisted || nameText(name) == ""
		old = old || code >= ligaturesOT1 && code < ligaturesOT1+5
		european = european || code >= ligaturesT1 && code < ligaturesT1+5
		punctuation = punctuation || code >= ',' && code <= '.'
	}
	b := bitmapFont{tex: len(names) > 0 && (numbered || literal) && unlisted}
	switch {
	case !punctuation: // math fonts have other things at these codes
	case old:
		b.ligatures = ligaturesOT1
	case european:
		b.ligatures = ligaturesT1
	}
	return b
}

// isCounted reports whether the font's procedures have numbers in the order in which
// Ghostscript met the glyphs, from a0 on: they say nothing of the characters. No font
// of TeX's shows all of its first codes, Greek capitals, ligatures and accents.
func (f *Font) isCounted() bool {
	for code := range byte(firstASCII + 1) {
		name := f.simple.encoding.diffs[code]
		if name == "" || !f.procOf(name).IsStream() {
			return false
		}
	}
	return true
}

// firstASCII is the first code that TeX's encodings share with ASCII.
const firstASCII = ' '

// isNumbered reports whether name is "a" and the code.
func isNumbered(name string, code byte) bool {
	digits, ok := strings.CutPrefix(name, "a")
	n, err := strconv.Atoi(digits)
	return ok && err == nil && n == int(code)
}

// isLiteral reports whether name is the character of the code itself, as early
// versions of dvips have it: "(", or in hexadecimal, where an early Distiller took the
// escape of PDF for a part of the name: "#28".
func isLiteral(name string, code byte) bool {
	if len(name) == 1 {
		return name[0] == code
	}
	hex, ok := strings.CutPrefix(name, "#")
	n, err := strconv.ParseUint(hex, 16, 8)
	return ok && len(hex) == 2 && err == nil && byte(n) == code
}

// text returns the character of a code where OT1, T1 and ASCII agree on it, or
// where it is known which of them the font has.
func (b bitmapFont) text(code byte) string {
	switch i := int(code) - b.ligatures; {
	case !b.tex:
		return ""
	case b.ligatures > 0 && i >= 0 && i < 5:
		return ligatures[i]
	case b.ligatures == ligaturesOT1 && signsOT1[code] != "":
		return signsOT1[code]
	case b.ligatures == ligaturesT1 && signsT1[code] != "":
		return signsT1[code]
	case code == '\'':
		return "’"
	case code == '`':
		return "‘"
	case code >= '0' && code <= '9', code >= 'A' && code <= 'Z', code >= 'a' && code <= 'z':
		return string(rune(code))
	case strings.IndexByte("!#$%&()*+,-./:;=?@[]", code) >= 0:
		return string(rune(code))
	}
	return ""
}

// The dashes and double quotes, which the two encodings have elsewhere.
var (
	signsOT1 = [256]string{'"': "”", '\\': "“", '{': "–", '|': "—"}
	signsT1  = [256]string{0x10: "“", 0x11: "”", 0x15: "–", 0x16: "—"}
)
