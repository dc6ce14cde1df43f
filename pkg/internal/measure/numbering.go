package measure

import (
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// What tells the line numbers of a review copy, which run through the paper, from
// the numbers of an algorithm or a table that stand beside a column.
const (
	minNumbers    = 5   // on a page; some number every fifth line
	minNumberings = 0.5 // the share of pages with text
)

// numbering returns the pages whose lines are numbered in the margin, where that is
// most of the paper.
func numbering(l *structure.Structure) []int {
	var out []int
	pages := 0
	for _, p := range l.Pages {
		numbers, text := 0, false
		for _, line := range p.Lines {
			if line.Kind == layout.LineNumber {
				numbers++
			}
			text = text || line.Role != structure.Furniture
		}
		if text {
			pages++
		}
		if numbers >= minNumbers {
			out = append(out, p.Number)
		}
	}
	if float64(len(out)) < minNumberings*float64(pages) {
		return nil
	}
	return out
}
