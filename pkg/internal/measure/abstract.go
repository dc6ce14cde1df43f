package measure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/lexicon"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// Abstract is the abstract of a paper and its length, unknown where there is none or it
// cannot be read.
type Abstract struct {
	Words      Number
	Characters Number // spaces between words included
	Place      Place
}

// abstract measures the abstract: what has its role, or is text below its heading. The
// heading is no part of it.
func abstract(l *structure.Structure, u Unread) Abstract {
	var a Abstract
	if u.Text.Kind != "" {
		return a
	}
	text, below := "", false // below the abstract's heading
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			heading := text == "" && lexicon.NamesAbstract(line.Text)
			if heading || isHeading(line) {
				below = heading
			}
			belongs := line.Role == structure.Abstract || below && line.Role == structure.Body
			if !belongs || line.Rotated || heading {
				continue
			}
			words := strings.Join(strings.Fields(line.Text), " ")
			if text == "" {
				a.Place = Place{Page: p.Number, Box: geom.Empty(), Text: line.Text}
				words = withoutRunIn(line, words)
			}
			if p.Number == a.Place.Page {
				a.Place.Box = a.Place.Box.Union(line.Box)
			}
			text = joinLine(text, words)
		}
	}
	if text != "" {
		a.Words, a.Characters = known(float64(len(strings.Fields(text)))), known(float64(utf8.RuneCountInString(text)))
	}
	return a
}

// joinLine joins a line to the text before it. A word that is hyphenated at the end of
// a line is one word.
func joinLine(text, line string) string {
	if begun, hyphen := strings.CutSuffix(text, "-"); hyphen {
		return begun + line
	}
	return strings.TrimSpace(text + " " + line)
}

// runInMarks set the word that begins an abstract off from its text.
const runInMarks = ".:—–-"

// withoutRunIn returns the words of a line without the one that begins an abstract, set
// off by a mark or its type: "Abstract—We …".
func withoutRunIn(line *structure.Line, words string) string {
	end := strings.IndexFunc(words, func(r rune) bool { return !unicode.IsLetter(r) })
	if end <= 0 || !lexicon.NamesAbstract(words[:end]) {
		return words
	}
	rest := strings.TrimLeft(words[end:], " ")
	marked := strings.IndexFunc(rest, func(r rune) bool { return strings.ContainsRune(runInMarks, r) }) == 0
	if !marked && !beginsInOtherType(line) {
		return words
	}
	return strings.TrimLeft(rest, " "+runInMarks)
}

// beginsInOtherType reports whether a line begins in bold or italics.
func beginsInOtherType(line *structure.Line) bool {
	if len(line.Runs) == 0 || line.Runs[0].Font == nil {
		return false
	}
	return line.Runs[0].Font.Bold() || line.Runs[0].Font.Italic()
}
