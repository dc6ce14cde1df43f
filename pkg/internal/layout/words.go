package layout

import (
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// captionWords begin captions, in letters of any case.
var captionWords = [...]string{"figure", "fig.", "fig", "table", "tab.", "tab", "listing", "algorithm"}

// beginsCaption reports whether text begins with a caption's word and number.
func beginsCaption(text string) bool {
	for _, w := range captionWords {
		if rest, ok := cutFold(text, w); ok && beginsCaptionNumber(strings.TrimLeft(rest, "\t\n\f\r ")) {
			return true
		}
	}
	return false
}

// beginsCaptionNumber reports whether s begins with a caption's number: "3", "IV",
// "A1".
func beginsCaptionNumber(s string) bool {
	isDigit := func(i int) bool {
		return i < len(s) && (s[i] >= '0' && s[i] <= '9' || strings.IndexByte("IVXLC", s[i]) >= 0)
	}
	return isDigit(0) || s != "" && s[0] >= 'A' && s[0] <= 'Z' && isDigit(1)
}

// letters returns the letters of s in lower case.
func letters(s string) string { return lexicon.Letters(s) }

// allCaps reports whether s has letters and all of them are capitals.
func allCaps(s string) bool { return lexicon.AllCapitals(s) }
