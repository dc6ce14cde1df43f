package layout

import (
	"strings"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// minMisdrawn is how many letters of text tell a language, by which fonts that claim to
// draw text are told from those of symbols.
const minMisdrawn = 24

// ReadMisdrawn adds to the sheets of a paper the text of those fonts that draw other
// letters than a machine extracts. It is for when all pages have been read: the letters
// of a font are compared with each other.
func ReadMisdrawn(sheets []*Sheet) {
	var told strings.Builder
	for _, s := range sheets {
		for i := range s.Runs {
			if r := &s.Runs[i]; r.isMisdrawn() {
				told.WriteString(r.Text + " ")
			}
		}
	}
	if text := told.String(); len(lexicon.Letters(text)) < minMisdrawn || !lexicon.IsLanguage(text) {
		return
	}
	for _, s := range sheets {
		for i := range s.Runs {
			if r := &s.Runs[i]; r.isMisdrawn() {
				s.addMisdrawn(r)
			}
		}
	}
}

func (r *Run) isMisdrawn() bool { return r.Font != nil && r.Font.Misdrawn() != "" }

// addMisdrawn adds a run whose font draws some of its letters as others.
func (s *Sheet) addMisdrawn(r *Run) {
	wrong, odd := r.Font.Misdrawn(), 0
	seen := strings.Map(func(c rune) rune {
		if strings.ContainsRune(wrong, c) {
			odd++
			return utf8.RuneError
		}
		return c
	}, r.Text)
	if odd > 0 {
		s.Lies = append(s.Lies, Lie{Seen: seen, Told: r.Text, Box: r.Box, Form: r.Form, Odd: odd, Drawn: true})
	}
}
