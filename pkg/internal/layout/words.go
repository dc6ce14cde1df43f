package layout

import (
	"github.com/paperfit/paperfit/pkg/internal/lexicon"
	"github.com/paperfit/paperfit/pkg/internal/pattern"
)

// captionHead matches a caption's word and number.
var captionHead = pattern.New(`^(?:(?i:figure|fig\.?|table|tab\.?|listing|algorithm)|(?:FIGURE|TABLE))\s*[A-Z]?(?:\d+|[IVXLC]+)`)

// letters returns the letters of s in lower case.
func letters(s string) string { return lexicon.Letters(s) }

// allCaps reports whether s has letters and all of them are capitals.
func allCaps(s string) bool { return lexicon.AllCapitals(s) }
