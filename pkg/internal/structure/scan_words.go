package structure

import (
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// behindMark returns what follows the number that a text begins with, and its sign.
func (s *scanned) behindMark() *scanned {
	for i := range s.tokens {
		if s.is(i, '.') || s.is(i, ')') {
			return &scanned{s.text, s.tokens[i+1:]}
		}
	}
	return &scanned{text: s.text}
}

// behindYear returns what follows the year that a text begins with, and its sign; an
// empty text without one.
func (s *scanned) behindYear() *scanned {
	if len(s.tokens) > 2 && s.isYear(0) && (s.is(1, '.') || s.is(1, ',')) {
		return &scanned{s.text, s.tokens[2:]}
	}
	return &scanned{text: s.text}
}

// beginsEmail reports whether the text begins with the word that announces an e-mail
// address, and has one.
func (s *scanned) beginsEmail() bool {
	if strings.IndexByte(s.text, '@') < 0 {
		return false
	}
	head, _, found := strings.Cut(s.text[:min(len(s.text), maxRunIn)], ":")
	word := lexicon.Letters(head)
	return found && (strings.HasPrefix(word, "email") || strings.HasPrefix(word, "correspond"))
}

// isAddress reports whether a text is little else than an address: its fixed pitch
// makes it no code.
func isAddress(s string) bool {
	return strings.Count(s, " ") <= 1 && (strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.HasPrefix(s, "//"))
}

// isStep reports whether a text begins with the number of an algorithm's line, as
// in "12: return".
func isStep(s string) bool {
	end := strings.IndexByte(s, ':')
	return end > 0 && end <= 3 && strings.Trim(s[:end], "0123456789") == "" && strings.HasPrefix(s[end+1:], " ")
}

// holdsSentenceEnd reports whether a sentence ends within a text, and another
// begins: behind a word in small letters, so that initials are none, or a citation.
func holdsSentenceEnd(s string) bool {
	for i := 0; i+2 < len(s); i++ {
		if s[i] != '.' || s[i+1] != ' ' || i < leastLastWord {
			continue
		}
		next, _ := decode(s[i+2:])
		before := s[i-leastLastWord : i]
		if isUpper(next) && (closesCitation(before) || strings.IndexFunc(before, func(r rune) bool { return !isLetter(r) || isUpper(r) }) < 0) {
			return true
		}
	}
	return false
}

// closesCitation reports whether a text ends with a digit in brackets: "[28]", "2019)".
func closesCitation(s string) bool {
	digit := s[len(s)-2]
	return strings.ContainsRune("])", lastRune(s)) && digit >= '0' && digit <= '9'
}

// leastLastWord is how many small letters, in bytes, the last word of a sentence has
// at the least.
const leastLastWord = 4

// citesOthers reports whether the text holds a citation in parentheses by an author and
// others, "(Lovelace et al., 1843": an entry's parentheses hold a year, or a publisher.
func (s *scanned) citesOthers() bool {
	for i := range s.tokens {
		if s.is(i, '(') && s.surname(i+1) && s.kind(i+2, word) && s.word(i+2) == "et" && s.kind(i+3, word) && s.word(i+3) == "al" {
			return true
		}
	}
	return false
}

// mostCitation is how many tokens a citation by author and year has between its
// brackets.
const mostCitation = 10

// cites reports whether the text ends with a citation by author and year in brackets:
// an entry begins with one, and goes on.
func (s *scanned) cites() bool {
	end := len(s.tokens) - 1
	if !s.is(end, ']') {
		return false
	}
	year := false
	for i := end - 1; i > 0 && i >= end-mostCitation; i-- {
		if s.is(i, '[') || s.is(i, ']') {
			return year && s.is(i, '[') && s.surname(i+1)
		}
		year = year || s.isYear(i)
	}
	return year && s.is(0, '[') && end <= mostCitation && s.surname(1)
}
