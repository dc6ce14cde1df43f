package font

import (
	"fmt"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

func TestType3(t *testing.T) {
	f := openFont(t, `<< /Type /Font /Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /FontBBox [0 -20 60 80]
		/FirstChar 65 /LastChar 70 /Widths [50 60 0 40 40] /Resources << /X 1 >>
		/CharProcs << /A 5 0 R /B 6 0 R /C 7 0 R /D 8 0 R /E 9 0 R >>
		/Encoding << /Differences [65 /A /B /C /D /E /F] >> >>`,
		stream("", "50 0 5 -10 45 70 d1\n5 -10 40 80 re f"), // A: a box
		stream("", "60 0 d0 0 0 10 10 re f"),                // B: none declared
		stream("", "0 0 0 0 9 9 d1 1 0 0 1 0 0 cm f"),       // C: blank
		stream("", "40 0 0 0 0 0 d1 1 1 5 5 re f"),          // D: a box without area
		stream("", "1 0 0 1 (x) nonsense"),                  // E: broken
	)
	if f.Kind != Type3 || !f.Embedded || f.Matrix != (geom.Matrix{A: .01, D: .01}) || f.Resources.Key("X").Int() != 1 {
		t.Errorf("font = %+v", f)
	}
	fontBox := func(w float64) geom.Rect { return geom.Rect{Y0: -.2, X1: w, Y1: .8} }
	tests := []struct {
		code    byte
		advance float64
		box     geom.Rect
		source  BoxSource
		proc    bool
	}{
		{'A', .5, geom.Rect{X0: .05, Y0: -.1, X1: .45, Y1: .7}, BoxOutline, true},
		{'B', .6, fontBox(.6), BoxDescriptor, true},
		{'C', 0, geom.Empty(), BoxOutline, true},
		{'D', .4, fontBox(.4), BoxDescriptor, true},
		{'E', .4, fontBox(.4), BoxDescriptor, true},
		{'F', 0, geom.Empty(), BoxOutline, false},
		{'G', 0, geom.Empty(), BoxOutline, false},
	}
	for _, tt := range tests {
		g, _ := f.Next([]byte{tt.code})
		if !near(g.Advance, tt.advance) || g.Source != tt.source || g.Proc.IsStream() != tt.proc ||
			g.Box.IsEmpty() != tt.box.IsEmpty() || !g.Box.IsEmpty() && !nearRect(g.Box, tt.box) {
			t.Errorf("%c: %+v, want %+v", tt.code, g, tt)
		}
	}
}

// TestType3Widths checks that a font without Widths takes them from its glyphs.
func TestType3Widths(t *testing.T) {
	f := openFont(t, `<< /Type /Font /Subtype /Type3 /FontMatrix [0.5 0 0 -0.5 0 0] /CharProcs << /A 5 0 R >> /Encoding << /Differences [65 /A] >> >>`,
		stream("", "1.5 0 0 0 1 1 d1 0 0 1 1 re f"))
	g, _ := f.Next([]byte("A"))
	if !near(g.Advance, .75) || !nearRect(g.Box, geom.Rect{Y0: -.5, X1: .5}) {
		t.Errorf("A = %+v", g)
	}
}

// TestBitmapFont checks the text of TeX's bitmap fonts, which have no names.
func TestBitmapFont(t *testing.T) {
	tests := []struct{ name, differences, in, want string }{
		{"OT1", "12 /a12 44 /a44 65 /a65", "A,\x0cz{", "A,fiz–"},
		{"T1", "28 /a28 44 /a44 65 /a65 ", "A,\x1cz\x15{", "A,fiz–?"},
		{"T1's dash", "21 /a21 44 /a44 65 /a65 ", "A\x15", "A–"},
		{"T1's accents", "65 /a65 97 /a97 /a98 227 /a227 233 /a233 255 /a255", "A\xe9\xe3\xff\xa0\x9c\x1b\x13\x14", "AéãßăĲff«»"},
		{"T2A", "65 /a65 209 /a209 239 /a239 232 /a232", "\xd1\xef\xe8\xf1\xee\xea\xbc\x9d\x80", "Списокё№?"},
		{"T2A among English", "65 /a65 97 /a97 /a98 /a99 /a100 /a101 /a102 /a103 224 /a224 /a225 /a226 /a227 /a228 /a229 /a230 /a231 /a232 /a233 /a234 /a235 /a236 /a237 /a238 /a239 /a240", "a\xe0", "aа"},
		{"symbols of T1", "162 /a162 214 /a214 246 /a246", "\xa2\xd6\xf6", "???"},
		{"math", "12 /a12 65 /a65", "A\x0c", "A?"},
		{"other names", "65 /a66 66 /B", "AB", "?B"},
		{"quotes", "39 /a39 96 /a96", "`'\"", "‘’?"},
		{"characters", "12 /#0C 40 /#28 44 /, 49 /1 65 /A", "A1(,\x0c{", "A1(,fi–"},
		{"escapes", "12 /#230C 40 /#2328 44 /, 65 /A", "A(,\x0c{", "A(,fi–"},
		{"dvipdfm", "12 /xc 44 /x2c 65 /x41", "A,\x0c", "A,fi"},
		{"dvipdfmx", "12 /x0C 44 /x2C 65 /x41", "A,\x0c", "A,fi"},
		{"two digits", "12 /AC 44 /B8 65 /BT 97 /CP", "Aa,\x0c", "Aa,fi"},
		{"other digits", "12 /AC 44 /B9 65 /BT", "A", "?"},
		{"other characters", "40 /#29 65 /A", "A(", "A)"},
		{"characters renumbered", "0 /. /{ /1 /;; /A /#0c", "\x00\x01\x02\x03\x04\x05", ".–1;Afi"},
		{"letters renumbered", "0 /A /B", "\x00\x01", "AB"},
		{"letters alone", "65 /A /B", "AB1", "AB?"},
		{"decimals", "12 /12 44 /44 65 /65", "A,\x0c", "A,fi"},
		{"decimals counted", "1 /1 /2 /3 65 /65", "A", "?"},
	}
	for _, tt := range tests {
		f := openFont(t, "<< /Type /Font /Subtype /Type3 /CharProcs << >> /Encoding << /Differences ["+tt.differences+"] >> >>")
		if got := texts(f, tt.in); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Ghostscript takes some names of two digits for those of characters, such as CR, which
// is the code of a c, and writes these in the ToUnicode map; other maps are right.
func TestMistakenNames(t *testing.T) {
	f := openFont(t, "<< /Type /Font /Subtype /Type3 /CharProcs << >> /ToUnicode 5 0 R /Encoding << /Differences [14 /AE 44 /B8 93 /CL 97 /CP 99 /CR] >> >>",
		stream("", "1 begincodespacerange <00> <ff> endcodespacerange 4 beginbfchar <0e> <00c6> <5d> <2104> <61> <0062> <63> <000d> endbfchar"))
	if got := texts(f, "ac\x0e]"); got != "bcffi]" {
		t.Errorf("text is %q", got)
	}
}

// Letters of a bitmap font that was numbered anew are known by their advances, which are
// here those of Computer Modern at 300 dots an inch. Numbers of glyphs say nothing.
func TestRenumberedFont(t *testing.T) {
	const names, in = "[0 /119 2 /105 /116 /104 /12 /44 /97 /110 /65]", "\x00\x02\x03\x04\x05\x06\x07\x08\x09"
	const widths = "[30 0 12 16 23 23 12 21 23 31]"
	for name, c := range map[string]struct{ names, widths, want string }{
		"codes":                {names, widths, "withfi,anA"},
		"codes of other faces": {names, "[30 0 30 30 12 12 20 23 12 16]", "?????????"},
		"numbers of glyphs":    {"[0 /1 2 /73 /84 /72 /2 /3 /65 /78 /33]", widths, "?????????"},
		"too few letters":      {"[0 /119 2 /105 /116 /104]", "[30 0 12 16 23 23]", "?????????"},
	} {
		f := openFont(t, "<< /Type /Font /Subtype /Type3 /FontMatrix [1 0 0 1 0 0] /CharProcs << >> /FirstChar 0 /Widths "+c.widths+
			" /Encoding << /Differences "+c.names+" >> >>")
		if got := texts(f, in); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TeX's typewriter fonts have all of ASCII, where other fonts have dashes.
func TestTypewriterBitmaps(t *testing.T) {
	var widths strings.Builder
	for range 128 {
		widths.WriteString(" 22")
	}
	f := openFont(t, "<< /Type /Font /Subtype /Type3 /CharProcs << >> /FirstChar 0 /Widths ["+widths.String()+
		"] /Encoding << /Differences [44 /a44 65 /a65] >> >>")
	if got := texts(f, "{<A>|_}'"); got != "{<A>|_}’" {
		t.Errorf("text is %q", got)
	}
}

// Ghostscript numbers bitmaps as it meets them: a65 is an A in TeX's fonts alone.
func TestCountedGlyphs(t *testing.T) {
	for name, c := range map[string]struct {
		first, last int
		code, want  string
	}{
		"of TeX":   {'-', 127, "A", "A"},
		"in order": {0, 127, "A", ""},
		"few":      {0, 16, "\x0c", ""},
	} {
		var procs, names strings.Builder
		for code := range c.last + 1 {
			fmt.Fprintf(&names, " /a%d", code)
			if code >= c.first {
				fmt.Fprintf(&procs, " /a%d 5 0 R", code)
			}
		}
		f := openFont(t, fmt.Sprintf("<< /Type /Font /Subtype /Type3 /FontMatrix [1 0 0 1 0 0] /CharProcs << %s >> /Encoding << /Differences [0%s] >> >>", &procs, &names),
			stream("", "9 0 0 0 9 9 d1 0 0 9 9 re f"))
		if g, _ := f.Next([]byte(c.code)); g.Text != c.want {
			t.Errorf("%s: %q is %q, want %q", name, c.code, g.Text, c.want)
		}
		if n := len(f.Stock()); n != c.last+1-c.first {
			t.Errorf("%s: %d glyphs in stock, want %d", name, n, c.last+1-c.first)
		}
	}
}
