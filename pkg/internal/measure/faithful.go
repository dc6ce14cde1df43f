package measure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/lexicon"
	"github.com/paperfit/paperfit/pkg/internal/structure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// Unfaithful is text of which a machine extracts something else than a reader sees.
type Unfaithful struct {
	Place          // what is seen; its Text is empty where nothing is replaced
	Told    string // what is extracted
	Drawn   string // the letters that fonts draw as others, where only their shapes tell
	Letters int    // that are extracted otherwise on the page
}

// How much of a page has to be extracted otherwise. On 2700 files (papers, manuals
// of TeX packages, files that broke other programs) names and programs of fonts
// agree with what is extracted, letter by letter, but for icons.
const (
	minOdd      = 4  // letters
	minSaid     = 12 // letters of words that are said and not shown, instead of no words
	minWords    = 3  // and so many words
	minWordsFor = 6  // words for signs: a formula can be read out
	longWord    = 3  // letters of what is surely a word
)

// unfaithful returns what is extracted otherwise than it is seen, a page at a time.
func unfaithful(l *structure.Structure) []Unfaithful {
	var out []Unfaithful
	for _, p := range l.Pages {
		u := Unfaithful{Place: Place{p.Number, geom.Empty(), ""}}
		allDrawn := true
		for _, lie := range lies(p) {
			u.Letters += lie.Odd
			u.Box = u.Box.Union(lie.Box)
			allDrawn = allDrawn && lie.Drawn
			u.Drawn = withLetters(u.Drawn, &lie)
			if len(u.Told) < maxQuote {
				u.Text, u.Told = joined(u.Text, lie.Seen), joined(u.Told, lie.Told)
			}
		}
		if !allDrawn {
			u.Drawn = ""
		}
		if u.Letters >= minOdd {
			out = append(out, u)
		}
	}
	return out
}

// withLetters adds to a list of letters those that a font draws as others.
func withLetters(list string, lie *layout.Lie) string {
	seen := []rune(lie.Seen)
	for i, r := range []rune(lie.Told) {
		if i < len(seen) && seen[i] == utf8.RuneError && !strings.ContainsRune(list, r) {
			list += string(r)
		}
	}
	return list
}

// joined joins two texts by a space.
func joined(a, b string) string { return strings.TrimSpace(a + " " + b) }

// lies returns the lies of a page that count. Where what is seen makes no words and
// what is told does, it is the names of the glyphs that say nothing.
func lies(p *structure.Page) []layout.Lie {
	var out []layout.Lie
	var seen, told strings.Builder
	for _, lie := range p.Lies {
		if lie.Drawn || isReplaced(&lie) {
			out = append(out, lie)
			continue
		}
		seen.WriteString(lie.Seen + " ")
		told.WriteString(lie.Told + " ")
	}
	if lexicon.IsLanguage(told.String()) && !lexicon.IsLanguage(seen.String()) && len(lexicon.Letters(seen.String())) >= minOfLanguage {
		return out
	}
	for _, lie := range p.Lies {
		if !lie.Spoken && !lie.Drawn {
			out = append(out, lie)
		}
	}
	return out
}

// isReplaced reports whether a lie is a replacement text with words that the page
// does not show.
func isReplaced(lie *layout.Lie) bool {
	if !lie.Spoken {
		return false
	}
	words := wordCount(lie.Told)
	switch longest := longestWord(lie.Seen); {
	case longest > longWord:
		return lie.Odd >= minOdd
	case lie.Seen != "":
		return words >= minWordsFor && lie.Odd >= minSaid
	}
	return words >= minWords && lie.Odd >= minSaid
}

// longestWord returns the number of letters of the longest word.
func longestWord(s string) int {
	most := 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		most = max(most, len([]rune(w)))
	}
	return most
}

// minOfLanguage is how many letters show whether a text is one of a language.
const minOfLanguage = 24

// beliedHeadings tells that a heading, the title or a name is extracted otherwise
// than it is seen; no kind where none is.
func beliedHeadings(l *structure.Structure) report.Sentence {
	for _, p := range l.Pages {
		all := lies(p)
		for _, line := range p.Lines {
			switch line.Role {
			case structure.Title, structure.Author, structure.Heading, structure.ReferenceHeading:
				if isBelied(line, all) {
					return report.Say(wording.ReadingsDiffer, report.Args{"page": p.Number, "seen": line.Text})
				}
			}
		}
	}
	return report.Sentence{}
}

// isBelied reports whether one of the lies is about a line.
func isBelied(line *structure.Line, all []layout.Lie) bool {
	for i := range all {
		if all[i].Odd >= minOdd && line.Box.Overlaps(all[i].Box.Inset(1)) {
			return true
		}
	}
	return false
}

// structurePage returns the page of a number.
func structurePage(l *structure.Structure, number int) *structure.Page {
	for _, p := range l.Pages {
		if p.Number == number {
			return p
		}
	}
	return &structure.Page{Page: &layout.Page{}}
}
