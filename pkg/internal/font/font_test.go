package font

import (
	"math"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

func TestWidths(t *testing.T) {
	f := openFont(t, `<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+GHIJKL+Some /FirstChar 65 /LastChar 67
		/Widths [500 (x) 250.5] /Encoding /WinAnsiEncoding
		/FontDescriptor << /Type /FontDescriptor /Flags 32 /MissingWidth 333 /Ascent 800 /Descent 200 >> >>`)
	want := []float64{.5, 0, .2505, .333, .333}
	for i, g := range glyphs(f, "ABCD ") {
		if !near(g.Advance, want[i]) || g.CID != -1 || g.Space != (g.Code == ' ') {
			t.Errorf("%c: %+v, want %v", g.Code, g, want[i])
		}
	}
	if f.Name != "Some" || f.Kind != TrueType || f.Embedded || f.Standard {
		t.Errorf("font = %+v", f)
	}
}

func TestNames(t *testing.T) {
	tests := []struct{ dict, want string }{
		{"/BaseFont /ABCDEF+CMR10", "CMR10"},
		{"/BaseFont /ABCDE+CMR10", "ABCDE+CMR10"},
		{"/BaseFont /ABCDEF+", ""},
		{"/FontDescriptor << /FontName /XYZXYZ+Foo >>", "Foo"},
		{"/BaseFont /ABCDEF+Foo-Identity-H", "Foo"},
		{"/BaseFont /#B7#C2", "?"},
		{"/Name /F7", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if f := openFont(t, "<< /Type /Font /Subtype /Type1 "+tt.dict+" >>"); f.Name != tt.want {
			t.Errorf("%s: %q, want %q", tt.dict, f.Name, tt.want)
		}
	}
}

// TestTypicalBox checks the boxes of fonts that are not in the file.
func TestTypicalBox(t *testing.T) {
	const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Nowhere /FirstChar 32 /Widths [250 %] /Encoding /WinAnsiEncoding /FontDescriptor << "
	tests := []struct {
		name, descriptor string
		code             byte
		box              geom.Rect
		source           BoxSource
	}{
		{"small letter", "/Flags 32 /Ascent 900 /Descent -210 /XHeight 450 /CapHeight 700", 'x', perEm(0, 0, 500, 450), BoxDescriptor},
		{"descender", "/Flags 32 /Ascent 900 /Descent 210 /XHeight 450", 'p', perEm(0, -210, 500, 450), BoxDescriptor},
		{"capital", "/Flags 32 /Ascent 900 /Descent -210 /CapHeight 700", 'A', perEm(0, 0, 500, 700), BoxDescriptor},
		{"sign", "/Flags 32 /Ascent 900 /Descent -210", '(', perEm(0, -210, 500, 900), BoxDescriptor},
		{"only a box", "/Flags 32 /FontBBox [-100 -250 1200 950]", '(', perEm(0, -250, 500, 950), BoxDescriptor},
		{"no descent", "/Flags 32 /Ascent 900 /Descent 0 /FontBBox [0 -300 1000 1000]", '(', perEm(0, -300, 500, 900), BoxDescriptor},
		{"absurd numbers", "/Flags 32 /Ascent 90000 /Descent -32768 /FontBBox [-32768 -32768 32767 32767]", '(', perEm(0, -215, 500, 690), BoxGuess},
		{"nothing", "/Flags 32", '(', perEm(0, -215, 500, 690), BoxGuess},
		{"blank", "/Flags 32 /Ascent 900", ' ', geom.Empty(), BoxDescriptor},
		{"no-break space", "/Flags 32 /Ascent 900", 0xa0, geom.Empty(), BoxDescriptor},
	}
	widths := strings.Repeat(" 500", 224)
	for _, tt := range tests {
		f := openFont(t, strings.Replace(font, "%", widths, 1)+tt.descriptor+" >> >>")
		g, _ := f.Next([]byte{tt.code})
		if g.Source != tt.source || g.Box.IsEmpty() != tt.box.IsEmpty() || !g.Box.IsEmpty() && !nearRect(g.Box, tt.box) {
			t.Errorf("%s: %v %v, want %v %v", tt.name, g.Box, g.Source, tt.box, tt.source)
		}
	}
}

// TestBroken checks that no dictionary stops Load, and that every code still
// has a glyph.
func TestBroken(t *testing.T) {
	fonts := []*Font{Load(pdf.Value{})}
	for _, dict := range []string{
		"<< >>",
		"<< /Subtype /Type0 >>",
		"<< /Subtype /Type0 /DescendantFonts [] /Encoding 7 >>",
		"<< /Subtype /Type0 /DescendantFonts [4 0 R] /Encoding 4 0 R >>",
		"<< /Subtype /Type0 /DescendantFonts 4 0 R /ToUnicode 4 0 R >>",
		"<< /Subtype /Type1 /Widths 5 /FirstChar (x) /Encoding [] /FontDescriptor [] /ToUnicode (x) >>",
		"<< /Subtype /Type1 /FirstChar -1000000 /Widths [1 2 3] >>",
		"<< /Subtype /Type3 >>",
		"<< /Subtype /Type3 /FontMatrix [0 0 0 0 0 0] /CharProcs [] /Encoding /Nothing >>",
		"<< /Subtype /TrueType /BaseFont (x) /FontDescriptor << /Flags (x) /FontBBox [1] /FontFile2 4 0 R >> >>",
		"<< /Subtype /CIDFontType2 /W [1 2] /DW (x) >>",
		"<< /Subtype /Type0 /Encoding /Identity-V /DescendantFonts [<< /W [[1] 2 3 4 [5]] /W2 [1 [2 3] 4 5 6] /DW2 [1] >>] >>",
	} {
		fonts = append(fonts, openFont(t, dict))
	}
	for i, f := range fonts {
		for code := range 256 {
			if g, n := f.Next([]byte{byte(code), 1}); g == nil || n < 1 {
				t.Fatalf("font %d: Next(%d) = %v, %d", i, code, g, n)
			}
		}
		f.Bold()
		f.Italic()
		f.FixedPitch()
	}
}

// TestNextDoesNotAllocate holds the hot path to its promise.
func TestNextDoesNotAllocate(t *testing.T) {
	for _, dict := range []string{
		"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
		type0("/Identity-H", "/Subtype /CIDFontType2"),
		type0("/90ms-RKSJ-H", "/Subtype /CIDFontType0"),
	} {
		f := openFont(t, dict)
		s := []byte("Hello, world")
		decode := func() {
			for b := s; len(b) > 0; {
				_, n := f.Next(b)
				b = b[n:]
			}
		}
		decode()
		if n := testing.AllocsPerRun(100, decode); n != 0 {
			t.Errorf("%s: %v allocations", dict, n)
		}
	}
}

func BenchmarkNext(b *testing.B) {
	f := openFont(b, type0("/Identity-H", "/Subtype /CIDFontType2"))
	s := []byte("\x00\x24\x00\x25")
	for b.Loop() {
		f.Next(s)
	}
}

// TestAbsurdNumbers checks that no glyph has infinite or huge numbers.
func TestAbsurdNumbers(t *testing.T) {
	huge := "1" + strings.Repeat("0", 300)
	fonts := []*Font{
		openFont(t, "<< /Subtype /Type1 /BaseFont /X /FirstChar 65 /Widths ["+huge+"] >>"),
		openFont(t, type0("/Identity-V", "/Subtype /CIDFontType2 /DW "+huge+" /DW2 ["+huge+" "+huge+"]")),
		openFont(t, "<< /Subtype /Type3 /FontMatrix ["+huge+" 0 0 "+huge+" 0 0] /FirstChar 65 /Widths [1] /CharProcs << /A 5 0 R >> /Encoding << /Differences [65 /A] >> >>",
			stream("", "1 0 -9 -9 9 "+huge+" d1 0 0 1 1 re f")),
	}
	for i, f := range fonts {
		g, _ := f.Next([]byte("AA"))
		if !(math.Abs(g.Advance) <= maxExtent) || !(g.Origin.Norm() <= maxExtent) || !g.Box.IsEmpty() && !(g.Box.Width()+g.Box.Height() <= 4*maxExtent) {
			t.Errorf("font %d: %+v", i, g)
		}
	}
}
