package scan

import (
	"slices"
	"strings"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// initial reports whether tokens i and i+1 are an initial: "A.".
func (s *Text) initial(i int) bool {
	return s.kind(i, word) && s.tokens[i].runes == 1 && s.tokens[i].capital && s.is(i+1, '.') && !s.tokens[i+1].spaced
}

// surname reports whether token i may be a family name.
func (s *Text) surname(i int) bool {
	return s.kind(i, word) && s.tokens[i].capital && s.tokens[i].runes > 1
}

// initials returns the index after the initials that begin at token i.
func (s *Text) initials(i int) int {
	for {
		switch {
		case s.initial(i):
			i += 2
		case s.is(i, '-') && s.initial(i+1):
			i += 3
		case s.is(i, '~'):
			i++
		default:
			return i
		}
	}
}

// Names counts names with initials, either way round: "A. Lovelace", "Lovelace,
// A.".
func (s *Text) Names() int {
	n := 0
	for i := 0; i < len(s.tokens); i++ {
		if s.tokens[i].kind != word || !s.tokens[i].capital {
			continue
		}
		if s.initial(i) {
			if end := s.initials(i); s.surname(end) {
				n++
				i = end
			}
			continue
		}
		if s.surname(i) && s.is(i+1, ',') && s.initial(i+2) && s.tokens[i+2].spaced {
			n++
			i = s.initials(i+2) - 1
			continue
		}
		if end := s.nameLast(i); end > 0 {
			n++
			i = end - 1
		}
	}
	return n
}

// nameLast returns the index after the name that begins at token i with the family
// name and goes on, without a comma, with the initials: "Lovelace AB", "Lovelace
// A.B."; 0 where none does. Capitals behind a word may be a number, "Table II", or
// letters of their own, "Loom IP": what follows tells.
func (s *Text) nameLast(i int) int {
	if !s.surname(i) || !s.tokens[i].lower || !s.kind(i+1, word) || !s.tokens[i+1].spaced {
		return 0
	}
	if end := s.initials(i + 1); end > i+1 {
		if end > i+3 || s.is(end, ',') || s.is(i-1, ',') && s.is(i-2, '.') {
			return end
		}
		return 0
	}
	if !s.bareInitials(i+1) || s.isCaptionWord(i) {
		return 0
	}
	joined := s.kind(i+2, word) && s.word(i+2) == "and" && (s.kind(i+3, number) || s.bareName(i+3))
	another := s.is(i+2, ',') && s.bareName(i+3) && s.word(i) != s.word(i+3)
	dated := s.is(i+2, '(') && i+3 < len(s.tokens) && s.isYear(i+3)
	last := s.is(i-1, ',') && s.bareInitials(i-2) && (s.is(i+2, ',') || s.is(i+2, '.') || s.is(i+2, '('))
	if joined || another || dated || last {
		return i + 2
	}
	return 0
}

// bareName reports whether a family name and initials without full stops begin at
// token i.
func (s *Text) bareName(i int) bool {
	return s.surname(i) && s.tokens[i].lower && s.bareInitials(i+1)
}

// bareInitials reports whether token i is initials without full stops.
func (s *Text) bareInitials(i int) bool {
	return s.kind(i, word) && s.tokens[i].runes <= mostInitials && lexicon.AllCapitals(s.word(i))
}

// mostInitials is how many initials a name has at the most.
const mostInitials = 3

// BeginsWithName reports whether a text begins as an entry without a mark does,
// with its first author.
func (s *Text) BeginsWithName() bool {
	if len(s.tokens) < 3 {
		return false
	}
	i := 0
	if s.kind(0, word) && !s.tokens[0].capital { // "van Gogh"
		i = 1
	}
	switch {
	case s.surname(i) && s.is(i+1, ',') && s.kind(i+2, word) && s.tokens[i+2].spaced && s.tokens[i+2].capital:
		return s.initial(i+2) || s.tokens[i+2].lower
	case s.nameLast(i) > 0:
		return true
	case i > 0:
		return false
	case s.initial(0):
		end := s.initials(0)
		return s.surname(end) && s.endsName(end+1)
	case s.surname(0) && s.tokens[0].lower:
		end := s.initials(1)
		if end == 1 && s.surname(1) && s.tokens[1].lower && s.surname(2) { // two given names, or surnames
			end = 2
		}
		return s.surname(end) && s.tokens[end].lower && s.endsName(end+1)
	}
	return false
}

// endsName reports whether a name may end before token i: a comma, "and", "et al", or the
// year of the entry.
func (s *Text) endsName(i int) bool {
	switch {
	case s.is(i, '.'):
		return s.kind(i+1, number) && s.isYear(i+1)
	case s.kind(i, word):
		return s.word(i) == "and" || s.word(i) == "et" && s.kind(i+1, word) && s.word(i+1) == "al"
	}
	return s.is(i, ',')
}

// BeginsWithCapitals reports whether a text begins with a name in capitals, set off by
// a comma: "ADA K. LOVELACE, Mill of Lyon".
func (s *Text) BeginsWithCapitals() bool {
	words := 0
	for i := range s.tokens {
		switch t := &s.tokens[i]; {
		case t.kind == word && lexicon.AllCapitals(s.word(i)):
			words++
		case s.is(i, ','):
			return words >= leastNameWords && s.tokens[0].kind == word && s.tokens[0].runes > 1
		case !s.is(i, '.'):
			return false
		}
	}
	return false
}

// BeginsAffiliation reports whether a text begins with the mark of an affiliation and
// its first word: "1Institute of Looms".
func (s *Text) BeginsAffiliation() bool {
	return s.kind(0, number) && s.kind(1, word) && s.tokens[1].capital && s.tokens[1].lower && !s.tokens[1].spaced
}

// How the biography of an author begins: "Ada A. Lovelace (M’42) received the …".
const (
	leastNameWords = 2
	mostNameWords  = 6  // initials and particles included
	mostGrade      = 40 // bytes of the grades of membership in brackets
)

// IsFullName reports whether a text is a person's name: words with capitals, with
// particles in small letters between them.
func IsFullName(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '.' || r == ',' })
	capitals := 0
	for i, w := range words {
		if strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("-'’‐", r) }) {
			return false
		}
		switch {
		case BeginsLarge(w):
			capitals++
		case i == 0 || i == len(words)-1:
			return false
		}
	}
	return capitals >= leastNameWords && len(words) <= mostNameWords && !strings.HasSuffix(strings.TrimSpace(s), ".")
}

// TellsOfLife reports whether a text begins with the verb of a biography, behind
// grades of membership in brackets perhaps.
func TellsOfLife(s string) bool {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "(") {
		end := strings.IndexByte(s, ')')
		if end < 0 || end > mostGrade {
			return false
		}
		s = s[end+1:]
	}
	words := strings.Fields(s)
	return len(words) > 1 && slices.Contains(lexicon.LifeWords, words[0])
}
