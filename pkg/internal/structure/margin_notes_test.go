package structure

import (
	"fmt"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// Notes in the margin that cite in full are no list, in a paper that has one.
func TestCitationsInTheMargin(t *testing.T) {
	const margin = leftColumn + 360
	page := func(from int) string {
		var notes []string
		for i := range 20 {
			notes = append(notes, fmt.Sprintf("%d A. Lovelace, C. Babbage.", from/3+i), "Notes. Journal of", fmt.Sprintf("Looms, 18%d.", 40+i))
		}
		return set(leftColumn, topLine, wideProse(from, 50)...) + setIn("F1", 8, 9.5, margin, topLine, notes...)
	}
	last := set(leftColumn, topLine, wideProse(90, 20)...) + heading(leftColumn, at(22), "References") + set(leftColumn, at(24), authorYear(12)...)
	l := compose(t, page(0), page(60), last)
	if l.References.Status != Found || l.References.Heading.Page != 3 || l.References.Unsure() || l.Pages[0].Unsure() || l.Pages[1].Unsure() || l.Pages[2].Unsure() {
		t.Errorf("%v, margin %.1f, pages in doubt: %v %v %v\n%s", l.References.Status, l.References.Margin, l.Pages[0].Unsure(), l.Pages[1].Unsure(), l.Pages[2].Unsure(), outline(l))
	}
}

// Notes beside a list's heading at the foot of a page do not part it from its entries.
func TestNotesBesideTheHeading(t *testing.T) {
	var notes []string
	for i := range 18 {
		notes = append(notes, fmt.Sprintf("%d A. Lovelace, C. Babbage.", i+3), "Notes. Journal of", fmt.Sprintf("Looms, 18%d.", 40+i))
	}
	margin := setIn("F1", 8, 9.5, leftColumn+360, topLine, notes...)
	first := set(leftColumn, topLine, wideProse(0, 50)...) + margin
	l := compose(t, first, set(leftColumn, topLine, wideProse(60, 50)...)+heading(leftColumn, at(52), "References")+margin, set(leftColumn, topLine, authorYear(20)...))
	if l.References.Status != Found || l.References.Heading.Page != 2 || l.References.Unsure() || l.Pages[2].Unsure() || len(linesOf(l, Reference)) != 40 {
		t.Errorf("%v, margin %.1f, %d lines of entries\n%s", l.References.Status, l.References.Margin, len(linesOf(l, Reference)), outline(l))
	}
}

// wideProse returns lines of running text for a column of 340 points.
func wideProse(from, n int) []string {
	out := prose(from, n)
	for i, more := range prose(from+n, n) {
		out[i] += more[:20]
	}
	return out
}

// A sentence alone on a page turned on its side, behind the list, is none of it.
func TestLineOnATurnedPage(t *testing.T) {
	b := pdftest.New()
	b.AddPage(pdftest.Page{Content: columnsOf(0)})
	b.AddPage(pdftest.Page{Content: heading(leftColumn, topLine, "References") + small(leftColumn, at(2), entries(16)...) + small(rightColumn, topLine, entries(34)[48:]...)})
	b.AddPage(pdftest.Page{MediaBox: "0 0 792 612", Content: set(leftColumn+100, 300, "There are two reasons why the loom is not the mill.")})
	l := composeFile(t, b)
	if p := l.Pages[2]; p.Unsure() || linesOf(l, Body)[len(linesOf(l, Body))-1][:5] != "There" {
		t.Errorf("margin %.1f\n%s", p.Margin, outline(l))
	}
}
