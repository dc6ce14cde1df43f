package font

import "strings"

// The dashes of T1, where OT1 has a breve and a macron, which only some languages set.
const (
	enDashT1 = 0x15
	emDashT1 = 0x16
)

// firstUpper is the first code that TeX's old encodings do not have.
const firstUpper = 128

// The characters of the codes from firstUpper on, a row for sixteen of them, in the
// European encoding (T1, "Cork") and, as far as Russian has them, in the Cyrillic one
// (T2A). A space stands for what is no character of text there.
const (
	upperT1 = "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔ" +
		"ŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§" +
		"ăąćčďěęğĺľłńňŋőŕ" +
		"řśšşťţűůÿźžżĳ¡¿£" +
		"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ" +
		"ÐÑÒÓÔÕÖŒØÙÚÛÜÝÞẞ" +
		"àáâãäåæçèéêëìíîï" +
		"ðñòóôõöœøùúûüýþß"
	upperT2A = "                " +
		"            Ё№ §" +
		"                " +
		"            ё„«»" +
		"АБВГДЕЖЗИЙКЛМНОП" +
		"РСТУФХЦЧШЩЪЫЬЭЮЯ" +
		"абвгдежзийклмноп" +
		"рстуфхцчшщъыьэюя"
)

// Numbers of letters above ASCII by which a font shows Cyrillic: more than ASCII
// letters, or more small ones than a text in Latin letters has with accents.
const (
	leastCyrillic      = 3
	leastSmallCyrillic = 17
)

// findEncoding finds out which of TeX's encodings a bitmap font has, by the codes that
// have names.
func (b *bitmapFont) findEncoding(names map[byte]string) {
	var old, european, upper, punctuation bool
	var ascii, high, small int
	for code, name := range names {
		if name == ".notdef" {
			continue
		}
		if to, ok := b.moved[code]; ok {
			code = to
		}
		old = old || code >= ligaturesOT1 && code < ligaturesOT1+5
		european = european || code >= ligaturesT1 && code < ligaturesT1+5 || code == enDashT1 || code == emDashT1
		upper = upper || code >= firstUpper
		punctuation = punctuation || code >= ',' && code <= '.'
		switch {
		case isASCIILetter(code):
			ascii++
		case code >= 0xE0:
			small, high = small+1, high+1
		case code >= 0xC0:
			high++
		}
	}
	switch cyrillic := high >= leastCyrillic && high > ascii || small >= leastSmallCyrillic; {
	case upper && cyrillic:
		b.ligatures, b.upper = ligaturesT1, upperT2A
	case upper && ascii > 0: // the symbols that accompany T1 have a font without letters
		b.ligatures, b.upper = ligaturesT1, upperT1
	case !punctuation: // math fonts have other things at the codes of ligatures
	case old:
		b.ligatures = ligaturesOT1
	case european:
		b.ligatures = ligaturesT1
	}
}

// runeAt returns the character with an index in a table, "" where it is a space or not
// in the table.
func runeAt(table string, index int) string {
	for _, r := range table {
		if index == 0 {
			return strings.TrimSpace(string(r))
		}
		index--
	}
	return ""
}
