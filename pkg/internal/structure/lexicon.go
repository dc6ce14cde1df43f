package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The words by which parts of a paper are recognised, in the languages that papers
// are written in. Texts are compared without case, spaces, digits and punctuation,
// since headings are numbered, letter-spaced and set in small capitals.

// referenceHeadings name a reference list.
var referenceHeadings = setOf(
	"references", "reference", "bibliography", "works cited", "cited works", "literature cited", "cited literature", "literature",
	"references and notes", "notes and references", "notes & references", "references & notes", "references cited", "cited references",
	"selected references", "selected bibliography", "references and further reading", "list of references", "references list",
	"reference list", "sources", "citations", "bibliography and references", "references and bibliography", "bibliographical references",
	"literatur", "literaturverzeichnis", "quellenverzeichnis", "literaturangaben", "quellen",
	"referencias", "referencias bibliográficas", "bibliografía", "références", "références bibliographiques", "bibliographie",
	"riferimenti", "riferimenti bibliografici", "bibliografia", "referências", "referências bibliográficas", "literatura",
	"список литературы", "литература", "библиография", "источники", "список источников",
	"参考文献", "參考文獻", "참고문헌", "referenser", "källor", "referenties", "referanser", "litteratur", "lähteet",
)

// appendixHeadings begin the headings of appendices.
var appendixHeadings = []string{
	"appendix", "appendices", "supplement", "annex", "anhang", "anhänge", "annexe", "apéndice", "appendice", "apêndice", "приложение", "附录", "附錄",
}

// closingHeadings begin the headings of what stands at a paper's end.
var closingHeadings = []string{
	"acknowledg", "danksagung", "remerciements", "agradecimientos", "ringraziamenti", "благодарност", "致谢", "致謝",
	"author", "notes", "endnotes", "additional", "availability", "artifact", "biograph", "about the author", "ethic", "limitation",
	"open science", "conflict", "funding", "checklist", "neurips paper checklist", "paper checklist", "data avail", "code avail",
	"reproducib", "credit", "contribution", "declaration", "competing interest", "impact statement", "broader impact", "generative ai",
}

func init() {
	for _, words := range [][]string{appendixHeadings, closingHeadings} {
		for i := range words {
			words[i] = letters(words[i])
		}
	}
}

func setOf(words ...string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[letters(w)] = true
	}
	return out
}

// letters returns the letters of s in lower case, without accents.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return folded(r)
		}
		return -1
	}, s)
}

// folded returns a letter in lower case and without its accent: old fonts set
// accents as signs of their own, "Bibliograf´ıa".
func folded(r rune) rune {
	if r < utf8.RuneSelf {
		return unicode.ToLower(r)
	}
	if base, ok := unaccented[unicode.ToLower(r)]; ok {
		return base
	}
	return unicode.ToLower(r)
}

var unaccented = func() map[rune]rune {
	out := map[rune]rune{}
	for base, accented := range map[rune]string{'a': "àáâãäå", 'c': "ç", 'e': "èéêë", 'i': "ìíîïı", 'n': "ñ", 'o': "òóôõöø", 'u': "ùúûü", 'y': "ýÿ"} {
		for _, r := range accented {
			out[r] = base
		}
	}
	return out
}()

// functionWords hold sentences together and are rare in the entries of a list: no
// words for and, in, of, and none that are parts of names.
var functionWords = setOf(
	"the", "we", "is", "are", "that", "this", "our", "which", "can", "to", "it", "be", "as", "by", "not", "with", "from", "has", "have", "was",
	"were", "these", "if", "then", "when", "but", "also", "will", "may", "their", "such", "its", "thus", "where", "there", "than", "does", "do",
	"each", "more", "so", "only", "however", "because", "since", "while", "how", "what", "us", "been", "would", "they",
	"die", "das", "dem", "ein", "eine", "einer", "ist", "sind", "wird", "werden", "nicht", "dass", "sich", "wir", "auch", "aber", "wenn", "kann", "hat", "haben", "als", "durch",
	"le", "les", "une", "est", "sont", "nous", "que", "qui", "dans", "par", "avec", "pas", "cette", "ces", "mais", "aux",
	"el", "los", "las", "es", "una", "se", "por", "con", "no", "como", "su", "más", "son", "esta", "este", "aunque", "cuando",
	"il", "gli", "che", "è", "non", "si", "sono", "della", "come", "più", "questo",
	"uma", "é", "não", "são", "mais", "com", "os", "quando", "isso",
	"что", "не", "это", "как", "мы", "на", "с", "по", "из", "к", "от", "для",
)

// ownWords are said by the authors of the paper alone.
var ownWords = setOf("we", "our", "us", "thank", "thanks")

// venueWords stand in entries of a reference list by themselves.
var venueWords = map[string]bool{
	"doi": true, "DOI": true, "arXiv": true, "Proceedings": true, "Journal": true, "Transactions": true, "Press": true, "ACM": true, "IEEE": true,
	"USENIX": true, "Workshop": true, "Accessed": true, "LNCS": true, "University": true, "ISBN": true, "preprint": true, "thesis": true,
}

// maxHeadingBytes is longer than any heading with one of these words.
const maxHeadingBytes = 80

// heading is the letters of a text, with and without its number, by which words of
// headings are known.
type heading struct {
	all, title []byte
	short      bool // the text is no longer than a heading
}

// headingOf returns the letters that s begins with, in buf.
func headingOf(s string, buf []byte) heading {
	h := heading{short: len(s) <= maxHeadingBytes}
	number := numberEnd(s)
	if number == len(s) {
		number = 0
	}
	skipped := 0
	for i, r := range s[:min(len(s), maxHeadingBytes)] {
		if i < number && isLetter(r) {
			skipped += utf8.RuneLen(folded(r))
		}
		switch {
		case r >= 'a' && r <= 'z':
			buf = append(buf, byte(r))
		case r >= 'A' && r <= 'Z':
			buf = append(buf, byte(r)+'a'-'A')
		case r >= utf8.RuneSelf && isLetter(r):
			buf = utf8.AppendRune(buf, folded(r))
		case r >= '0' && r <= '9' && i >= number:
			h.short = false // a row of a table, a heading with its page
		}
	}
	h.all, h.title = buf, buf[min(skipped, len(buf)):]
	return h
}

// is reports whether the heading is one of the words.
func (h *heading) is(words map[string]bool) bool {
	return h.short && (words[string(h.title)] || words[string(h.all)])
}

// begins reports whether the heading begins with one of the words.
func (h *heading) begins(words []string) bool {
	for _, w := range words {
		if hasPrefix(h.title, w) || hasPrefix(h.all, w) {
			return true
		}
	}
	return false
}

func hasPrefix(b []byte, w string) bool { return len(b) >= len(w) && string(b[:len(w)]) == w }

// namesReferences reports whether a heading's text names a reference list.
func namesReferences(s string) bool {
	h := headingOf(s, nil)
	return h.is(referenceHeadings)
}

// abstractHeadings name the abstract.
var abstractHeadings = setOf("abstract", "summary", "zusammenfassung", "kurzfassung", "résumé", "resumen", "аннотация", "摘要")

func namesAbstract(s string) bool {
	h := headingOf(s, nil)
	return h.is(abstractHeadings)
}

// openingHeadings name a paper's first section.
var openingHeadings = setOf("introduction", "abstract", "motivation", "einleitung", "introducción", "overview", "introduzione", "введение", "引言")

// keywordHeadings begin what stands between an abstract and the first section.
var keywordHeadings = []string{"keywords", "keyword", "indexterms", "ccsconcepts", "categoriesandsubject", "generalterms", "acmreference", "schlüsselwörter", "motsclés", "palabrasclave"}

func namesKeywords(s string) bool {
	h := headingOf(s, nil)
	return h.begins(keywordHeadings)
}
