package pdftest

import (
	"fmt"
	"strings"
)

// Text returns the operators that show s with its first glyph's origin at
// (x, y) in points, y up from the bottom of the page.
func Text(font string, size, x, y float64, s string) string {
	return fmt.Sprintf("BT /%s %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n", font, size, x, y, Escape(s))
}

// Escape makes s fit to be in a literal string.
func Escape(s string) string {
	return strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`).Replace(s)
}

// Column sets lines of type, one below the other.
type Column struct {
	Font          string // resource name; "F1" when empty
	Size, Leading float64
	X, Y          float64 // origin of the first line, y up
}

// Set returns the operators that show the lines.
func (c Column) Set(lines ...string) string {
	font := c.Font
	if font == "" {
		font = "F1"
	}
	var out strings.Builder
	for i, l := range lines {
		out.WriteString(Text(font, c.Size, c.X, c.Y-float64(i)*c.Leading, l))
	}
	return out.String()
}

// ProseEms is the width of a line of Prose in Times, in ems.
const ProseEms = 24.0

// proseLetters all have an advance of half an em in Times-Roman; a space has a
// quarter.
const proseLetters = "nodupbhgqvkx"

// Prose returns n lines of words that look like running text and are exactly
// ProseEms wide in Times: seven words of 45 letters in all.
func Prose(n int) []string {
	lengths := [7]int{7, 5, 8, 6, 4, 9, 6}
	lines := make([]string, n)
	at := 0
	for i := range lines {
		words := make([]string, len(lengths))
		for w := range words {
			word := make([]byte, lengths[(w+i)%len(lengths)])
			for k := range word {
				word[k] = proseLetters[(at*7+k*5)%len(proseLetters)]
				at++
			}
			words[w] = string(word)
		}
		lines[i] = strings.Join(words, " ")
	}
	return lines
}
