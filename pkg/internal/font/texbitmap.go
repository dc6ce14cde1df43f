package font

import (
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/font/face"
)

// bitmapFont recognises the Type 3 fonts that dvips and pdfTeX make of TeX's
// bitmap fonts: glyphs are called after their code in the font. TeX's text
// fonts have ASCII letters, figures and most signs at their ASCII codes.
type bitmapFont struct {
	tex       bool          // all names are of that kind
	fixed     bool          // of fixed pitch: all signs of ASCII are at their codes
	moved     map[byte]byte // from codes to those in TeX's font, where they are others; else nil
	ligatures int           // the code of "ff", followed by fi, fl, ffi, ffl; 0: unknown
	upper     string        // the characters of the codes from 128 on; "": unknown
}

// The codes of "ff" in TeX's old text encoding (OT1) and the European one (T1).
const (
	ligaturesOT1 = 11
	ligaturesT1  = 27
)

// inspectBitmapFont judges a Type 3 font by the names of its codes.
func (f *Font) inspectBitmapFont() (b bitmapFont) {
	names := f.simple.encoding.diffs
	switch {
	case spellCodes(names):
		b.tex = !f.isCounted()
		b.fixed, _ = f.pitchOfWidths()
	default:
		if b.moved = movedLiterals(names); b.moved != nil {
			b.tex = true
			break
		}
		b.moved = movedCodes(names)
		b.tex = b.moved != nil && f.fitsFace(b.moved)
	}
	b.findEncoding(names)
	return b
}

// spellCodes reports whether all names are their codes, in one of the ways of dvips and dvipdfm.
// Names that are in the glyph lists, too, as those of letters, tell nothing alone.
func spellCodes(names map[byte]string) bool {
	for _, isCode := range [...]func(name string, code byte) bool{isNumbered, isLiteral, isDigits, isDecimal, isHexadecimal} {
		all := true
		for code, name := range names {
			if all = name == ".notdef" || isCode(name, code); !all {
				break
			}
		}
		if all && hasUnlisted(names) {
			return true
		}
	}
	return false
}

// hasUnlisted reports whether a name is in no glyph list.
func hasUnlisted(names map[byte]string) bool {
	for _, name := range names {
		if name != ".notdef" && nameText(name) == "" {
			return true
		}
	}
	return false
}

// controls are the characters that Ghostscript takes names of two digits for: CR, FF and
// the other control characters, CL, DZ and AE.
const controls = "\b\f\r\x19\x1c\x1d℄ǱÆ"

// isMistaken reports whether the text that ToUnicode gives a code comes of its name, two
// digits that Ghostscript took for the name of a character.
func (f *Font) isMistaken(text, name string, code byte) bool {
	return f.Kind == Type3 && f.simple.bitmap.tex && isDigits(name, code) && text != "" && strings.Contains(controls, text)
}

// isDecimal reports whether name is the code alone. Who counts glyphs begins with the
// first codes, which TeX's fonts of letters leave out.
func isDecimal(name string, code byte) bool {
	return code >= ligaturesOT1 && name == strconv.Itoa(int(code))
}

// isHexadecimal reports whether name is "x" and the code in hexadecimal, as in dvipdfm,
// or in two digits, as in dvipdfmx.
func isHexadecimal(name string, code byte) bool {
	digits, ok := strings.CutPrefix(name, "x")
	n, err := strconv.ParseUint(digits, 16, 8)
	return ok && err == nil && byte(n) == code
}

// movedCodes returns the codes that names are in decimals, where all are: whoever
// numbers a font's glyphs anew may keep the old codes as names. Or they are the numbers
// of glyphs, which say nothing.
func movedCodes(names map[byte]string) map[byte]byte {
	moved := make(map[byte]byte, len(names))
	for code, name := range names {
		if name == ".notdef" {
			continue
		}
		n, err := strconv.ParseUint(name, 10, 8)
		if err != nil {
			return nil
		}
		moved[code] = byte(n)
	}
	return moved
}

// movedLiterals returns the codes that names are the characters of, where all are and
// one is in no glyph list: "." or "1".
func movedLiterals(names map[byte]string) map[byte]byte {
	moved := make(map[byte]byte, len(names))
	for code, name := range names {
		if name == ".notdef" {
			continue
		}
		to, ok := literal(name)
		if !ok {
			return nil
		}
		moved[code] = to
	}
	if !hasUnlisted(names) {
		return nil
	}
	return moved
}

// fitsFace reports whether letters at these codes have the advances of a known face.
func (f *Font) fitsFace(moved map[byte]byte) bool {
	var letters []face.Drawn
	for code, to := range moved {
		w, _ := f.simple.width(code, 0)
		if at := strings.IndexByte(face.Letters, to); at >= 0 && w > 0 {
			letters = append(letters, face.Drawn{Letter: at, Program: w})
		}
	}
	return face.IsKnown(letters)
}

// isCounted reports whether the font's procedures have numbers in the order in which
// Ghostscript met the glyphs, from a0 on, with few left out: they say nothing of the
// characters. No font of TeX's shows most of its first codes, Greek capitals, ligatures
// and accents.
func (f *Font) isCounted() bool {
	last, n := 0, 0
	for code, name := range f.simple.encoding.diffs {
		if f.procOf(name).IsStream() {
			last = max(last, int(code))
			if code <= firstASCII {
				n++
			}
		}
	}
	return last >= ligaturesOT1 && n >= mostCounted*(min(last, firstASCII)+1)/4
}

// mostCounted is how many of four codes a font has that is counted.
const mostCounted = 3

// firstASCII is the first code that TeX's encodings share with ASCII.
const firstASCII = ' '

// isNumbered reports whether name is "a" and the code.
func isNumbered(name string, code byte) bool {
	digits, ok := strings.CutPrefix(name, "a")
	n, err := strconv.Atoi(digits)
	return ok && err == nil && n == int(code)
}

// isLiteral reports whether name is the character of the code itself. No name of PDF's
// has a zero byte.
func isLiteral(name string, code byte) bool {
	c, ok := literal(name)
	return ok && (c == code || code == 0 && name == "?")
}

// literal returns the character that is the name in early versions of dvips: "(", or in
// hexadecimal, where an early Distiller took the escape of PDF for a part of the name:
// "#28". A semicolon stands twice.
func literal(name string) (c byte, ok bool) {
	if len(name) == 1 || name == ";;" {
		return name[0], true
	}
	hex, ok := strings.CutPrefix(name, "#")
	n, err := strconv.ParseUint(hex, 16, 8)
	return byte(n), ok && len(hex) == 2 && err == nil
}

// isDigits reports whether name is the code in two digits of base 36, as dvips has it
// since 5.83, the first one in letters alone: "CP" is 97.
func isDigits(name string, code byte) bool {
	const first, base = 'A', 36
	if len(name) != 2 {
		return false
	}
	low, err := strconv.ParseUint(name[1:], base, 8)
	return err == nil && name == strings.ToUpper(name) && int(name[0])-first == int(code)/base && int(low) == int(code)%base
}

// text returns the character of a code of the PDF.
func (b *bitmapFont) text(code byte) string {
	switch to, ok := b.moved[code]; {
	case !b.tex:
		return ""
	case ok:
		return b.textOf(to)
	}
	return b.textOf(code)
}

// textOf returns the character of a code where OT1, T1 and ASCII agree on it, or
// where it is known which of them the font has.
func (b *bitmapFont) textOf(code byte) string {
	switch i := int(code) - b.ligatures; {
	case code >= firstUpper:
		return runeAt(b.upper, int(code-firstUpper))
	case b.ligatures > 0 && i >= 0 && i < 5:
		return ligatures[i]
	case b.fixed && strings.IndexByte("\"<>\\^_{|}~", code) >= 0:
		return string(rune(code))
	case b.ligatures == ligaturesOT1 && signsOT1[code] != "":
		return signsOT1[code]
	case b.ligatures == ligaturesT1 && signsT1[code] != "":
		return signsT1[code]
	case code == '\'':
		return "’"
	case code == '`':
		return "‘"
	case code >= '0' && code <= '9', isASCIILetter(code):
		return string(rune(code))
	case strings.IndexByte("!#$%&()*+,-./:;=?@[]", code) >= 0:
		return string(rune(code))
	}
	return ""
}

// The dashes, quotes and letters without dots, which the two encodings have elsewhere.
var (
	signsOT1 = [256]string{'"': "”", '\\': "“", '{': "–", '|': "—"}
	signsT1  = [256]string{
		0x0D: "‚", 0x0E: "‹", 0x0F: "›", 0x10: "“", 0x11: "”", 0x12: "„", 0x13: "«", 0x14: "»",
		enDashT1: "–", emDashT1: "—", 0x19: "ı", 0x1A: "ȷ",
	}
)
