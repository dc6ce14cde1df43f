package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// NoBreak is a blank where no line ends. It is written as a common blank.
const NoBreak = "\u00a0"

// Printable replaces what could steer a terminal: file names, font names and
// quotations come from strangers.
func Printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case !unicode.IsPrint(r) && string(r) != NoBreak:
			return utf8.RuneError
		}
		return r
	}, text)
}

// Cut shortens a text to n characters, but to 8 at least.
func Cut(s string, n int) string {
	r := []rune(s)
	if len(r) <= max(n, 8) {
		return s
	}
	return string(r[:max(n, 8)-1]) + "…"
}
