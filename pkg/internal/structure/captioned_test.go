package structure

import (
	"fmt"
	"testing"
)

// Words in a captioned box or beside a captioned drawing are no headings, however they
// are set; in a box without a caption, and above a figure, they are.
func TestHeadingsInFigures(t *testing.T) {
	box := func(x, y0, y1, width float64) string {
		return fmt.Sprintf(".9 g %.1f %.1f %.1f %.1f re f 0 g\n", x, y0, width, y1-y0)
	}
	prompt := func(head string) string {
		return box(leftColumn, at(8)-4, at(0)+12, measure) + setIn("F2", 10, 12, leftColumn+6, at(0), head) + set(leftColumn+6, at(1), "We ask for the looms that are not in the mill.", "They do what the cards say of the loom.") +
			setIn("F2", 10, 12, leftColumn+6, at(5), "References") + set(leftColumn+6, at(6), "There are no more of the looms.")
	}
	caption := set(leftColumn+60, at(10), "Figure 1: What we ask for.")
	rest := set(leftColumn, at(12), prose(40, deep-12)...) + set(rightColumn, topLine, prose(13, deep)...)
	drawings := box(leftColumn+30, at(8), at(0), 60) + box(leftColumn+160, at(8), at(0), 60)
	for name, c := range map[string]struct {
		page string
		want []string
	}{
		"in a box":           {prompt("Appendix") + caption + rest, nil},
		"between drawings":   {drawings + setIn("F2", 10, 12, leftColumn+100, at(4), "Appendix") + caption + rest, nil},
		"above a figure":     {setIn("F2", 10, 12, leftColumn, at(0), "Appendix") + box(leftColumn, at(8), at(2), measure) + caption + rest, []string{"Appendix"}},
		"in a heading's bar": {box(leftColumn, at(0)-5, at(0)+12, measure) + setIn("F2", 12, 14, leftColumn+6, at(0), "Appendix") + set(leftColumn, at(2), prose(30, 9)...) + rest, []string{"Appendix"}},
	} {
		t.Run(name, func(t *testing.T) { wantLines(t, compose(t, columnsOf(0), c.page), Heading, c.want...) })
	}
}
