package content

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// manyPages is what all readers there may be are put to.
const manyPages = maxReaders * pagesPerReader

// eachOn reads a file with EachPage on so many cores, and returns what is on its
// pages, in words.
func eachOn(t *testing.T, cores int, b *pdftest.Builder, limits Limits) ([]string, error) {
	t.Helper()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
	doc := open(t, b)
	if n := readersOf(len(doc.Pages())); n != cores {
		t.Fatalf("%d pages have %d readers, want %d", len(doc.Pages()), n, cores)
	}
	out := make([]string, len(doc.Pages()))
	fonts := map[int]any{}
	var mu sync.Mutex
	in := New(doc, limits)
	in.KeepOutlines()
	err := in.EachPage(context.Background(), func(i int, p *Page) {
		out[i] = tell(p)
		mu.Lock()
		defer mu.Unlock()
		for k := range p.Glyphs {
			fonts[i] = p.Glyphs[k].Font
		}
	})
	for i := range fonts { // the fonts of two pages are one font, or they are not
		for k := range i {
			if fonts[i] == fonts[k] {
				out[i] += fmt.Sprintf("font of page %d\n", k)
			}
		}
	}
	return out, err
}

// report puts all that is on a page into words.
func tell(p *Page) string {
	var out strings.Builder
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		fmt.Fprintln(&out, g.Glyph.Text, g.Font.Name, g.Origin, g.Advance(), g.Box, g.Size, g.Hidden, g.Form, g.Order)
	}
	fmt.Fprintln(&out, p.Number, p.Size, p.Drawings, p.Images, p.Forms, p.Outlines)
	return out.String()
}

// type3 adds a Type 3 font whose glyph a is drawn by a procedure, with entries.
func (b fileBuilder) type3(proc, entries string) int {
	p := b.Stream("", []byte(proc))
	return b.Object("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 97 /LastChar 98 /Widths [500 500]" +
		" /Encoding << /Differences [97 /a /b] >> /CharProcs << /a " + ref(p) + " /b " + ref(p) + " >> " + entries + " >>")
}

// TestEachPageOnSeveralCores: what comes out does not depend on the number of
// cores, also where what is kept for all pages depends on the page that requests it
// for it first.
func TestEachPageOnSeveralCores(t *testing.T) {
	plain := func(b fileBuilder, i int) string {
		return fmt.Sprintf("BT /F 10 Tf 72 700 Td (page %d shows text) Tj ET 100 100 %d 20 re f", i, 10+i)
	}
	cases := map[string]func(b fileBuilder){
		"shared font and form": func(b fileBuilder) {
			f := b.Object("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>")
			x := b.form("/Resources << /Font << /F "+ref(f)+" >> >>", "BT /F 8 Tf 9 9 Td (in a form) Tj ET")
			for i := range manyPages {
				b.AddPage(pdftest.Page{Content: plain(b, i) + " /X Do", Resources: "/Font << /F " + ref(f) + " >> /XObject << /X " + ref(x) + " >>"})
			}
		},
		"font in the resources themselves": func(b fileBuilder) {
			res := b.Object("<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >>")
			for i := range manyPages {
				b.AddPage(pdftest.Page{Content: plain(b, i), Entries: "/Resources " + ref(res)})
			}
		},
		"glyph with the forms of its page": func(b fileBuilder) {
			f := b.type3("500 0 d0 /X Do", "")
			for i := range manyPages {
				x := b.form("", fmt.Sprintf("0 0 %d 300 re f", 100+10*i))
				b.AddPage(pdftest.Page{Content: plain(b, 0) + " BT /F 9 Tf 72 500 Td (ab) Tj ET", Resources: "/Font << /F " + ref(f) + " >> /XObject << /X " + ref(x) + " >>"})
			}
		},
		"glyph with a mask": func(b fileBuilder) {
			white := b.form("/Group << /S /Transparency /CS /DeviceGray >>", "1 g 0 0 600 600 re f")
			f := b.type3("500 0 d0 /G gs 0 0 400 400 re f", "/Resources << /ExtGState << /G << /SMask << /S /Luminosity /G "+ref(white)+" >> >> >> >>")
			for i := range manyPages {
				b.AddPage(pdftest.Page{Entries: fmt.Sprintf("/MediaBox [0 0 %d 792]", 100+40*i), Content: "BT /F 9 Tf 72 500 Td (ab) Tj ET", Resources: "/Font << /F " + ref(f) + " >>"})
			}
		},
		"more outlines than a document has": func(b fileBuilder) {
			for i := range max(2*maxDocumentOutlines/maxOutlinePoints, manyPages) {
				zigzag := strings.Repeat(" 300 400 l 9 9 l", maxOutlinePoints/2-i-9)
				b.AddPage(pdftest.Page{Content: "0 0 m" + zigzag + " S 0 0 m 50 80 l 99 9 l S"})
			}
		},
		"image with a colour space of its page": func(b fileBuilder) {
			im := b.Stream("/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /CS", []byte{255})
			for i := range manyPages {
				tint := fmt.Sprintf("[/Separation /X /DeviceGray << /FunctionType 2 /Domain [0 1] /C0 [%d] /C1 [%d] /N 1 >>]", (i+1)%2, i%2)
				b.AddPage(pdftest.Page{Content: "100 0 0 100 72 72 cm /Im Do", Resources: "/XObject << /Im " + ref(im) + " >> /ColorSpace << /CS " + tint + " >>"})
			}
		},
	}
	for name, build := range cases {
		t.Run(name, func(t *testing.T) {
			b := builder()
			build(b)
			one, err := eachOn(t, 1, b.Builder, DefaultLimits())
			if err != nil {
				t.Fatal(err)
			}
			for range 3 {
				several, err := eachOn(t, maxReaders, b.Builder, DefaultLimits())
				if err != nil {
					t.Fatal(err)
				}
				for i := range one {
					if several[i] != one[i] {
						t.Fatalf("page %d:\n%s\non one core:\n%s", i+1, several[i], one[i])
					}
				}
			}
		})
	}
}

// TestEachPageNamesTheFirst: a cap of the document is hit at the page at which
// it is hit when the pages are read one by one.
func TestEachPageNamesTheFirst(t *testing.T) {
	b := builder()
	f := b.Object("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>")
	for range manyPages {
		b.AddPage(pdftest.Page{Content: strings.Repeat("0 0 m 9 9 l S ", 1000) + "BT /F 9 Tf (0123456789) Tj ET", Resources: "/Font << /F " + ref(f) + " >>"})
	}
	limits := map[string]Limits{"DocumentOperators": DefaultLimits(), "DocumentGlyphs": DefaultLimits()}
	for name, l := range limits {
		switch name {
		case "DocumentOperators":
			l.DocumentOperators = 14_000 // of 3,003 on a page
		case "DocumentGlyphs":
			l.DocumentGlyphs = 45
		}
		for _, cores := range []int{1, maxReaders} {
			_, err := eachOn(t, cores, b.Builder, l)
			var limit *pdf.LimitError
			if !errors.As(err, &limit) || limit.Limit != name || !strings.HasPrefix(err.Error(), "page 5: ") {
				t.Errorf("on %d cores: %v, want the cap %s at page 5", cores, err, name)
			}
		}
	}
}

// TestEachPagePassesPanicsOn: a panic of use goes on in the caller.
func TestEachPagePassesPanicsOn(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(maxReaders))
	b := builder()
	for range manyPages {
		b.AddPage(pdftest.Page{Content: "0 0 9 9 re f"})
	}
	defer func() {
		if recover() != "page 8" {
			t.Error("the panic is lost")
		}
	}()
	New(open(t, b.Builder), DefaultLimits()).EachPage(context.Background(), func(i int, _ *Page) {
		if i == 7 {
			panic("page 8")
		}
	})
}

// TestPagesReadAgainHaveTheirFonts: what a font has shown on other pages counts on pages
// that are read again.
func TestPagesReadAgainHaveTheirFonts(t *testing.T) {
	b := builder()
	f := b.Object("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>")
	for range manyPages {
		b.AddPage(pdftest.Page{Content: "BT /F 9 Tf (a) Tj ET", Resources: "/Font << /F " + ref(f) + " >>"})
	}
	for _, cores := range []int{1, maxReaders} {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
		doc := open(t, b.Builder)
		in := New(doc, DefaultLimits())
		fonts := make([]any, manyPages)
		if err := in.EachPage(context.Background(), func(i int, p *Page) { fonts[i] = p.Glyphs[0].Font }); err != nil {
			t.Fatal(err)
		}
		page, err := in.WithoutMargins().Page(context.Background(), doc.Pages()[3])
		if err != nil || page.Glyphs[0].Font != fonts[3] {
			t.Errorf("on %d cores: a page that is read again has another font: %v", cores, err)
		}
	}
}

// What fonts are not read at a cap depends on the order of the pages.
func TestFontsAtCapAreReadInOrder(t *testing.T) {
	for readers, mixed := range map[int]bool{1: false, 2: true} {
		s := newShared(readers)
		if s.fonts.loader.AtCap(); s.mixed.Load() != mixed {
			t.Errorf("%d readers: mixed %v, want %v", readers, !mixed, mixed)
		}
	}
}
