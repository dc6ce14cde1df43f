package structure

import (
	"fmt"
	"slices"
	"testing"
)

// annotate sets entries of two lines, each with an annotation of three at an
// indent, gap points below it. It returns the page's marks and where they end.
func annotate(y, indent, gap float64, n int) (string, float64) {
	page := ""
	for i := range n {
		e := []string{fmt.Sprintf("Lovelace, A., Babbage, C. (%d). Notes on an", 1990+i), "engine that weaves. Journal of Looms and Cards."}
		page += set(leftColumn, y, e...) + set(leftColumn+indent, y-24-gap, prose(2*i, 3)...)
		y -= 12*5 + gap + 6
	}
	return page, y
}

// What an annotated bibliography says of its last entry is part of the list, too:
// it is set as the other annotations are.
func TestLastAnnotation(t *testing.T) {
	for name, c := range map[string]struct {
		indent, gap float64
	}{"indented": {12, 0}, "flush": {0, 0}, "indented and apart": {12, 4}, "flush and apart": {0, 6}} {
		page, _ := annotate(topLine-24, c.indent, c.gap, 5)
		l := compose(t, columnsOf(0), heading(leftColumn, topLine, "Annotated Bibliography")+page)
		if got := len(linesOf(l, Reference)); got != 25 || l.Pages[1].Unsure() {
			t.Errorf("%s: %d lines of entries and annotations, want 25; margin %.1f\n%s", name, got, l.Pages[1].Margin, outline(l))
		}
	}
}

// The last annotation may stand on a page after its entry's.
func TestLastAnnotationOnTheNextPage(t *testing.T) {
	page, y := annotate(at(24), 12, 0, 5)
	page += set(leftColumn, y, "Lovelace, A., Babbage, C. (1999). Notes on an", "engine that weaves. Journal of Looms and Cards.")
	l := compose(t, columnsOf(0), heading(leftColumn, at(22), "References")+page+set(leftColumn, topLine, prose(50, 20)...), set(leftColumn+12, topLine, prose(30, 3)...))
	if p := l.Pages[2]; len(linesOf(l, Reference)) != 30 || p.Unsure() {
		t.Errorf("%d lines of entries and annotations, want 30; margin %.1f\n%s", len(linesOf(l, Reference)), p.Margin, outline(l))
	}
}

// Prose behind an annotated list is no annotation where it is set otherwise than
// they are, or has a heading.
func TestProseBehindAnnotations(t *testing.T) {
	for name, behind := range map[string]func(y float64) string{
		"flush, farther below": func(y float64) string { return set(leftColumn, y-18, prose(40, 6)...) },
		"smaller":              func(y float64) string { return setIn("F1", 8, 10, leftColumn+12, y-18, prose(40, 6)...) },
		"below a heading": func(y float64) string {
			return heading(leftColumn, y-10, "Closing Words") + set(leftColumn, y-26, prose(40, 6)...)
		},
	} {
		page, y := annotate(topLine-24, 12, 0, 5)
		l := compose(t, columnsOf(0), heading(leftColumn, topLine, "References")+page+behind(y))
		if got := len(linesOf(l, Body)); got != 2*deep+6 {
			t.Errorf("%s: %d lines of text, want %d\n%s", name, got, 2*deep+6, outline(l))
		}
	}
}

// Prose behind a list without annotations is none, whatever it follows.
func TestNoAnnotations(t *testing.T) {
	for _, indent := range []float64{0, 12} {
		page := set(leftColumn, at(2), authorYear(10)...) + set(leftColumn+indent, at(22)-4, prose(40, 3)...)
		l := compose(t, columnsOf(0), heading(leftColumn, topLine, "References")+page)
		if got := len(linesOf(l, Body)); got != 2*deep+3 {
			t.Errorf("%g: %d lines of text, want %d\n%s", indent, got, 2*deep+3, outline(l))
		}
	}
}

// Entries with numbers and authors are annotated as others are.
func TestAnnotationsOfNumberedEntries(t *testing.T) {
	for _, mark := range []string{"%d. ", "(%d) ", "[%d] "} {
		y, page := topLine-24, heading(leftColumn, topLine, "References")
		for i := range 6 {
			page += set(leftColumn, y, fmt.Sprintf(mark+"Lovelace, A. (%d). Notes on an", i+1, 1990+i), "engine that weaves. Journal of Looms and Cards.") + set(leftColumn, y-24-4, prose(2*i, 3+i%2)...)
			y -= 12*float64(5+i%2) + 4
		}
		l := compose(t, columnsOf(0), page+heading(rightColumn, topLine, "Looms")+set(rightColumn, at(2), prose(40, 9)...))
		if got := len(linesOf(l, Reference)); got != 33 || l.References.Unsure() {
			t.Errorf("%q: %d lines of entries and annotations, want 33; margin %.1f\n%s", mark, got, l.References.Margin, outline(l))
		}
	}
}

// The items of an appendix that name years are no entries, and what stands below
// them no annotations.
func TestItemsWithYearsInAnAppendix(t *testing.T) {
	page := heading(leftColumn, topLine, "References") + small(leftColumn, at(2), entries(6)...) + heading(leftColumn, at(22), "A Looms of the Mill")
	for i := range 5 {
		page += set(leftColumn, at(24+4*i), fmt.Sprintf("%d. It was in %d that the loom was", i+1, 1840+i), "set up, and not as we do it now.") + set(leftColumn, at(26+4*i), prose(3*i, 2)...)
	}
	l := compose(t, columnsOf(0), columnsOf(1), page)
	if got := len(linesOf(l, Reference)); got != 18 || l.Pages[2].Unsure() {
		t.Errorf("%d lines of entries, want 18; margin %.1f\n%s", got, l.Pages[2].Margin, outline(l))
	}
}

// So is the first, whose author no sign tells from the title.
func TestAnnotationOfTheFirstEntry(t *testing.T) {
	y, page := topLine-15, heading(leftColumn, topLine, "References")
	for i := range 5 {
		page += set(leftColumn, y, fmt.Sprintf("(%d) Ada Lovelace. The loom of the mill in", i+1), fmt.Sprintf("%d.", 1990+i)) + set(leftColumn, y-24, prose(6*i, 6)...)
		y -= 12*8 + 2
	}
	l := compose(t, columnsOf(0), page)
	if got := len(linesOf(l, Reference)); got != 40 || l.References.Unsure() {
		t.Errorf("%d lines of entries and annotations, want 40; margin %.1f\n%s", got, l.References.Margin, outline(l))
	}
}

// TestTitlesAreNoAnnotations: titles with words of sentences do not make a list an
// annotated one. What follows its last entry, below a heading or not, is content.
func TestTitlesAreNoAnnotations(t *testing.T) {
	t.Parallel()
	var list []string
	for i := range 9 {
		list = append(list, fmt.Sprintf("[%d] A. Lovelace and C. Babbage. A long", i+1), "study of the cards that are in the looms.", fmt.Sprintf("Journal of Looms, pages 1 to %d. 18%02d.", 20+i, 40+i))
	}
	text := prose(20, 6)
	for name, page := range map[string]string{
		"below a heading": set(leftColumn, at(2), list...) + heading(leftColumn, at(31), "Appendix A: Small Looms") + set(leftColumn, at(33), text...),
		"at once":         set(leftColumn, at(2), append(slices.Clone(list), text...)...),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := compose(t, paperThen(heading(leftColumn, topLine, "References")+page)...)
			for _, line := range l.Pages[2].Lines {
				if slices.Contains(text, line.Text) && line.Role == Reference {
					t.Errorf("%q is an entry\n%s", line.Text, outline(l))
				}
			}
		})
	}
}

// A reading list has a head in bold above each entry, and several annotations with labels
// below it. They are part of the list up to the last.
func TestLabelledAnnotations(t *testing.T) {
	reading := func(n int) string {
		page := heading(leftColumn, topLine, "References")
		for i := range n {
			row := 2 + 8*i
			page += setIn("F2", 10, 12, leftColumn, at(row), fmt.Sprintf("A. Lovelace et al.: Looms and Cards k%d", i)) +
				set(leftColumn, at(row+1), "A. Lovelace and Charles Babbage. Looms and", fmt.Sprintf("Cards. In: Journal of Looms, 20. %d.", 1990+i))
			for k, label := range []string{"Comment: ", "Abstract: "} {
				text := prose(4*i+2*k, 2)
				text[0] = label + text[0][:30]
				page += set(leftColumn, at(row+3+2*k)-4*float64(k+1), text...)
			}
		}
		return page
	}
	l := compose(t, columnsOf(0), reading(6))
	if p := l.Pages[1]; len(linesOf(l, Reference)) != 42 || p.Unsure() || l.References.Unsure() {
		t.Errorf("%d lines of entries and annotations, want 42; margins %.1f and %.1f\n%s", len(linesOf(l, Reference)), p.Margin, l.References.Margin, outline(l))
	}
	// a paragraph with another label is none of them
	l = compose(t, columnsOf(0), reading(5)+set(leftColumn, at(44), append([]string{"Contributions: The looms do not do"}, prose(40, 5)...)...))
	if n := len(linesOf(l, Reference)); n != 35 {
		t.Errorf("%d lines of entries and annotations, want 35\n%s", n, outline(l))
	}
}

// Sentences between two marks in brackets that follow each other belong to the entry,
// without a name or a year in it; a footnote or a float between them does not.
func TestSentencesOfAMarkedEntry(t *testing.T) {
	head := heading(leftColumn, topLine, "References") + set(leftColumn, at(2), numbered(1, 4)...)
	long := append([]string{"[5] LOOM-113: Manipulation of cards. An adversary"}, prose(20, 10)...)
	long = append(long, "[6] LOOM-554: Bypass of looms. An adversary bypasses")
	long = append(append(long, prose(40, 8)...), numbered(7, 4)...)
	caption := set(leftColumn, at(33), append([]string{"Figure 7: The loom with all of its cards and what it"}, prose(20, 6)...)...)
	for name, c := range map[string]struct {
		page string
		body int
	}{
		"entries":         {head + set(leftColumn, at(14), long...), 0},
		"text behind all": {head + set(leftColumn, at(16), prose(20, 9)...), 9},
		"a float":         {head + set(leftColumn, at(14), numbered(5, 5)...) + caption, 0},
	} {
		l := compose(t, paperThen(c.page)...)
		n := 0
		for _, line := range l.Pages[2].Lines {
			if line.Role == Body {
				n++
			}
		}
		if n != c.body || c.body == 0 && l.Pages[2].Unsure() {
			t.Errorf("%s: %d lines of text, want %d; margin %.1f\n%s", name, n, c.body, l.Pages[2].Margin, outline(l))
		}
	}
}

// numbered returns entries of three lines with their marks, from a number on.
func numbered(from, n int) []string {
	return entries(from + n - 1)[3*(from-1):]
}
