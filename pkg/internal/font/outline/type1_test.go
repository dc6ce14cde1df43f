package outline

import (
	"bytes"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// mustParse parses a program that must be good.
func mustParse(t testing.TB, data []byte) Program {
	t.Helper()
	p, err := Parse(bytes.Clone(data))
	if err != nil {
		t.Fatalf("Parse: %v", err)
	}
	return p
}

// units returns a box of thousandths in ems.
func units(x0, y0, x1, y1 float64) geom.Rect {
	return geom.Rect{X0: x0 / 1000, Y0: y0 / 1000, X1: x1 / 1000, Y1: y1 / 1000}
}

func sameBox(a, b geom.Rect) bool {
	if a.IsEmpty() || b.IsEmpty() {
		return a.IsEmpty() && b.IsEmpty()
	}
	const eps = 1e-9
	return math.Abs(a.X0-b.X0) < eps && math.Abs(a.Y0-b.Y0) < eps && math.Abs(a.X1-b.X1) < eps && math.Abs(a.Y1-b.Y1) < eps
}

// wantBox checks the box of one glyph.
func wantBox(t *testing.T, p Program, gid int, want geom.Rect) {
	t.Helper()
	if got, err := p.Box(gid); err != nil || !sameBox(got, want) {
		t.Errorf("Box(%d) = %v, %v; want %v", gid, got, err, want)
	}
}

func wantAdvance(t *testing.T, p Program, gid int, want float64) {
	t.Helper()
	if got, ok := p.Advance(gid); !ok || math.Abs(got-want) > 1e-9 {
		t.Errorf("Advance(%d) = %v, %v; want %v", gid, got, ok, want)
	}
}

func wantGID(t *testing.T, what string, gid int, ok bool, want int) {
	t.Helper()
	if want < 0 {
		if ok {
			t.Errorf("%s finds glyph %d; want none", what, gid)
		}
	} else if !ok || gid != want {
		t.Errorf("%s = %d, %v; want %d", what, gid, ok, want)
	}
}

// aSquare draws a square of 100 units whose lower left corner is at (50, 0).
const aSquare = "50 600 hsbw 0 0 rmoveto 100 hlineto 100 vlineto -100 hlineto closepath endchar"

// type1Glyphs reports the box, in units, that each charstring draws.
var type1Glyphs = []struct {
	name, code string
	box        geom.Rect
	width      float64
}{
	{"square", aSquare, units(50, 0, 150, 100), .6},
	{"blank", "0 250 hsbw endchar", geom.Empty(), .25},
	{"only moveto", "0 250 hsbw 300 400 rmoveto closepath endchar", geom.Empty(), .25},
	{"a point", "0 250 hsbw 300 400 rmoveto 0 hlineto closepath endchar", geom.Empty(), .25},
	{"moves", "10 500 hsbw 100 hmoveto 20 vmoveto 30 40 rlineto -5 -70 rlineto closepath endchar", units(110, -10, 140, 60), .5},
	{"sbw", "10 20 700 0 sbw 0 0 rmoveto 30 40 rlineto endchar", units(10, 20, 40, 60), .7},
	// closepath leaves the current point where the last line ended (6.4)
	{"closepath", "0 500 hsbw 10 hmoveto 100 hlineto 50 vlineto closepath 10 10 rmoveto 5 hlineto 5 vlineto closepath endchar",
		units(10, 0, 125, 65), .5},
	// the curve through (0,0) (0,400) (400,400) (400,0) rises to three quarters of 400
	{"rrcurveto", "0 500 hsbw 0 hmoveto 0 400 400 0 0 -400 rrcurveto closepath endchar", units(0, 0, 400, 300), .5},
	{"vhcurveto", "0 500 hsbw 0 hmoveto 400 100 -100 100 vhcurveto closepath endchar", units(0, 0, 200, 2800.0/9), .5},
	{"hvcurveto", "0 500 hsbw 0 hmoveto 100 50 60 70 hvcurveto closepath endchar", units(0, 0, 150, 130), .5},
	{"div", "0 1001 2 div hsbw 0 hmoveto 25 2 div hlineto 10 vlineto closepath endchar", units(0, 0, 12.5, 10), .5005},
	{"big number", "0 500 hsbw 0 hmoveto 40000 hlineto 10 vlineto closepath endchar", units(0, 0, 40000, 10), .5},
	{"negative", "0 500 hsbw -500 -1000 rmoveto 200 hlineto 10 vlineto closepath endchar", units(-500, -1000, -300, -990), .5},
	{"hints", "0 500 hsbw 0 20 hstem 10 30 vstem 0 1 2 3 4 5 hstem3 0 1 2 3 4 5 vstem3 dotsection 0 hmoveto 7 8 rlineto closepath endchar",
		units(0, 0, 7, 8), .5},
	{"hint replacement", "0 500 hsbw 0 hmoveto 3 4 callsubr 7 8 rlineto closepath endchar", units(0, 0, 7, 8), .5},
	{"counter control", "0 500 hsbw 1 2 3 4 4 12 callothersubr 5 1 13 callothersubr 0 hmoveto 7 8 rlineto closepath endchar", units(0, 0, 7, 8), .5},
	{"unknown othersubr", "0 500 hsbw 0 hmoveto 7 8 2 99 callothersubr pop pop rlineto closepath endchar", units(0, 0, 7, 8), .5},
	{"subr", "0 500 hsbw 0 hmoveto 5 callsubr closepath endchar", units(0, 0, 30, 40), .5},
	{"no endchar", "0 500 hsbw 0 hmoveto 7 8 rlineto closepath", units(0, 0, 7, 8), .5},
	// a flex from (0,0) over (50,10) to (100,0): two curves that meet at the middle
	{"flex", "0 500 hsbw 0 hmoveto 1 callsubr 50 0 rmoveto 2 callsubr -30 0 rmoveto 2 callsubr 20 10 rmoveto 2 callsubr " +
		"10 0 rmoveto 2 callsubr 10 0 rmoveto 2 callsubr 20 -10 rmoveto 2 callsubr 20 0 rmoveto 2 callsubr " +
		"50 100 0 0 callsubr -200 vlineto closepath endchar", units(0, -200, 100, 10), .5},
	{"setcurrentpoint", "0 500 hsbw 100 100 setcurrentpoint 10 hmoveto 5 5 rlineto endchar", units(110, 100, 115, 105), .5},
	// asb 50: the accent's own bearing; it moves by adx + sb − asb = 200 and ady 300
	{"seac", "20 500 hsbw 50 230 300 65 193 seac", units(20, 0, 320, 400), .5},
	{"seac beside", "20 500 hsbw 50 430 300 65 193 seac", units(20, 0, 460, 400), .5},        // the accent moves by 400
	{"seac before", "20 500 hsbw 50 -170 -300 65 193 seac", units(-150, -300, 320, 200), .5}, // and by -200
}

func type1Font() type1Source {
	src := type1Source{subrs: append(standardSubrs[:5:5], "6 callsubr return", "30 40 rlineto return")}
	for _, g := range type1Glyphs {
		src.glyphs = append(src.glyphs, [2]string{strings.ReplaceAll(g.name, " ", ""), g.code})
	}
	src.glyphs = append(src.glyphs,
		[2]string{"A", "20 500 hsbw 0 hmoveto 300 hlineto 200 vlineto closepath endchar"},
		[2]string{"grave", "50 300 hsbw 0 hmoveto 10 hlineto 100 vlineto closepath endchar"})
	return src
}

func TestType1Glyphs(t *testing.T) {
	p := mustParse(t, type1Font().bytes())
	for gid, g := range type1Glyphs {
		t.Run(g.name, func(t *testing.T) {
			wantBox(t, p, gid, g.box)
			wantAdvance(t, p, gid, g.width)
		})
	}
}

// TestType1Forms writes one font in every form that is met.
func TestType1Forms(t *testing.T) {
	forms := map[string]func(*type1Source){
		"PDF":              func(s *type1Source) {},
		"hex":              func(s *type1Source) { s.format = "hex" },
		"upper case hex":   func(s *type1Source) { s.format = "HEX" },
		"PFB":              func(s *type1Source) { s.format = "pfb" },
		"not encrypted":    func(s *type1Source) { s.format = "plain" },
		"CR":               func(s *type1Source) { s.eexec = "\r" },
		"CR LF":            func(s *type1Source) { s.eexec = "\r\n" },
		"blank":            func(s *type1Source) { s.eexec = " " },
		"lenIV 0":          func(s *type1Source) { s.lenIV = noRandom },
		"lenIV 1":          func(s *type1Source) { s.lenIV = 1 },
		"lenIV -1":         func(s *type1Source) { s.lenIV = -1 },
		"other names":      func(s *type1Source) { s.rd, s.nd = "-|", "|-" },
		"mentions eexec":   func(s *type1Source) { s.header = "systemdict /eexec known not {quit} if\n% eexec follows\n" },
		"junk in front":    func(s *type1Source) { s.header = "" },
		"mentions strings": func(s *type1Source) { s.private = "/CharStrings get pop /Subrs 0 array def\n" },
	}
	for name, change := range forms {
		t.Run(name, func(t *testing.T) {
			src := type1Font()
			change(&src)
			data := src.bytes()
			if name == "junk in front" {
				data = append([]byte("\r\n "), data...)
			}
			p := mustParse(t, data)
			if p.NumGlyphs() != len(src.glyphs) {
				t.Fatalf("%d glyphs, want %d", p.NumGlyphs(), len(src.glyphs))
			}
			for gid, g := range type1Glyphs {
				wantBox(t, p, gid, g.box)
			}
		})
	}
}

func TestType1Names(t *testing.T) {
	p := mustParse(t, type1Source{
		glyphs: [][2]string{{".notdef", aSquare}, {"A", aSquare}, {"f_f.alt", aSquare}, {"A", aSquare}},
	}.bytes())
	for name, want := range map[string]int{"A": 1, "f_f.alt": 2, ".notdef": 0, "B": -1, "": -1} {
		gid, ok := p.ByName(name)
		wantGID(t, "ByName "+name, gid, ok, want)
	}
	for gid, want := range map[int]string{0: ".notdef", 2: "f_f.alt", 4: "", -1: ""} {
		if got := p.Name(gid); got != want {
			t.Errorf("Name(%d) = %q, want %q", gid, got, want)
		}
	}
	gid, ok := p.ByCID(3)
	wantGID(t, "ByCID 3", gid, ok, 3)
	gid, ok = p.ByCID(4)
	wantGID(t, "ByCID 4", gid, ok, -1)
	gid, ok = p.ByRune('A')
	wantGID(t, "ByRune A", gid, ok, -1)
}

func TestType1Encodings(t *testing.T) {
	glyphs := [][2]string{{".notdef", aSquare}, {"A", aSquare}, {"quoteright", aSquare}, {"germandbls", aSquare}}
	cases := map[string]struct {
		encoding string
		want     map[byte]int
	}{
		"standard": {"StandardEncoding def", map[byte]int{65: 1, 39: 2, 251: 3, 66: -1, 0: -1}},
		"puts": {"256 array\n0 1 255 {1 index exch /.notdef put} for\ndup 10 /A put\ndup 8#101 /germandbls put\ndup 16#Ff /quoteright put\n" +
			"dup 12 /.notdef put\ndup 300 /A put\nreadonly def", map[byte]int{10: 1, 65: 3, 255: 2, 12: -1, 44: -1}},
		"no blanks": {"256 array dup 65/A put dup 66/germandbls put def dup 67/A put", map[byte]int{65: 1, 66: 3, 67: -1}},
		"comments":  {"256 array % dup 64 /A put\ndup 65 /A put % the first\ndup 66 /germandbls put readonly def", map[byte]int{64: -1, 65: 1, 66: 3}},
		"array":     {"[ /.notdef /A /germandbls ] def", map[byte]int{0: -1, 1: 1, 2: 3, 3: -1}},
		"unknown":   {"FunnyEncoding def", map[byte]int{65: -1}},
		"broken":    {"256 array dup /A put dup 65 66 put dup 66 /A put def", map[byte]int{65: -1, 66: 1}},
	}
	for name, c := range cases {
		p := mustParse(t, type1Source{glyphs: glyphs, encoding: c.encoding}.bytes())
		for code, want := range c.want {
			gid, ok := p.ByCode(code)
			wantGID(t, name+" encoding", gid, ok, want)
		}
	}
}

// TestType1Matrix: the box of a slanted glyph is that of its slanted outline.
func TestType1Matrix(t *testing.T) {
	src := type1Source{
		glyphs: [][2]string{{"triangle", "0 500 hsbw 0 hmoveto 100 hlineto -100 200 rlineto closepath endchar"}},
		matrix: "[0.0005 0 0.00025 0.001 0.1 0.2]",
	}
	p := mustParse(t, src.bytes())
	wantBox(t, p, 0, geom.Rect{X0: .1, Y0: .2, X1: .15, Y1: .4})
	wantAdvance(t, p, 0, .25)
	for _, bad := range []string{"[0 0 0 0 0 0]", "[1 0 0 1 0 0]", "[0.001 0]", "{0.001 0 0 x}", "0.001", "[1e300 0 0 1e300 0 0]", "[NaN 0 0 Inf 0 0]"} {
		src.matrix = bad
		wantBox(t, mustParse(t, src.bytes()), 0, units(0, 0, 100, 200))
	}
}

// TestType1Masters: an instance of a multiple master font blends its designs.
func TestType1Masters(t *testing.T) {
	p := mustParse(t, type1Source{
		header: "/WeightVector [0.25 0.75] def\n",
		glyphs: [][2]string{
			{"one", "0 500 hsbw 0 hmoveto 100 40 2 14 callothersubr pop hlineto 10 vlineto closepath endchar"},
			{"two", "0 500 hsbw 0 hmoveto 100 200 40 -40 4 15 callothersubr pop pop rlineto closepath endchar"},
			{"wrong", "0 500 hsbw 1 2 3 3 14 callothersubr pop hmoveto endchar"},
		},
	}.bytes())
	wantBox(t, p, 0, units(0, 0, 130, 10))
	wantBox(t, p, 1, units(0, 0, 130, 170))
	wantBroken(t, p, 2)
}

// TestType1Synthetic: the key CharStrings is in the font more than once, and
// Subrs too (10.3, 8.5); the first whole dictionary counts.
func TestType1Synthetic(t *testing.T) {
	src := type1Source{
		glyphs:  [][2]string{{"A", "0 500 hsbw 0 hmoveto 0 callsubr closepath endchar"}, {"B", aSquare}},
		subrs:   []string{"30 40 rlineto return"},
		private: "/Subrs 1 array hires{userdict /x get}if\n/CharStrings 1 dict dup begin end\n",
	}
	p := mustParse(t, src.bytes())
	if p.NumGlyphs() != 2 {
		t.Fatalf("%d glyphs", p.NumGlyphs())
	}
	wantBox(t, p, 0, units(0, 0, 30, 40))
}

func wantBroken(t *testing.T, p Program, gid int) {
	t.Helper()
	if box, err := p.Box(gid); !errors.Is(err, ErrGlyph) || !box.IsEmpty() {
		t.Errorf("Box(%d) = %v, %v; want ErrGlyph", gid, box, err)
	}
}

// TestType1Broken: a damaged glyph is an error of its own, and its neighbours are
// read.
func TestType1Broken(t *testing.T) {
	broken := []string{
		"0 500 hsbw 1 rlineto endchar",                     // too few operands
		"0 500 hsbw 99 callsubr endchar",                   // no such subroutine
		"0 500 hsbw callsubr endchar",                      // no number
		"0 500 hsbw -1 callsubr endchar",                   // a negative one
		"0 500 hsbw pop endchar",                           // nothing to pop
		"0 500 hsbw 7 99 callothersubr endchar",            // operands that are not there
		"0 500 hsbw callothersubr endchar",                 // none at all
		"0 500 hsbw 0 2 callothersubr endchar",             // flex point without flex
		"0 500 hsbw 0 1 callothersubr 3 0 0 callothersubr", // flex without points
		"0 500 hsbw 0 0 0 0 65 66 seac",                    // no base
		"0 500 hsbw 0 0 0 300 -5 seac",                     // no codes
		"0 500 hsbw 0 0 0 67 67 seac",                      // an accented character in itself
		"0 500 hsbw 1 2 seac",
		"1 2 sbw", "1 setcurrentpoint", "1 div", "1 hsbw",
		"0 500 hsbw #0f",     // unknown command
		"0 500 hsbw #0cff",   // unknown command of two bytes
		"0 500 hsbw #0c",     // half a command
		"0 500 hsbw #ff0000", // half a number
		"0 500 hsbw #f7",
	}
	src := type1Source{}
	for range broken {
		src.glyphs = append(src.glyphs, [2]string{"x", ""})
	}
	for i, code := range broken {
		src.glyphs[i] = [2]string{"x", code}
	}
	src.glyphs = append(src.glyphs, [2]string{"B", aSquare}, [2]string{"C", "0 500 hsbw 0 0 0 67 67 seac"})
	p := mustParse(t, src.bytes())
	for gid := range broken {
		wantBroken(t, p, gid)
		wantBox(t, p, len(broken), units(50, 0, 150, 100))
	}
	wantBroken(t, p, -1)
	wantBroken(t, p, p.NumGlyphs())
	for _, gid := range []int{-1, p.NumGlyphs(), len(broken) - 6} {
		if _, ok := p.Advance(gid); ok {
			t.Errorf("glyph %d has an advance", gid)
		}
	}
}

// TestType1Truncated: a font that breaks off gives the glyphs before the break.
func TestType1Truncated(t *testing.T) {
	src := type1Source{glyphs: [][2]string{{"A", aSquare}, {"B", aSquare}, {"C", aSquare}}}
	whole := src.bytes()
	most := 0
	for n := len(whole); n >= 0; n-- {
		p, err := Parse(bytes.Clone(whole[:n]))
		if err != nil {
			continue
		}
		most = max(most, p.NumGlyphs())
		for gid := range p.NumGlyphs() {
			wantBox(t, p, gid, units(50, 0, 150, 100))
		}
		if p.NumGlyphs() == 1 {
			return
		}
	}
	t.Errorf("no break left one glyph; most %d", most)
}

// TestType1SparseSubrs: subsets keep only some of the subroutines, in any order.
func TestType1SparseSubrs(t *testing.T) {
	src := type1Source{glyphs: [][2]string{{"A", "0 500 hsbw 0 hmoveto 70 callsubr 900 callsubr closepath endchar"}, {"B", "0 500 hsbw 71 callsubr"}}}
	entry := func(n, words string) string {
		code := src.code(words)
		return "dup " + n + " " + itoa(len(code)) + " RD " + string(code) + " noaccess put\n"
	}
	src.private = "/Subrs 1000 array\n" + entry("900", "0 40 rlineto return") + entry("70", "30 0 rlineto return") + "noaccess def\n"
	p := mustParse(t, src.bytes())
	wantBox(t, p, 0, units(0, 0, 30, 40))
	wantBroken(t, p, 1)
}

func TestInteger(t *testing.T) {
	for word, want := range map[string]int{"65": 65, "-3": -3, "8#101": 65, "16#fF": 255, "2#101": 5, "36#z": 35} {
		if got, ok := integer([]byte(word)); !ok || got != want {
			t.Errorf("integer(%q) = %d, %v; want %d", word, got, ok, want)
		}
	}
	for _, word := range []string{"", "x", "1#0", "37#1", "8#9", "#1", "99999999999", "1.5", "8#"} {
		if n, ok := integer([]byte(word)); ok {
			t.Errorf("integer(%q) = %d", word, n)
		}
	}
}
