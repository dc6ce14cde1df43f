package scan

import (
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// Names with the family name first have initials behind it, with full stops or without.
func TestFamilyNameFirst(t *testing.T) {
	for text, want := range map[string]int{
		"Lovelace A, Babbage C (1843) Notes on looms":      2,
		"Lovelace A, Babbage CD. Using looms: a primer.":   2,
		"Lovelace AB and 52 others (2018) Notes":           1,
		"Lovelace A, Babbage CD and Jacquard JM (1843) On": 3,
		"Lovelace AB (1990). The Relational Loom":          1,
		"Lovelace A.B. – Notes on looms":                   1,
		"Lovelace A., Babbage C. Notes on looms":           2,
		"Лавлейс А.Б., Бэббидж Ч. О станках":               2,
		"Table II, Table III and the looms of it":          0,
		"Table A (left) holds what the looms have":         0,
		"Looms of the USA, and all of the cards":           0,
		"The CPU, GPU and the looms of the mill":           0,
		"Server IP, which is the address of the loom":      0,
		"Section IV, Section V and what is said of looms":  0,
		"Chapter A.": 0,
	} {
		sc := Of(text)
		if got := sc.Names(); got != want || sc.BeginsWithName() != (want > 0) {
			t.Errorf("%q: %d names, begins with one %v; want %d", text, got, sc.BeginsWithName(), want)
		}
	}
}

// TestContentsNameTheList: a table of contents leads to the list and does not begin it.
func TestContentsNameTheList(t *testing.T) {
	t.Parallel()
	for text, runsIn := range map[string]bool{
		"References ............ 60": false, "References . . . . . 7": false, "Bibliography ........": false, "References … … 12": false,
		"References. [1] A. Lovelace": true, "References: Lovelace, A.": true, "References [1] A. Lovelace": true,
	} {
		if got := (&Text{text: text}).RunsInReferences(); got != runsIn {
			t.Errorf("%q runs into a list: %v, want %v", text, got, runsIn)
		}
	}
}

func TestKnownLetters(t *testing.T) {
	for s, want := range map[string]int{
		"References": 10, "R EFERENCES": 10, "A Appendix": 9, "IV. Bibliography": 14, "Abstract. We show": 8, "7 Introduction": 12,
		"Resumen. Los telares": 7, "Resume: looms": 6,
		"Acknowledgments": 10, "References [1] A. Lovelace": 10, "Our Results": 0, "3.1 Methods": 0, "": 0,
	} {
		if got := KnownLetters(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}

// Labels without brackets have the year in them; words and numbers of text and captions
// are none.
func TestLabels(t *testing.T) {
	for text, want := range map[string]bool{
		"STS99. Tomas Sander and Amnon Ta-Shma":    true,
		"CFG+20. Matteo Campanelli, Dario Fiore":   true,
		"vzGG13a. Joachim von zur Gathen":          true,
		"dW08. de Wolf, Ronald. A brief intro":     true,
		"Table10. The looms and the cards of them": false,
		"Fig12. Looms that weave and their cards":  false,
		"A12. Proofs of what we have said":         false,
		"RQ1. What is a loom, and who has it":      false,
		"in 99. Of the looms that were":            false,
		"CHI 20. We have looms":                    false,
		"BB08, Dan Boneh":                          false,
	} {
		sc := Of(text)
		if kind, _ := sc.Mark(); (kind == LabelMark) != want {
			t.Errorf("%q: mark %d, want a label: %v", text, kind, want)
		}
	}
}

// A phrase holds any number, asks for its spaces, and may end within a word.
func TestVenues(t *testing.T) {
	for text, want := range map[string]int{
		"In Proceed-": 1, "in Proc. of Looms, pages 12": 2, "page12": 0, "pp. 12 to 17": 1, "Lovelace et al. 12(3):4": 2, "Technical Reports": 1,
		"of looms, 17–25.": 1, "17–25 looms": 0, "at http://looms.example": 1, "the http header": 0, "presses": 0,
	} {
		if got := Of(text).Venues(); got != want {
			t.Errorf("%q has %d, want %d", text, got, want)
		}
	}
}

// TestKnownWordsAreShort: a word that has no key is never found.
func TestKnownWordsAreShort(t *testing.T) {
	if n := len(lexicon.FunctionWords) + len(lexicon.OwnWords); 2*n > len(knownWords().keys) {
		t.Errorf("%d words fill the table", n)
	}
	for _, w := range slices.Concat(lexicon.FunctionWords, lexicon.OwnWords) {
		if _, ok := keyOf(w); !ok {
			t.Errorf("%q is longer than a key", w)
		}
		if got := Of(w).Words(); got.All != 1 {
			t.Errorf("%q: %+v", w, got)
		}
	}
	for text, want := range map[string]Words{
		"WE weave; this loom does not":    {All: 6, Joining: 4, Own: true},
		"Thanks, Ada":                     {All: 2, Own: true},
		"Это не станок":                   {All: 3, Joining: 2},
		"A. Lovelace, Engines of Weaving": {All: 5},
	} {
		if got := Of(text).Words(); got != want {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}

// TestFewLetters: what stands within words counts, and what is behind the last token.
func TestFewLetters(t *testing.T) {
	for text, want := range map[string]bool{
		"a-b": false, "1 + a = 2": true, "well-woven": false, "12 looms": false, "x’y’1’2": true, "": false,
		strings.Repeat("1 ", maxTokens) + strings.Repeat("loom ", maxTokens):        false,
		strings.Repeat("a", maxTokens/2) + strings.Repeat(" 1", maxTokens) + "loom": true,
	} {
		if got := Of(text).HasFewLetters(); got != want {
			t.Errorf("%.20q has few letters: %v", text, got)
		}
	}
}
