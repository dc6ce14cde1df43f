package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// NumberEnd returns where the number that a heading begins with ends, spaces
// behind it included: "3.1 ", "IV. ", "A) ", "§ 2 "; 0 where there is none.
func NumberEnd(s string) int {
	i := skipSpaces(s, 0)
	if strings.HasPrefix(s[i:], "§") {
		i = skipSpaces(s, i+len("§"))
	}
	core := headingNumber(s, i)
	if core == i {
		return 0
	}
	end := core
	if end < len(s) && strings.IndexByte(".):", s[end]) >= 0 {
		end++
	}
	if after := skipSpaces(s, end); after > core {
		return after
	}
	return 0
}

// headingNumber returns where the number that begins at s[i] ends: digits with
// full stops, Roman digits, a capital with digits.
func headingNumber(s string, i int) int {
	end := i
	switch {
	case i >= len(s), s[i] >= 'a', isSpaced(s[i:]): // most lines begin small
		return i
	case isDigit(s[i]):
		end = skipDigits(s, i)
	case strings.IndexByte("IVXLC", s[i]) >= 0:
		for end < len(s) && strings.IndexByte("IVXLC", s[end]) >= 0 {
			end++
		}
		if end == i+1 { // a letter perhaps
			end = skipSubnumbers(s, end)
		}
		return end
	case s[i] >= 'A' && s[i] <= 'Z':
		end++
	default:
		return i
	}
	return skipSubnumbers(s, end)
}

// isSpaced reports whether a text begins with a word whose letters are set apart:
// "A B S T R A C T".
func isSpaced(s string) bool {
	return len(s) > 3 && isCapital(s[0]) && s[1] == ' ' && isCapital(s[2]) && s[3] == ' '
}

// skipSubnumbers returns the index after ".1.2" at s[i].
func skipSubnumbers(s string, i int) int {
	for i+1 < len(s) && s[i] == '.' && isDigit(s[i+1]) {
		i = skipDigits(s, i+1)
	}
	return i
}

func skipDigits(s string, i int) int {
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	return i
}

func isCapital(b byte) bool { return b >= 'A' && b <= 'Z' }

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func skipSpaces(s string, i int) int {
	for i < len(s) && s[i] == ' ' {
		i++
	}
	return i
}

// Unnumbered returns a heading's text without its number.
func Unnumbered(s string) string {
	if end := NumberEnd(s); end < len(s) {
		return s[end:]
	}
	return s
}

// SplitHeading parts a heading's number ("3.1", "IV", "A") from its title; number
// is "" when it has none.
func SplitHeading(s string) (number, title string) {
	title = Unnumbered(s)
	return strings.TrimRight(strings.TrimSpace(s[:len(s)-len(title)]), ".:)"), strings.TrimSpace(title)
}

// IsLettered reports whether a heading begins with a letter as appendices are
// numbered, and a capital behind it: "A Proofs", "B.2. More".
func IsLettered(s string) bool {
	i := skipSpaces(s, 0)
	if i >= len(s) || s[i] < 'A' || s[i] > 'H' || isSpaced(s[i:]) {
		return false
	}
	return numberedWith(s, skipSubnumbers(s, i+1))
}

// IsNumbered reports whether a heading begins with digits or Roman digits, and a
// capital behind them.
func IsNumbered(s string) bool {
	i := skipSpaces(s, 0)
	if i >= len(s) || !isDigit(s[i]) && strings.IndexByte("IVX", s[i]) < 0 {
		return false
	}
	return numberedWith(s, headingNumber(s, i))
}

func numberedWith(s string, end int) bool {
	if end < len(s) && strings.IndexByte(".):", s[end]) >= 0 {
		end++
	}
	after := skipSpaces(s, end)
	if after == end {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[after:])
	return unicode.IsUpper(r)
}
