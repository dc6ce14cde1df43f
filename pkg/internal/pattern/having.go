package pattern

import "strings"

// possible reports whether s holds one of the words that every match has.
func (p *Pattern) possible(s string) bool {
	if p.words == nil || hasOddLetter(s) {
		return true
	}
	var first [256]bool
	for _, w := range p.words {
		first[w[0]], first[w[0]&^smallLetter] = true, true
	}
	for i := range len(s) {
		if !first[s[i]] {
			continue
		}
		for _, w := range p.words {
			if len(s)-i >= len(w) && equalFold(s[i:i+len(w)], w) {
				return true
			}
		}
	}
	return false
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

// hasOddLetter reports whether s holds one of the two characters beyond ASCII that
// regular expressions take for one of its letters in another case.
func hasOddLetter(s string) bool {
	const longS, kelvin = "\u017f", "\u212a"
	return strings.Contains(s, longS) || strings.Contains(s, kelvin)
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
