package font

import (
	"unicode/utf16"
	"unicode/utf8"
)

// toUnicode gives codes their characters from a font's ToUnicode entry (9.10.3).
type toUnicode struct {
	cmap     *cmap
	identity bool // codes are UTF-16 themselves: ToUnicode is the name Identity-H
}

// loadUnicode reads the ToUnicode entry when the first glyph is made.
func (f *Font) loadUnicode() *toUnicode {
	if f.unicode != nil {
		return f.unicode
	}
	v := f.dict.Key("ToUnicode")
	f.unicode = &toUnicode{}
	switch {
	case v.IsStream():
		f.unicode.cmap = f.loadCMap(v, 0)
	case v.IsName():
		f.unicode.identity = true
	}
	return f.unicode
}

// unicodeText returns the characters that ToUnicode gives a code, or "". Word
// writes the codes of Symbol as private characters, U+F000 and the code.
func (f *Font) unicodeText(code uint32) string {
	u := f.loadUnicode()
	runes := u.runes(code)
	if len(runes) == 1 && runes[0]&^0xff == 0xf000 && f.standard.symbol() {
		return nameText(baseEncoding("Symbol")[runes[0]&0xff])
	}
	return plainText(runes)
}

// runes returns the characters of a code as the file gives them.
func (u *toUnicode) runes(code uint32) []rune {
	if u.identity {
		return []rune{rune(code & 0x1fffff)}
	}
	m, ok := u.cmap.find(code)
	if !ok {
		return nil
	}
	if m.named {
		return []rune(nameText(string(m.target)))
	}
	runes := utf16Runes(m.target)
	if n := len(runes); n > 0 {
		runes[n-1] += rune(code - m.first)
	}
	return runes
}

// utf16Runes decodes UTF-16BE; a single byte, which some writers give, is itself.
func utf16Runes(b []byte) []rune {
	if len(b) == 1 {
		return []rune{rune(b[0])}
	}
	b = b[:min(len(b)&^1, 2*maxNameRunes)]
	runes := make([]rune, 0, len(b)/2)
	for len(b) > 0 {
		r := rune(b[0])<<8 | rune(b[1])
		if b = b[2:]; utf16.IsSurrogate(r) {
			low := rune(-1)
			if len(b) > 0 {
				low = rune(b[0])<<8 | rune(b[1])
			}
			if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
				b = b[2:]
			}
		}
		runes = append(runes, r)
	}
	return runes
}
