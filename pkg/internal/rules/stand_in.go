package rules

import (
	"slices"
	"strings"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/pattern"
)

// submissionWords are those of lines that stand in for authors: "Paper #12",
// "Submission ID 31, 12 pages".
var submissionWords = pattern.Known("paper", "submission", "id", "number", "no", "nr", "draft", "review", "page", "pages", "body", "total")

// standsInForAuthors reports whether a line has no other words.
func standsInForAuthors(line string) bool {
	for word := range strings.FieldsFuncSeq(line, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !oneOf(submissionWords, word) {
			return false
		}
	}
	return true
}

// formWords are those that templates have in the place of names and affiliations:
// "Your Name", "First A. Author", "Two Institute", "Institution Name". They are not
// pattern.Known, nor are those beside them: a dump would keep parts of names readable.
var formWords = strings.Fields(`your here name names first last firstname lastname given surname middle family
	author authors coauthor institution institutions affiliation affiliations organization organisation
	one two three four five second third fourth fifth omitted hidden removed`)

// besideFormWords are words that such lines have as well, and real names too.
var besideFormWords = strings.Fields(`university universities institute college school department dept faculty laboratory lab
	company group research computer science engineering address line street city town state region province
	country email orcid or and of aff the for to corresponding contact st nd rd th alice bob carol`)

// isTemplateLine reports whether a line has no words but those of templates, and
// at least one that no real name has: a form's, or a letter ("University X").
func isTemplateLine(line string) bool {
	template := false
	for word := range strings.FieldsFuncSeq(line, func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch {
		case oneOf(formWords, word), len(word) == 1:
			template = true
		case !oneOf(besideFormWords, word) && !oneOf(submissionWords, word):
			return false
		}
	}
	return template
}

// oneOf reports whether the word is one of some, in letters of any case.
func oneOf(words []string, word string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(w, word) })
}
