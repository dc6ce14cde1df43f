package structure

import (
	"strings"
	"unicode"
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

// letters returns the letters of s in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// functionWords hold sentences together and are rare in the entries of a list.
var functionWords = setOf(
	"the", "we", "is", "are", "that", "this", "our", "which", "can", "to", "it", "be", "as", "by", "not", "with", "from", "has", "have", "was",
	"were", "these", "if", "then", "when", "but", "also", "will", "may", "their", "such", "its", "thus", "where", "there", "than", "does", "do",
	"each", "more", "so", "only", "however", "because", "since", "while", "how", "what", "us", "been", "would", "they",
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

// namesReferences reports whether a heading's text names a reference list. A
// heading with its page, in a table of contents, does not.
func namesReferences(s string) bool {
	if len(s) > maxHeadingBytes || isContentsEntry(s) {
		return false
	}
	return referenceHeadings[letters(s)] || referenceHeadings[letters(unnumbered(s))]
}

// beginsWith reports whether a heading's letters, with or without its number,
// begin with one of the words.
func beginsWith(s string, words []string) bool {
	if len(s) > 4*maxHeadingBytes {
		return false
	}
	all, title := letters(s), letters(unnumbered(s))
	for _, w := range words {
		if strings.HasPrefix(all, w) || strings.HasPrefix(title, w) {
			return true
		}
	}
	return false
}

// isContentsEntry reports whether s ends in a number behind a word, as the lines
// of a table of contents do.
func isContentsEntry(s string) bool {
	t := strings.TrimRight(s, " ")
	u := strings.TrimRight(t, "0123456789")
	if len(u) == len(t) {
		return false
	}
	u = strings.TrimRight(u, " .")
	return endsInLetter(u)
}

// abstractHeadings name the abstract.
var abstractHeadings = setOf("abstract", "summary", "zusammenfassung", "kurzfassung", "résumé", "resumen", "аннотация", "摘要")

func namesAbstract(s string) bool { return abstractHeadings[letters(unnumbered(s))] }

// openingHeadings name a paper's first section.
var openingHeadings = setOf("introduction", "abstract", "motivation", "einleitung", "introducción", "overview", "introduzione", "введение", "引言")
