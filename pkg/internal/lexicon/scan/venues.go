package scan

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// venues are the phrases of lexicon.Venues by the letter that they begin with, those with
// a number by zero.
var venues = sync.OnceValue(func() *[utf8.RuneSelf][]*Text {
	out := new([utf8.RuneSelf][]*Text)
	for _, phrase := range lexicon.Venues {
		p := Of(phrase)
		at := p.venueLetter(0)
		out[at] = append(out[at], p)
	}
	return out
})

// venueLetter returns the letter of venues that token i begins with.
func (s *Text) venueLetter(i int) rune {
	switch t := &s.tokens[i]; {
	case t.kind == word && t.first < utf8.RuneSelf:
		return t.first
	case t.kind == number:
		return 0
	}
	return noVenue
}

// noVenue is the letter of venues with which none begins.
const noVenue = '-'

// Venues counts what only entries of a reference list hold: words of venues, pages,
// volumes, addresses.
func (s *Text) Venues() int {
	n, known := 0, venues()
	for i := range s.tokens {
		for _, p := range known[s.venueLetter(i)] {
			if s.says(i, p) {
				n++
				break
			}
		}
	}
	return n
}

// wordAt returns token i, "" for a number.
func (s *Text) wordAt(i int) string {
	if s.tokens[i].kind == number {
		return ""
	}
	return s.word(i)
}

// says reports whether the text goes on at token i with a phrase: the same words and
// signs, any numbers, and spaces at least where that has some. A last word may be longer.
func (s *Text) says(i int, phrase *Text) bool {
	if len(s.tokens) < i+len(phrase.tokens) || !s.maySay(i, phrase) {
		return false
	}
	for k := range phrase.tokens {
		want, t := &phrase.tokens[k], &s.tokens[i+k]
		if t.kind != want.kind || want.spaced && !t.spaced {
			return false
		}
		said, wanted := s.wordAt(i+k), phrase.wordAt(k)
		if last := k > 0 && k == len(phrase.tokens)-1; said != wanted && !(last && strings.HasPrefix(said, wanted)) {
			return false
		}
	}
	return true
}

// maySay reports whether the length of token i and what the next begins with are those of
// a phrase, which most are not.
func (s *Text) maySay(i int, phrase *Text) bool {
	if want := &phrase.tokens[0]; want.kind == word && want.marks != s.tokens[i].marks {
		return false
	}
	if len(phrase.tokens) == 1 {
		return true
	}
	want := &phrase.tokens[1]
	return want.kind == number || want.first == s.tokens[i+1].first
}
