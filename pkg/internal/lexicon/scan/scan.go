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
	start, end int32
	first      rune
	marks      int32
	runes      int32 // of a word, its letters
	kind       tokenKind
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
		if s[i] == ' ' {
			spaced = true
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		t := token{kind: sign, start: int32(i), end: int32(i + n), first: r, marks: 1, spaced: spaced}
		switch {
		case IsLetter(r):
			t.kind, t.capital = word, unicode.IsUpper(r)
			t.end, t.runes, t.marks, t.lower = restOfWord(s, int(t.end))
		case isDigit(r):
			t.kind, t.end = number, endOfDigits(s, int(t.end))
			t.marks = t.end - t.start
		}
		buf = append(buf, t)
		i, spaced = int(t.end), false
	}
	return buf
}

// restOfWord returns the end of a word whose second letter may stand at s[i], its letters
// and marks, and whether that letter is small.
func restOfWord(s string, i int) (end, runes, marks int32, lower bool) {
	runes, marks = 1, 1
	for {
		from := i
		for i < len(s) && isLetter(s[i]) {
			i++
		}
		if n := int32(i - from); n > 0 {
			lower = lower || runes == 1 && s[from] >= 'a'
			runes, marks = runes+n, marks+n
		}
		if i == len(s) || s[i] == ' ' {
			break
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case IsLetter(r):
			lower = lower || runes == 1 && !unicode.IsUpper(r)
			runes++
		case r != '-' && r != '\'' && r != '’' || !letterAt(s, i+n):
			return int32(i), runes, marks, lower
		}
		i, marks = i+n, marks+1
	}
	return int32(i), runes, marks, lower
}

// endOfDigits returns where the digits from s[i] on end.
func endOfDigits(s string, i int) int32 {
	for i < len(s) && isDigit(rune(s[i])) {
		i++
	}
	return int32(i)
}

func letterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return IsLetter(r)
}

// isLetter is IsLetter for a byte of ASCII.
func isLetter(c byte) bool { return (c|('a'-'A'))-'a' <= 'z'-'a' }

// IsLetter reports whether a rune is a letter.
func IsLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return isLetter(byte(r))
	}
	return isLetterBeyondASCII(r)
}

func isLetterBeyondASCII(r rune) bool { return r != utf8.RuneError && unicode.IsLetter(r) }

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// Text is the text of a line with its tokens.
type Text struct {
	text   string
	tokens []token
}

// bytesOfToken is how many bytes a token takes as a rule, spaces included.
const bytesOfToken = 4

// Of returns a text that is read.
func Of(text string) *Text {
	s := &Text{tokens: make([]token, 0, min(maxTokens, len(text)/bytesOfToken+1))}
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
	if !s.kind(0, word) || s.tokens[0].runes < leastLabel || s.tokens[0].runes > mostLetter || !strings.ContainsFunc(s.word(0), unicode.IsUpper) {
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
