package layout

import (
	"regexp"
	"strings"
	"unicode"
)

// The words by which parts of a paper are recognised. Texts are compared
// without case, spaces, digits and punctuation, since headings are numbered,
// letter-spaced and set in small capitals.
var referenceWords = map[string]bool{
	"references": true, "reference": true, "bibliography": true, "workscited": true, "citedworks": true,
	"literaturecited": true, "citedliterature": true, "literature": true, "referencesandnotes": true,
	"notesandreferences": true, "referencescited": true, "citedreferences": true, "selectedreferences": true,
	"selectedbibliography": true, "referencesandfurtherreading": true, "listofreferences": true,
	"referenceslist": true, "referencelist": true, "sources": true, "citations": true,
}

// endWords begin the headings that can follow a reference list.
var endWords = []string{
	"appendix", "appendices", "acknowledg", "author", "notes", "endnotes", "supplement", "additional",
	"availability", "artifact", "biograph", "abouttheauthor", "ethic", "limitation", "openscience", "conflict", "funding",
}

var (
	numbering   = regexp.MustCompile(`^\s*(?:§\s*)?(?:(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Z])[.):]?\s+|(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Z])[.):]\s*)`)
	captionWord = regexp.MustCompile(`^(?i:fig(?:ure|\.)?|table|tab\.|listing|algorithm|alg\.|exhibit|chart|scheme|plate)\s*(?:[A-Z]?\d+|[A-Z]|[IVXLC]+)?(?:[.:]\d+)*\s*(?:[.:|–—-]|\([a-z]\)|$)`)
	captionHead = regexp.MustCompile(`^(?:(?i:figure|fig\.|table|tab\.|listing|algorithm)|(?:FIGURE|TABLE))\s*[A-Z]?(?:\d+|[IVXLC]+)`)
	// captionStart matches a caption's word and number before a capital.
	captionStart = regexp.MustCompile(captionHead.String() + `[a-z]?\s+\p{Lu}`)
	// runIn matches a heading that runs into the text after a colon or dash.
	runIn     = regexp.MustCompile(`^(\P{L}{0,8}\p{L}[\p{L}\s]{3,40})\s*[:.—–]\s*(\S.*)$`)
	entryMark = regexp.MustCompile(`^\s*(?:\[[^\]\s][^\]]{0,24}\]|\(?\d{1,3}[.)]\s|\d{1,3}\s+[A-Z]|\(\d{1,3}\))`)
	year      = regexp.MustCompile(`\b(?:19|20)\d\d[a-z]?\b`)
	initials  = regexp.MustCompile(`\b\p{Lu}[\p{L}'’-]+,\s+\p{Lu}\.|\b\p{Lu}\.\s?\p{Lu}[\p{L}'’-]+,`)
	bullet    = regexp.MustCompile(`^\s*(?:[•◦▪‣∙·–—*-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s`)
)

// letters returns the letters of s in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// unnumbered returns a heading's text without its number.
func unnumbered(s string) string {
	if m := numbering.FindString(s); m != "" && len(m) < len(s) {
		return s[len(m):]
	}
	return s
}

// isReferenceWord reports whether a heading's text names a reference list.
func isReferenceWord(s string) bool {
	return referenceWords[letters(s)] || referenceWords[letters(unnumbered(s))]
}

// isRunInReferences reports whether the line begins with the heading of a
// reference list and goes on with its first entry.
func isRunInReferences(s string) bool {
	m := runIn.FindStringSubmatch(s)
	return m != nil && isReferenceWord(m[1]) && (entryMark.MatchString(m[2]) || initials.MatchString(m[2]))
}

// isEndWord reports whether a heading's text names a part that can follow the
// reference list.
func isEndWord(s string) bool {
	for _, t := range []string{letters(s), letters(unnumbered(s))} {
		for _, w := range endWords {
			if strings.HasPrefix(t, w) {
				return true
			}
		}
	}
	return false
}

// allCaps reports whether s has letters and all of them are capitals.
func allCaps(s string) bool {
	seen := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		seen = seen || unicode.IsUpper(r)
	}
	return seen
}
