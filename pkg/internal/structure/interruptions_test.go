package structure

import (
	"fmt"
	"testing"
)

// drawing sets a chart with so many labels in a column, from a row on, and its caption three
// rows below.
func drawing(x float64, row, labels int, caption ...string) string {
	top, bottom := at(row), at(row+labels)
	out := fmt.Sprintf("%.1f %.1f m %.1f %.1f l %.1f %.1f l S %.1f %.1f m %.1f %.1f l S\n", x+20, top, x+20, bottom, x+220, bottom, x+60, bottom+5, x+210, top)
	for i := range labels {
		out += setIn("F1", 7, 8, x+26, top-12*float64(i)-9, fmt.Sprintf("%d", 5*(labels-i)))
	}
	return out + set(x, at(row+labels+3), caption...)
}

// longEntry is an entry with little that tells one, in most of its lines.
var longEntry = []string{"Sampo Turing, Slav Perlis, Martin Hopper, Francis", "Backus, Elena Wilkes, Memduh Newell, Anna", "Simon, Silvie Minsky, Jan McCarthy jr., Jaroslava", "Knuth, Vera Rabin, Zdena Scott, and 43 others.", "2017. First shared task: weaving looms of many", "towns from raw threads to the finished cards of a", "mill. In Proceedings of the Looms 2017 Shared", "Task: Weaving from Raw Threads to the Cards", "of Mills, pages 1–19, Vancouver, Canada.", "Association for Computational Weaving."}

// A float among the entries costs the same however many labels it has: what goes on below
// it is the list, though it is the rest of one entry.
func TestListGoesOnBelowADrawing(t *testing.T) {
	caption := []string{"Figure 9: The cards of each of the looms in", "the mills of the town."}
	for _, labels := range []int{4, 9, 20, 30} {
		t.Run(fmt.Sprintf("%d labels", labels), func(t *testing.T) {
			row := labels + 6
			page := set(leftColumn, topLine, authorYear(26)...) + drawing(rightColumn, 0, labels, caption...) +
				set(rightColumn, at(row), longEntry...) + heading(rightColumn, at(row+11), "A Cards of the Looms") + set(rightColumn, at(row+13), prose(13, 6)...)
			l := compose(t, columnsOf(0), heading(leftColumn, topLine, "References")+set(leftColumn, at(2), authorYear(26)...)+set(rightColumn, topLine, authorYear(27)...), page)
			wantLines(t, l, Caption, caption...)
			if got, want := len(linesOf(l, Reference)), 2*(26+27+26)+10; got != want {
				t.Errorf("%d lines of entries, want %d\n%s", got, want, outline(l))
			}
			if l.References.Unsure() || l.Pages[2].Unsure() {
				t.Errorf("in doubt by %.1f", l.Pages[2].Margin)
			}
		})
	}
}

// Drawings below a heading that names a list make none: a guide's links are pictures.
func TestDrawingsBelowTheHeading(t *testing.T) {
	for _, labels := range []int{4, 30} {
		page := heading(leftColumn, topLine, "Bibliography") + drawing(leftColumn, 2, labels, "Figure 1: The looms of the mills.") + set(rightColumn, topLine, prose(13, deep)...)
		l := compose(t, columnsOf(0), columnsOf(1), page)
		if l.References.Status != Absent {
			t.Errorf("%d labels: a list begins with %q\n%s", labels, l.References.First.Text, outline(l))
		}
	}
}

// The last line of a caption across the columns is the caption's, though it is short
// enough to stand in the first.
func TestCaptionEndsInTheFirstColumn(t *testing.T) {
	caption := []string{"Figure 1: We find that each of the looms is as it is, and that it does what it has to do, which we know", "the looms of the mill."}
	for name, below := range map[string][2][]string{"text": {prose(3, 40), prose(50, 40)}, "entries": {authorYear(20), authorYear(20)}} {
		page := fmt.Sprintf("1 w %.1f %.1f 400 90 re S\n", leftColumn, at(7)) + set(leftColumn, at(9), caption...) + set(leftColumn, at(13), below[0]...) + set(rightColumn, at(13), below[1]...)
		l := compose(t, columnsOf(0), heading(leftColumn, topLine, "References")+set(leftColumn, at(2), authorYear(26)...)+set(rightColumn, topLine, authorYear(27)...), page)
		if line := lineWith(t, l, caption[1]); line.Role != Caption {
			t.Errorf("%s: %q is %v in %v\n%s", name, line.Text, line.Role, line.Zone, outline(l))
		}
	}
}
