package lexicon

import (
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"
)

// MaxHeading is longer than any heading with one of these words.
const MaxHeading = 80

// Heading is the letters of a text, with and without its number, by which words of
// headings are known. A text that begins with no such word has none.
type Heading struct {
	all, title []byte
	short      bool // the text is no longer than a heading
	unknown    int  // letters that the text's font does not identify
}

// HeadingOf returns the letters that s begins with.
func HeadingOf(s string) Heading {
	number := NumberEnd(s)
	if number == len(s) {
		number = 0
	}
	if !mayHead(s) && (number == 0 || !mayHead(s[number:])) {
		return Heading{}
	}
	h := Heading{short: len(s) <= MaxHeading, all: make([]byte, 0, MaxHeading)}
	skipped := 0
	for i, r := range s[:min(len(s), MaxHeading)] {
		if i < number && unicode.IsLetter(r) {
			skipped += utf8.RuneLen(folded(r))
		}
		if r >= '0' && r <= '9' && i >= number {
			h.short = false // a row of a table, a heading with its page
		}
		if r == unicode.ReplacementChar {
			h.all = utf8.AppendRune(h.all, r)
			h.unknown++
		}
		h.all = appendLetter(h.all, r)
	}
	h.title = h.all[min(skipped, len(h.all)):]
	return h
}

// MayHead reports whether a text may begin, behind a number perhaps, with a word of the
// lists of headings. Most lines do not, which this tells by three letters.
func MayHead(s string) bool { return mayHead(s) || mayHead(s[NumberEnd(s):]) }

// mayHead is MayHead for a text without number.
func mayHead(s string) bool {
	var first [lettersOfStart]byte
	n := 0
	for i := range min(len(s), MaxHeading) {
		c := s[i] | smallLetter
		switch {
		case s[i] >= utf8.RuneSelf:
			return true // whatever it says
		case c < 'a' || c > 'z':
			continue
		}
		first[n] = c - 'a'
		if n++; n == lettersOfStart {
			return starts().has(first)
		}
	}
	return false
}

// lettersOfStart are the letters by which most texts are told from headings; no word of
// headings in ASCII has fewer.
const lettersOfStart = 3

const alphabet = 'z' - 'a' + 1

// startSet has a bit for each third letter behind the first two.
type startSet [alphabet * alphabet]uint32

func (s *startSet) at(first [lettersOfStart]byte) (pair *uint32, third uint32) {
	return &s[int(first[0])*alphabet+int(first[1])], 1 << first[2]
}

func (s *startSet) has(first [lettersOfStart]byte) bool {
	pair, third := s.at(first)
	return *pair&third != 0
}

// starts are the first letters of all words of headings that begin in ASCII.
var starts = sync.OnceValue(func() *startSet {
	s := new(startSet)
	for _, list := range headingLists {
		for _, w := range list {
			if w[0] < utf8.RuneSelf && w[1] < utf8.RuneSelf && w[2] < utf8.RuneSelf {
				pair, third := s.at([...]byte{w[0] - 'a', w[1] - 'a', w[2] - 'a'})
				*pair |= third
			}
		}
	}
	return s
})

// headingLists are the lists that texts of headings are looked up in.
var headingLists = [...][]string{References, Notes, Appendix, Acknowledgments, Closing, PublisherNotes, Rights, OwnCitation, Abstract, Opening, Keywords}

// Is reports whether the heading is one of the words.
func (h *Heading) Is(words []string) bool {
	switch {
	case !h.short:
		return false
	case h.unknown > 0:
		return slices.ContainsFunc(words, func(w string) bool { return h.unknown*leastKnown < len(w) && couldBe(h.title, w) })
	}
	return slices.Contains(words, string(h.title)) || h.numbered() && slices.Contains(words, string(h.all))
}

// numbered reports whether letters of the text are its number.
func (h *Heading) numbered() bool { return len(h.title) < len(h.all) }

// leastKnown is how many letters a word has at least for each that is not known.
const leastKnown = 4

// couldBe reports whether letters, some of them not known, are those of a word.
func couldBe(letters []byte, word string) bool {
	for _, want := range word {
		got, n := utf8.DecodeRune(letters)
		if got != want && (got != utf8.RuneError || n != len(string(utf8.RuneError))) {
			return false
		}
		letters = letters[n:]
	}
	return len(letters) == 0
}

// Begins reports whether the heading begins with one of the words.
func (h *Heading) Begins(words []string) bool {
	for _, w := range words {
		if hasPrefix(h.title, w) || h.numbered() && hasPrefix(h.all, w) {
			return true
		}
	}
	return false
}

func hasPrefix(b []byte, w string) bool { return len(b) >= len(w) && string(b[:len(w)]) == w }

// NamesReferences reports whether a heading's text names a reference list.
func NamesReferences(s string) bool { return names(s, References) }

// NamesNotes reports whether a heading's text names notes.
func NamesNotes(s string) bool { return names(s, Notes) }

// NamesAbstract reports whether a heading's text names the abstract.
func NamesAbstract(s string) bool { return names(s, Abstract) }

func names(s string, words []string) bool {
	if len(s) > MaxHeading {
		return false
	}
	h := HeadingOf(s)
	return h.Is(words)
}

// NamesOpening reports whether a text, but for its number, is the name of a paper's first
// section.
func NamesOpening(s string) bool {
	return MayHead(s) && slices.Contains(Opening, Letters(Unnumbered(s)))
}

// NamesKeywords reports whether a text begins with what stands between an abstract and
// the first section.
func NamesKeywords(s string) bool {
	h := HeadingOf(s)
	return h.Begins(Keywords)
}
