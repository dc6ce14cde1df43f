package font

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// fileOf writes a file of one page whose font F1 is the dictionary dict; extra
// objects are numbered from 5 on.
func fileOf(dict string, extra ...string) []byte {
	objects := append([]string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> >>",
		dict,
	}, extra...)
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref)
	return b.Bytes()
}

// stream writes a stream object; entries go into its dictionary.
func stream(entries, data string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", entries, len(data), data)
}

// openFont loads the font F1 of fileOf.
func openFont(t testing.TB, dict string, extra ...string) *Font {
	t.Helper()
	doc, err := pdf.Open(context.Background(), fileOf(dict, extra...), pdf.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	v := doc.Pages()[0].Resources.Key("Font").Key("F1")
	if !v.IsDict() {
		t.Fatal("the file has no font F1")
	}
	return Load(v)
}

// glyphs decodes all of a string.
func glyphs(f *Font, s string) (out []*Glyph) {
	for b := []byte(s); len(b) > 0; {
		g, n := f.Next(b)
		out, b = append(out, g), b[n:]
	}
	return out
}

// texts joins the characters of a string's glyphs, "?" where unknown.
func texts(f *Font, s string) string {
	var out strings.Builder
	for _, g := range glyphs(f, s) {
		if g.Text == "" {
			out.WriteString("?")
		}
		out.WriteString(g.Text)
	}
	return out.String()
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-6 }

func nearRect(a, b geom.Rect) bool {
	return near(a.X0, b.X0) && near(a.Y0, b.Y0) && near(a.X1, b.X1) && near(a.Y1, b.Y1)
}

// perEm is a box given in thousandths of an em.
func perEm(x0, y0, x1, y1 float64) geom.Rect {
	return geom.Rect{X0: x0 / 1000, Y0: y0 / 1000, X1: x1 / 1000, Y1: y1 / 1000}
}
