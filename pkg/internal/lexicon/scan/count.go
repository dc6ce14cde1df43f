package scan

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// Words are the words of a text by what they are for.
type Words struct {
	All     int
	Joining int  // they hold sentences together
	Own     bool // some are those of authors who speak of themselves
}

// Words counts the words of the text.
func (s *Text) Words() Words {
	var out Words
	known := knownWords()
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.kind != word {
			continue
		}
		out.All++
		if initial := t.runes == 1 && t.capital; initial {
			continue
		}
		key, ok := keyOf(s.word(i))
		if !ok {
			continue
		}
		use := known.uses[known.place(key)]
		if use&joins != 0 {
			out.Joining++
		}
		out.Own = out.Own || use&own != 0
	}
	return out
}

// wordKey is a short word in small letters, a byte of it in each byte: words are looked up
// so often that it counts.
type wordKey uint64

// maxKey is the most bytes of a word that has a key; words that hold sentences together
// are no longer.
const maxKey = 8

// keyOf returns the key of a word, unless that is too long.
func keyOf(w string) (key wordKey, ok bool) {
	if len(w) > maxKey {
		return 0, false
	}
	for i := range len(w) {
		c := w[i]
		if c >= utf8.RuneSelf {
			return keyBeyondASCII(w)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		key = key<<8 | wordKey(c)
	}
	return key, true
}

func keyBeyondASCII(w string) (key wordKey, ok bool) {
	small := strings.ToLower(w)
	for _, c := range []byte(small) {
		key = key<<8 | wordKey(c)
	}
	return key, len(small) <= maxKey
}

// wordUse is what a word is for.
type wordUse uint8

const (
	joins wordUse = 1 << iota
	own
)

// wordTable holds words by their keys, each in the first free place from the one on that
// its key leads to. A map takes twice as long to make, for papers of two pages too, and
// longer to look up each word of a paper.
type wordTable struct {
	keys [1 << tableBits]wordKey
	uses [1 << tableBits]wordUse
}

// tableBits make room for twice the words that there are.
const tableBits = 9

// spread is the golden ratio's share of all keys: multiples of it lie apart.
const spread = 0x9e3779b97f4a7c15

// place returns the place of a key, a free one if it has none.
func (t *wordTable) place(key wordKey) int {
	at := int(key * spread >> (64 - tableBits))
	for t.keys[at] != 0 && t.keys[at] != key {
		at = (at + 1) % len(t.keys)
	}
	return at
}

func (t *wordTable) put(words []string, use wordUse) {
	for _, w := range words {
		if key, ok := keyOf(w); ok {
			at := t.place(key)
			t.keys[at] = key
			t.uses[at] |= use
		}
	}
}

// knownWords are the words of which Words tells something.
var knownWords = sync.OnceValue(func() *wordTable {
	t := new(wordTable)
	t.put(lexicon.FunctionWords, joins)
	t.put(lexicon.OwnWords, own)
	return t
})

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
	letters, marks, end := 0, 0, 0
	for i := range s.tokens {
		t := &s.tokens[i]
		letters, marks, end = letters+int(t.runes), marks+int(t.marks), int(t.end)
	}
	for _, c := range s.text[end:] { // behind the last token that is read
		if c != ' ' {
			marks++
			if IsLetter(c) {
				letters++
			}
		}
	}
	return 2*letters < marks
}
