package content

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// outlinesOf interprets pages that keep outlines.
func outlinesOf(t testing.TB, contents ...string) [][]Outline {
	t.Helper()
	b := pdftest.New()
	for _, c := range contents {
		b.AddPage(pdftest.Page{Content: c, Resources: pdftest.Fonts + " /Shading << /Sh << /ShadingType 2 >> >>"})
	}
	doc := open(t, b)
	in := New(doc, DefaultLimits())
	in.KeepOutlines()
	var out [][]Outline
	for _, p := range doc.Pages() {
		page, err := in.Page(context.Background(), p)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, page.Outlines)
	}
	return out
}

// described writes lines as a reader of the page would: from the bottom left, whole points.
func described(lines [][]geom.Point) string {
	var out []string
	for _, line := range lines {
		var points []string
		for _, q := range line {
			points = append(points, fmt.Sprintf("%.0f,%.0f", q.X, 792-q.Y))
		}
		out = append(out, strings.Join(points, " "))
	}
	return strings.Join(out, " | ")
}

func TestOutlines(t *testing.T) {
	for name, c := range map[string]struct {
		content, want string
		gray          float64
	}{
		"a line":              {"10 10 m 90 10 l S", "10,10 90,10", 0},
		"two lines":           {"10 10 m 90 10 l 10 20 m 90 20 l S", "10,10 90,10 | 10,20 90,20", 0},
		"a closed line":       {"10 10 m 90 10 l 90 90 l s", "10,10 90,10 90,90 10,10", 0},
		"a gray box":          {"0.5 g 10 10 20 30 re f", "10,10 30,10 30,40 10,40 10,10", 128.0 / 255},
		"steps too fine":      {"10 10 m 10.1 10 l 10.2 10 l 10.3 10 l 90 10 l 90.1 10 l S", "10,10 90,10 90,10", 0},
		"a line that is cut":  {"0 0 50 792 re W n 2 w 10 10 m 90 10 l S", "10,10 51,10", 0},
		"a fill that is cut":  {"0 0 50 792 re W n 10 10 m 90 10 l 90 90 l 10 90 l f", "10,10 50,10 50,90 10,90", 0},
		"cut at a slant":      {"0 0 50 792 re W n 0 0 m 100 100 l 100 0 l f", "50,0 0,0 50,50", 0},
		"drawn off and back":  {"0 0 50 792 re W n 0 w 10 10 m 90 10 l 90 20 l 10 20 l S", "10,10 50,10 | 50,20 10,20", 0},
		"a shading has a box": {"10 10 20 20 re W n /Sh sh", "", unknownGray},
		"white":               {"1 g 10 10 20 20 re f", "none", 0},
		"clipped away":        {"0 0 5 5 re W n 10 10 20 20 re f", "none", 0},
		"only a clip":         {"10 10 20 20 re W n", "none", 0},
	} {
		t.Run(name, func(t *testing.T) {
			got := outlinesOf(t, c.content)[0]
			if c.want == "none" || len(got) != 1 {
				if c.want != "none" || len(got) != 0 {
					t.Fatalf("%d outlines", len(got))
				}
				return
			}
			if lines := described(got[0].Lines); lines != c.want || !closeTo(got[0].Gray, c.gray) {
				t.Errorf("%s in gray %.3f, want %s in %.3f", lines, got[0].Gray, c.want, c.gray)
			}
		})
	}
	if p := read(t, "10 10 m 90 10 l S"); p.Outlines != nil {
		t.Error("nobody asked for outlines")
	}
	if w := outlinesOf(t, "2 0 0 2 0 0 cm 3 w 10 10 m 90 10 l S")[0][0].Width; !closeTo(w, 6) {
		t.Errorf("a line of width 3, doubled, is %g wide", w)
	}
}

// A plot may have any number of strokes, and one path any number of points:
// pictures of pages keep few of them.
func TestOutlineCaps(t *testing.T) {
	zigzag := func(points int) string {
		var out strings.Builder
		out.WriteString("100 100 m\n")
		for i := range points {
			fmt.Fprintf(&out, "%d %d l\n", 100+i%400, 100+i%2*300)
		}
		return out.String() + "S\n"
	}
	var strokes strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&strokes, "%d 100 m %d 200 l S\n", i%500, i%500)
	}
	pages := outlinesOf(t, zigzag(100_000)+zigzag(10), strokes.String(), "1e30 w 10 10 m 90 10 l S -1e308 -1e308 m 1e308 0 l 0 1e308 l f 0 0 m 1e308 1e308 l -1e308 1e308 l f")
	if o := pages[0]; len(o) != 2 || o[0].Lines != nil || len(o[1].Lines) != 1 || o[0].Box.IsEmpty() {
		t.Errorf("a path of too many points and a small one have %d outlines", len(o))
	}
	if n := len(pages[1]); n != maxOutlines {
		t.Errorf("of 100000 strokes %d are kept, want %d", n, maxOutlines)
	}
	points := 0
	for _, page := range pages {
		for _, o := range page {
			if !(o.Width <= maxOutlineWidth) {
				t.Errorf("a line is %g wide", o.Width)
			}
			for _, line := range o.Lines {
				points += len(line)
				for _, q := range line {
					if !q.Finite() {
						t.Errorf("the point %v", q)
					}
				}
			}
		}
	}
	if points > len(pages)*maxOutlinePoints {
		t.Errorf("%d points are kept", points)
	}
}

// The caps hold over all pages of a document too.
func TestOutlinesOfManyPages(t *testing.T) {
	var page strings.Builder
	for i := range 1400 {
		fmt.Fprintf(&page, "%d 100 m %d 200 l %d 300 l %d 400 l S\n", i%500, i%500, i%500, i%500)
	}
	pages := make([]string, 40)
	for i := range pages {
		pages[i] = page.String()
	}
	points := 0
	for _, outlines := range outlinesOf(t, pages...) {
		for _, o := range outlines {
			for _, line := range o.Lines {
				points += len(line)
			}
		}
	}
	if points > maxDocumentOutlines || points < maxDocumentOutlines/2 {
		t.Errorf("%d points are kept, want up to %d", points, maxDocumentOutlines)
	}
}
