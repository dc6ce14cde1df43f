package font

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/font/fonttest"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// type0 returns a Type 0 font's dictionary around a CIDFont with entries.
func type0(encoding, entries string) string {
	return "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Some-Identity-H /Encoding " + encoding +
		" /DescendantFonts [<< /Type /Font /BaseFont /ABCDEF+Some " + entries + " >>] >>"
}

func TestIdentity(t *testing.T) {
	f := openFont(t, type0("/Identity-H", "/Subtype /CIDFontType2 /DW 750 /W [1 [500 600.5] 10 12 250 11 [300] 70000 [1] -1 [7 8]]"))
	if f.Name != "Some" || f.Kind != CIDType2 || f.Vertical || f.Approximate {
		t.Errorf("font = %+v", f)
	}
	want := map[string]float64{
		"\x00\x00": 8, "\x00\x01": 500, "\x00\x02": 600.5, "\x00\x03": 750, "\x00\x0a": 250, "\x00\x0b": 300, "\x00\x0c": 250, "\xff\xff": 750,
	}
	for s, w := range want {
		g, n := f.Next([]byte(s))
		if n != 2 || !near(g.Advance, w/1000) || g.CID != int(bigEndian([]byte(s))) || g.Space {
			t.Errorf("%x: %d bytes, %+v; want %v", s, n, g, w)
		}
	}
	if g, n := f.Next([]byte{' '}); n != 1 || !g.Space {
		t.Errorf("a single byte: %d, %+v", n, g)
	}
}

func TestVertical(t *testing.T) {
	f := openFont(t, type0("/Identity-V", "/Subtype /CIDFontType0 /DW 1000 /W [2 [600]] /DW2 [800 -900] /W2 [5 [-500 250 772] 7 9 -450 300 700]"))
	tests := []struct {
		code    string
		advance float64
		origin  geom.Point
	}{
		{"\x00\x01", -0.9, geom.Point{X: 0.5, Y: 0.8}},
		{"\x00\x02", -0.9, geom.Point{X: 0.3, Y: 0.8}},
		{"\x00\x05", -0.5, geom.Point{X: 0.25, Y: 0.772}},
		{"\x00\x08", -0.45, geom.Point{X: 0.3, Y: 0.7}},
	}
	for _, tt := range tests {
		g, _ := f.Next([]byte(tt.code))
		if !near(g.Advance, tt.advance) || !near(g.Origin.X, tt.origin.X) || !near(g.Origin.Y, tt.origin.Y) {
			t.Errorf("%x: %+v, want %v %v", tt.code, g, tt.advance, tt.origin)
		}
	}
	if !f.Vertical {
		t.Error("not vertical")
	}
}

func TestEmbeddedCMap(t *testing.T) {
	base := stream("/Type /CMap /CMapName /Base", "1 begincodespacerange <00> <7F> endcodespacerange 1 begincidrange <20> <7E> 1 endcidrange")
	cmap := stream("/Type /CMap /CMapName /Top /UseCMap 6 0 R", `/WMode 1 def
		2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange
		1 begincidchar <41> 500 endcidchar 1 begincidrange <8000> <80FF> 1000 endcidrange`)
	f := openFont(t, type0("5 0 R", "/Subtype /CIDFontType0"), cmap, base)
	var cids, lengths []int
	for s := []byte("AB\x80\x05\xff\xff "); len(s) > 0; {
		g, n := f.Next(s)
		cids, lengths, s = append(cids, g.CID), append(lengths, n), s[n:]
	}
	if !slices.Equal(cids, []int{500, 35, 1005, 0, 1}) || !slices.Equal(lengths, []int{1, 1, 2, 2, 1}) || !f.Vertical {
		t.Errorf("cids %v, lengths %v, vertical %v", cids, lengths, f.Vertical)
	}
}

func TestCMapLoop(t *testing.T) {
	f := openFont(t, type0("5 0 R", "/Subtype /CIDFontType0"), stream("/UseCMap 5 0 R", "1 begincidchar <41> 5 endcidchar"))
	if g, n := f.Next([]byte("\x00A")); n != 2 || g.CID != 5 {
		t.Errorf("%d, %+v", n, g)
	}
}

func TestPredefinedCMaps(t *testing.T) {
	tests := []struct {
		cmap, in string
		lengths  []int
		cids     []int
		text     string
	}{
		{"UniGB-UCS2-H", "\x00A\x4e\x2d", []int{2, 2}, []int{34, 4559}, "A中"},
		{"UniJIS-UTF16-H", "\x00A\xd8\x40\xdc\x0b\x30\x42", []int{2, 4, 2}, []int{34, 13839, 843}, "A𠀋あ"},
		{"UniJIS2004-UTF8-H", "\xe4\xba\x9c", []int{3}, []int{1125}, "亜"},
		{"UniJIS-UCS2-HW-H", "\x00A\x30\x42", []int{2, 2}, []int{264, 843}, "Aあ"},
		{"UniCNS-UTF8-H", "A\xe4\xb8\xad", []int{1, 3}, []int{34, 661}, "A中"},
		{"UniKS-UTF32-V", "\x00\x00\x00A", []int{4}, []int{34}, "A"},
		{"UniAKR-UTF16-H", "\xac\x00", []int{2}, []int{221}, "가"},
		{"90ms-RKSJ-H", "A\x82\xa0\xb1", []int{1, 2, 1}, []int{264, 843, 343}, "Aあｱ"},
		{"90msp-RKSJ-H", "A\x82\xa0", []int{1, 2}, []int{34, 843}, "Aあ"},
		{"90pv-RKSJ-H", "A\x82\xa0", []int{1, 2}, []int{34, 843}, "Aあ"},
		{"83pv-RKSJ-H", "\x82\xa0", []int{2}, []int{843}, "あ"},
		{"Add-RKSJ-H", "\x82\xa0", []int{2}, []int{843}, "あ"},
		{"Ext-RKSJ-V", "\x82\xa0", []int{2}, []int{843}, "あ"},
		{"GB-EUC-H", "A\xd6\xd0", []int{1, 2}, []int{846, 4559}, "A中"},
		{"GBpc-EUC-H", "A\xd6\xd0", []int{1, 2}, []int{34, 4559}, "A中"},
		{"GBK-EUC-H", "A \x81\x40", []int{1, 1, 2}, []int{846, 7716, 10072}, "A 丂"},
		{"GBKp-EUC-H", "A\xd6\xd0", []int{1, 2}, []int{34, 4559}, "A中"},
		{"GBK2K-V", "\x81\x39\xee\x39A", []int{4, 1}, []int{22529, 34}, "㐀A"},
		{"KSCms-UHC-H", "A\xb0\xa1", []int{1, 2}, []int{34, 1086}, "A가"},
		{"KSCms-UHC-HW-H", "A\xb0\xa1", []int{1, 2}, []int{8127, 1086}, "A가"},
		{"KSC-EUC-H", "\xb0\xa1", []int{2}, []int{1086}, "가"},
		{"KSCpc-EUC-H", "\xb0\xa1", []int{2}, []int{1086}, "가"},
		{"ETen-B5-H", "A\xa4\x40", []int{1, 2}, []int{13681, 595}, "A一"},
		{"ETenms-B5-H", "A\xa4\x40", []int{1, 2}, []int{34, 595}, "A一"},
		{"B5pc-H", "\xa4\x40", []int{2}, []int{595}, "一"},
		{"HKscs-B5-H", "\xa4\x40", []int{2}, []int{595}, "一"},
		{"CNS-EUC-H", "A\x8e\xa1\xa1\xa1\xa4\xa4", []int{1, 4, 2}, []int{13681, 99, 336}, "A\u3000３"},
		{"EUC-H", "A\x8e\xb1\xa4\xa2", []int{1, 2, 2}, []int{264, 343, 843}, "Aｱあ"},
		{"H", "\x30\x21\x30\x22\x7e\x7e", []int{2, 2, 2}, []int{1125, 1126, -1}, "亜唖?"},
	}
	for _, tt := range tests {
		f := openFont(t, type0("/"+tt.cmap, "/Subtype /CIDFontType0 /DW 1000"))
		var lengths, cids []int
		for s := []byte(tt.in); len(s) > 0; {
			g, n := f.Next(s)
			lengths, cids, s = append(lengths, n), append(cids, g.CID), s[n:]
		}
		if !slices.Equal(lengths, tt.lengths) || !slices.Equal(cids, tt.cids) || texts(f, tt.in) != tt.text {
			t.Errorf("%s: lengths %v, CIDs %v, text %q", tt.cmap, lengths, cids, texts(f, tt.in))
		}
		if f.Approximate || f.Vertical != strings.HasSuffix(tt.cmap, "V") {
			t.Errorf("%s: approximate %v, vertical %v", tt.cmap, f.Approximate, f.Vertical)
		}
	}
}

// TestUnknownCMaps checks CMaps that ISO 32000-2 does not list: what their codes are
// stays unknown, and is never guessed.
func TestUnknownCMaps(t *testing.T) {
	for cmap, in := range map[string]string{
		"KSC-Johab-H": "A\xb0\xa1", "GBT-EUC-H": "A\xd6\xd0", "78-EUC-H": "A\xa4\xa2", "78-RKSJ-H": "A\x82\xa0", "UniHojo-UCS2-H": "\x00A\x4e\x02",
	} {
		f := openFont(t, type0("/"+cmap, "/Subtype /CIDFontType0 /DW 1000 /CIDSystemInfo << /Ordering (GB1) >>"))
		got := glyphs(f, in)
		if !f.Approximate || len(got) != 2 || got[0].Text != "A" || got[1].CID != -1 {
			t.Errorf("%s: %+v, %+v", cmap, f, got)
		}
	}
}

// TestCollectionText checks CIDs of a character collection without ToUnicode.
func TestCollectionText(t *testing.T) {
	tests := []struct{ ordering, in, want string }{
		{"Japan1", "\x00\x22\x00\x01\x04\x65\xff\xff", "A 亜?"},
		{"GB1", "\x11\xcf", "中"},
		{"CNS1", "\x02\x95", "中"},
		{"Korea1", "\x04\x3e", "가"},
		{"KR", "\x00\xdd", "가"},
		{"Identity", "\x11\xcf", "?"},
	}
	for _, tt := range tests {
		f := openFont(t, type0("/Identity-H", "/Subtype /CIDFontType0 /CIDSystemInfo << /Registry (Adobe) /Ordering ("+tt.ordering+") /Supplement 6 >>"))
		if got := texts(f, tt.in); got != tt.want {
			t.Errorf("%s: text %q, want %q", tt.ordering, got, tt.want)
		}
	}
}

// TestProgramText checks that the embedded program's cmap tells the characters of
// glyphs that nothing else does, Chinese ones too.
func TestProgramText(t *testing.T) {
	b := pdftest.New()
	simple := &fonttest.Font{Name: "Some", UnitsPerEm: 1000, Letters: []fonttest.Letter{{Rune: 'a', Advance: 500, Height: 400}, {Rune: '中', Advance: 1000, Height: 800}}}
	descriptor := simple.Add(b) - 1 // the object before the font
	b.AddPage(pdftest.Page{Resources: "/Font << /F1 " + type0("/Identity-H", fmt.Sprintf("/Subtype /CIDFontType2 /FontDescriptor %d 0 R", descriptor)) + " >>"})
	doc, err := pdf.Open(context.Background(), b.Bytes(), pdf.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	f := Load(doc.Pages()[0].Resources.Key("Font").Key("F1"))
	if got := texts(f, "\x00\x01\x00\x02\x00\x03"); got != "a中?" {
		t.Errorf("text %q", got)
	}
}

func TestWidthsCap(t *testing.T) {
	w := strings.Repeat("0 65535 500 ", maxWidths/65536+1)
	f := openFont(t, type0("/Identity-H", fmt.Sprintf("/Subtype /CIDFontType2 /W [%s]", w)))
	if f.Err() == nil || !strings.Contains(f.Err().Error(), "maxWidths") {
		t.Errorf("Err() = %v", f.Err())
	}
}

// TestGlyphCap checks that codes which are not two bytes long cannot fill the
// memory.
func TestGlyphCap(t *testing.T) {
	f := openFont(t, type0("/UniGB-UTF32-H", "/Subtype /CIDFontType0"))
	for i := range maxCachedGlyphs + 100 {
		f.Next([]byte{0, byte(i >> 16), byte(i >> 8), byte(i)})
	}
	if n := len(f.composite.others); n > maxCachedGlyphs {
		t.Errorf("%d glyphs are kept", n)
	}
}
