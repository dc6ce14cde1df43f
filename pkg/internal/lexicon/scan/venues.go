package scan

import (
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// venues are the phrases of lexicon.Venues by their first word, "" for a number.
var venues = func() map[string][]*Text {
	out := map[string][]*Text{}
	for _, phrase := range lexicon.Venues {
		p := Of(phrase)
		out[p.wordAt(0)] = append(out[p.wordAt(0)], p)
	}
	return out
}()

// Venues counts what only entries of a reference list hold: words of venues, pages,
// volumes, addresses.
func (s *Text) Venues() int {
	n := 0
	for i := range s.tokens {
		if s.tokens[i].kind != sign && slices.ContainsFunc(venues[s.wordAt(i)], func(p *Text) bool { return s.says(i, p) }) {
			n++
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
	if len(s.tokens) < i+len(phrase.tokens) {
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
