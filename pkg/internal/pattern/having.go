package pattern

import "strings"

// possible reports whether s holds one of the words that every match has, or a letter
// beyond ASCII that may be one of theirs.
func (p *Pattern) possible(s string) bool {
	if p.words == nil {
		return true
	}
	for i := range len(s) {
		if p.first[s[i]] && p.begins(s[i:]) {
			return true
		}
	}
	return false
}

// The two characters beyond ASCII that regular expressions take for one of its letters in
// another case.
const longS, kelvin = "\u017f", "\u212a"

// firstOf tells the bytes that words begin with, in letters of any case, and those of the
// characters beyond ASCII.
func firstOf(words []string) *[256]bool {
	first := new([256]bool)
	for _, w := range words {
		first[w[0]], first[w[0]&^smallLetter] = true, true
	}
	for _, odd := range []string{longS, kelvin} {
		first[odd[0]] = true
	}
	return first
}

// begins reports whether s begins with one of the words or characters.
func (p *Pattern) begins(s string) bool {
	for _, w := range p.words {
		if len(s) >= len(w) && equalFold(s[:len(w)], w) {
			return true
		}
	}
	return strings.HasPrefix(s, longS) || strings.HasPrefix(s, kelvin)
}

// smallLetter is the bit by which small letters of ASCII differ from capitals.
const smallLetter = 'a' - 'A'

// equalFold reports whether s, which is as long as the word, is the word in letters
// of any case.
func equalFold(s, word string) bool {
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c |= smallLetter
		}
		if c != word[i] {
			return false
		}
	}
	return true
}

// Unfounded returns the patterns that can match without one of the words that they
// are said to have: by what they spell out. It is for tests.
func Unfounded() (out []string) {
	for _, p := range patterns() {
		if p.words != nil && !p.needsWords() {
			out = append(out, p.source)
		}
	}
	return out
}
