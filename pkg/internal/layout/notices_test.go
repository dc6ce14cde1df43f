package layout

import (
	"fmt"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// onPage returns three pages of two full columns, one of which holds s besides.
func onPage(page int, s string) []string {
	return paperWith(3, func(p int) string {
		if p == page {
			return s
		}
		return ""
	})
}

// A banner or notice is furniture on any one page, wherever it starts.
func TestNoticesOnOnePage(t *testing.T) {
	small := func(x, y float64, lines ...string) string { return setIn("F1", 8, 10, x, y, lines...) }
	for name, c := range map[string]struct {
		s    string
		want int
	}{
		"left":               {small(leftColumn, footLine, "Author copy, 14 January 1843"), 1},
		"centred":            {small(250, footLine, "Author copy, 14 January 1843"), 1},
		"right":              {small(450, footLine, "Author copy, 14 January 1843"), 1},
		"second column":      {small(rightColumn, footLine, "Author copy, 14 January 1843"), 1},
		"above":              {small(leftColumn, headLine, "To appear in the proceedings"), 1},
		"two lines":          {small(leftColumn, footLine+8, "978-0-00 $26.00 Oxford, 1843", "DOI 10.0/1843"), 2},
		"bold, at the foot":  {setIn("F2", 10, 0, 250, footLine, "Do not distribute"), 1},
		"left and right":     {small(leftColumn, headLine, "Looms '43, June 3-5, 1843, Lyon") + small(480, headLine, "Lovelace and Ada"), 2},
		"ends a sentence":    {set(leftColumn, footLine, "Preprint. Under review."), 1},
		"three lines":        {small(leftColumn, footLine+12, "The looms of Lyon", "were driven by cards", "of brass and paper"), 0},
		"the measure filled": {set(leftColumn, footLine, prose(90, 1)...), 0},
		"begins small":       {set(leftColumn, footLine, "of the engine"), 0},
		"near the text":      {set(leftColumn, topLine-12*deep-1, "Author copy, 14 January 1843"), 0},
		"a heading":          {setIn("F1", 10, 0, leftColumn, headLine, "2 Looms and Cards"), 0},
		"a caption":          {set(leftColumn, footLine, "Figure 3: The loom of Lyon"), 0},
	} {
		for page := 2; page <= 3; page++ {
			t.Run(fmt.Sprint(name, ", page ", page), func(t *testing.T) {
				l := compose(t, onPage(page, c.s)...)
				if got := furniture(l); len(got) != c.want {
					t.Errorf("furniture %q, want %d lines\n%s", got, c.want, outline(l))
				}
			})
		}
	}
}

// The foot of a first page may hold a publisher's notice of up to four lines.
func TestPublishersNotice(t *testing.T) {
	notice := setIn("F1", 8, 9, leftColumn, footLine+12, "(c) 2026 Oxford Switzerland AG", "A. Lovelace (Eds.): LOOM 1843, LNCS 12, pp. 1-3, 1843.", "https://doi.org/10.1007/978-3")
	if got := furniture(compose(t, onPage(1, notice)...)); len(got) != 3 {
		t.Errorf("on the first page, furniture is %q, want three lines", got)
	}
	wantFurniture(t, compose(t, onPage(2, notice)...), nil)
}

// Heads of three rows are furniture where all pages have them, above the title too.
func TestHeadOfThreeRows(t *testing.T) {
	head := setIn("F1", 9, 11, 30, headLine+20, "LOOM", "*16110") + setIn("F1", 9, 11, 550, headLine+20, "LOOM", "*16110") +
		setIn("F1", 8, 0, 180, headLine-2, "LOOM 1843 Submission *16110. CONFIDENTIAL REVIEW COPY.")
	pages := paperWith(4, func(int) string { return head })
	if got := furniture(compose(t, pages...)); len(got) != 20 {
		t.Errorf("furniture is %q, want 5 lines on each page", got)
	}
}

// Stamps of one or two lines are furniture, inside a frame or a form too; more
// turned lines are text.
func TestStamps(t *testing.T) {
	turned := func(x float64, s string) string {
		return fmt.Sprintf("BT /F1 9 Tf 0 1 -1 0 %g 250 Tm (%s) Tj ET\n", x, pdftest.Escape(s))
	}
	one := turned(30, "hal-01234567, version 1 - 14 Jan 1843")
	frame := "0.5 w 18 240 22 200 re S\n"
	for name, c := range map[string]struct {
		s       string
		want    int
		figures int
	}{
		"one line":    {one, 1, 0},
		"two lines":   {one + turned(41, "Downloaded from the library of Lyon"), 2, 0},
		"in a frame":  {frame + one, 1, 0},
		"three lines": {one + turned(19, "Downloaded from the library of Lyon") + turned(41, "by the university"), 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			l := compose(t, columnsOf(0)+c.s)
			if got := furniture(l); len(got) != c.want {
				t.Errorf("furniture %q, want %d\n%s", got, c.want, outline(l))
			}
			if got := len(l.Pages[0].Figures); got != c.figures {
				t.Errorf("%d figures, want %d", got, c.figures)
			}
		})
	}
}

// The numbers of a listing in the margin are the listing's; where the page's text
// is numbered too, they are not mistaken for it.
func TestNumbersOfListings(t *testing.T) {
	for _, n := range []int{3, 7, 8, 12, 30} {
		page := set(leftColumn, topLine, prose(0, deep-n-2)...) + set(rightColumn, topLine, prose(13, deep)...)
		for i := range n {
			y := at(deep - n + i)
			page += setIn("F3", 8, 0, leftColumn, y, "for m in registry: deploy") + setIn("F3", 8, 0, 38, y, fmt.Sprint(i+1))
		}
		for _, p := range compose(t, page).Pages {
			for _, line := range p.Lines {
				if line.Kind == LineNumber {
					t.Errorf("%d lines of code: %q is a line number of the page", n, line.Text)
				}
			}
		}
	}
}
