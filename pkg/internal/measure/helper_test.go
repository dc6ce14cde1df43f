package measure

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// The papers of these tests are set on US letter, 10 on 12, in two columns of
// 240 points with 24 between them, 54 lines deep. Places are measured from the
// bottom left corner.
const (
	leftColumn, rightColumn = 54.0, 318.0
	topLine                 = 712.0
	deep                    = 54
	headLine, footLine      = 752.0, 40.0
)

// facts measures a paper with these pages.
func facts(t testing.TB, pages ...string) *Facts {
	t.Helper()
	b := pdftest.New()
	for _, p := range pages {
		b.AddPage(pdftest.Page{Content: p})
	}
	return factsOf(t, b)
}

// factsOf measures the paper that a Builder holds.
func factsOf(t testing.TB, b *pdftest.Builder) *Facts {
	t.Helper()
	doc, err := pdf.Open(context.Background(), b.Bytes(), pdf.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	interpreter := content.New(doc, content.DefaultLimits())
	var sheets []*layout.Sheet
	for _, p := range doc.Pages() {
		page, err := interpreter.Page(context.Background(), p)
		if err != nil {
			t.Fatal(err)
		}
		sheets = append(sheets, layout.Read(page))
	}
	layout.ReadMisdrawn(sheets)
	l, err := layout.Compose(context.Background(), sheets)
	if err != nil {
		t.Fatal(err)
	}
	return Measure(structure.Of(l))
}

// allProse does not repeat within 28 lines.
var allProse = pdftest.Prose(400)

// prose returns n lines of running text, from a place in it.
func prose(from, n int) []string { return slices.Clone(allProse[from : from+n]) }

// set returns lines of 10 on 12.
func set(x, y float64, lines ...string) string { return setIn("F1", 10, 12, x, y, lines...) }

func setIn(font string, size, leading, x, y float64, lines ...string) string {
	return pdftest.Column{Font: font, Size: size, Leading: leading, X: x, Y: y}.Set(lines...)
}

// columnsOf returns a page with both columns full.
func columnsOf(page int) string {
	return set(leftColumn, topLine, prose(5*page, deep)...) + set(rightColumn, topLine, prose(5*page+13, deep)...)
}

// at returns the baseline of a row of the page, from 0.
func at(i int) float64 { return topLine - 12*float64(i) }

// setAt sets each line on its own baseline.
func setAt(size, x float64, baselines []float64, lines []string) string {
	var out strings.Builder
	for i, y := range baselines {
		out.WriteString(pdftest.Text("F1", size, x, y, lines[i]))
	}
	return out.String()
}

// baselines begins at a height and goes down by the gaps.
func baselines(y float64, gaps ...float64) []float64 {
	out := []float64{y}
	for _, g := range gaps {
		y -= g
		out = append(out, y)
	}
	return out
}

// repeat returns the gaps n times over.
func repeat(n int, gaps ...float64) []float64 {
	var out []float64
	for range n {
		out = append(out, gaps...)
	}
	return out
}

// exact is how near in points a measure of type must come.
const exact = 0.005

func wantNumber(t testing.TB, what string, got Number, want float64) {
	t.Helper()
	switch {
	case want == 0 && got.Known:
		t.Errorf("%s is %.4f, want unknown", what, got.Value)
	case want != 0 && (!got.Known || math.Abs(got.Value-want) > exact):
		t.Errorf("%s is %+v, want %.4f", what, got, want)
	}
}

// box returns a rectangle of page space from places above the bottom.
func box(x0, y0, x1, y1 float64) geom.Rect {
	return geom.RectOf(geom.Point{X: x0, Y: 792 - y0}, geom.Point{X: x1, Y: 792 - y1})
}

func sameBox(a, b geom.Rect) bool {
	near := func(x, y float64) bool { return math.Abs(x-y) < 1e-6 }
	return near(a.X0, b.X0) && near(a.Y0, b.Y0) && near(a.X1, b.X1) && near(a.Y1, b.Y1)
}

// texts returns the texts of places.
func texts(places []Place) []string {
	var out []string
	for _, p := range places {
		out = append(out, p.Text)
	}
	return out
}
