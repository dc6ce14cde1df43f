// Package identity compares titles and names of people as they are printed with those
// that a submission system has: what typesetting changes (accents, ligatures, small
// capitals, hyphens, line breaks, marks of footnotes) makes no difference.
package identity

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// unlike are letters that have no accent to lose and are written in others all the same.
var unlike = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i", "ħ", "h")

// fold returns a text in lower case, without accents and ligatures.
func fold(text string) string {
	var out strings.Builder
	for _, r := range norm.NFKD.String(text) {
		if !unicode.In(r, unicode.Mn, unicode.Lm) { // accents, also those that stand apart
			out.WriteRune(unicode.ToLower(r))
		}
	}
	return unlike.Replace(out.String())
}

// letters returns the letters of a text, folded.
func letters(text string) string { return kept(text, unicode.IsLetter) }

// key returns the letters and digits of a text, folded: what is left of it is the same
// however it is broken, hyphenated and spaced.
func key(text string) string {
	return kept(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

func kept(text string, keep func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		if keep(r) {
			return r
		}
		return -1
	}, fold(text))
}

// distance returns how many letters must be added, left out or replaced to make one text
// of another, most+1 where these are more than most.
func distance(a, b string, most int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > most || len(y)-len(x) > most {
		return most + 1
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal, least := row[0], i+1
		row[0] = i + 1
		for j := range y {
			cost := diagonal
			if x[i] != y[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
			least = min(least, cost)
		}
		if least > most {
			return most + 1
		}
	}
	return row[len(y)]
}
