package content

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// fuzzPatience bounds one run: a cap has to end it long before.
const fuzzPatience = 10 * time.Second

// FuzzContent interprets raw content streams on a page that has a font, a Type 3
// font, a form, an image and graphics states. Whatever comes: no panic, no
// hang, and marks that make sense.
func FuzzContent(f *testing.F) {
	for _, seed := range []string{
		densePage()[:600],
		plotPage(3),
		"q 1 0 0 1 9 9 cm /Fm Do Q /Im Do /GS gs 0 0 9 9 re W* n",
		"BT /T 9 Tf 1 0 0 1 9 9 Tm 2 Tr (ab) Tj [(a) -20 (b)] TJ T* (a) ' 1 2 (a) \" ET",
		"BI /W 2 /H 2 /CS /G /BPC 8 /F [/A85 /Fl] ID abc~> EI Q",
		"/Sep cs .5 scn /DeviceN CS 1 2 3 SCN /Pattern cs /P scn 0 0 m 1 2 3 4 5 6 c b*",
		"BT 7 Tr /F4 9 Tf 9 9 Td (ab) Tj ET BT 0 Tr /T 99 Tf (b) Tj ET 1 g 0 0 99 99 re f /Pattern cs /P scn 0 0 99 99 re W f /Im Do",
		"/OC /L BDC /Masked gs 1 g BT /F4 1e9 Tf (x) Tj ET EMC EMC",
		"-9e9 99999999999999999999 0 -1 .000001 0 cm 0 0 1 1 re S /Fm Do",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		limits := with(func(l *Limits) { l.Operators, l.Glyphs, l.FormCalls, l.CoverTests = 100_000, 20_000, 5_000, 1_000_000 })
		watch := time.AfterFunc(fuzzPatience, func() { panic("the page takes too long") })
		defer watch.Stop()
		doc := open(t, fuzzFile(content).Builder)
		p, err := New(doc, limits).Page(context.Background(), doc.Pages()[0])
		var limit *pdf.LimitError
		if err != nil && !errors.As(err, &limit) {
			t.Fatal(err)
		}
		if err == nil {
			checkPage(t, p)
		}
	})
}

func fuzzFile(content []byte) fileBuilder {
	b := builder()
	group := "/Group << /S /Transparency /CS /DeviceGray >> "
	form := b.form(group+"/Matrix [1 0 0 1 9 9]", "0 0 9 9 re f BT /F4 9 Tf (in) Tj ET /Im Do")
	image := b.Stream("/Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", []byte{0, 128})
	proc := b.Stream("", []byte("500 0 d0 0 0 300 400 re f BT /F4 9 Tf (a) Tj ET"))
	words := b.Stream("", []byte("500 0 d0 BT /F4 9 Tf (ab) Tj /T 9 Tf (ab) Tj ET"))
	tile := b.Stream("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 20 9] /XStep 20 /YStep 9", []byte("BT /F4 9 Tf (ab) Tj ET /Pattern cs /P scn 0 0 9 9 re f"))
	font := b.Object("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 97 /LastChar 98 /Widths [500 500]" +
		" /Encoding << /Differences [97 /a /b] >> /CharProcs << /a " + ref(proc) + " /b " + ref(words) + " >> >>")
	b.AddPage(pdftest.Page{Content: string(content), Resources: "/Font << /F4 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> /T " + ref(font) + " >> /XObject << /Fm " + ref(form) + " /Im " + ref(image) + " >> " +
		"/ExtGState << /GS << /ca .5 /LW 9 /Font [" + ref(font) + " 9] >> /Masked << /SMask << /S /Luminosity /G " + ref(form) + " >> >> >> " +
		"/ColorSpace << /Sep [/Separation /X /DeviceRGB << /FunctionType 2 /Domain [0 1] /C0 [1 1 1] /C1 [0 0 0] /N 1 >>] >> " +
		"/Pattern << /P " + ref(tile) + " >> /Properties << /L << /Type /OCG >> >>"})
	return b
}

// checkPage checks what is true of every page.
func checkPage(t *testing.T, p *Page) {
	last := int32(0)
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if g.Font == nil || g.Glyph == nil || !g.Origin.Finite() || !(g.Size >= 0) {
			t.Fatalf("glyph %d: %+v", i, g)
		}
		if g.Order <= last || int(g.Form) > len(p.Forms) {
			t.Fatalf("glyph %d: order %d after %d, form %d", i, g.Order, last, g.Form)
		}
		last = g.Order
		if g.Hidden == Visible && (g.Box.X0 < 0 || g.Box.X1 > p.Size.X && !g.Box.IsEmpty()) {
			t.Fatalf("glyph %d is visible beyond the page: %v", i, g.Box)
		}
	}
	for i := range p.Drawings {
		if d := &p.Drawings[i]; d.Hidden == Visible && (d.Box.IsEmpty() || d.Box.X0 < 0 || d.Box.Y1 > p.Size.Y) {
			t.Fatalf("drawing %d: %+v", i, d)
		}
	}
	for i := range p.Images {
		if x := &p.Images[i]; x.Hidden == Visible && (x.Box.IsEmpty() || x.Box.X0 < 0 || x.Box.Y1 > p.Size.Y) {
			t.Fatalf("image %d: %+v", i, x)
		}
	}
}
