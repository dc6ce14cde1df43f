package scan

import (
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// CaptionKind is how a text begins that may be a caption.
type CaptionKind uint8

// How a text may begin.
const (
	NoCaption      CaptionKind = iota
	CaptionNumber              // a caption's word and number: "Figure 1 shows"
	CaptionCapital             // and a capital behind them: "Figure 1 Results"
	CaptionSign                // and a sign that sets them off: "Figure 1: "
)

// Caption tells how the text begins.
func (s *Text) Caption() CaptionKind {
	if !s.kind(0, word) {
		return NoCaption
	}
	i := 1
	if s.is(i, '.') {
		i++
	}
	end := s.captionNumber(i)
	switch {
	case end == i && !(s.tokens[0].capital && s.endsCaption(i)), !s.isCaptionWord(0):
		return NoCaption
	case s.endsCaption(end) || end == len(s.tokens):
		return CaptionSign
	case s.kind(end, word) && s.tokens[end].capital && s.tokens[end].spaced:
		return CaptionCapital
	}
	return CaptionNumber
}

// isCaptionWord reports whether token i is a word that captions begin with.
func (s *Text) isCaptionWord(i int) bool {
	return slices.Contains(lexicon.CaptionWords, strings.ToLower(s.word(i)))
}

// IsCaptionLabel reports whether the text is a caption's word and number alone.
func (s *Text) IsCaptionLabel() bool {
	i := 1
	if s.is(i, '.') {
		i++
	}
	end := s.captionNumber(i)
	return end > i && (end == len(s.tokens) || end == len(s.tokens)-1 && s.endsCaption(end))
}

// captionNumber returns the index after a caption's number at token i: "3", "A2",
// "IV", "2.1".
func (s *Text) captionNumber(i int) int {
	end := i
	if s.kind(end, word) && s.isRoman(end) {
		end++
	}
	if s.kind(end, number) && (end == i || !s.tokens[end].spaced) {
		end++
	}
	for end > i && (s.is(end, '.') || s.is(end, ':')) && s.kind(end+1, number) && !s.tokens[end+1].spaced {
		end += 2
	}
	return end
}

// isRoman reports whether token i is one capital, or Roman digits.
func (s *Text) isRoman(i int) bool {
	return s.tokens[i].capital && (s.tokens[i].runes == 1 || strings.Trim(s.word(i), "IVXLC") == "")
}

// endsCaption reports whether token i sets a caption's number off.
func (s *Text) endsCaption(i int) bool {
	if i >= len(s.tokens) || s.tokens[i].kind != sign {
		return false
	}
	return strings.ContainsRune(".:|–—-", s.tokens[i].first) ||
		s.is(i, '(') && s.kind(i+1, word) && s.tokens[i+1].runes == 1 && s.is(i+2, ')')
}

// IsListingCaption reports whether the text begins like the caption of a listing
// or an algorithm.
func (s *Text) IsListingCaption() bool {
	if !s.kind(0, word) {
		return false
	}
	w := strings.ToLower(s.word(0))
	return (w == "listing" || w == "algorithm") && s.captionNumber(1) > 1
}
