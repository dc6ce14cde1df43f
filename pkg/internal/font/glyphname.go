package font

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// nameText returns the characters that a glyph name stands for, or "": after
// the Adobe Glyph List Specification, 2 ("f_i.alt" is "fi"), with the names of
// TeX's fonts beside those of the list. A name with a part that is in no list is
// none of a character.
func nameText(name string) string {
	if len(name) > maxGlyphNameSize {
		return ""
	}
	if len(name) == 1 && isASCIILetter(name[0]) { // most glyphs by far
		return name
	}
	name, _, _ = strings.Cut(name, ".")
	if name == "" {
		return ""
	}
	var out []rune
	for part := range strings.SplitSeq(name, "_") {
		runes := partRunes(part)
		if runes == nil { // "c_12" and "g_d0_f1" are numbers, no ligatures
			return ""
		}
		out = append(out, runes...)
		if len(out) > maxNameRunes {
			return ""
		}
	}
	return plainText(out)
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// partRunes maps one component of a glyph name.
func partRunes(name string) []rune {
	if r := listed(name); r != nil {
		return r
	}
	if r := uniName(name); r != nil {
		return r
	}
	for _, size := range []string{"bigg", "Bigg", "big", "Big", "text", "display"} {
		if base, ok := strings.CutSuffix(name, size); ok && base != "" { // cmex
			return listed(base)
		}
	}
	return nil
}

// listed looks a name up in the tables; nil when it is in none. TeX's names come before
// the characters that the glyph list has in private use.
func listed(name string) []rune {
	line, ok := lookup(glyphListTable, name)
	if !ok || line >= firstPrivate {
		if known, isTeX := lookup(texNameTable, name); isTeX {
			line = known
		}
	}
	return hexRunes(line)
}

// firstPrivate is the first character in private use, as tables have it.
const firstPrivate = "E000"

// hexRunes reads "0041 0301".
func hexRunes(line string) (out []rune) {
	for word := range strings.FieldsSeq(line) {
		if r, err := strconv.ParseUint(word, 16, 21); err == nil {
			out = append(out, rune(r))
		}
	}
	return out
}

// uniName reads "uni" with groups of four hexadecimal capitals, or "u" with
// four to six of them; nil for other names.
func uniName(name string) []rune {
	if hex, ok := strings.CutPrefix(name, "uni"); ok && len(hex) >= 4 && len(hex)%4 == 0 && isHex(hex) {
		var out []rune
		for ; hex != "" && len(out) <= maxNameRunes; hex = hex[4:] {
			out = append(out, hexRunes(hex[:4])...)
		}
		return out
	}
	if hex, ok := strings.CutPrefix(name, "u"); ok && len(hex) >= 4 && len(hex) <= 6 && isHex(hex) {
		return hexRunes(hex)
	}
	return nil
}

// isHex also takes small letters, which the specification does not: some
// writers use them, and no other name looks like that.
func isHex(s string) bool {
	for i := range len(s) {
		c := s[i]
		if (c < '0' || c > '9') && (c < 'A' || c > 'F') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

// plainText writes characters so that words can be recognised: Latin ligatures
// as their letters, and the small capitals and old-style figures that the glyph
// list keeps at U+F7xx as letters and figures. Private, invalid and replacement
// characters stand for nothing known: with one of them there is no text.
func plainText(in []rune) string {
	var out strings.Builder
	for _, r := range in {
		switch {
		case r >= 0xfb00 && r <= 0xfb06:
			out.WriteString(ligatures[r-0xfb00])
		case r > 0xf720 && r <= 0xf7ff:
			out.WriteRune(r & 0xff)
		case !known(r):
			return ""
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// ligatures are the letters of U+FB00 to U+FB06.
var ligatures = [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}

// known reports whether a character says what it is.
func known(r rune) bool {
	switch {
	case r < ' ' && !partsWords(r), r >= 0x7f && r < 0xa0, r == utf8.RuneError, !utf8.ValidRune(r): // control characters too
		return false
	case r >= 0xe000 && r <= 0xf8ff, r >= 0xf0000: // private use
		return false
	}
	return r&0xfffe != 0xfffe // U+xxFFFE and U+xxFFFF are not characters
}

// partsWords reports whether a control character parts words.
func partsWords(r rune) bool { return r >= '\t' && r <= '\r' }

// dingbatText returns the character of a ZapfDingbats glyph. The Dingbats block
// of Unicode follows the font's encoding; what it shares with other blocks and
// the brackets stand elsewhere.
func dingbatText(name string) string {
	for code, n := range baseEncoding("ZapfDingbats") {
		if n == name && n != "" {
			return string(dingbatRune(code))
		}
	}
	return nameText(name)
}

func dingbatRune(code int) rune {
	for _, moved := range movedDingbats {
		if int(moved.code) == code {
			return moved.to
		}
	}
	switch {
	case code == ' ':
		return ' '
	case code >= 0x80 && code <= 0x8d: // brackets
		return rune(code - 0x80 + 0x2768)
	case code >= 0xac && code <= 0xb5: // circled figures
		return rune(code - 0xac + 0x2460)
	case code >= 0xa1:
		return rune(code - 0xa1 + 0x2761)
	}
	return rune(code - 0x21 + 0x2701)
}

// movedDingbats are the glyphs whose characters were in Unicode already.
var movedDingbats = [...]struct {
	code byte
	to   rune
}{
	{0x25, 0x260e}, {0x2a, 0x261b}, {0x2b, 0x261e}, {0x48, 0x2605}, {0x6c, 0x25cf}, {0x6e, 0x25a0},
	{0x73, 0x25b2}, {0x74, 0x25bc}, {0x75, 0x25c6}, {0x77, 0x25d7}, {0xa8, 0x2663}, {0xa9, 0x2666},
	{0xaa, 0x2665}, {0xab, 0x2660}, {0xd5, 0x2192}, {0xd6, 0x2194}, {0xd7, 0x2195},
}
