package scan

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// Words are the words of a text by what they are for.
type Words struct {
	All     int
	Joining int  // they hold sentences together
	Own     bool // some are those of authors who speak of themselves
}

// maxFunctionWord is longer, in bytes, than any word that holds sentences together.
const maxFunctionWord = 12

// Words counts the words of the text.
func (s *Text) Words() Words {
	var out Words
	var lower [2 * maxFunctionWord]byte
	for i := range s.tokens {
		if s.tokens[i].kind != word {
			continue
		}
		out.All++
		w := s.word(i)
		if initial := s.tokens[i].runes == 1 && s.tokens[i].capital; initial || len(w) > maxFunctionWord {
			continue
		}
		low := lowered(w, lower[:0])
		if lexicon.FunctionWords[string(low)] {
			out.Joining++
		}
		out.Own = out.Own || lexicon.OwnWords[string(low)]
	}
	return out
}

// HasWord reports whether the text has any word.
func (s *Text) HasWord() bool {
	return slices.ContainsFunc(s.tokens, func(t token) bool { return t.kind == word })
}

// First returns the first piece of the text, "" without one.
func (s *Text) First() string {
	if len(s.tokens) == 0 {
		return ""
	}
	return s.word(0)
}

// HasFewLetters reports whether most marks of the text are no letters.
func (s *Text) HasFewLetters() bool {
	letters, marks := 0, 0
	for _, c := range s.text {
		if c != ' ' {
			marks++
			if IsLetter(c) {
				letters++
			}
		}
	}
	return 2*letters < marks
}

// lowered appends a word in small letters to buf.
func lowered(w string, buf []byte) []byte {
	for _, r := range w {
		switch {
		case r >= 'A' && r <= 'Z':
			buf = append(buf, byte(r)+'a'-'A')
		case r < utf8.RuneSelf:
			buf = append(buf, byte(r))
		default:
			buf = utf8.AppendRune(buf, unicode.ToLower(r))
		}
	}
	return buf
}
