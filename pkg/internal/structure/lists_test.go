package structure

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// notes returns n notes that cite, as books on history have them at their ends.
func notes(n int, mark string) []string {
	var out []string
	for i := range n {
		m := fmt.Sprintf(mark, i+1)
		switch i % 3 {
		case 0:
			out = append(out, m+" Ada Lovelace, Notes on an Engine (London:", fmt.Sprintf("Taylor Press, %d), 12-17.", 1840+i))
		case 1:
			out = append(out, m+fmt.Sprintf(" See Babbage, C. (%d), Journal of Looms, pp. 3-", 1850+i), "8, which is not about looms that weave.")
		case 2:
			out = append(out, m+" Lovelace, Notes, 33.")
		}
	}
	return out
}

// chapter sets text from a row to a row and a list of entries behind it.
func chapter(row, rows int, head string, list ...string) string {
	return heading(leftColumn, at(row), head) + set(leftColumn, at(row+2), prose(row, rows)...) +
		heading(leftColumn, at(row+3+rows), "References") + small(leftColumn, at(row+5+rows), list...)
}

// Notes that cite are content before the list that they are resolved in.
func TestNotesBeforeTheList(t *testing.T) {
	for name, c := range map[string]struct{ mark, notes, list string }{
		"numbers with dots": {"%d.", "Notes", "Works Cited"}, "endnotes": {"%d.", "Endnotes", "References"}, "raised": {"%d", "NOTES", "WORKS CITED"}, "brackets": {"[%d]", "Notes", "Bibliography"},
	} {
		t.Run(name, func(t *testing.T) {
			page := heading(leftColumn, topLine, c.notes) + small(leftColumn, at(2), notes(30, c.mark)...) + heading(rightColumn, topLine, c.list) + small(rightColumn, at(2), authorYear(20)...)
			l := compose(t, columnsOf(0), columnsOf(1), page)
			if p := l.Pages[2]; l.References.Status != Found || l.References.Heading.Text != c.list || p.Unsure() || l.References.Unsure() || len(linesOf(l, Reference)) != 40 {
				t.Errorf("%v, margins %.1f and %.1f, %d lines unexplained, %d of the list\n%s", l.References.Status, p.Margin, l.References.Margin, len(p.Unexplained), len(linesOf(l, Reference)), outline(l))
			}
		})
	}
}

// Notes that fill a page before the list are content, too.
func TestPageOfNotesBeforeTheList(t *testing.T) {
	for _, mark := range []string{"%d.", "%d", "[%d]"} {
		page := heading(leftColumn, topLine, "Notes") + small(leftColumn, at(2), notes(30, mark)...) + small(rightColumn, topLine, notes(33, mark)...)
		l := compose(t, columnsOf(0), columnsOf(1), page, heading(leftColumn, topLine, "Works Cited")+small(leftColumn, at(2), authorYear(20)...)+small(rightColumn, topLine, authorYear(24)...))
		if p := l.Pages[2]; l.References.Status != Found || l.References.Heading.Page != 4 || p.Unsure() || l.References.Unsure() {
			t.Errorf("%s: %v, margins %.1f and %.1f, %d unexplained\n%s", mark, l.References.Status, p.Margin, l.References.Margin, len(p.Unexplained), outline(l))
		}
		if n := len(linesOf(l, Reference)); n != 88 {
			t.Errorf("%s: %d lines of entries, want 88", mark, n)
		}
	}
}

// Where each chapter has a list of its own, the first is where the references begin,
// and all of them are lists.
func TestListOfEachChapter(t *testing.T) {
	for name, list := range map[string][]string{"numbers": entries(5), "authors and years": authorYear(7), "many": entries(7)} {
		t.Run(name, func(t *testing.T) {
			page := func(i int) string {
				return chapter(0, 24, fmt.Sprintf("%d The Looms of Lyon", i), list...) + set(rightColumn, topLine, prose(5*i, deep)...)
			}
			page2 := heading(leftColumn, topLine, "2 The Mill") + set(leftColumn, at(2), prose(12, deep-2)...) + set(rightColumn, topLine, prose(30, deep)...)
			l := compose(t, page(1), page2, chapter(0, 24, "3 The Cards", list...))
			if l.References.Status != Found || l.References.Heading.Page != 1 || l.References.Unsure() || l.Pages[0].Unsure() || l.Pages[2].Unsure() || l.Pages[1].Unsure() {
				t.Errorf("%v, margins %.1f, %.1f, %.1f\n%s", l.References.Status, l.References.Margin, l.Pages[0].Margin, l.Pages[2].Margin, outline(l))
			}
			if n := strings.Count(strings.Join(linesOf(l, Reference), "\n")+"\n", "\n"); n != 2*len(list) {
				t.Errorf("%d lines of entries, want %d\n%s", n, 2*len(list), outline(l))
			}
		})
	}
}

// A page of nothing but the second of two lists is none of content.
func TestSecondListOnAPageOfItsOwn(t *testing.T) {
	first := heading(leftColumn, topLine, "References") + small(leftColumn, at(2), entries(12)...) + heading(rightColumn, topLine, "Appendix A Looms") + set(rightColumn, at(2), prose(9, deep-2)...)
	second := heading(leftColumn, topLine, "References") + small(leftColumn, at(2), entries(14)...) + small(rightColumn, topLine, entries(28)[42:]...)
	l := compose(t, columnsOf(0), first, columnsOf(2), second)
	if p := l.Pages[3]; len(linesOf(l, ReferenceHeading)) != 2 || p.Unsure() || len(linesOf(l, Reference)) != 36+84 {
		t.Errorf("margin %.1f, %d lines\n%s", p.Margin, len(linesOf(l, Reference)), outline(l))
	}
}

// The headings of a list's parts are set less than its own, and part of it; one before
// text is none of it.
func TestSubheadingsOfAList(t *testing.T) {
	numbered := []string{"1. A. Lovelace. Notes on an engine. Journal", "of Looms, 1843.", "2. C. Babbage. Cards. Journal of Looms, 1851.", "3. A. Lovelace. Mills. Taylor Press, 1844."}
	for name, c := range map[string]struct {
		font  string
		below []string
		zone  Zone
	}{
		"bold": {"F2", authorYear(8), ListZone}, "italic": {"F3", authorYear(8), ListZone}, "numbered": {"F2", numbered, ListZone}, "bracketed": {"F2", entries(4), ListZone},
		"before prose": {"F2", prose(20, 16), BackZone},
	} {
		t.Run(name, func(t *testing.T) {
			part := func(row int, head string) string {
				return setIn(c.font, 10, 12, leftColumn, at(row)+2, head) + set(leftColumn, at(row+1), c.below...)
			}
			first := authorYear(8)
			if name == "numbered" {
				first = slices.Concat(numbered, styled("#.")[8:])
			}
			l := compose(t, columnsOf(0), heading(leftColumn, topLine, "References")+set(leftColumn, at(2), first...)+part(20, "Looms of the Mills"))
			if line := lineWith(t, l, "Looms of the Mills"); line.Zone != c.zone || l.Pages[1].Unsure() {
				t.Errorf("%q is %v in %v; margin of the page %.1f\n%s", line.Text, line.Role, line.Zone, l.Pages[1].Margin, outline(l))
			}
		})
	}
}

// What is set as a subheading and heads another part ends the list: an appendix by its
// name or letter, or text that names journals and years.
func TestPartsSetAsSubheadings(t *testing.T) {
	var sources []string
	for i := range 8 {
		sources = append(sources, fmt.Sprintf("We read the Journal of Looms of 18%d and what", 40+i), "was in it about the cards that we do not have,")
	}
	for head, below := range map[string][]string{"Appendix": prose(20, 16), "Appendix A: Looms": prose(2, 16), "B Looms of the Mills": prose(20, 16), "Sources": sources, "Acknowledgments": prose(20, 6)} {
		for _, font := range []string{"F2", "F3"} {
			t.Run(head+" in "+font, func(t *testing.T) {
				l := compose(t, columnsOf(0), heading(leftColumn, topLine, "References")+set(leftColumn, at(2), authorYear(8)...)+setIn(font, 10, 12, leftColumn, at(19), head)+set(leftColumn, at(20), below...))
				if line := lineWith(t, l, head); line.Zone == ListZone || len(linesOf(l, Reference)) != 16 || l.Pages[1].Unsure() {
					t.Errorf("%q is %v in %v; margin of the page %.1f\n%s", line.Text, line.Role, line.Zone, l.Pages[1].Margin, outline(l))
				}
			})
		}
	}
}

// The works that an appendix lists are none of the references, whatever they look like;
// a list of its own behind it is one.
func TestWorksInAnAppendix(t *testing.T) {
	for name, works := range map[string][]string{"authors and years": authorYear(12), "brackets": entries(10), "numbers": styled("#.")} {
		for head, size := range map[string]float64{"Appendix A: Primary Studies": 12, "Appendix": 10, "APPENDIX A. STUDIES": 10, "A Primary Studies": 12} {
			t.Run(head+", "+name, func(t *testing.T) {
				page := setIn("F2", size, 12, leftColumn, topLine, head) + setIn("F2", 10, 12, leftColumn, at(2), "A.1 Studies") + set(leftColumn, at(3), works...)
				l := compose(t, columnsOf(0), heading(leftColumn, topLine, "References")+set(leftColumn, at(2), authorYear(20)...), page, heading(leftColumn, topLine, "References")+small(leftColumn, at(2), authorYear(9)...))
				if got := len(linesOf(l, Reference)); got != 40+18 || l.Pages[2].Unsure() || l.Pages[1].Unsure() || l.Pages[3].Unsure() {
					t.Errorf("%d lines of entries, want 58; margin %.1f, %d unexplained\n%s", got, l.Pages[2].Margin, len(l.Pages[2].Unexplained), outline(l))
				}
			})
		}
	}
}

// A second list that is larger than the first is as certain; so are entries that begin
// with the year.
func TestSecondListIsLarger(t *testing.T) {
	var years []string
	for i := range 12 {
		years = append(years, fmt.Sprintf("%d. Lovelace, A., & Babbage, C. Notes on", 1840+i), "what the mill is to weavers. Journal of Looms, 3.")
	}
	first := heading(leftColumn, topLine, "References") + setIn("F1", 8, 10, leftColumn, at(2), entries(12)...) + heading(rightColumn, topLine, "Appendix A") + set(rightColumn, at(2), prose(9, deep-2)...)
	l := compose(t, columnsOf(0), first, columnsOf(2), heading(leftColumn, topLine, "References")+set(leftColumn, at(2), years...), set(leftColumn, topLine, years[:6]...))
	for _, p := range l.Pages[3:] {
		if p.Unsure() {
			t.Errorf("page %d in doubt by %.1f for %q\n%s", p.Number, p.Margin, p.Hinge.Text, outline(l))
		}
	}
	if got := len(linesOf(l, Reference)); got != 36+24+6 {
		t.Errorf("%d lines of entries, want %d\n%s", got, 36+24+6, outline(l))
	}
}

// The addresses of the authors behind a list without numbers are none of it.
func TestAddressesBehindAList(t *testing.T) {
	for name, address := range map[string]string{
		"e-mail":       setIn("F3", 10, 12, leftColumn+12, at(21), "Email address: ada@looms.org"),
		"with a place": set(leftColumn+12, at(21), "Mill of Looms, Lyon, France") + setIn("F3", 10, 12, leftColumn+12, at(22), "E-mail: ada@looms.org"),
	} {
		l := compose(t, columnsOf(0), heading(leftColumn, topLine, "References")+small(leftColumn, at(2), authorYear(10)...)+address)
		if line := lineWith(t, l, "ada@looms.org"); line.Role == Reference || l.Pages[1].Unsure() {
			t.Errorf("%s: %v, margin %.1f\n%s", name, line.Role, l.Pages[1].Margin, outline(l))
		}
	}
}

// A heading right below the list's own is part of it.
func TestSubheadingBelowTheHeading(t *testing.T) {
	page := heading(leftColumn, topLine, "Bibliography") + setIn("F2", 10, 12, leftColumn, at(2), "Cases") + set(leftColumn, at(3), "World Loom Council Deterministic looms of mills: how", "causal is the card. https://looms.org/cards/843-12.", "Mill Board Looms. Taylor Press, 1843.") + set(leftColumn, at(6), authorYear(8)...)
	l := compose(t, columnsOf(0), page)
	if p := l.Pages[1]; len(linesOf(l, Reference)) != 20 || p.Unsure() || l.References.Unsure() {
		t.Errorf("margins %.1f and %.1f\n%s", p.Margin, l.References.Margin, outline(l))
	}
}

// Labels without brackets begin entries, with the year in them or not.
func TestLabelsWithoutBrackets(t *testing.T) {
	var list []string
	for i := range 14 {
		list = append(list, fmt.Sprintf("LB%02d. Ada Lovelace and Charles Babbage. Of", 10+i), "Looms and Cards. In Looms'09, pages 1 to 20.")
	}
	last := "Woo. Ada Wood. Looms: A Secure Mill for Cards"
	page := heading(leftColumn, topLine, "References") + set(leftColumn, at(2), append(list, last)...)
	l := compose(t, columnsOf(0), page, heading(leftColumn, topLine, "A Proofs")+set(leftColumn, at(2), prose(5, 40)...))
	if got := len(linesOf(l, Reference)); got != 29 || l.Pages[1].Unsure() {
		t.Errorf("%d lines of entries, want 29; margin %.1f\n%s", got, l.Pages[1].Margin, outline(l))
	}
}
