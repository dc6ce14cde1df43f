package structure

import (
	"fmt"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/traits"
)

// Rows with years, rows that cite and reports that are named in small type look like
// entries, but open no list in a paper whose list has a heading.
func TestRowsOpenNoList(t *testing.T) {
	var years, citing string
	var reports []string
	for i := range 24 {
		years += cells(leftColumn, topLine-11*float64(i), 0, [3]string{fmt.Sprintf("%d. Loom", i+1), fmt.Sprintf("0.0%d | 1,4%02d", i, 3*i), fmt.Sprintf("%d-2009 Yes", 1970+i)})
		citing += cells(leftColumn, topLine-11*float64(i), 0, [3]string{"Loom", "(Babbage et al., 2023) Card", fmt.Sprintf("  %d.1", i)})
	}
	for i := range 6 {
		reports = append(reports, fmt.Sprintf("92-%d Notes on Looms and Cards, by C. Babbage and A. Lovelace,", i+1), "Journal of Looms, January 1992.")
	}
	for name, rows := range map[string]string{"years": years, "citing": citing, "reports": setIn("F1", 8, 10, leftColumn, topLine, reports...)} {
		first := rows + set(leftColumn, at(25), prose(3, deep-25)...) + set(rightColumn, topLine, prose(13, deep)...)
		l := compose(t, first, columnsOf(1), heading(leftColumn, topLine, "References")+set(leftColumn, at(2), authorYear(6)...)+set(rightColumn, topLine, "Babbage, C. (1999). Of looms. Journal of Looms."))
		wantReferences(t, l, "References", 13)
		if l.References.Unsure() {
			t.Errorf("%s: in doubt by %.1f\n%s", name, l.References.Margin, outline(l))
		}
		for _, line := range linesAt(l, Reference) {
			if line.seen.Has(traits.AboveEntries) {
				t.Errorf("%s: %q is larger than entries", name, line.Text)
			}
		}
	}
}

// linesAt returns the lines with a role.
func linesAt(s *Structure, r Role) []*Line {
	var out []*Line
	for _, p := range s.Pages {
		for _, l := range p.Lines {
			if l.Role == r {
				out = append(out, l)
			}
		}
	}
	return out
}

// A list without a heading stays one that is in doubt, though a heading within the text
// names a list and a name follows.
func TestListWithoutItsHeading(t *testing.T) {
	text := set(leftColumn, topLine, prose(3, 20)...) + heading(leftColumn, at(21), "Sources") + set(leftColumn, at(23), append([]string{"A. Lovelace has all of the cards, as we said"}, prose(30, deep-24)...)...)
	for name, first := range map[string]string{"no heading": columnsOf(0), "another heading": text + set(rightColumn, topLine, prose(13, deep)...)} {
		l := compose(t, first, set(leftColumn, topLine, prose(5, deep)...)+set(rightColumn, at(1), entries(17)...))
		if l.References.Status == Absent || l.References.Status == Found && !l.References.Unsure() {
			t.Errorf("%s: the list is %d\n%s", name, l.References.Status, outline(l))
		}
	}
}

// An organization without an author may begin the list.
func TestFirstEntryOfAnOrganization(t *testing.T) {
	l := compose(t, paperThen(heading(leftColumn, topLine, "References")+set(leftColumn, at(2), append([]string{"Loom Mills. Card tracking transparency. URL https:", "//loom.example.com/documentation/cards/and", "cardtrackingtransparency. Accessed: 2022-10-", "20."}, authorYear(6)...)...))...)
	wantReferences(t, l, "References", 16)
	if head := lineWith(t, l, "References"); !head.seen.Has(traits.HeadingBeforeEntry) {
		t.Error("no entry follows the heading")
	}
}

// A table of sentences that has a page to itself is a float, by its rules and caption;
// small text between the rules of a head and a foot is text.
func TestTableOfAPage(t *testing.T) {
	rule := func(i int) string { return fmt.Sprintf("%.1f %.1f 504 .6 re f\n", leftColumn, at(i)+14) }
	rows := small(leftColumn, at(1), prose(0, 30)...) + small(rightColumn, at(1), prose(40, 30)...)
	caption := small(leftColumn, at(30), "Table 8. What was found in looms of this kind, and what became of all the cards that were in them")
	for name, c := range map[string]struct {
		page  string
		boxed bool
	}{
		"a table":           {rule(0) + rule(1) + rule(29) + rows + caption, true},
		"a head and a foot": {rule(0) + rule(29) + rows, false},
		"and a rule":        {rule(0) + rule(1) + rule(29) + rows, false},
		"two and a caption": {rule(0) + rule(29) + rows + caption, false},
	} {
		l := compose(t, columnsOf(0), columnsOf(1), c.page)
		n := 0
		for _, line := range l.Pages[2].Lines {
			if line.Boxed && line.Role != Caption {
				n++
			}
		}
		if (n > 50) != c.boxed || n > 0 != c.boxed {
			t.Errorf("%s: %d lines are boxed\n%s", name, n, outline(l))
		}
	}
}
