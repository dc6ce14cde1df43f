package measure

import (
	"cmp"
	"math"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// How much turned text is running text: the cells of a sideways table are shorter
// lines, and its caption and notes are fewer.
const (
	minTurnedChars = 40  // of a line
	minTurnedLines = 20  // on any page
	minTurnedProse = 5   // where they hold most of the page's characters
	turnedLine     = 0.5 // sizes: what lies nearer across the lines is one line
	turnedGap      = 1.0 // sizes: a wider gap in a line parts cells
)

// isTurned reports whether the page holds running text that is turned, mirrored
// or set downwards.
func isTurned(p *structure.Page) bool {
	var turned []*structure.Line
	all := 0
	for _, line := range p.Lines {
		if line.Role == structure.FigureText || line.Role == structure.Furniture {
			continue
		}
		all += line.Chars
		if line.Rotated {
			turned = append(turned, line)
		}
	}
	lines, chars := turnedProse(turned)
	return lines >= minTurnedLines || lines >= minTurnedProse && 2*chars > all
}

// turnedProse returns the number of lines of running text that pieces of turned
// type make up, and the characters in them: a change of font parts a line into pieces.
func turnedProse(pieces []*structure.Line) (lines, chars int) {
	sideways := 0.0
	for _, p := range pieces {
		sideways += p.Box.Height() - p.Box.Width()
	}
	spans := make([]turnedPiece, len(pieces))
	for i, p := range pieces {
		spans[i] = turnedPiece{(p.Box.Y0 + p.Box.Y1) / 2, p.Box.X0, p.Box.X1, p.Style.Size, p.Chars}
		if sideways > 0 {
			spans[i] = turnedPiece{(p.Box.X0 + p.Box.X1) / 2, p.Box.Y0, p.Box.Y1, p.Style.Size, p.Chars}
		}
	}
	slices.SortFunc(spans, func(a, b turnedPiece) int { return cmp.Compare(a.across, b.across) })
	for begin := 0; begin < len(spans); {
		end := begin + 1
		for end < len(spans) && spans[end].across-spans[begin].across <= turnedLine*spans[begin].size {
			end++
		}
		n, m := proseIn(spans[begin:end])
		lines, chars, begin = lines+n, chars+m, end
	}
	return lines, chars
}

// turnedPiece is a piece of turned type along its line.
type turnedPiece struct {
	across     float64 // the middle of its ink across the line
	start, end float64
	size       float64
	chars      int
}

// proseIn counts the lines of running text in pieces at one height, and their
// characters.
func proseIn(pieces []turnedPiece) (lines, chars int) {
	slices.SortFunc(pieces, func(a, b turnedPiece) int { return cmp.Compare(a.start, b.start) })
	n, end := 0, math.Inf(-1)
	for i, s := range pieces {
		if s.start-end > turnedGap*s.size {
			n = 0
		}
		n, end = n+s.chars, math.Max(end, s.end)
		last := i+1 == len(pieces) || pieces[i+1].start-end > turnedGap*pieces[i+1].size
		if last && n >= minTurnedChars {
			lines, chars = lines+1, chars+n
		}
	}
	return lines, chars
}
