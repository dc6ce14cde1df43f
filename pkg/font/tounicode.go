package font

import "unicode/utf16"

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

// text returns the characters of a code, or "" when they are not told.
func (u *toUnicode) text(code uint32) string {
	if u.identity {
		return plainText([]rune{rune(code & 0x1fffff)})
	}
	m, ok := u.cmap.find(code)
	if !ok {
		return ""
	}
	if m.named {
		return nameText(string(m.target))
	}
	runes := utf16Runes(m.target)
	if n := len(runes); n > 0 {
		runes[n-1] += rune(code - m.first)
	}
	return plainText(runes)
}

// utf16Runes decodes UTF-16BE; a single byte, which some writers give, is itself.
func utf16Runes(b []byte) []rune {
	if len(b) == 1 {
		return []rune{rune(b[0])}
	}
	units := make([]uint16, 0, maxNameRunes)
	for ; len(b) >= 2 && len(units) < maxNameRunes; b = b[2:] {
		units = append(units, uint16(b[0])<<8|uint16(b[1]))
	}
	return utf16.Decode(units)
}
