package layout

import (
	"strings"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/pattern"
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
	numbering   = pattern.New(`^\s*(?:§\s*)?(?:(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Z](?:\.\d+)*)[.):]?\s+|(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Z])[.):]\s*)`)
	captionWord = pattern.New(`^(?i:fig(?:ure|\.)?|table|tab\.|listing|algorithm|alg\.|exhibit|chart|scheme|plate)\s*(?:[A-Z]?\d+|[A-Z]|[IVXLC]+)?(?:[.:]\d+)*\s*(?:[.:|–—-]|\([a-z]\)|$)`)
	captionHead = pattern.New(`^(?:(?i:figure|fig\.?|table|tab\.?|listing|algorithm)|(?:FIGURE|TABLE))\s*[A-Z]?(?:\d+|[IVXLC]+)`)
	// captionStart matches a caption's word and number before a capital.
	captionStart = pattern.New(captionHead.String() + `[a-z]?\s+\p{Lu}`)
	entryMark    = pattern.New(`^\s*(?:\[[^\]\s][^\]]{0,24}\]|\(?\d{1,3}[.)]\s|\d{1,3}\s+[A-Z]|\(\d{1,3}\))`)
	year         = pattern.New(`\b(?:1[6-9]|20)\d\d[a-z]?\b`)
	initials     = pattern.New(`\b\p{Lu}[\p{L}'’-]+,\s+\p{Lu}\.|\b\p{Lu}\.\s?\p{Lu}[\p{L}'’-]+,`)
	// author matches a name with its initials, either way round.
	author = pattern.New(`\b\p{Lu}\.\s*\p{Lu}[\p{L}'’-]+|\b\p{Lu}[\p{L}'’-]+,\s+\p{Lu}\.`)
	// authorFirst matches the entry of an author-year list.
	authorFirst   = pattern.New(`^\p{Lu}[\p{L}'’-]+,\s+\p{Lu}(?:\.|\p{Ll})`)
	contentsEntry = pattern.New(`\p{L}[\s.]*\d+\s*$`) // a heading with its page, in a table of contents
	// evidence matches what only entries of a reference list hold.
	evidence      = pattern.New(`https?://|\bdoi\b|\barXiv\b|\bpp?\.\s?\d|\bpages?\s\d|\b[Ii]n Proc|\bProceedings\b|\bVol\.|\bvol\.|\bet al\.`)
	abstractStart = pattern.New(`^(?i:abstract)\s*[.:—–-]`)
	listingHead   = pattern.New(`^(?i:listing|algorithm)\s*[A-Z]?\d`)
	longWord      = pattern.New(`\p{L}{4}`) // text rather than a formula
	bullet        = pattern.New(`^\s*(?:[•◦▪‣∙·–—*-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s`)
)

// maxHeadingBytes is longer than any heading with one of these words.
const maxHeadingBytes = 80

// letters returns the letters of s in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// SplitHeading parts a heading's number ("3.1", "IV", "A") from its title; number
// is "" when it has none.
func SplitHeading(s string) (number, title string) {
	title = unnumbered(s)
	return strings.TrimRight(strings.TrimSpace(s[:len(s)-len(title)]), ".:)"), strings.TrimSpace(title)
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
	if len(s) > maxHeadingBytes || contentsEntry.MatchString(s) {
		return false
	}
	return referenceWords[letters(s)] || referenceWords[letters(unnumbered(s))]
}

// isRunInReferences reports whether the line begins with the heading of a
// reference list and goes on with its first entry.
func isRunInReferences(s string) bool {
	at := strings.IndexAny(s[:min(len(s), maxRunIn)], ":.—–[")
	if at < 0 || !isReferenceWord(s[:at]) {
		return false
	}
	rest := strings.TrimLeft(s[at:], ":.—– ")
	return entryMark.MatchString(rest) || initials.MatchString(rest)
}

// maxRunIn is how far into a line, in bytes, a heading that runs into the text
// may reach.
const maxRunIn = 48

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

// startsCapital reports whether the first letter of s is a capital.
func startsCapital(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.IsUpper(r)
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
