// Package scan tells what the text of a line says by itself: the mark of an entry,
// names, years and venues, a caption's number. It knows words, not where they stand.
package scan

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Texts are read by hand, in one pass over the tokens of a line: it is done for
// every line of a paper, and regular expressions would take a fifth of its time.

type tokenKind uint8

const (
	word   tokenKind = iota // letters, with apostrophes and hyphens within
	number                  // digits
	sign                    // anything else, one rune
)

// token is a piece of a text.
type token struct {
	kind       tokenKind
	start, end int
	first      rune
	runes      int  // of a word
	capital    bool // a word that begins with a capital
	lower      bool // a word whose second letter is small
	spaced     bool // a space stands before it
}

// maxTokens caps the tokens of one line; what follows is not read.
const maxTokens = 400

// tokenize cuts s into tokens, which it appends to buf.
func tokenize(s string, buf []token) []token {
	spaced := false
	for i := 0; i < len(s) && len(buf) < maxTokens; {
		r, n := decode(s[i:])
		switch {
		case r == ' ':
			spaced = true
			i += n
			continue
		case r >= '0' && r <= '9':
			end := i + 1
			for end < len(s) && s[end] >= '0' && s[end] <= '9' {
				end++
			}
			buf = append(buf, token{kind: number, start: i, end: end, first: r, spaced: spaced})
			i = end
		case IsLetter(r):
			t := readWord(s, i)
			t.spaced = spaced
			buf = append(buf, t)
			i = t.end
		default:
			buf = append(buf, token{kind: sign, start: i, end: i + n, first: r, spaced: spaced})
			i += n
		}
		spaced = false
	}
	return buf
}

// readWord returns the word that begins at s[i].
func readWord(s string, i int) token {
	t := token{kind: word, start: i}
	for end := i; end < len(s); {
		r, n := decode(s[end:])
		if !IsLetter(r) {
			next, _ := decode(s[end+n:])
			if t.runes == 0 || r != '-' && r != '\'' && r != '’' || !IsLetter(next) {
				break
			}
		} else {
			switch t.runes {
			case 0:
				t.first, t.capital = r, isUpper(r)
			case 1:
				t.lower = !isUpper(r)
			}
			t.runes++
		}
		end += n
		t.end = end
	}
	return t
}

func decode(s string) (rune, int) {
	if len(s) > 0 && s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	return utf8.DecodeRuneInString(s)
}

func IsLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return r != utf8.RuneError && unicode.IsLetter(r)
}

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'A' && r <= 'Z'
	}
	return unicode.IsUpper(r)
}

// Text is the text of a line with its tokens.
type Text struct {
	text   string
	tokens []token
}

// Of returns a text that is read.
func Of(text string) *Text {
	s := new(Text)
	s.Read(text)
	return s
}

// Read reads another text, in the memory of the one before.
func (s *Text) Read(text string) {
	s.text = strings.TrimSpace(text)
	s.tokens = tokenize(s.text, s.tokens[:0])
}

// String returns the text, without the spaces around it.
func (s *Text) String() string { return s.text }

func (s *Text) word(i int) string { return s.text[s.tokens[i].start:s.tokens[i].end] }

// is reports whether token i is the sign r.
func (s *Text) is(i int, r rune) bool {
	return i >= 0 && i < len(s.tokens) && s.tokens[i].kind == sign && s.tokens[i].first == r
}

func (s *Text) kind(i int, k tokenKind) bool {
	return i >= 0 && i < len(s.tokens) && s.tokens[i].kind == k
}

// isYear reports whether token i is a year, with a letter behind it perhaps.
func (s *Text) isYear(i int) bool {
	t := &s.tokens[i]
	if t.kind != number || t.end-t.start != 4 {
		return false
	}
	if y := s.text[t.start:t.end]; y[:2] != "20" && (y[0] != '1' || y[1] < '6') {
		return false
	}
	if s.is(i-1, '-') && s.kind(i-2, word) && s.is(i+1, '-') && s.kind(i+2, number) {
		return false // "CVE-2019-5736"
	}
	return !s.kind(i+1, word) || s.tokens[i+1].spaced || s.tokens[i+1].runes == 1
}

// Years reports whether the text holds a year, and whether it ends with one.
func (s *Text) Years() (any, last bool) {
	for i := range s.tokens {
		if !s.isYear(i) {
			continue
		}
		any = true
		j := i + 1
		if s.kind(j, word) && !s.tokens[j].spaced {
			j++
		}
		if s.is(j, ')') {
			j++
		}
		if s.is(j, '.') || s.is(j, ',') {
			j++
		}
		last = j == len(s.tokens)
	}
	return any, last
}

// MarkKind is the kind of mark that an entry of a list begins with.
type MarkKind uint8

// The marks of entries.
const (
	NoMark      MarkKind = iota
	BracketMark          // [12]
	LabelMark            // [Lov43]
	NumberMark           // 12.  12)  (12)
	BareNumber           // 12 Lovelace
)

// maxLabelText is how many bytes a label in brackets has at the most.
const maxLabelText = 26

// Mark returns the mark that a text begins with, and its number.
func (s *Text) Mark() (MarkKind, int) {
	if len(s.tokens) < 2 {
		return NoMark, 0
	}
	if s.is(0, '[') {
		if s.kind(1, number) && s.is(2, ']') {
			return BracketMark, s.value(1)
		}
		return s.labelMark(), 0
	}
	if s.beginsPlainLabel() {
		return LabelMark, 0
	}
	i := 0
	if s.is(0, '(') {
		i = 1
	}
	if !s.kind(i, number) || s.tokens[i].end-s.tokens[i].start > 3 {
		return NoMark, 0
	}
	if closed := s.is(i+1, '.') || s.is(i+1, ')'); closed && !s.tokens[i+1].spaced && i+2 < len(s.tokens) && s.tokens[i+2].spaced {
		return NumberMark, s.value(i)
	}
	if i == 0 && s.kind(1, word) && s.tokens[1].spaced && s.tokens[1].capital {
		return BareNumber, s.value(0)
	}
	return NoMark, 0
}

// labelMark reports whether the text begins with a label in brackets.
func (s *Text) labelMark() MarkKind {
	if !s.kind(1, word) {
		return NoMark
	}
	for i := 2; i < len(s.tokens) && s.tokens[i].start < maxLabelText; i++ {
		if s.is(i, ']') {
			return LabelMark
		}
	}
	return NoMark
}

// The labels that llncs sets without brackets: "STS99. ", "CFG+20. ", "vzGG13a. ".
const (
	leastLabel = 2 // letters
	mostLetter = 6
)

// beginsPlainLabel reports whether a text begins with letters of names and the last
// digits of the year, set off by a full stop.
func (s *Text) beginsPlainLabel() bool {
	if !s.kind(0, word) || s.tokens[0].runes < leastLabel || s.tokens[0].runes > mostLetter || !strings.ContainsFunc(s.word(0), isUpper) {
		return false
	}
	i := 1
	if s.is(i, '+') {
		i++
	}
	if !s.kind(i, number) || s.tokens[i].spaced || s.tokens[i].end-s.tokens[i].start != 2 {
		return false
	}
	if i++; s.kind(i, word) && s.tokens[i].runes == 1 && !s.tokens[i].spaced {
		i++
	}
	named := s.is(i, '.') && !s.tokens[i].spaced && s.kind(i+1, word) && s.tokens[i+1].spaced
	return named && s.Caption() == NoCaption
}

// value returns the number that token i stands for, 0 for a long one.
func (s *Text) value(i int) int {
	t, n := &s.tokens[i], 0
	if t.end-t.start > 4 {
		return 0
	}
	for _, c := range []byte(s.text[t.start:t.end]) {
		n = 10*n + int(c-'0')
	}
	return n
}
