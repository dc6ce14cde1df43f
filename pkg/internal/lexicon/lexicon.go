// Package lexicon holds the words by which parts of a paper are recognised, in the
// languages that papers are written in. Headings are compared without case, accents,
// spaces, digits and punctuation, since they are numbered, letter-spaced and set in
// small capitals.
package lexicon

import (
	"unicode"
	"unicode/utf8"
)

// Letters returns the letters of s in lower case, without accents.
func Letters(s string) string {
	i := 0
	for i < len(s) && 'a' <= s[i] && s[i] <= 'z' {
		i++
	}
	if i == len(s) {
		return s // as most words are
	}
	out := append(make([]byte, 0, MaxHeading), s[:i]...)
	for ; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return string(AppendLetters(out, s[i:]))
		}
		if c := s[i] | smallLetter; 'a' <= c && c <= 'z' {
			out = append(out, c)
		}
	}
	return string(out)
}

// HasLetters reports whether the letters of s have so many bytes at least.
func HasLetters(s string, least int) bool {
	var buf [utf8.UTFMax]byte
	for _, r := range s {
		if least <= 0 {
			break
		}
		least -= len(appendLetter(buf[:0], r))
	}
	return least <= 0
}

// smallLetter is the bit by which small letters of ASCII differ from capitals.
const smallLetter = 'a' - 'A'

// The modifier letters: Unicode counts "ˆ" and "ˇ" as letters, which old fonts set as accents.
const firstModifier, lastModifier = 0x2B0, 0x2FF

// appendLetter appends a letter as Letters gives it, and nothing for other signs.
func appendLetter(buf []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if c := byte(r) | smallLetter; 'a' <= c && c <= 'z' {
			buf = append(buf, c)
		}
		return buf
	}
	return appendBeyondASCII(buf, r)
}

// appendBeyondASCII is appendLetter for the rest.
func appendBeyondASCII(buf []byte, r rune) []byte {
	if unicode.IsLetter(r) && (r < firstModifier || r > lastModifier) {
		buf = utf8.AppendRune(buf, folded(r))
	}
	return buf
}

// folded returns a letter in lower case and without its accent: old fonts set
// accents as signs of their own, "Bibliograf´ıa".
func folded(r rune) rune {
	r = unicode.ToLower(r)
	if r < utf8.RuneSelf {
		return r
	}
	switch r {
	case 'à', 'á', 'â', 'ã', 'ä', 'å':
		return 'a'
	case 'ç':
		return 'c'
	case 'è', 'é', 'ê', 'ë':
		return 'e'
	case 'ì', 'í', 'î', 'ï', 'ı':
		return 'i'
	case 'ñ':
		return 'n'
	case 'ò', 'ó', 'ô', 'õ', 'ö', 'ø':
		return 'o'
	case 'ù', 'ú', 'û', 'ü':
		return 'u'
	case 'ý', 'ÿ':
		return 'y'
	}
	return r
}

// AllCapitals reports whether s has letters and all of them are capitals.
func AllCapitals(s string) bool {
	seen := false
	for _, r := range s {
		if r < utf8.RuneSelf {
			if 'a' <= r && r <= 'z' {
				return false
			}
			seen = seen || 'A' <= r && r <= 'Z'
			continue
		}
		if unicode.IsLower(r) {
			return false
		}
		seen = seen || unicode.IsUpper(r)
	}
	return seen
}

// FormulaSource is the name of the element in which LaTeXiT leaves the source of a
// formula behind it.
const FormulaSource = "latexit"

// AppendLetters appends what Letters returns.
func AppendLetters(buf []byte, s string) []byte {
	for _, r := range s {
		buf = appendLetter(buf, r)
	}
	return buf
}
