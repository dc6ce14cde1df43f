package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// ends is what stands above and below the block of a page.
type ends func(page int) string

// paperWith returns n pages of two full columns with something at their ends.
func paperWith(n int, e ends) []string {
	pages := make([]string, n)
	for i := range pages {
		pages[i] = columnsOf(i) + e(i+1)
	}
	return pages
}

// furniture returns the texts of the heads and feet, page by page.
func furniture(l *Layout) []string {
	var out []string
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if line.Role == Furniture {
				out = append(out, fmt.Sprintf("%d %s", p.Number, line.Text))
			}
		}
	}
	slices.Sort(out)
	return out
}

func wantFurniture(t *testing.T, l *Layout, want []string) {
	t.Helper()
	slices.Sort(want)
	if got := furniture(l); !slices.Equal(got, want) {
		t.Errorf("furniture %q, want %q\n%s", got, want, outline(l))
	}
}

// Numbers and short heads and feet are furniture.
func TestHeadsAndFeet(t *testing.T) {
	foot := func(x float64, format string) ends {
		return func(page int) string { return set(x, footLine, strings.ReplaceAll(format, "#", fmt.Sprint(page))) }
	}
	head := func(x float64, format string) ends {
		return func(page int) string { return set(x, headLine, strings.ReplaceAll(format, "#", fmt.Sprint(page))) }
	}
	roman := func(page int) string { return set(303, footLine, strings.Repeat("i", page)) }
	sided := func(page int) string {
		if page%2 == 1 {
			return set(400, headLine, fmt.Sprintf("Engines that Weave    %d", page))
		}
		return set(leftColumn, headLine, fmt.Sprintf("%d    Lovelace and Babbage", page))
	}
	unnumbered := func(page int) string {
		if page%2 == 1 {
			return set(440, headLine, "Engines that Weave")
		}
		return set(leftColumn, headLine, "Lovelace and Babbage")
	}
	for name, c := range map[string]struct {
		pages int
		ends  ends
		want  []string
	}{
		"numbers":              {3, foot(303, "#"), []string{"1 1", "2 2", "3 3"}},
		"numbers in one paper": {1, foot(303, "#"), []string{"1 1"}},
		"numbers at the edge":  {3, head(548, "#"), []string{"1 1", "2 2", "3 3"}},
		"roman numbers":        {4, roman, []string{"1 i", "2 ii", "3 iii", "4 iiii"}},
		"dashes":               {3, foot(300, "– # –"), []string{"1 – 1 –", "2 – 2 –", "3 – 3 –"}},
		"Page 3 of 9":          {3, foot(280, "Page # of 9"), []string{"1 Page 1 of 9", "2 Page 2 of 9", "3 Page 3 of 9"}},
		"3 / 9":                {2, foot(300, "# / 9"), []string{"1 1 / 9", "2 2 / 9"}},
		"large numbers":        {2, foot(300, "214#"), []string{"1 2141", "2 2142"}},
		"in the left column":   {2, foot(leftColumn, "#"), []string{"1 1", "2 2"}},

		"a running head":         {3, head(230, "Engines that Weave"), []string{"1 Engines that Weave", "2 Engines that Weave", "3 Engines that Weave"}},
		"a head in one paper":    {1, head(230, "Engines that Weave"), []string{"1 Engines that Weave"}},
		"a head over a column":   {2, head(leftColumn, "Engines that Weave"), []string{"1 Engines that Weave", "2 Engines that Weave"}},
		"a foot in one paper":    {1, foot(250, "Workshop on Weaving"), []string{"1 Workshop on Weaving"}},
		"a head with its number": {3, head(200, "Engines that Weave, #"), []string{"1 Engines that Weave, 1", "2 Engines that Weave, 2", "3 Engines that Weave, 3"}},
		"two-sided":              {4, unnumbered, []string{"1 Engines that Weave", "2 Lovelace and Babbage", "3 Engines that Weave", "4 Lovelace and Babbage"}},
		"two-sided with numbers": {4, sided, []string{"1 Engines that Weave 1", "2 2 Lovelace and Babbage", "3 Engines that Weave 3", "4 4 Lovelace and Babbage"}},
		"two-sided, two pages":   {2, unnumbered, []string{"1 Engines that Weave", "2 Lovelace and Babbage"}},
		"left and right":         {3, func(p int) string { return head(leftColumn, "Lovelace")(p) + head(500, "Weaving #")(p) }, []string{"1 Lovelace", "1 Weaving 1", "2 Lovelace", "2 Weaving 2", "3 Lovelace", "3 Weaving 3"}},
		"swapped sides": {4, func(p int) string {
			return set(leftColumn+400*float64(p%2), headLine, "Lovelace") + set(454-400*float64(p%2), headLine, "Weaving")
		}, []string{"1 Lovelace", "1 Weaving", "2 Lovelace", "2 Weaving", "3 Lovelace", "3 Weaving", "4 Lovelace", "4 Weaving"}},
		"head and foot":        {2, func(p int) string { return head(230, "Weaving")(p) + foot(303, "#")(p) }, []string{"1 1", "1 Weaving", "2 2", "2 Weaving"}},
		"as wide as the block": {3, head(leftColumn, wide(40, 1)[0]), []string{"1 " + wide(40, 1)[0], "2 " + wide(40, 1)[0], "3 " + wide(40, 1)[0]}},
		"a head of two lines": {3, func(p int) string {
			return set(230, headLine+10, "Engines that Weave") + set(250, headLine-1, "Oxford, 1843")
		}, []string{"1 Engines that Weave", "1 Oxford, 1843", "2 Engines that Weave", "2 Oxford, 1843", "3 Engines that Weave", "3 Oxford, 1843"}},
		"number and notice below": {3, func(p int) string { return foot(303, "#")(p) + set(220, footLine-12, "For the reviewers alone") }, []string{"1 1", "1 For the reviewers alone", "2 2", "2 For the reviewers alone", "3 3", "3 For the reviewers alone"}},
		"a notice beside the number": {3, func(p int) string {
			notice := ""
			if p == 1 {
				notice = setIn("F1", 8, 10, leftColumn, footLine, "978-0-00 $26.00 Oxford, 1843", "DOI 10.0/1843")
			}
			return setIn("F1", 8, 0, 303, footLine, fmt.Sprint(47+p)) + notice
		}, []string{"1 48", "1 978-0-00 $26.00 Oxford, 1843", "1 DOI 10.0/1843", "2 49", "3 50"}},
		"a banner on page one": {3, func(p int) string {
			if p == 1 {
				return set(200, headLine, "To appear in the proceedings")
			}
			return ""
		}, []string{"1 To appear in the proceedings"}},
	} {
		t.Run(name, func(t *testing.T) {
			l := compose(t, paperWith(c.pages, c.ends)...)
			wantFurniture(t, l, c.want)
			for _, p := range l.Pages {
				if n := len(slices.Collect(p.textLines())); n != 2*deep {
					t.Errorf("page %d has %d lines of text, want %d", p.Number, n, 2*deep)
				}
			}
		})
	}
}

// A class that spreads its lines, as acmart does for manuscripts, leaves its foot
// where it was: nearer to the text than a line of it.
func TestFootUnderSpreadLines(t *testing.T) {
	const leading, rows = 16.0, 40
	var pages, want []string
	for i := range 4 {
		last := topLine - leading*(rows-1)
		pages = append(pages, setIn("F1", 10, leading, leftColumn, topLine, prose(7*i, rows)...)+setIn("F1", 8, 0, leftColumn, last-12, "Manuscript on weaving"))
		want = append(want, fmt.Sprintf("%d Manuscript on weaving", i+1))
	}
	wantFurniture(t, compose(t, pages...), want)
}

// Heads are told from feet.
func TestKindsOfFurniture(t *testing.T) {
	l := compose(t, paperWith(2, func(page int) string {
		return set(230, headLine, "Engines that Weave") + set(303, footLine, fmt.Sprint(page))
	})...)
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			want := NoFurniture
			switch {
			case line.Text == "Engines that Weave":
				want = Head
			case len(line.Text) == 1:
				want = Foot
			}
			if line.Kind != want {
				t.Errorf("page %d: %q is of kind %d, want %d", p.Number, line.Text, line.Kind, want)
			}
		}
	}
}

// Body text cannot hide as furniture.
func TestTextIsNoFurniture(t *testing.T) {
	// oneColumn returns pages of one column with something above and below.
	oneColumn := func(n int, e ends) []string {
		pages := make([]string, n)
		for i := range pages {
			pages[i] = set(leftColumn, at(2), wide(5*i, deep-4)...) + e(i+1)
		}
		return pages
	}
	only := func(page int, s string) ends {
		return func(p int) string {
			if p == page {
				return s
			}
			return ""
		}
	}
	three := func(y float64) string {
		return setIn("F1", 10, 12, 230, y, "Engines that Weave", "Oxford, 1843", "In the city of Lyon")
	}
	rule := fmt.Sprintf("%g %g 96 0.4 re f\n", leftColumn, at(deep)+10)
	for name, pages := range map[string][]string{
		"nothing but text":             paperWith(3, func(int) string { return "" }),
		"three rows at the head, once": paperWith(3, only(2, three(headLine+20))),
		"three rows at the foot, once": paperWith(3, only(2, three(footLine+4))),
		"three rows that differ": paperWith(3, func(p int) string {
			loom := []string{"red", "blue", "green"}[p-1]
			return setIn("F1", 10, 12, leftColumn, headLine+20, "The "+loom+" looms of Lyon were driven", "by cards which the "+loom+" children", "sewed into "+loom+" chains.")
		}),
		"a full line at the head": oneColumn(3, func(p int) string { return set(leftColumn, at(0), wide(90+p, 1)...) }),
		"a full line, one page":   oneColumn(1, func(p int) string { return set(leftColumn, at(0), wide(90+p, 1)...) }),
		"a full line at the foot": oneColumn(3, func(p int) string { return set(leftColumn, at(deep), wide(90+p, 1)...) }),
		"a full line of a column": {columnsOf(0), set(leftColumn, at(0), prose(90, 1)...) + set(leftColumn, at(2), prose(5, 50)...) + set(rightColumn, at(2), prose(18, 50)...)},
		"no distance to the text": paperWith(3, func(int) string { return set(230, topLine+12, "Engines that Weave") }),
		"headings where text ends soon": pagesThatBegin(
			[]string{wide(90, 1)[0], "of the engine.", "", ""}, []string{"2.3 Looms of the Mill", ""}, []string{"2.4 Cards of the Mill", ""}, []string{"4.3 Looms of the Mill", ""}),
		"a heading on page 2 of 2":       oneColumn(2, only(2, setIn("F2", 12, 12, leftColumn, at(0), "2 Looms and Cards"))),
		"a heading on page 2 of 3":       oneColumn(3, only(2, setIn("F2", 12, 12, leftColumn, at(0), "2 Looms and Cards"))),
		"a bold heading in body size":    oneColumn(2, only(2, setIn("F2", 10, 12, leftColumn, at(0), "2 Looms and Cards"))),
		"a short last line, page 2 of 3": oneColumn(3, only(2, set(leftColumn, at(0), "of the engine."))),
		"a short last line, page 3 of 3": oneColumn(3, only(3, set(leftColumn, at(0), "of the engine."))),
		"a last line at the foot":        oneColumn(2, only(2, set(leftColumn, at(deep), "of the engine."))),
		"a footnote":                     oneColumn(1, only(1, setIn("F1", 8, 9, leftColumn, at(deep), "† The engine was never built."))),
		"a footnote below its rule":      oneColumn(1, only(1, rule+setIn("F1", 8, 9, leftColumn, at(deep), "The engine was never built."))),
		"a footnote in a column":         paperWith(2, only(2, setIn("F1", 8, 9, rightColumn, footLine, "* The engine was never built."))),
		"different footnotes": oneColumn(3, func(p int) string {
			return rule + setIn("F1", 8, 9, leftColumn, at(deep), []string{"The engine was never built.", "A loom has cards.", "See the notes of 1843."}[p-1])
		}),
		"the title":     {set(leftColumn, at(4), prose(0, 40)...) + set(rightColumn, at(4), prose(13, 40)...) + setIn("F2", 17, 20, 150, at(0), "Engines that Weave")},
		"a lone line":   {set(leftColumn, topLine, "A line alone")},
		"a lone number": {set(leftColumn, topLine, "12")},
	} {
		t.Run(name, func(t *testing.T) { wantFurniture(t, compose(t, pages...), nil) })
	}
}

// A foot in a frame that passes for a drawing on some pages is a foot on all; a label of a
// figure that no foot says is none.
func TestFootInAFrame(t *testing.T) {
	foot := func(words string, high float64) string {
		return fmt.Sprintf("1 0.8 0 rg %g 30 112 %g re f 0 g\n", rightColumn+180, high) + set(rightColumn+187, footLine, words)
	}
	for words, want := range map[string]int{"Looms of Lyon": 3, "Another label": 2} {
		pages := paperWith(3, func(p int) string {
			if p == 3 {
				return foot(words, 22)
			}
			return foot("Looms of Lyon", 19)
		})
		l := compose(t, pages...)
		if got := furniture(l); len(got) != want {
			t.Errorf("%s: furniture %q, want %d\n%s", words, got, want, outline(l))
		}
		if figures := len(l.Pages[2].Figures); figures != 3-want {
			t.Errorf("%s: %d figures", words, figures)
		}
	}
}

// A notice of two lines at the head of the first page is not where text begins.
func TestHeadsBelowANotice(t *testing.T) {
	first := setIn("F1", 8, 10, leftColumn, headLine-6, "Engines 1843, the volume of all of the looms in the mills of Lyon, Rouen", "(Guest Editors)")
	pages := paperWith(3, func(p int) string {
		if p == 1 {
			return first
		}
		return setIn("F1", 8, 10, leftColumn, headLine-12, fmt.Sprintf("Loom and others / Engines that Weave    %d", p))
	})
	want := []string{"2 Loom and others / Engines that Weave 2", "3 Loom and others / Engines that Weave 3"}
	wantFurniture(t, compose(t, pages...), want)
}

// pagesThatBegin returns pages of one column that begin with these lines, before prose.
func pagesThatBegin(lines ...[]string) []string {
	pages := make([]string, len(lines))
	for i, first := range lines {
		pages[i] = set(leftColumn, at(0), first...) + set(leftColumn, at(len(first)+1), wide(5*i, 3)...) + set(leftColumn, at(len(first)+6), wide(5*i+3, deep-20)...)
	}
	return pages
}

// Faults that were, or are still known, each with the smallest paper that shows it.
func TestFurnitureToBeMended(t *testing.T) {
	t.Run("a widow on page 2 of 2", func(t *testing.T) {
		l := compose(t, set(leftColumn, at(0), wide(0, deep)...),
			set(leftColumn, at(0), "of the engine.")+set(leftColumn, at(2), wide(5, deep-2)...))
		wantFurniture(t, l, nil)
	})
	t.Run("a caption across the columns on page 2 of 2", func(t *testing.T) {
		figure := "60 640 m 60 720 l 550 720 l 550 640 l h S 70 650 m 540 710 l S\n"
		l := compose(t, columnsOf(0), figure+set(leftColumn, at(7), "Figure 1: All the cards of the loom by flower and by the day on which they were punched in Lyon and in Oxford")+
			set(leftColumn, at(9), prose(5, 40)...)+set(rightColumn, at(9), prose(18, 40)...))
		wantFurniture(t, l, nil)
	})
	for name, alike := range map[string][2]string{
		"headings": {setIn("F2", 12, 14, leftColumn, topLine, "Appendix A"), setIn("F2", 12, 14, leftColumn, topLine, "Appendix B")},
		"captions": {set(leftColumn, topLine, "Table 1: Cards on the first loom"), set(leftColumn, topLine, "Table 2: Cards on the second loom")},
	} {
		t.Run(name+" alike on top of two columns", func(t *testing.T) {
			text := func(page int) string {
				return set(leftColumn, at(2), prose(5*page, 40)...) + set(rightColumn, at(2), prose(5*page+13, 40)...)
			}
			wantFurniture(t, compose(t, columnsOf(0), alike[0]+text(1), alike[1]+text(2)), nil)
		})
	}
	t.Run("short last lines on top of two pages", func(t *testing.T) {
		page := func(n int, last, title string) string {
			return set(leftColumn, topLine, last) + setIn("F2", 12, 14, leftColumn, at(2), title) + set(leftColumn, at(4), prose(5*n, 40)...) + set(rightColumn, at(4), prose(5*n+13, 40)...)
		}
		wantFurniture(t, compose(t, columnsOf(0), page(1, "of the engine.", "3 Looms"), page(2, "in the cards of Lyon.", "4 What they weave")), nil)
	})
	t.Run("two-sided heads on three pages", func(t *testing.T) {
		l := compose(t, columnsOf(0), columnsOf(1)+set(leftColumn, headLine, "Lovelace and Babbage"), columnsOf(2)+set(440, headLine, "Engines that Weave"))
		wantFurniture(t, l, []string{"2 Lovelace and Babbage", "3 Engines that Weave"})
	})
}

func TestIsPageNumber(t *testing.T) {
	for text, want := range map[string]bool{
		"1": true, "12": true, "1042": true, "iv": true, "XII": true, "- 3 -": true, "– 3 –": true, "[3]": true, "(3)": true, "|3|": true,
		"Page 3": true, "page 3 of 9": true, "PAGE 3": true, "p. 3": true, "pg. 3": true, "3 of 9": true, "3/9": true, "3 | 9": true, "•3•": true,
		"": false, "12345": false, "3.1": false, "Figure 3": false, "three": false, "3 Results": false, "A3": false, "2019, 12": false, "-": false, "Page": false,
	} {
		if got := IsPageNumber(text); got != want {
			t.Errorf("%q is a page number: %v", text, got)
		}
	}
}

// numbers sets a number beside each row of the page.
func numbers(x float64, from, n int) string {
	var out strings.Builder
	for i := range n {
		out.WriteString(setIn("F3", 6, 12, x, at(i), fmt.Sprint(from+i)))
	}
	return out.String()
}

// A stamp in the margin is furniture; type turned within the text is not.
func TestRotatedType(t *testing.T) {
	turned := func(x float64, s string) string {
		return "BT /F1 20 Tf 0 1 -1 0 " + fmt.Sprintf("%g 250 Tm (%s) Tj ET\n", x, pdftest.Escape(s))
	}
	l := compose(t, columnsOf(0)+turned(34, "arXiv:1843.01234v1 [cs.LG]"))
	stamp := lineWith(t, l, "arXiv:1843.01234v1 [cs.LG]")
	if stamp.Role != Furniture || stamp.Kind != Stamp || !stamp.Rotated {
		t.Errorf("the stamp is %s of kind %d", stamp.Role, stamp.Kind)
	}
	l = compose(t, set(leftColumn, topLine, prose(0, deep)...)+turned(440, "a table set sideways"))
	if line := lineWith(t, compose(t, columnsOf(0)+turned(440, "a table set sideways")), "sideways"); line.Role == Furniture {
		t.Error("type turned within the column is furniture")
	}
	if n, _ := columnsIn(l); n != 1 {
		t.Errorf("%d columns beside a turned table, want 1", n)
	}
}

// A paper of three pages, whose first has no head, has one left and one right head:
// they are known by the pages' own numbers at their ends, in whatever type.
func TestTwoSidedHeadsOfAShortPaper(t *testing.T) {
	head := func(x float64, text string) string { return setIn("F1", 13, 15, x, headLine, text) }
	for name, c := range map[string]struct {
		left, right string
		want        int
	}{
		"page numbers":     {"2 A. Lovelace et al.", "Looms that Weave 3", 2},
		"other numbers":    {"4 A. Lovelace et al.", "Looms that Weave 5", 0},
		"on one side":      {"2 A. Lovelace et al.", "3 Looms that Weave", 0},
		"a year on page 2": {"2 A. Lovelace et al.", "Looms of 1843", 0},
	} {
		l := compose(t, setIn("F2", 17, 20, 150, topLine, "Looms")+set(leftColumn, at(4), prose(0, deep-4)...)+set(rightColumn, at(4), prose(13, deep-4)...),
			head(leftColumn, c.left)+columnsOf(1), head(430, c.right)+columnsOf(2))
		if got := len(furniture(l)); got != c.want {
			t.Errorf("%s: %d heads, want %d\n%s", name, got, c.want, outline(l))
		}
	}
}

// A head alone on its page is one if another page has it at the same height.
func TestAHeadAloneOnItsPage(t *testing.T) {
	head := set(430, headLine, "Lovelace et al.")
	for name, c := range map[string]struct {
		last string
		want int
	}{
		"the same":       {head, 2},
		"other words":    {set(430, headLine, "Babbage et al."), 1},
		"another height": {set(430, 600, "Lovelace et al."), 1},
	} {
		l := compose(t, columnsOf(0), head+columnsOf(1), columnsOf(2), columnsOf(3), columnsOf(4), c.last)
		if got := len(furniture(l)); got != c.want {
			t.Errorf("%s: %d heads, want %d\n%s", name, got, c.want, outline(l))
		}
	}
}
