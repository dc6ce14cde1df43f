package font

import (
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// TestTablesSorted looks every line of every table up: they can be searched.
func TestTablesSorted(t *testing.T) {
	for i, table := range []string{latinTable, symbolTable, dingbatsTable, encodingTable, glyphListTable, texNameTable} {
		for line := range strings.Lines(table) {
			name, want, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
			if name == "#" {
				continue
			}
			if got, ok := lookup(table, name); !ok || got != want {
				t.Errorf("table %d: lookup(%q) = %q, %v; want %q", i, name, got, ok, want)
			}
		}
		for _, absent := range []string{"", "#", "!", "zzzz", "Aa", " ", "\n"} {
			if got, ok := lookup(table, absent); ok {
				t.Errorf("table %d: lookup(%q) = %q", i, absent, got)
			}
		}
	}
}

func TestFindStandard(t *testing.T) {
	names := map[string]string{
		"Times-Roman": "Times-Roman", "TimesNewRoman": "Times-Roman", "TimesNewRomanPSMT": "Times-Roman",
		"Times New Roman": "Times-Roman", "Times": "Times-Roman",
		"TimesNewRoman,Bold": "Times-Bold", "TimesNewRomanPS-BoldMT": "Times-Bold", "TimesNewRomanPS-Bold": "Times-Bold",
		"TimesNewRomanPS-ItalicMT": "Times-Italic", "TimesNewRoman,BoldItalic": "Times-BoldItalic",
		"TimesNewRomanPS-BoldItalicMT": "Times-BoldItalic",
		"Helvetica":                    "Helvetica", "Arial": "Helvetica", "ArialMT": "Helvetica", "Arial,Italic": "Helvetica-Oblique",
		"Arial-BoldMT": "Helvetica-Bold", "Arial-BoldItalicMT": "Helvetica-BoldOblique", "Helvetica-BoldOblique": "Helvetica-BoldOblique",
		"Helvetica,Bold": "Helvetica-Bold", "ArialBold": "Helvetica-Bold",
		"Courier": "Courier", "CourierNew": "Courier", "CourierNewPSMT": "Courier", "CourierNew,BoldItalic": "Courier-BoldOblique",
		"CourierNewPS-BoldMT": "Courier-Bold", "Courier-Oblique": "Courier-Oblique",
		"Symbol": "Symbol", "SymbolMT": "Symbol", "ZapfDingbats": "ZapfDingbats",
		"Helvetica-Narrow": "", "Arial-Black": "", "ArialNarrow": "", "Helvetica-Light": "", "Timesaver": "",
		"Cambria": "", "": "", "CourierPrime": "", "Arial-Bold-Condensed": "",
	}
	for name, want := range names {
		if got := standardName(findStandard(name)); got != want {
			t.Errorf("findStandard(%q) = %q, want %q", name, got, want)
		}
	}
}

func standardName(s *standardFont) string {
	names := []string{
		"Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique",
		"Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique",
		"Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic",
	}
	switch {
	case s == nil:
		return ""
	case s.table == &symbolTable:
		return "Symbol"
	case s.table == &dingbatsTable:
		return "ZapfDingbats"
	}
	return names[s.column]
}

// TestStandardMetrics checks glyphs against the AFM files.
func TestStandardMetrics(t *testing.T) {
	tests := []struct {
		font    string
		code    byte
		advance float64
		box     geom.Rect
		text    string
	}{
		{"Times-Roman", 'A', 722, perEm(15, 0, 706, 674), "A"},
		{"Times-Roman", 'g', 500, perEm(28, -218, 470, 460), "g"},
		{"Times-Bold", 'A', 722, perEm(9, 0, 689, 690), "A"},
		{"Times-Italic", 'f', 278, perEm(-147, -207, 424, 678), "f"},
		{"Helvetica", 'x', 500, perEm(11, 0, 490, 523), "x"},
		{"Arial,Bold", '1', 556, perEm(69, 0, 378, 710), "1"},
		{"Courier", 'i', 600, perEm(95, 0, 505, 657), "i"},
		{"Times-Roman", ' ', 250, geom.Empty(), " "},
		{"Times-Roman", '\'', 333, perEm(79, 433, 218, 676), "’"}, // StandardEncoding: quoteright
		{"Symbol", 'a', 631, perEm(41, -18, 622, 500), "α"},
		{"ZapfDingbats", '!', 974, perEm(35, 72, 939, 621), "✁"},
		{"ZapfDingbats", 'l', 791, perEm(35, -14, 757, 705), "●"},
	}
	for _, tt := range tests {
		f := openFont(t, "<< /Type /Font /Subtype /Type1 /BaseFont /"+tt.font+" >>")
		g, n := f.Next([]byte{tt.code})
		if n != 1 || !near(g.Advance, tt.advance/1000) || g.Text != tt.text || g.Source != BoxMetrics {
			t.Errorf("%s %q: %+v", tt.font, tt.code, g)
		}
		if g.Box != tt.box && !nearRect(g.Box, tt.box) {
			t.Errorf("%s %q: box %v, want %v", tt.font, tt.code, g.Box, tt.box)
		}
	}
}

func TestStandardFacts(t *testing.T) {
	f := openFont(t, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-BoldItalic >>")
	d := f.Descriptor
	if !f.Standard || f.Embedded || f.Symbolic || !near(d.CapHeight, 0.669) || !near(d.XHeight, 0.462) ||
		!near(d.Ascent, 0.683) || !near(d.Descent, -0.217) || !near(d.ItalicAngle, -15) {
		t.Errorf("Times-BoldItalic: %+v", f)
	}
	if !f.Bold() || !f.Italic() || f.FixedPitch() {
		t.Error("Times-BoldItalic: wrong style")
	}
	if f := openFont(t, "<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>"); !f.Symbolic {
		t.Error("Symbol is not symbolic")
	}
}

// TestStandIn checks that a font that is nowhere still has widths.
func TestStandIn(t *testing.T) {
	f := openFont(t, "<< /Type /Font /Subtype /TrueType /BaseFont /Nowhere-Bold /FontDescriptor << /Flags 34 /Ascent 900 /Descent -200 >> >>")
	g, _ := f.Next([]byte("A"))
	if !near(g.Advance, 0.722) || g.Source != BoxDescriptor || f.Standard {
		t.Errorf("stand-in: %+v", g)
	}
}
