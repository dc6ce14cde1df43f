package measure

import (
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// Pages whose text a reader sees turned are all treated alike, few lines or many,
// by Rotate or by a matrix; a sideways table is none of them.
func TestTurnedPages(t *testing.T) {
	const (
		over     = "q -1 0 0 -1 612 792 cm "
		sideways = "q 0 1 -1 0 612 0 cm "
	)
	cells := strings.Split(strings.Repeat("Loom 1843|", 24), "|")
	table := setIn("F1", 8, 10, 100, 540, prose(0, 2)...)
	for _, x := range []float64{100, 250, 400, 550} {
		table += setIn("F1", 8, 10, x, 500, cells...)
	}
	var pieces strings.Builder // a change of font in each line
	for i, line := range prose(0, 8) {
		pieces.WriteString(pdftest.Text("F1", 10, leftColumn, at(i), line[:30]))
		pieces.WriteString(pdftest.Text("F5", 10, leftColumn+10*12.9, at(i), line[30:]))
	}
	for name, c := range map[string]struct {
		page pdftest.Page
		want bool
	}{
		"upright":                          {pdftest.Page{Content: columnsOf(1)}, false},
		"upside down":                      {pdftest.Page{Content: over + columnsOf(1) + "Q"}, true},
		"a few lines upside down":          {pdftest.Page{Content: over + set(leftColumn, topLine, prose(0, 8)...) + "Q"}, true},
		"a few lines in pieces":            {pdftest.Page{Content: over + pieces.String() + "Q"}, true},
		"a few lines sideways":             {pdftest.Page{Content: sideways + set(leftColumn, 540, prose(0, 8)...) + "Q"}, true},
		"a few lines sideways, in pieces":  {pdftest.Page{Content: "q 0 1 -1 0 792 0 cm " + pieces.String() + "Q"}, true},
		"a few lines turned by Rotate":     {pdftest.Page{Content: set(leftColumn, topLine, prose(0, 8)...), Entries: "/Rotate 180"}, true},
		"a page turned by Rotate":          {pdftest.Page{Content: columnsOf(1), Entries: "/Rotate 90"}, true},
		"Rotate turns what is turned back": {pdftest.Page{Content: over + columnsOf(1) + "Q", Entries: "/Rotate 180"}, false},
		"a sideways table with a caption":  {pdftest.Page{Content: sideways + table + "Q"}, false},
		"a few turned lines among upright": {pdftest.Page{Content: columnsOf(1) + sideways + setIn("F1", 6, 8, 100, 40, prose(0, 4)...) + "Q"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			b := pdftest.New()
			b.AddPage(pdftest.Page{Content: columnsOf(0)})
			b.AddPage(c.page)
			f := factsOf(t, b)
			if f.IsTurned(2) != c.want {
				t.Errorf("unmeasured: %+v, want turned %v", f.Unmeasured, c.want)
			}
			if n := f.ContentPages(); n.Known == c.want {
				t.Errorf("content pages: %+v", n)
			}
		})
	}
}
