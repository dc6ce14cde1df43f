package lexicon

import (
	"slices"
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

// HeadingOf returns the letters that s begins with. It is inlined, so that they are in
// the caller's memory: every line is asked.
func HeadingOf(s string) Heading { return headingOf(s, make([]byte, 0, MaxHeading)) }

// headingOf is HeadingOf with room for the letters.
func headingOf(s string, room []byte) Heading {
	number := NumberEnd(s)
	if number == len(s) {
		number = 0
	}
	if !mayHead(s) && (number == 0 || !mayHead(s[number:])) {
		return Heading{}
	}
	h := Heading{short: len(s) <= MaxHeading, all: room}
	skipped := 0
	for i, r := range s[:min(len(s), MaxHeading)] {
		before := len(h.all)
		h.all = appendLetter(h.all, r)
		switch {
		case i < number:
			skipped += len(h.all) - before
		case r >= '0' && r <= '9':
			h.short = false // a row of a table, a heading with its page
		case r == unicode.ReplacementChar:
			h.all = utf8.AppendRune(h.all, r)
			h.unknown++
		}
	}
	h.title = h.all[min(skipped, len(h.all)):]
	return h
}

// IsNone reports whether the text begins with no word of headings.
func (h *Heading) IsNone() bool { return len(h.all) == 0 }

// MayHead reports whether a text may begin, behind a number perhaps, with a word of the
// lists of headings. Most lines do not, which this tells by their first letters.
func MayHead(s string) bool { return mayHead(s) || mayHead(s[NumberEnd(s):]) }

// mayHead is MayHead for a text without number.
func mayHead(s string) bool {
	start, n := 0, 0
	for i := range min(len(s), MaxHeading) {
		c := s[i] | smallLetter
		switch {
		case s[i] >= utf8.RuneSelf:
			return true // whatever it says
		case c < 'a' || c > 'z':
			continue
		}
		start = start*alphabet + int(c-'a')
		if n++; n == startLetters {
			return starts.has(start)
		}
	}
	return false
}

// startLetters are the letters by which most texts are told from headings; no word of
// headings in ASCII has fewer.
const startLetters = 4

const alphabet = 'z' - 'a' + 1

// startSet holds, as bits, what words start with: the number that their first letters are
// in base 26, modulo its size. It is sparse enough for few to share one.
type startSet [1 << 10]uint8

func (s *startSet) at(start int) (bits *uint8, bit uint8) {
	start %= 8 * len(s)
	return &s[start/8], 1 << (start % 8)
}

func (s *startSet) has(start int) bool {
	bits, bit := s.at(start)
	return *bits&bit != 0
}

// starts are those of all words of headings that begin in ASCII.
var starts = startsOf(headingLists[:])

func startsOf(lists [][]string) (s startSet) {
	for _, list := range lists {
		for _, w := range list {
			if start, ok := startOf(w); ok {
				bits, bit := s.at(start)
				*bits |= bit
			}
		}
	}
	return s
}

// startOf returns what a word starts with, if that is ASCII.
func startOf(w string) (start int, ok bool) {
	for i := range startLetters {
		if i >= len(w) || w[i] >= utf8.RuneSelf {
			return 0, false
		}
		start = start*alphabet + int(w[i]-'a')
	}
	return start, true
}

// headingLists are all lists that headings are compared with: one that is not among them
// would never be found.
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
	if h.IsNone() {
		return false
	}
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
