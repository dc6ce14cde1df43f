package measure

import (
	"slices"
	"strings"
	"unicode"
)

// gathered is what is hidden on a page for one reason.
type gathered struct {
	Hidden
	weight int // letters, ideographs counted double
}

// weigh counts the letters of hidden text that a program could read, and weighs
// them.
func weigh(s string) (letters, weight int) {
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			letters++
			weight += ideographWeight
		case unicode.IsLetter(r):
			letters++
			weight++
		}
	}
	return letters, weight
}

// maxQuote caps the text that is kept of hidden text.
const maxQuote = 200

// least returns how much hidden text counts.
func (h *Hidden) least() int {
	if h.InFigure {
		return minHiddenFigure
	}
	return minHidden
}

// joinFigures adds what is too little outside figures to what is hidden in them for
// the same reason where both together are enough: text below a picture reaches out of it.
func joinFigures(all []*gathered) []*gathered {
	return slices.DeleteFunc(all, func(g *gathered) bool {
		if g.InFigure || g.weight >= minHidden {
			return false
		}
		for _, in := range all {
			if in.InFigure && in.Why == g.Why && in.weight+g.weight >= minHiddenFigure {
				in.join(g)
				return true
			}
		}
		return false
	})
}

// join adds what was gathered apart.
func (g *gathered) join(other *gathered) {
	g.Box = g.Box.Union(other.Box)
	g.Letters += other.Letters
	g.weight += other.weight
	g.quote(" ", other.Text)
}

// quote adds to the text that is kept.
func (g *gathered) quote(space, text string) {
	if len(g.Text) < maxQuote {
		g.Text = strings.TrimSpace(g.Text + space + text)
	}
}
