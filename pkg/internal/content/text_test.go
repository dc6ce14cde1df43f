package content

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// Courier is /F4: every glyph advances by .6 of the size.

// TestTextPlaces describes where the last glyph of a text comes to stand.
func TestTextPlaces(t *testing.T) {
	const set = "BT /F4 10 Tf "
	tests := []struct {
		name, content string
		want          geom.Point // from the bottom left
	}{
		{"Td", set + "100 700 Td (a) Tj ET", geom.Point{X: 100, Y: 700}},
		{"Td twice", set + "100 700 Td 5 -12 Td (a) Tj ET", geom.Point{X: 105, Y: 688}},
		{"advance", set + "100 700 Td (ab) Tj ET", geom.Point{X: 106, Y: 700}},
		{"Tj goes on", set + "100 700 Td (ab) Tj (c) Tj ET", geom.Point{X: 112, Y: 700}},
		{"Tc", set + "2 Tc 100 700 Td (ab) Tj ET", geom.Point{X: 108, Y: 700}},
		{"Tw", set + "5 Tw 100 700 Td (a b) Tj ET", geom.Point{X: 117, Y: 700}},
		{"Tz", set + "50 Tz 2 Tc 100 700 Td (ab) Tj ET", geom.Point{X: 104, Y: 700}},
		{"Ts", set + "3 Ts 100 700 Td (a) Tj ET", geom.Point{X: 100, Y: 703}},
		{"TJ", set + "100 700 Td [(a) -500 (b)] TJ ET", geom.Point{X: 111, Y: 700}},
		{"TJ under Tz", set + "200 Tz 100 700 Td [(a) -500 (b)] TJ ET", geom.Point{X: 122, Y: 700}},
		{"TL and T*", set + "100 700 Td 14 TL T* (a) Tj ET", geom.Point{X: 100, Y: 686}},
		{"TD sets the leading", set + "100 700 Td 0 -11 TD T* (a) Tj ET", geom.Point{X: 100, Y: 678}},
		{"'", set + "100 700 Td 12 TL (a) Tj (bc) ' ET", geom.Point{X: 106, Y: 688}},
		{`"`, set + `100 700 Td 12 TL 5 2 (a b) " ET`, geom.Point{X: 100 + 6 + 2 + 6 + 2 + 5, Y: 688}},
		{"Tm", set + "1 0 0 1 30 40 Tm (a) Tj ET", geom.Point{X: 30, Y: 40}},
		{"Tm scales", set + "2 0 0 2 30 40 Tm (ab) Tj ET", geom.Point{X: 42, Y: 40}},
		{"Tm turns", set + "0 1 -1 0 30 40 Tm (ab) Tj ET", geom.Point{X: 30, Y: 46}},
		{"Ts turned", set + "0 1 -1 0 30 40 Tm 3 Ts (a) Tj ET", geom.Point{X: 27, Y: 40}},
		{"cm", "2 0 0 2 10 20 cm " + set + "30 40 Td (ab) Tj ET", geom.Point{X: 82, Y: 100}},
		{"cm within the text", set + "30 40 Td 1 0 0 1 5 5 cm (a) Tj ET", geom.Point{X: 35, Y: 45}},
		{"BT forgets", set + "30 40 Td (a) Tj ET BT 3 4 Td (b) Tj ET", geom.Point{X: 3, Y: 4}},
		{"q keeps the text state", "q /F4 20 Tf Q " + set + "30 40 Td (ab) Tj ET", geom.Point{X: 36, Y: 40}},
		{"negative size", "BT /F4 -10 Tf 100 700 Td (ab) Tj ET", geom.Point{X: 94, Y: 700}},
		{"hexadecimal", set + "100 700 Td <6162> Tj ET", geom.Point{X: 106, Y: 700}},
		{"array left open", set + "100 700 Td [(a) -500 (b) TJ ET", geom.Point{X: 111, Y: 700}},
		{"operands to spare", set + "9 9 100 700 Td (x) (ab) Tj ET", geom.Point{X: 106, Y: 700}},
		{"numbers to spare", set + "9 9 100 700 Td (ab) Tj ET", geom.Point{X: 106, Y: 700}},
		{"more numbers than an operator has", set + "9 9 9 9 9 9 9 100 700 Td (ab) Tj ET", geom.Point{X: 106, Y: 700}},
		{"numbers too few", set + "100 700 Td 5 Td 1 2 3 Tm (ab) Tj ET", geom.Point{X: 106, Y: 700}},
		{"numbers of an operator without any", set + "100 700 Td 1 2 3 4 5 6 T* (ab) Tj ET", geom.Point{X: 106, Y: 700}},
		{"a number without an array", set + "100 700 Td -500 TJ (ab) Tj ET", geom.Point{X: 111, Y: 700}},
		{`numbers and no string before "`, set + `100 700 Td 5 2 0 " (a b) Tj ET`, geom.Point{X: 100 + 6 + 2 + 6 + 2 + 5, Y: 700}},
		{"a comment among numbers", set + "100 % here\n700 Td (ab) Tj ET", geom.Point{X: 106, Y: 700}},
		{"odd numbers among plain ones", set + "--100 700.0.5 Td 200 0 Td (ab) Tj ET", geom.Point{X: 106, Y: 700}},
		{"constants among numbers", set + "3 true 100 700 Td 3 null Tj (ab) Tj ET", geom.Point{X: 106, Y: 700}},
		{"unknown operators", set + "100 700 Td 3 foo BX 4 bar EX (ab) Tj ET", geom.Point{X: 106, Y: 700}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := read(t, tt.content)
			if len(p.Glyphs) == 0 {
				t.Fatal("no glyph")
			}
			g := p.Glyphs[len(p.Glyphs)-1]
			if !samePoint(g.Origin, up(tt.want.X, tt.want.Y)) {
				t.Errorf("origin %v, want %v", g.Origin, up(tt.want.X, tt.want.Y))
			}
			if g.Hidden != Visible {
				t.Errorf("hidden %d", g.Hidden)
			}
		})
	}
}

func TestGlyphMeasures(t *testing.T) {
	tests := []struct {
		name, content string
		size, scale   float64
		advance       geom.Point
	}{
		{"plain", "BT /F4 10 Tf 3 Tc 100 700 Td (a) Tj ET", 10, 1, geom.Point{X: 6}},
		{"Tz", "BT /F4 10 Tf 80 Tz 100 700 Td (a) Tj ET", 10, .8, geom.Point{X: 4.8}},
		{"Tm", "BT /F4 1 Tf 9 0 0 10 100 700 Tm (a) Tj ET", 10, .9, geom.Point{X: 5.4}},
		{"cm", ".5 0 0 .5 0 0 cm BT /F4 10 Tf 100 700 Td (a) Tj ET", 5, 1, geom.Point{X: 3}},
		{"turned", "BT /F4 10 Tf 0 1 -1 0 100 700 Tm (a) Tj ET", 10, 1, geom.Point{Y: -6}},
		{"slanted", "BT /F4 10 Tf 1 0 .3 1 100 700 Tm (a) Tj ET", 10, 1, geom.Point{X: 6}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := read(t, tt.content).Glyphs[0]
			if !closeTo(g.Size, tt.size) || !closeTo(g.HScale, tt.scale) || !samePoint(g.Advance(), tt.advance) {
				t.Errorf("size %g, scale %g, advance %v", g.Size, g.HScale, g.Advance())
			}
		})
	}
}

func TestGlyphBoxFollowsMatrix(t *testing.T) {
	p := read(t, "BT /F4 10 Tf 100 700 Td (H) Tj 0 1 -1 0 300 400 Tm (H) Tj ET")
	a, b := p.Glyphs[0], p.Glyphs[1]
	ink := a.Glyph.Box
	if want := upRect(100+10*ink.X0, 700+10*ink.Y0, 100+10*ink.X1, 700+10*ink.Y1); !sameRect(a.Box, want) {
		t.Errorf("upright %v, want %v", a.Box, want)
	}
	if want := upRect(300-10*ink.Y1, 400+10*ink.X0, 300-10*ink.Y0, 400+10*ink.X1); !sameRect(b.Box, want) {
		t.Errorf("turned %v, want %v", b.Box, want)
	}
	if s := read(t, "BT /F4 10 Tf 100 700 Td ( ) Tj ET").Glyphs[0]; !s.Box.IsEmpty() || s.Hidden != Visible {
		t.Errorf("blank %+v", s)
	}
}

// TestDeadText has no marks: matrices without area, fonts without size. Its letters
// are in the file all the same.
func TestDeadText(t *testing.T) {
	for _, content := range []string{
		"BT /F4 0 Tf 100 700 Td (a) Tj ET",
		"BT /F4 10 Tf 0 Tz 100 700 Td (a) Tj ET",
		"BT /F4 10 Tf 0 0 0 0 100 700 Tm (a) Tj ET",
		"BT /F4 10 Tf 1 1 1 1 100 700 Tm (a) Tj ET",
	} {
		if p := read(t, content); text(p, Shrunk) != "a" || len(p.Glyphs) != 1 {
			t.Errorf("%s shows %+v", content, p.Glyphs)
		}
	}
	if p := read(t, "BT 100 700 Td (a) Tj ET"); len(p.Glyphs) != 0 {
		t.Errorf("text without a font shows %+v", p.Glyphs)
	}
}

// TestMissingFont shows the text all the same, as viewers do.
func TestMissingFont(t *testing.T) {
	p := read(t, "BT /Nope 10 Tf 100 700 Td (a) Tj ET")
	if len(p.Glyphs) != 1 || len(p.Damage) != 1 {
		t.Errorf("%d glyphs, damage %q", len(p.Glyphs), p.Damage)
	}
}

func TestFontOfGraphicsState(t *testing.T) {
	p := readWith(t, "/GS gs BT 100 700 Td (ab) Tj ET",
		` /ExtGState << /GS << /Font [<< /Type /Font /Subtype /Type1 /BaseFont /Courier >> 20] >> >>`)
	if len(p.Glyphs) != 2 || !closeTo(p.Glyphs[1].Origin.X, 112) || !closeTo(p.Glyphs[1].Size, 20) {
		t.Errorf("%+v", p.Glyphs)
	}
}

// TestVerticalWriting advances downwards from the vertical origin (9.7.4.3).
func TestVerticalWriting(t *testing.T) {
	b := pdftest.New()
	descendant := b.Object("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /DW2 [880 -1000] >>")
	f := b.Object("<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-V /DescendantFonts [" + ref(descendant) + "] >>")
	b.AddPage(pdftest.Page{
		Content:   "BT /V 10 Tf 2 Tc 100 700 Td [<0001> 500 <0002>] TJ ET",
		Resources: "/Font << /V " + ref(f) + " >>",
	})
	p := readDoc(t, b)
	if len(p.Glyphs) != 2 {
		t.Fatalf("%d glyphs", len(p.Glyphs))
	}
	// The horizontal origin lies half the width left of and .88 below the pen.
	if want := up(95, 691.2); !samePoint(p.Glyphs[0].Origin, want) {
		t.Errorf("first origin %v, want %v", p.Glyphs[0].Origin, want)
	}
	// ty = (w1 − Tj/1000)·Tfs + Tc = −10 + 2 − 5
	if want := up(95, 691.2-13); !samePoint(p.Glyphs[1].Origin, want) {
		t.Errorf("second origin %v, want %v", p.Glyphs[1].Origin, want)
	}
	if want := (geom.Point{Y: 10}); !samePoint(p.Glyphs[0].Advance(), want) {
		t.Errorf("advance %v, want %v", p.Glyphs[0].Advance(), want)
	}
}

// TestType3Colors: d1 takes the text's colour, d0 has its own.
func TestType3Colors(t *testing.T) {
	b := builder()
	own := b.Stream("", []byte("500 0 d0 0 g 0 0 300 400 re f"))
	none := b.Stream("", []byte("500 0 0 0 300 400 d1 0 0 300 400 re f"))
	f := b.Object("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 97 /LastChar 98 /Widths [500 500]" +
		" /Encoding << /Differences [97 /a /b] >> /CharProcs << /a " + ref(own) + " /b " + ref(none) + " >> >>")
	b.AddPage(pdftest.Page{Content: "1 g BT /T 10 Tf 100 700 Td (ab) Tj ET", Resources: "/Font << /T " + ref(f) + " >>"})
	p := readDoc(t, b.Builder)
	wantHidden(t, p, Visible, "a")
	wantHidden(t, p, SameColor, "b")
}

// TestContentsAreJoined: a token ends with its stream, the state lives on.
func TestContentsAreJoined(t *testing.T) {
	b := pdftest.New()
	one := b.Stream("", []byte("q 1 0 0 1 10 10 cm BT /F4 10 Tf 100 700 Td [(a) 1"))
	two := b.Stream("", []byte("000 (b)] TJ ET"))
	b.AddPage(pdftest.Page{Entries: "/Contents [" + ref(one) + " " + ref(two) + "]"})
	p := readDoc(t, b)
	if len(p.Glyphs) != 2 || !samePoint(p.Glyphs[1].Origin, up(116-.01, 710)) {
		t.Errorf("%+v", p.Glyphs)
	}
}

func TestType3(t *testing.T) {
	b := pdftest.New()
	// a: d0 with a painted square; b: d1 that claims more than it strokes; c: a stencil
	a := b.Stream("", []byte("500 0 d0 100 0 300 400 re f"))
	d := b.Stream("", []byte("500 0 0 0 900 900 d1 100 w 150 0 m 150 100 l S"))
	c := b.Stream("", []byte("500 0 0 0 500 500 d1 200 0 0 300 50 60 cm BI /W 8 /H 1 /IM true ID \x00 EI"))
	f := b.Object("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 97 /LastChar 99 /Widths [500 500 500]" +
		" /Encoding << /Type /Encoding /Differences [97 /a /b /c] >> /CharProcs << /a " + ref(a) + " /b " + ref(d) + " /c " + ref(c) + " >> >>")
	b.AddPage(pdftest.Page{Content: "BT /T 10 Tf 100 700 Td (abc) Tj ET", Resources: "/Font << /T " + ref(f) + " >>"})
	p := readDoc(t, b)
	want := []geom.Rect{
		upRect(101, 700, 104, 704),
		upRect(106, 700, 107, 701),
		upRect(110.5, 700.6, 112.5, 703.6),
	}
	if len(p.Glyphs) != 3 || len(p.Drawings) != 0 || len(p.Images) != 0 {
		t.Fatalf("%d glyphs, %d drawings, %d images", len(p.Glyphs), len(p.Drawings), len(p.Images))
	}
	for i, g := range p.Glyphs {
		if !sameRect(g.Box, want[i]) {
			t.Errorf("glyph %d: %v, want %v", i, g.Box, want[i])
		}
		if !closeTo(g.Size, 10) {
			t.Errorf("glyph %d: size %g", i, g.Size)
		}
	}
}

// A Type 3 glyph that shows type, or paints what no letter takes, is a picture:
// what it shows is measured where it stands, at its own size.
func TestType3Pictures(t *testing.T) {
	b := builder()
	form := b.form("/Resources << "+pdftest.Fonts+" >>", "BT /F4 8 Tf 100 700 Td (seen) Tj ET")
	words := b.Stream("", []byte("600 0 d0 /X Do"))
	large := b.Stream("", []byte("600 0 d0 60 60 200 300 re f"))
	one := b.Stream("", []byte("6 0 d0 BT /F4 10 Tf (x) Tj ET"))
	f := b.Object("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 99 /Widths [0 0 6]" +
		" /Encoding << /Differences [97 /a /b /c] >> /CharProcs << /a " + ref(words) + " /b " + ref(large) + " /c " + ref(one) + " >>" +
		" /Resources << /XObject << /X " + ref(form) + " >> " + pdftest.Fonts + " >> >>")
	b.AddPage(pdftest.Page{Content: "BT /T 1 Tf 1 0 0 1 10 0 Tm (abc) Tj ET BT 3 Tr /T 1 Tf 1 0 0 1 10 0 Tm (a) Tj ET", Resources: "/Font << /T " + ref(f) + " >>"})
	p := readDoc(t, b.Builder)
	wantHidden(t, p, Visible, "seenc") // one glyph alone is type by another name
	wantHidden(t, p, Invisible, "a")
	if g := p.Glyphs[0]; !samePoint(g.Origin, up(110, 700)) || !closeTo(g.Size, 8) {
		t.Errorf("%q at %v of %g points", g.Glyph.Text, g.Origin, g.Size)
	}
	if len(p.Drawings) != 1 || !sameRect(p.Drawings[0].Box, upRect(70, 60, 270, 360)) {
		t.Errorf("drawings %+v", p.Drawings)
	}
}

// A pattern that shows type in more cells than are drawn is a texture as a whole: a
// label on it is seen beyond the cells too.
func TestLabelOnTypedPattern(t *testing.T) {
	b := pdftest.New()
	cell := b.Stream("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << "+pdftest.Fonts+" >>", []byte("0 0 9 9 re f BT /F1 5 Tf 1 1 Td (x) Tj ET"))
	b.AddPage(pdftest.Page{
		Content:   "/Pattern cs /P scn 0 590 300 30 re f 1 g BT /F1 8 Tf 200 600 Td (label) Tj ET",
		Resources: fmt.Sprintf("%s /Pattern << /P %d 0 R >>", pdftest.Fonts, cell),
	})
	p := readDoc(t, b)
	seen := ""
	for _, g := range p.Glyphs {
		if g.Hidden == Visible && g.Glyph.Text != "x" {
			seen += g.Glyph.Text
		}
	}
	if seen != "label" {
		t.Errorf("seen: %q", seen)
	}
}

// A pen that is kept from string to string shows the next one as a new pen does, whatever
// changes between them. MP and TX, which change nothing, make a new one.
func TestKeptPenIsLikeANewOne(t *testing.T) {
	for _, change := range []string{
		"", "10 -20 Td", "10 -20 TD", "14 TL T*", "2 Tc", "3 Tw", "50 Tz", "4 Ts", "3 Tr", "1 Tr 4 w", "1 0 .2 1 60 600 Tm", "0 0 0 0 60 600 Tm",
		"/F2 7 Tf", "1 g", "/None cs", "2 0 0 2 5 5 cm", "q 2 0 0 2 0 0 cm", "q 1 g 3 Ts Q", "/GS gs", "ET 100 100 9 9 re W n BT", "ET BT", "1e9 1e9 Td",
		"q 0 0 m 9 9 l S Q", "/OC /Off BDC", "(c) '", "1 2 (c) \"", "[(c) -300 (d)] TJ",
	} {
		page := func(then string) *Page {
			return readWith(t, "BT /F1 10 Tf 50 700 Td (a) Tj "+change+then+" (b) Tj 5 0 Td"+then+" (b) Tj ET", "/ExtGState << /GS << /ca 0 >> >>")
		}
		kept, made := page(""), page(" /X MP TX")
		if !reflect.DeepEqual(glyphsOf(kept), glyphsOf(made)) {
			t.Errorf("after %q: %+v, want %+v", change, glyphsOf(kept), glyphsOf(made))
		}
	}
}

// The settings of glyphs stay what they are, however many there are on a page.
func TestSettingsStay(t *testing.T) {
	var content strings.Builder
	content.WriteString("BT /F1 10 Tf 50 700 Td ")
	const n = 3*settingsAtOnce + 1
	for i := range n {
		fmt.Fprintf(&content, "%d Tz (a) Tj ", 50+i%7*10+i/100)
	}
	p := read(t, content.String()+"ET")
	if len(p.Glyphs) != n {
		t.Fatalf("%d glyphs, want %d", len(p.Glyphs), n)
	}
	for i := range p.Glyphs {
		if want := float64(50+i%7*10+i/100) / 100; !closeTo(p.Glyphs[i].HScale, want) {
			t.Fatalf("glyph %d has scale %g, want %g", i, p.Glyphs[i].HScale, want)
		}
	}
}

// Text without a glyph keeps no setting: a small file has millions of such texts.
func TestEmptyTextsKeepNoSettings(t *testing.T) {
	b := pdftest.New()
	b.AddPage(pdftest.Page{Content: "BT /F1 10 Tf 0 0 0 0 60 600 Tm " + strings.Repeat("[0] TJ ", settingsAtOnce/2) + "(a) Tj ET"})
	doc := open(t, b)
	in := New(doc, DefaultLimits())
	if _, err := in.Page(context.Background(), doc.Pages()[0]); err != nil {
		t.Fatal(err)
	}
	if n := len(in.run.canvas.settings); n != 1 {
		t.Errorf("%d settings are kept, want that of the one glyph", n)
	}
}

// glyphsOf returns the glyphs of a page, comparable with those of another document.
func glyphsOf(p *Page) (out []Glyph) {
	for _, g := range p.Glyphs {
		s := *g.Setting
		s.Font, g.Setting = nil, &s // another one in each document
		g.Glyph = &font.Glyph{Text: g.Glyph.Text}
		out = append(out, g)
	}
	return out
}
