package measure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// words counts the words of the running text, headings, title and abstract: runs
// of at least two letters or digits, a word that is parted at the end of a line
// once. The reference list, captions, tables, code and figures are not counted.
// It is unknown where the references are, where there is no text, or none that can
// be read.
func words(l *structure.Structure, u Unread) Number {
	if u.Text.Kind != "" || l.Body.Size == 0 || l.References.Status == structure.Unclear {
		return Number{}
	}
	n, parted := 0, false
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			switch line.Role {
			case structure.Body, structure.List, structure.Heading, structure.Title, structure.Abstract, structure.Footnote:
			default:
				continue
			}
			if line.Rotated {
				continue
			}
			found := wordsIn(line.Text)
			if parted && found > 0 {
				found--
			}
			n += found
			parted = strings.HasSuffix(strings.TrimSpace(line.Text), "-")
		}
	}
	return known(float64(n))
}

// minWord is the least number of letters and digits of a word.
const minWord = 2

// isPlain reports whether a byte is a letter or digit of ASCII.
func isPlain(c byte) bool { return c|smallLetter-'a' <= 'z'-'a' || c-'0' <= '9'-'0' }

// isForeign reports whether another sign is a letter or digit.
func isForeign(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func wordsIn(text string) int {
	n, long := 0, 0
	for i := 0; i < len(text); {
		if isPlain(text[i]) { // most
			long++
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch {
		case r == '\'' || r == '’' || r == '-':
		case r > unicode.MaxASCII && isForeign(r):
			long++
		default:
			if long >= minWord {
				n++
			}
			long = 0
		}
	}
	if long >= minWord {
		n++
	}
	return n
}
