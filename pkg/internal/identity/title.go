package identity

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// Likeness is how alike two titles or names are.
type Likeness uint8

// The degrees of likeness.
const (
	Other Likeness = iota
	Near           // a letter or two differ, as by a slip of the pen
	Same
)

// How near titles are.
const (
	nearTitle  = 2  // letters that differ in a title of the same work
	nearLength = 20 // letters of the shortest title that may differ in some
	// MaxTitle caps the letters that are compared.
	MaxTitle = 1000
)

// texCommand matches the commands of TeX that systems keep in titles.
var texCommand = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\\(?:[A-Za-z]+\s*|["'^~=.` + "`" + `])`) })

// TitleKey returns what is compared of a title.
func TitleKey(title string) string {
	if strings.Contains(title, `\`) {
		title = texCommand().ReplaceAllString(title, "")
	}
	title = key(strings.ReplaceAll(title, "&", " and "))
	return title[:min(len(title), MaxTitle)]
}

// CompareTitles compares the keys of two titles, of which the second is printed: a digit
// at its end may be the mark of a footnote. Where digits differ it is another title.
func CompareTitles(known, printed string) Likeness {
	switch {
	case known == printed || known != "" && known == strings.TrimRightFunc(printed, unicode.IsDigit):
		return Same
	case len(known) >= nearLength && digits(known) == digits(printed) && distance(known, printed, nearTitle) <= nearTitle:
		return Near
	}
	return Other
}

func digits(text string) string { return kept(text, unicode.IsDigit) }
