package scan

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// NameBehindMark reports whether a name follows the number that a text begins with, and
// its sign.
func (s *Text) NameBehindMark() bool {
	for i := range s.tokens {
		if s.is(i, '.') || s.is(i, ')') {
			return s.nameFrom(i + 1)
		}
	}
	return false
}

// NameBehindYear reports whether a name follows the year that a text begins with, and its
// sign.
func (s *Text) NameBehindYear() bool {
	return len(s.tokens) > 2 && s.isYear(0) && (s.is(1, '.') || s.is(1, ',')) && s.nameFrom(2)
}

// nameFrom reports whether a name begins with token i.
func (s *Text) nameFrom(i int) bool {
	rest := Text{s.text, s.tokens[i:]}
	return rest.BeginsWithName()
}

// BeginsEmail reports whether the text begins with the word that announces an e-mail
// address, and has one.
func (s *Text) BeginsEmail() bool {
	if strings.IndexByte(s.text, '@') < 0 {
		return false
	}
	head, _, found := strings.Cut(s.text[:min(len(s.text), maxRunIn)], ":")
	word := lexicon.Letters(head)
	return found && (strings.HasPrefix(word, "email") || strings.HasPrefix(word, "correspond"))
}

// IsAddress reports whether a text is little else than an address: its fixed pitch
// makes it no code.
func IsAddress(s string) bool {
	return strings.Count(s, " ") <= 1 && (strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.HasPrefix(s, "//"))
}

// IsStep reports whether a text begins with the number of an algorithm's line, as
// in "12: return".
func IsStep(s string) bool {
	end := strings.IndexByte(s, ':')
	return end > 0 && end <= 3 && strings.Trim(s[:end], "0123456789") == "" && strings.HasPrefix(s[end+1:], " ")
}

// HoldsSentenceEnd reports whether a sentence ends within a text, and another
// begins: behind a word in small letters, so that initials are none, or a citation.
func HoldsSentenceEnd(s string) bool {
	for i := 0; i+2 < len(s); i++ {
		if s[i] != '.' || s[i+1] != ' ' || i < leastLastWord {
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[i+2:])
		before := s[i-leastLastWord : i]
		if unicode.IsUpper(next) && (closesCitation(before) || strings.IndexFunc(before, func(r rune) bool { return !IsLetter(r) || unicode.IsUpper(r) }) < 0) {
			return true
		}
	}
	return false
}

// closesCitation reports whether a text ends with a digit in brackets: "[28]", "2019)".
func closesCitation(s string) bool {
	digit := s[len(s)-2]
	return strings.ContainsRune("])", LastRune(s)) && digit >= '0' && digit <= '9'
}

// leastLastWord is how many small letters, in bytes, the last word of a sentence has
// at the least.
const leastLastWord = 4

// CitesOthers reports whether the text holds a citation in parentheses by an author and
// others, "(Lovelace et al., 1843": an entry's parentheses hold a year, or a publisher.
func (s *Text) CitesOthers() bool {
	for i := range s.tokens {
		if s.is(i, '(') && s.surname(i+1) && s.kind(i+2, word) && s.word(i+2) == "et" && s.kind(i+3, word) && s.word(i+3) == "al" {
			return true
		}
	}
	return false
}

// mostCitation is how many tokens a citation by author and year has between its
// brackets.
const mostCitation = 10

// Cites reports whether the text ends with a citation by author and year in brackets:
// an entry begins with one, and goes on.
func (s *Text) Cites() bool {
	end := len(s.tokens) - 1
	if !s.is(end, ']') {
		return false
	}
	year := false
	for i := end - 1; i > 0 && i >= end-mostCitation; i-- {
		if s.is(i, '[') || s.is(i, ']') {
			return year && s.is(i, '[') && s.surname(i+1)
		}
		year = year || s.isYear(i)
	}
	return year && s.is(0, '[') && end <= mostCitation && s.surname(1)
}

// BeginsItem reports whether a text begins with a bullet, a number or a letter as
// the items of lists do.
func (s *Text) BeginsItem() bool {
	if len(s.tokens) < 2 {
		return false
	}
	if s.kind(0, sign) && strings.ContainsRune("•◦▪‣∙·–—*-", s.tokens[0].first) {
		return s.tokens[1].spaced
	}
	i := 0
	if s.is(0, '(') {
		i = 1
	}
	if !s.is(i+1, '.') && !s.is(i+1, ')') || i+2 >= len(s.tokens) || !s.tokens[i+2].spaced {
		return false
	}
	t := &s.tokens[i]
	switch t.kind {
	case number:
		return t.end-t.start <= 2
	case word:
		w := s.word(i)
		return t.runes == 1 && !t.capital && t.first < 0x80 || len(w) <= 4 && strings.Trim(w, "ivx") == ""
	}
	return false
}

// OpensAppendix reports whether a text is the word of an appendix alone, or with
// its letter and a mark: "Appendix", "Appendix A: Proofs".
func OpensAppendix(s string) bool {
	head, title, marked := strings.Cut(strings.TrimSpace(s), ":")
	if !marked {
		head, title, _ = strings.Cut(head, ". ")
	}
	return BeginsLarge(s) && IsName(strings.TrimRight(head, HeadMarks)) && !strings.HasSuffix(title, ".")
}

// BeginsLarge reports whether a text begins with a capital.
func BeginsLarge(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func HoldsLongWord(s string) bool {
	n := 0
	for _, r := range s {
		if n++; !IsLetter(r) {
			n = 0
		}
		if n == 4 {
			return true
		}
	}
	return false
}

// maxRunIn is how far into a line, in bytes, a heading that runs into the text
// may reach.
const maxRunIn = 48

// RunsInReferences reports whether the text begins with the heading of a
// reference list and goes on with its first entry: no sentence.
func (s *Text) RunsInReferences() bool {
	if !lexicon.MayHead(s.text) {
		return false
	}
	const signs = ":.—–["
	at := strings.IndexAny(s.text[:min(len(s.text), maxRunIn)], signs)
	if at <= 0 || !lexicon.NamesReferences(s.text[:at]) {
		return false
	}
	rest := strings.TrimLeft(s.text[at:], signs+" ")
	r, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && !unicode.IsLower(r) && !leadsToPage(s.text[at:])
}

// leadsToPage reports whether a text is a row of dots, with a number behind it
// perhaps: a table of contents names what it leads to.
func leadsToPage(text string) bool {
	return strings.Count(text, ".") >= leastLeader && strings.Trim(text, ".… 0123456789") == ""
}

// leastLeader is the number of dots that lead from a heading to its page.
const leastLeader = 3

// BeginsFootnote reports whether the text begins with the mark of a footnote.
func (s *Text) BeginsFootnote() bool {
	if len(s.tokens) < 2 {
		return false
	}
	first := &s.tokens[0]
	marked := first.kind == number && first.end-first.start <= 2 || first.kind == sign && strings.ContainsRune("*†‡§¶∗", first.first)
	if kind, _ := s.Mark(); kind == NumberMark {
		return false
	}
	next := &s.tokens[1]
	return marked && (next.kind == word && (next.capital || next.first == 'h') || next.first == '(')
}

// HeadMarks set a heading that runs into its paragraph off from the text.
const HeadMarks = ".:—–"

// IsName reports whether a heading is a word with no more than a letter or number
// behind it: "Appendix A", not "Appendix Detectors".
func IsName(head string) bool {
	words := strings.Fields(head)
	return len(words) == 1 || len(words) == 2 && len(words[1]) <= 2
}

func LastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// BeginsSmall reports whether a text's first word is written in small letters; a
// heading in imitated small capitals is "reFerences".
func (s *Text) BeginsSmall() bool {
	for i := range s.tokens {
		if t := &s.tokens[i]; t.kind == word {
			return !t.capital && unicode.IsLower(t.first) && !strings.ContainsFunc(s.word(i), unicode.IsUpper)
		}
	}
	return false
}

// BeginsAbstract reports whether a text begins with the word "Abstract" and goes on, and
// whether a sign sets it off: "Abstract. We".
func BeginsAbstract(text string) (begins, marked bool) {
	if h := lexicon.HeadingOf(text); !h.Begins(lexicon.Abstract) {
		return false, false
	}
	s := Of(text)
	if len(s.tokens) < 3 || !s.kind(0, word) || !slices.Contains(lexicon.Abstract, lexicon.Letters(s.word(0))) {
		return false, false
	}
	return true, s.kind(1, sign) && strings.ContainsRune(".:—–-", s.tokens[1].first)
}
