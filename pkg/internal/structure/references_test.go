package structure

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// entries returns numbered entries of three lines each: two lines of names and
// title, one with the year.
func entries(n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("[%d] A. Lovelace and C. Babbage. Notes on", i+1), "an engine that weaves. In Journal of Looms", fmt.Sprintf("and Cards, pages 1 to %d. 18%02d.", 20+i, 40+i))
	}
	return out
}

// authorYear returns entries in the order of their authors, without marks.
func authorYear(n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("Lovelace, A., Babbage, C. (%d). Notes on an", 1990+i), "engine that weaves. Journal of Looms and Cards.")
	}
	return out
}

// styled returns entries that begin with a mark, in which # is their number.
func styled(mark string) []string {
	var out []string
	for i := range 8 {
		out = append(out, strings.ReplaceAll(mark, "#", fmt.Sprint(i+1))+" A. Lovelace. Notes on an engine.", "Journal of Looms, 1843.")
	}
	return out
}

// heading sets a section's heading; a blank line is left above it.
func heading(x, y float64, text string) string { return setIn("F2", 12, 14, x, y, text) }

// small sets entries of 9 on 11.
func small(x, y float64, lines ...string) string { return setIn("F1", 9, 11, x, y, lines...) }

// paperThen returns two pages of prose and a third that holds something.
func paperThen(third string) []string { return []string{columnsOf(0), columnsOf(1), third} }

// wantReferences checks the list's heading ("" for none), the number of its
// lines, and what else stands on the last page.
func wantReferences(t *testing.T, l *Structure, title string, lines int, others ...string) {
	t.Helper()
	got := ""
	if l.References.Status == Found {
		got = l.References.Heading.Text
	}
	if n := len(linesOf(l, Reference)); got != title || n != lines {
		t.Errorf("%q and %d lines, want %q and %d\n%s", got, n, title, lines, outline(l))
	}
	var rest []string
	for _, line := range l.Pages[len(l.Pages)-1].Lines {
		if line.Role != Reference && line.Role != ReferenceHeading && line.Role != Furniture {
			rest = append(rest, line.Text)
		}
	}
	if !slices.Equal(rest, others) {
		t.Errorf("besides the list the page holds %q, want %q\n%s", rest, others, outline(l))
	}
}

func TestReferenceHeadings(t *testing.T) {
	for _, h := range []string{
		"References", "REFERENCES", "Bibliography", "BIBLIOGRAPHY", "Works Cited", "WORKS CITED", "Literature Cited", "References and Notes",
		"References Cited", "Literature", "References:", "REFERENCES:", "References.", "Reference",
		"8 References", "8. References", "8) References", "VIII. REFERENCES", "VIII References", "A References", "A. References", "§ 8 References", "8.1 References",
		"R E F E R E N C E S", "R e f e r e n c e s", "8 R E F E R E N C E S", "List of References", "Selected Bibliography",
	} {
		t.Run(h, func(t *testing.T) {
			l := compose(t, paperThen(heading(leftColumn, topLine, h)+small(leftColumn, at(2), entries(12)...))...)
			wantReferences(t, l, h, 36)
		})
	}
}

// A heading in plain type, glued to its entries, is told by them alone.
func TestPlainReferenceHeadings(t *testing.T) {
	for name, c := range map[string]struct {
		heading string
		entries []string
		found   bool
	}{
		"[1]":                   {"References", entries(6), true},
		"numbers":               {"References", styled("#."), true},
		"author and year":       {"Bibliography", authorYear(6), true},
		"a word of text":        {"references.", entries(6), false},
		"text that counts":      {"References", append([]string{"1. The loom has cards, and the cards have"}, prose(40, 12)...), false},
		"text without a number": {"References", prose(40, 12), false},
	} {
		t.Run(name, func(t *testing.T) {
			page := set(leftColumn, topLine, prose(9, 20)...) + set(leftColumn, at(22), append([]string{c.heading}, c.entries...)...)
			l := compose(t, paperThen(page)...)
			if got := l.References.Status == Found && l.References.Heading.Text == c.heading; got != c.found {
				t.Errorf("found: %v, want %v\n%s", got, c.found, outline(l))
			}
		})
	}
}

// However it is set, wherever it stands, the heading is found.
func TestReferenceHeadingsAsTheyAreSet(t *testing.T) {
	list := func(x, y float64) string { return small(x, y, entries(6)...) }
	pieces := setIn("F1", 12, 0, leftColumn, topLine, "R") + setIn("F1", 9, 0, leftColumn+8.6, topLine, "EFERENCES")
	spread := "BT /F2 12 Tf 3 Tc 54 712 Td (REFERENCES) Tj ET 0 Tc\n"
	rightHalf := set(leftColumn, topLine, prose(9, deep)...) + set(rightColumn, topLine, prose(30, 20)...)
	for name, c := range map[string]struct {
		page   string
		title  string
		others []string
	}{
		"bold and large":         {heading(leftColumn, topLine, "References") + list(leftColumn, at(2)), "References", nil},
		"bold in body size":      {setIn("F2", 10, 12, leftColumn, topLine, "References") + list(leftColumn, at(2)), "References", nil},
		"bold, no distance":      {setIn("F2", 10, 12, leftColumn, topLine, "References") + list(leftColumn, at(1)), "References", nil},
		"plain":                  {set(leftColumn, topLine, "References") + list(leftColumn, at(2)), "References", nil},
		"italics":                {setIn("F5", 10, 12, leftColumn, topLine, "References") + list(leftColumn, at(2)), "References", nil},
		"centred":                {set(leftColumn+95, topLine, "REFERENCES") + list(leftColumn, at(2)), "REFERENCES", nil},
		"small capitals":         {pieces + list(leftColumn, at(2)), "REFERENCES", nil},
		"letters set apart":      {spread + list(leftColumn, at(2)), "R E F E R E N C E S", nil},
		"in the right column":    {rightHalf + heading(rightColumn, at(22), "References") + list(rightColumn, at(24)), "References", append(prose(9, deep), prose(30, 20)...)},
		"at the foot":            {set(leftColumn, topLine, prose(9, 50)...) + heading(leftColumn, at(52), "References") + list(rightColumn, topLine), "References", prose(9, 50)},
		"both columns":           {heading(leftColumn, topLine, "References") + list(leftColumn, at(2)) + small(rightColumn, topLine, entries(6)...), "References", nil},
		"across the columns":     {setIn("F2", 12, 12, 270, topLine, "References") + list(leftColumn, at(3)) + small(rightColumn, at(3), entries(6)...), "References", nil},
		"with a number, running": {heading(leftColumn, topLine, "References") + list(leftColumn, at(2)) + set(303, footLine, "3"), "References", nil},
	} {
		t.Run(name, func(t *testing.T) {
			l := compose(t, paperThen(c.page)...)
			n := 18
			if name == "both columns" || name == "across the columns" {
				n = 36
			}
			wantReferences(t, l, c.title, n, c.others...)
		})
	}
}

// The heading may stand at the foot of one page and the entries on the next, and
// lists go on over pages.
func TestReferencesOverPages(t *testing.T) {
	second := set(leftColumn, topLine, prose(9, deep)...) + set(rightColumn, topLine, prose(30, 50)...)
	for name, c := range map[string]struct {
		second, third string
		page, lines   int
	}{
		"the heading alone": {second + heading(rightColumn, at(52), "References"), small(leftColumn, topLine, entries(8)...), 2, 24},
		"both pages": {set(leftColumn, topLine, prose(9, deep)...) + heading(rightColumn, topLine, "References") + small(rightColumn, at(2), entries(18)...),
			small(leftColumn, topLine, entries(18)...) + small(rightColumn, topLine, entries(8)...), 2, 54 + 54 + 24},
	} {
		t.Run(name, func(t *testing.T) {
			l := compose(t, columnsOf(0), c.second, c.third)
			if l.References.Status != Found || l.References.Heading.Page != c.page || len(linesOf(l, Reference)) != c.lines {
				t.Errorf("%+v with %d lines, want page %d and %d lines\n%s", l.References, len(linesOf(l, Reference)), c.page, c.lines, outline(l))
			}
		})
	}
}

// Entries of every style make a list.
func TestStylesOfEntries(t *testing.T) {
	for name, lines := range map[string][]string{
		"[1]": styled("[#]"), "1.": styled("#."), "(1)": styled("(#)"), "1": styled("#"), "[LB43]": styled("[LB4#]"), "[Lovelace, 1843]": styled("[Lovelace, 184#]"),
		"author and year":       authorYear(10),
		"few by author":         authorYear(2),
		"one":                   {"[1] A. Lovelace. Notes on an engine. 1843."},
		"one, without a mark":   {"Lovelace, A. Notes on an engine that weaves.", "Journal of Looms, 1943."},
		"web pages":             {"[1] The weavers. https://weavers.example/", "[2] The looms. https://looms.example/"},
		"names in full":         {"Ada Lovelace and Charles Babbage. 1943. Notes on", "an engine. Journal of Looms.", "Charles Babbage. 1937. On looms. In Proceedings", "of the Weavers."},
		"names without periods": {"Lovelace A, Babbage C (1943) Notes on an engine.", "Journal of Looms 12.", "Babbage C (1937) On looms. Weavers 3."},
	} {
		t.Run(name, func(t *testing.T) {
			l := compose(t, paperThen(heading(leftColumn, topLine, "References")+small(leftColumn, at(2), lines...))...)
			wantReferences(t, l, "References", len(lines))
		})
	}
}

// A heading that runs into its first entry.
func TestRunInHeading(t *testing.T) {
	for name, c := range map[string]struct {
		first string
		found bool
	}{
		"a colon":            {"References: [1] A. Lovelace. Notes.", true},
		"capitals":           {"REFERENCES: [1] A. Lovelace. Notes.", true},
		"a full stop":        {"References. [1] A. Lovelace. Notes.", true},
		"a dash":             {"References — [1] A. Lovelace. Notes.", true},
		"a name":             {"References: Lovelace, A., Babbage, C. Notes.", true},
		"running text":       {"References: they are given below in", false},
		"another first word": {"All references: [1] is the first of them", false},
	} {
		t.Run(name, func(t *testing.T) {
			l := compose(t, paperThen(small(leftColumn, topLine, append([]string{c.first}, entries(5)...)...))...)
			if found := l.References.Status == Found; found != c.found {
				t.Fatalf("found %v, want %v", found, c.found)
			}
			if c.found {
				wantReferences(t, l, c.first, 15)
			}
		})
	}
}

// References that begin in the left column below a float across the columns take
// the right column with them, and nothing above the float.
func TestReferencesBelowAFloat(t *testing.T) {
	above := set(leftColumn, topLine, prose(9, 10)...) + set(rightColumn, topLine, prose(30, 10)...)
	float := set(leftColumn, at(14), "Table 1: All the cards of the loom by flower and by the day on which they were punched in Lyon")
	below := heading(leftColumn, at(18), "References") + small(leftColumn, at(20), entries(8)...) + small(rightColumn, at(18), entries(8)...)
	l := compose(t, columnsOf(0), columnsOf(1), above+float+below)
	if got := len(linesOf(l, Reference)); got != 48 {
		t.Errorf("%d lines of references, want 48\n%s", got, outline(l))
	}
}

// Type that is struck twice to look bold is read once.
func TestHeadingStruckTwice(t *testing.T) {
	twice := set(leftColumn, topLine, "References") + set(leftColumn+0.3, topLine, "References")
	l := compose(t, paperThen(twice+small(leftColumn, at(2), entries(6)...))...)
	wantReferences(t, l, "References", 18)
}

// A paragraph that is all names, venues and years, before the heading of a short list
// that is set smaller, holds no entries.
func TestNamesBeforeAShortList(t *testing.T) {
	thanks := []string{
		"This style follows that of Loom 1998 by Ada Lovelace,", "Mill 2018 by Mary Somerville, Kevin Babbage and Wei",
		"Menabrea, Loom 2018 by Margaret Byron and Stephanie", "Herschel, notes for Mill 2017/2018 from Jason Clement,", "2017 by Dan Jacquard and Min Ferranti, Mill",
		"2017 by Margaret Byron, Loom 2012 by Maggie Morgan", "and Michael White, Loom 2010 by Jing Chang and", "Philipp Kay, Mill 2008 by Johanna Moore, Simone Tull,",
		"James Allan and Sadaoki Fry, Loom 2005 by Hwee Ng and", "Kemal Oberon, Mill 2002 by Eugene Carr and",
		"Dekang Lind, and earlier Loom and Mill styles", "written by several people, among them John Cheney,", "Henry Thompson and Donald Walker. More of it was",
		"taken from those of the International Joint Conference", "on Engines and the Conference on Weaving Looms and", "Mill Recognition.",
	}
	list := []string{
		"Rie Kubota Byron and Tony Weaver. 2005. A framework", "for learning from looms and cards. Journal of Loom", "Research, 6:1817–1853.",
		"Galen Babbage and Jane Gower. 2007. Scalable weaving", "of cards. In Proceedings of the 24th Conference on", "Looms, pages 33–40.",
		"Dan Gould. 1997. Cards on Looms. University Press.",
	}
	page := set(leftColumn, topLine, prose(3, deep)...) + heading(rightColumn, topLine, "Acknowledgments") + set(rightColumn, at(1), thanks...) +
		heading(rightColumn, at(19), "References") + small(rightColumn, at(20), list...)
	wantLines(t, compose(t, paperThen(page)...), Reference, list...)
}
