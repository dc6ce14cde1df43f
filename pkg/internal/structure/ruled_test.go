package structure

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// rules draws thin rules of a width at some heights.
func rules(x, width float64, ys ...float64) string {
	var out strings.Builder
	for _, y := range ys {
		fmt.Fprintf(&out, "%.1f %.1f %.1f .5 re f\n", x, y, width)
	}
	return out.String()
}

// The cells of a table are no headings, whatever they say and however they are set:
// bold heads, names of parts, one column by itself.
func TestCellsAreNoHeadings(t *testing.T) {
	words := []string{"Appendix", "References", "Acknowledgments", "B Proofs", "Polymer", "Looms"}
	for name, c := range map[string]struct {
		font string
		size float64
	}{"small": {"F1", 7}, "bold": {"F2", 9}, "as the body": {"F2", 10}} {
		t.Run(name, func(t *testing.T) {
			table := setIn("F1", 9, 11, leftColumn, topLine, "Table 1. The looms of the mill") + rules(leftColumn+60, 110, at(1), at(2)-4, at(8))
			for i, w := range words {
				y := at(2) - 14*float64(i) + 2
				table += setIn(c.font, c.size, 0, leftColumn+64, y, w) + setIn("F1", c.size, 0, leftColumn+140, y, fmt.Sprintf("%d.4", 12+7*i))
			}
			l := compose(t, columnsOf(0), table+set(leftColumn, at(10), prose(40, 40)...)+set(rightColumn, topLine, prose(13, deep)...))
			wantLines(t, l, Heading)
			if line := lineWith(t, l, "Appendix"); line.Role != Table || l.References.Status != Absent || l.Pages[1].Unsure() {
				t.Errorf("%q is %v, references %v\n%s", line.Text, line.Role, l.References.Status, outline(l))
			}
		})
	}
}

// A table between the entries of a list is none of it, though its cells cite, and its
// heads end no list.
func TestTableWithCitationsBehindAList(t *testing.T) {
	table := setIn("F1", 9, 11, rightColumn, topLine, "Table 1. The looms of the mill") + rules(rightColumn, 200, at(1), at(2)-4, at(5)-4, at(8)-4) +
		setIn("F2", 8, 10, rightColumn, at(2), "Appendix") + setIn("F2", 8, 10, rightColumn+60, at(2), "Looms")
	for i := range 6 {
		table += setIn("F1", 8, 10, rightColumn, at(3+i), fmt.Sprintf("Kind %d", i)) + setIn("F1", 8, 10, rightColumn+60, at(3+i), fmt.Sprintf("Jacquard, J. (%d), Cards, A. (18%d)", 1840+i, 50+i))
	}
	l := compose(t, columnsOf(0), heading(leftColumn, topLine, "References")+small(leftColumn, at(2), authorYear(24)...)+table+small(rightColumn, at(12), authorYear(20)...))
	if n := len(linesOf(l, Reference)); n != 88 {
		t.Errorf("%d lines of entries, want 88\n%s", n, outline(l))
	}
}

// Headings between rules are headings, where text stands between one and the next.
func TestHeadingsBetweenRules(t *testing.T) {
	page := rules(leftColumn, measure, at(0)+11, at(0)-4, at(20)+11, at(20)-4, at(34)+11, at(34)-4) +
		setIn("F2", 10, 12, leftColumn+80, at(0), "The Loom") + set(leftColumn, at(2), prose(0, 17)...) +
		setIn("F2", 10, 12, leftColumn+80, at(20), "Appendix") + set(leftColumn, at(22), prose(20, 11)...) +
		setIn("F2", 10, 12, leftColumn+80, at(34), "References") + small(leftColumn, at(36), entries(5)...)
	l := compose(t, columnsOf(0), page)
	wantLines(t, l, Heading, "The Loom", "Appendix")
	if l.References.Status != Found {
		t.Errorf("the list is %v\n%s", l.References.Status, outline(l))
	}
}

// What goes on with an entry below a float is part of it, in italics as well.
func TestEntryGoesOnBelowAFloat(t *testing.T) {
	table := rules(rightColumn, 200, at(1)+9, at(2)-4, at(5)-4)
	for i, row := range []string{"Loom", "87.9", "12.4", "11.8"} {
		table += setIn("F1", 8, 10, rightColumn, at(1+i), row) + setIn("F1", 8, 10, rightColumn+60, at(1+i), fmt.Sprintf("%d.5", 3+i))
	}
	for name, c := range map[string]string{
		"caption": setIn("F1", 8, 10, rightColumn, topLine, "Table 1: The looms of the mill."),
		"table":   setIn("F1", 8, 10, rightColumn, topLine, "Table 1: The looms of the mill.") + table,
	} {
		list := heading(leftColumn, topLine, "References") + small(leftColumn, at(2), append(entries(15), "[16] A. Lovelace. Notes on an engine. In")...)
		rest := setIn("F3", 9, 11, rightColumn, at(7), "the 7th Symposium on Looms, pages 529–533,") + small(rightColumn, at(7)-11, append([]string{"1843."}, entries(22)[48:]...)...)
		l := compose(t, paperThen(list+c+rest)...)
		if line := lineWith(t, l, "the 7th Symposium"); line.Zone != ListZone || l.Pages[2].Unsure() {
			t.Errorf("%s: %v, page by %.1f\n%s", name, line.Zone, l.Pages[2].Margin, outline(l))
		}
	}
}

// rows returns a page of one column that goes on with a table whose rows end with years.
func rows(x float64, from, n int) string {
	var out strings.Builder
	for i := range n {
		for k, cell := range []string{"loom", "large card", fmt.Sprint(11 + i%80), fmt.Sprint(1840 + from + i)} {
			out.WriteString(set(x+[]float64{0, 36, 95, 118}[k], at(i), cell))
		}
	}
	return out.String()
}

// The rows of a table that goes on over pages are no entries, though each ends with a
// year, and though no rules stand around them.
func TestRowsThatEndWithYears(t *testing.T) {
	list := heading(leftColumn, topLine, "References") + small(leftColumn, at(2), authorYear(24)...) + small(rightColumn, topLine, authorYear(26)...)
	l := compose(t, columnsOf(0), list, rows(leftColumn, 0, deep), rows(leftColumn, deep, 20))
	for _, p := range l.Pages[2:] {
		if n := slices.IndexFunc(p.Lines, func(l *Line) bool { return l.Role == Reference }); n >= 0 || p.Unsure() {
			t.Errorf("page %d: row %d is an entry; margin %.1f, %d unexplained", p.Number, n, p.Margin, len(p.Unexplained))
		}
	}
}

// In a paper whose pages of text in two columns are fewer than those of a table, the
// labels of a page's entries belong to their column, though nothing else there begins as
// far left.
func TestLabelsOfAColumnOfEntries(t *testing.T) {
	const right = leftColumn + measure + 10
	columns := func(from int) string {
		return set(leftColumn, topLine, prose(from, deep)...) + set(right, topLine, prose(from+9, deep)...)
	}
	entry := func(x float64, row, n int) string {
		return set(x, at(row), fmt.Sprintf("[%d]", n)) + set(x+20, at(row), "A. Lovelace and C. Babbage. Notes on", "an engine that weaves. In Journal of", "Looms and Cards, pages 1 to 20, Taylor", "Press, 1843.")
	}
	page := set(leftColumn, topLine, prose(40, 30)...) + heading(leftColumn, at(32), "References")
	for i := range 5 {
		page += entry(leftColumn, 34+4*i, i+1)
	}
	for i := range 13 {
		page += entry(right, 4*i, i+6)
	}
	l := compose(t, columns(0), columns(20), rows(leftColumn, 0, deep), rows(leftColumn, deep, deep), rows(leftColumn, 2*deep, deep), page)
	if len(linesOf(l, Reference)) != 72 || l.References.Status != Found || l.References.Unsure() {
		t.Errorf("%d lines of entries, want 72\n%s", len(linesOf(l, Reference)), outline(l))
	}
}
