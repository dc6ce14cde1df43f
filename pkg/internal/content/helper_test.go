package content

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// open opens a file made by a Builder.
func open(t testing.TB, b *pdftest.Builder) *pdf.Document {
	t.Helper()
	doc, err := pdf.Open(context.Background(), b.Bytes(), pdf.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// readDoc interprets the first page of a file made by a Builder.
func readDoc(t testing.TB, b *pdftest.Builder) *Page {
	t.Helper()
	doc := open(t, b)
	p, err := New(doc, DefaultLimits()).Page(context.Background(), doc.Pages()[0])
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// read interprets a US letter page with the standard fonts of pdftest.
func read(t testing.TB, content string) *Page {
	t.Helper()
	return readWith(t, content, "")
}

// readWith adds entries to the page's resources.
func readWith(t testing.TB, content, resources string) *Page {
	t.Helper()
	b := pdftest.New()
	b.AddPage(pdftest.Page{Content: content, Resources: pdftest.Fonts + resources})
	return readDoc(t, b)
}

// up turns a place measured from the bottom of US letter into page space.
func up(x, y float64) geom.Point { return geom.Point{X: x, Y: 792 - y} }

// upRect does the same for a box.
func upRect(x0, y0, x1, y1 float64) geom.Rect { return geom.RectOf(up(x0, y0), up(x1, y1)) }

func closeTo(a, b float64) bool { return math.Abs(a-b) < 1e-6 }

func samePoint(a, b geom.Point) bool { return closeTo(a.X, b.X) && closeTo(a.Y, b.Y) }

func sameRect(a, b geom.Rect) bool {
	return closeTo(a.X0, b.X0) && closeTo(a.Y0, b.Y0) && closeTo(a.X1, b.X1) && closeTo(a.Y1, b.Y1)
}

// text returns the characters of the glyphs that are hidden for a reason.
func text(p *Page, why Hidden) string {
	var out strings.Builder
	for i := range p.Glyphs {
		if p.Glyphs[i].Hidden == why {
			out.WriteString(p.Glyphs[i].Glyph.Text)
		}
	}
	return out.String()
}

// wantHidden checks that text is hidden for a reason and that the text "seen",
// where the page has it, is visible.
func wantHidden(t *testing.T, p *Page, why Hidden, want string) {
	t.Helper()
	if got := text(p, why); got != want {
		reasons := map[Hidden]string{}
		for h := Visible; h <= LayerOff; h++ {
			reasons[h] = text(p, h)
		}
		t.Errorf("hidden for reason %d: %q, want %q; all by reason: %q", why, got, want, reasons)
	}
}

// ref returns a reference to an object.
func ref(n int) string { return fmt.Sprintf("%d 0 R", n) }

// builder is a pdftest.Builder whose pages have the standard fonts too.
type fileBuilder struct{ *pdftest.Builder }

func builder() fileBuilder { return fileBuilder{pdftest.New()} }

func (b fileBuilder) page(content, resources string) {
	b.AddPage(pdftest.Page{Content: content, Resources: pdftest.Fonts + " " + resources})
}

// form adds a form XObject on US letter.
func (b fileBuilder) form(entries, content string) int {
	return b.Stream("/Subtype /Form /BBox [0 0 612 792] "+entries, []byte(content))
}

func deflate(s string) string {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	io.WriteString(z, s)
	z.Close()
	return out.String()
}
