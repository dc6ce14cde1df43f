package structure

import (
	"strings"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// How the biography of an author begins: "Ada A. Lovelace (M’42) received the …".
const (
	leastNameWords = 2
	mostNameWords  = 6  // initials and particles included
	mostGrade      = 40 // bytes of the grades of membership in brackets
)

// findBiographies finds the authors' biographies that journals set behind the
// reference list, in type smaller than the body: a name in bold goes on with what its
// author is, was or did. They are no running text.
func (s *Structure) findBiographies(r *reading) {
	size := 0.0 // of the biography that the line before belongs to; 0 for none
	for i := range r.lines {
		l := &r.lines[i]
		small := l.Zone >= ListZone && l.Style.Size < smallType*s.Body.Size
		switch {
		case l.Role == FigureText:
			continue // the portrait's
		case !small, l.Role == Heading, size > 0 && !layout.SameSize(size, l.Style.Size):
			size = 0
		}
		if small && l.opensBiography() {
			size = l.Style.Size
		}
		l.Line.Biography = size > 0
	}
}

// opensBiography reports whether a line begins with a name in bold and goes on with
// other type in which its author is, was or did something.
func (l *textLine) opensBiography() bool {
	if !l.beginsBold() {
		return false
	}
	name, rest := "", ""
	for i := range l.Runs {
		run := &l.Runs[i]
		if rest == "" && run.Font != nil && run.Font.Bold() {
			name += " " + run.Text
			continue
		}
		rest += " " + run.Text
	}
	return isFullName(name) && tellsOfLife(rest)
}

// isFullName reports whether a text is a person's name: words with capitals, with
// particles in small letters between them.
func isFullName(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '.' || r == ',' })
	capitals := 0
	for i, w := range words {
		if strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("-'’‐", r) }) {
			return false
		}
		switch {
		case beginsLarge(w):
			capitals++
		case i == 0 || i == len(words)-1:
			return false
		}
	}
	return capitals >= leastNameWords && len(words) <= mostNameWords && !strings.HasSuffix(strings.TrimSpace(s), ".")
}

// tellsOfLife reports whether a text begins with the verb of a biography, behind
// grades of membership in brackets perhaps.
func tellsOfLife(s string) bool {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "(") {
		end := strings.IndexByte(s, ')')
		if end < 0 || end > mostGrade {
			return false
		}
		s = s[end+1:]
	}
	words := strings.Fields(s)
	return len(words) > 1 && lexicon.LifeWords[words[0]]
}
