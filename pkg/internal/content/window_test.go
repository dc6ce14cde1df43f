package content

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// longContent has all kinds of tokens at all offsets of some windows.
func longContent() string {
	var out strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&out, "q 1 0 0 1 %d.5 10 cm BT /F1 9.5 Tf [(a\\)b) -12 <616> (\\101\\\r\nc)] TJ %% words (\n (x%d) Tj ET 0 0 m 5 %d l S Q\n", i%500, i, i%700)
	}
	out.WriteString("BT /F1 9 Tf [" + strings.Repeat("(long) 9 ", usualWindow/4) + "] TJ ET\n")
	out.WriteString("BI /W 800 /H 600 /CS /G /BPC 8 ID " + strings.Repeat("\x00 q", 800*600/3) + " EI\n")
	out.WriteString("1 0 0 RG 3 w 10 10 m 500 700 l S BT /F1 9 Tf (the end) Tj ET")
	return out.String()
}

// TestWindows: a long stream shows the same piece by piece as in one piece.
func TestWindows(t *testing.T) {
	content := longContent()
	b := builder()
	packed := b.Stream("/Filter /FlateDecode", []byte(deflate(content)))
	form := b.Stream("/Subtype /Form /BBox [0 0 612 792] /Filter /FlateDecode", []byte(deflate(content)))
	b.AddPage(pdftest.Page{Content: ""})
	b.AddPage(pdftest.Page{Content: content})
	b.AddPage(pdftest.Page{Entries: "/Contents " + ref(packed)})
	b.AddPage(pdftest.Page{Content: "/X Do /X Do /X Do", Resources: pdftest.Fonts + " /XObject << /X " + ref(form) + " >>"})
	doc := open(t, b.Builder)
	pages := doc.Pages()

	limits := with(func(l *Limits) { l.Glyphs *= 2 })
	r := &run{}
	r.reset(New(doc, limits), context.Background(), pages[0])
	r.stream(&window{data: []byte(content)})
	if r.err != nil || len(r.canvas.page.Glyphs) < 40_000 || len(r.canvas.page.Images) != 1 || len(r.canvas.page.Drawings) != 3001 || len(r.wrong) > 0 {
		t.Fatal(r.err, len(r.canvas.page.Glyphs), len(r.canvas.page.Images), len(r.canvas.page.Drawings), r.wrong)
	}
	want := count(&r.canvas.page)
	in := New(doc, limits)
	for i, times := range []int{1, 1, 3} { // the third has a form that is large
		got, err := in.Page(context.Background(), pages[i+1])
		if err != nil {
			t.Fatal(err)
		}
		if c := count(got); c != want.times(times) || len(got.Damage) > 0 {
			t.Errorf("page %d: %+v, want %d times %+v; damage %q", i+2, c, times, want, got.Damage)
		}
	}
}

// shown sums up a page.
type shown struct {
	glyphs, drawings, images int
	x, y, text               int
}

func (s shown) times(n int) shown {
	return shown{s.glyphs * n, s.drawings * n, s.images * n, s.x * n, s.y * n, s.text * n}
}

func count(p *Page) shown {
	s := shown{glyphs: len(p.Glyphs), drawings: len(p.Drawings), images: len(p.Images)}
	for i := range p.Glyphs {
		s.x += int(1000 * p.Glyphs[i].Origin.X)
		s.text += int(p.Glyphs[i].Glyph.Code)
	}
	for i := range p.Drawings {
		s.y += int(1000 * p.Drawings[i].Box.Y0)
	}
	return s
}

// TestLongStreamHitsCaps: reading piece by piece keeps to the same caps.
func TestLongStreamHitsCaps(t *testing.T) {
	b := builder()
	packed := b.Stream("/Filter /FlateDecode", []byte(deflate(strings.Repeat("0 0 m 9 9 l S ", 50_000))))
	b.AddPage(pdftest.Page{Entries: "/Contents " + ref(packed)})
	for name, change := range map[string]func(*pdf.Limits){
		"StreamBytes": func(l *pdf.Limits) { l.StreamBytes = 300_000 },
		"TotalBytes":  func(l *pdf.Limits) { l.TotalBytes = 300_000 },
	} {
		limits := pdf.DefaultLimits()
		change(&limits)
		doc, err := pdf.Open(context.Background(), b.Bytes(), limits)
		if err != nil {
			t.Fatal(err)
		}
		_, err = New(doc, DefaultLimits()).Page(context.Background(), doc.Pages()[0])
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%v, want the cap %s", err, name)
		}
	}
}

// Operands that wait for an operator through many streams are copied after the first one,
// and numbers have nothing to copy: their place may have been that of a long string.
func TestWaitingOperandsAreCopiedOnce(t *testing.T) {
	waits, text := []byte("waits"), []byte("text")
	o := operands{list: []syntax.Token{{Kind: syntax.Name, Bytes: waits}, {Kind: syntax.Number, Bytes: text}, {Kind: syntax.String, Bytes: text}}}
	o.keep(1)
	if &o.list[0].Bytes[0] != &waits[0] {
		t.Error("what was copied is copied again")
	}
	if o.list[1].Bytes != nil {
		t.Error("a number keeps a string")
	}
	if clear(text); string(o.list[2].Bytes) != "text" {
		t.Error("a string is lost with its window")
	}
}
