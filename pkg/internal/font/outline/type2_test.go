package outline

import (
	"bytes"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// type2Glyphs reports the box, in units, that each charstring draws, and its width:
// nominalWidthX is 600, defaultWidthX 500.
var type2Glyphs = []struct {
	name, code string
	box        geom.Rect
	width      float64
}{
	{"blank", "endchar", geom.Empty(), 500},
	{"blank with width", "-100 endchar", geom.Empty(), 500},
	{"only moveto", "10 20 30 rmoveto endchar", geom.Empty(), 610},
	{"rmoveto", "10 20 rmoveto 5 6 rlineto endchar", units(10, 20, 15, 26), 500},
	{"rmoveto with width", "50 10 20 rmoveto 5 6 rlineto endchar", units(10, 20, 15, 26), 650},
	{"hmoveto", "10 hmoveto 5 6 rlineto endchar", units(10, 0, 15, 6), 500},
	{"hmoveto with width", "-50 10 hmoveto 5 6 rlineto endchar", units(10, 0, 15, 6), 550},
	{"vmoveto", "10 vmoveto 5 6 rlineto endchar", units(0, 10, 5, 16), 500},
	{"vmoveto with width", "1 10 vmoveto 5 6 rlineto endchar", units(0, 10, 5, 16), 601},
	{"second contour", "10 hmoveto 5 6 rlineto 1 2 rmoveto 3 4 rlineto endchar", units(10, 0, 19, 12), 500},
	{"rlineto", "0 hmoveto 10 20 30 -40 -100 5 rlineto endchar", units(-60, -20, 40, 20), 500},
	{"hlineto", "0 hmoveto 10 20 -30 40 hlineto endchar", units(-20, 0, 10, 60), 500},
	{"vlineto", "0 hmoveto 10 20 -30 vlineto endchar", units(0, -20, 20, 10), 500},
	{"rrcurveto", "0 hmoveto 0 400 400 0 0 -400 0 -400 400 0 0 400 rrcurveto endchar", units(0, -300, 800, 300), 500},
	{"rcurveline", "0 hmoveto 0 400 400 0 0 -400 50 60 rcurveline endchar", units(0, 0, 450, 300), 500},
	{"rlinecurve", "0 hmoveto 50 60 -50 -60 0 400 400 0 0 -400 rlinecurve endchar", units(0, 0, 400, 300), 500},
	{"hhcurveto", "0 hmoveto 100 50 60 70 hhcurveto endchar", units(0, 0, 220, 60), 500},
	{"hhcurveto dy1", "0 hmoveto 10 100 50 60 70 80 10 -20 30 hhcurveto endchar", units(0, 0, 340, 70), 500},
	{"vvcurveto", "0 hmoveto 100 50 60 70 vvcurveto endchar", units(0, 0, 50, 230), 500},
	{"vvcurveto dx1", "0 hmoveto 10 100 50 60 70 vvcurveto endchar", units(0, 0, 60, 230), 500},
	{"hvcurveto", "0 hmoveto 100 50 60 70 hvcurveto endchar", units(0, 0, 150, 130), 500},
	{"hvcurveto bent", "0 hmoveto 100 50 60 70 20 hvcurveto endchar", units(0, 0, 170, 130), 500},
	{"hvcurveto twice", "0 hmoveto 100 50 60 70 80 90 10 110 hvcurveto endchar", units(0, 0, 350, 220), 500},
	{"hvcurveto twice bent", "0 hmoveto 100 50 60 70 80 90 10 110 5 hvcurveto endchar", units(0, 0, 350, 225), 500},
	{"vhcurveto", "0 hmoveto 100 50 60 70 vhcurveto endchar", units(0, 0, 120, 160), 500},
	{"vhcurveto bent", "0 hmoveto 100 50 60 70 20 vhcurveto endchar", units(0, 0, 120, 180), 500},
	{"vhcurveto thrice", "0 hmoveto 10 20 30 40 50 60 70 80 90 10 11 12 vhcurveto endchar", units(0, 0, 192, 291), 500},

	{"hstem with width", "7 10 20 hstem 0 hmoveto 5 6 rlineto endchar", units(0, 0, 5, 6), 607},
	{"stems", "10 20 hstem 1 2 3 4 vstem 0 hmoveto 5 6 rlineto endchar", units(0, 0, 5, 6), 500},
	{"hintmask", "7 10 20 hstemhm 1 2 3 4 vstemhm hintmask #e0 0 hmoveto 5 6 rlineto hintmask #a0 7 8 rlineto endchar", units(0, 0, 12, 14), 607},
	// operands before a mask are a vstem left out: nine stems need two bytes
	{"implicit vstem", "10 20 hstemhm 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 hintmask #0e15 0 hmoveto 5 6 rlineto endchar", units(0, 0, 5, 6), 500},
	{"mask first", "9 1 2 cntrmask #80 0 hmoveto 5 6 rlineto endchar", units(0, 0, 5, 6), 609},
	{"mask without stems", "hintmask 0 hmoveto 5 6 rlineto endchar", units(0, 0, 5, 6), 500},

	{"flex", "0 hmoveto 10 0 10 10 10 0 10 0 10 -10 10 0 50 flex endchar", units(0, 0, 60, 10), 500},
	{"hflex", "0 hmoveto 10 10 10 10 10 10 10 hflex 0 -5 rlineto endchar", units(0, -5, 60, 10), 500},
	{"hflex1", "0 hmoveto 10 4 10 6 10 10 10 -6 10 hflex1 0 -5 rlineto endchar", units(0, -5, 60, 10), 500},
	// ends at its height of start, as it is wider than high, and the other way
	{"flex1 wide", "0 hmoveto 10 4 10 6 10 0 10 0 10 -6 10 flex1 0 -5 rlineto endchar", units(0, -5, 60, 10), 500},
	{"flex1 high", "0 hmoveto 4 10 6 10 0 10 0 10 -6 10 10 flex1 -5 0 rlineto endchar", units(-5, 0, 10, 60), 500},

	{"fraction", "0 hmoveto 10.5 20.25 rlineto endchar", units(0, 0, 10.5, 20.25), 500},
	{"big numbers", "0 hmoveto 1000 -1131 rlineto 2000 -3000 rlineto endchar", units(0, -4131, 3000, 0), 500},
	{"arithmetic", "0 hmoveto 3 4 add 10 4 sub rlineto 20 8 div 3 7 mul rlineto endchar", units(0, 0, 9.5, 27), 500},
	{"abs neg sqrt", "0 hmoveto -3 abs 4 neg rlineto 49 sqrt 10 rlineto endchar", units(0, -4, 10, 6), 500},
	{"and or not eq", "0 hmoveto 1 2 and 0 3 or add 0 not add 5 5 eq add 10 rlineto endchar", units(0, 0, 4, 10), 500},
	{"falsehoods", "0 hmoveto 1 0 and 0 0 or add 5 not add 5 6 eq add 10 rlineto endchar", units(0, 0, 0, 10), 500},
	{"drop dup exch", "0 hmoveto 7 9 drop dup rlineto 1 20 exch rlineto endchar", units(0, 0, 27, 8), 500},
	{"index", "0 hmoveto 7 8 1 index 1 index rlineto endchar", units(0, 0, 14, 16), 500},
	{"negative index", "0 hmoveto 7 8 -3 index 9 rlineto endchar", units(0, 0, 15, 17), 500},
	{"roll", "0 hmoveto 1 20 300 3 1 roll drop drop 5 rlineto endchar", units(0, 0, 300, 5), 500},
	{"roll down", "0 hmoveto 1 20 300 3 -1 roll drop drop 5 rlineto endchar", units(0, 0, 20, 5), 500},
	{"put get", "0 hmoveto 42 31 put 31 get 5 rlineto endchar", units(0, 0, 42, 5), 500},
	{"ifelse", "0 hmoveto 11 22 1 2 ifelse 11 22 2 1 ifelse rlineto endchar", units(0, 0, 11, 22), 500},
	{"ifelse equal", "0 hmoveto 11 22 2 2 ifelse 3 rlineto endchar", units(0, 0, 11, 3), 500},
	{"random", "0 hmoveto random 0 mul 7 add 3 rlineto endchar", units(0, 0, 7, 3), 500},
	{"dotsection", "0 hmoveto dotsection 5 6 rlineto dotsection endchar", units(0, 0, 5, 6), 500},

	{"subrs", "0 hmoveto -107 callsubr -107 callgsubr endchar", units(0, 0, 33, 44), 500},
	{"endchar in a subr", "0 hmoveto 5 6 rlineto -106 callsubr 50 50 rlineto", units(0, 0, 5, 6), 500},
	{"width in a subr", "-105 callsubr 5 6 rlineto endchar", units(10, 0, 15, 6), 650},
	{"no endchar", "0 hmoveto 5 6 rlineto", units(0, 0, 5, 6), 500},
	// A (0,0)-(300,200) with an accent of (0,0)-(10,100) at (200, 300)
	{"accented", "200 300 65 193 endchar", units(0, 0, 300, 400), 500},
	{"accented with width", "33 200 300 65 193 endchar", units(0, 0, 300, 400), 633},
	{"accented beside", "400 300 65 193 endchar", units(0, 0, 410, 400), 500},
	{"accented before", "-200 -300 65 193 endchar", units(-200, -300, 300, 200), 500},
}

var type2Private = fdSource{
	subrs:        []string{"30 40 rlineto return", "endchar", "50 10 hmoveto return"},
	defaultWidth: 500, nominal: 600,
}

// type2Font has the glyphs of the table behind .notdef, A and grave.
func type2Font() cffSource {
	src := cffSource{
		fdSource: type2Private,
		globals:  []string{"3 4 rlineto return"},
		glyphs:   []string{"endchar", "0 hmoveto 300 hlineto 200 vlineto endchar", "9 0 hmoveto 10 hlineto 100 vlineto endchar"},
		charset:  []byte{0, 0, 34, 0, 124},
	}
	for i, g := range type2Glyphs {
		src.glyphs = append(src.glyphs, g.code)
		src.charset = append(src.charset, be16(numStandardStrings+i)...)
		src.strings = append(src.strings, strings.ReplaceAll(g.name, " ", ""))
	}
	return src
}

func TestType2Glyphs(t *testing.T) {
	p := mustParse(t, type2Font().bytes())
	for i, g := range type2Glyphs {
		t.Run(g.name, func(t *testing.T) {
			wantBox(t, p, i+3, g.box)
			wantAdvance(t, p, i+3, g.width/1000)
		})
	}
}

func TestType2Broken(t *testing.T) {
	broken := []string{
		"1 rmoveto", "hmoveto", "vmoveto", // no operands
		"0 hmoveto 1 rlineto", "0 hmoveto 1 2 3 rlineto",
		"0 hmoveto 1 2 3 4 5 rrcurveto", "0 hmoveto 1 2 3 rcurveline", "0 hmoveto 1 2 3 rlinecurve",
		"0 hmoveto 1 2 hhcurveto", "0 hmoveto 1 2 3 vvcurveto", "0 hmoveto 1 2 3 hvcurveto", "0 hmoveto 1 2 3 4 5 6 vhcurveto",
		"0 hmoveto 1 2 3 flex", "0 hmoveto hflex", "0 hmoveto 1 hflex1", "0 hmoveto 1 flex1",
		"callsubr", "100 callsubr", "-200 callsubr", "callgsubr", "5 callgsubr",
		"add", "1 mul", "neg", "drop", "exch", "index", "1 7 index", "roll", "1 9 2 roll", "1 -1 1 roll", "1 2 3 ifelse",
		"1 put", "1 32 put", "-1 get", "get", "0 0 div 1 roll",
		"0 0 65 194 endchar", // acute, below, is itself accented
		"1 2 3 4 endchar", "0 0 65 300 endchar", "0 0 65 66 endchar",
		"#00", "#02", "#09", "#0d", "#0f", "#10", "#11", "#0c01", "#0c26", "#0cff",
		"#0c", "#1c00", "#f7", "#ff0000", "1 2 hstemhm hintmask",
	}
	src := type2Font()
	src.glyphs = append(append(src.glyphs[:3:3], broken...), "0 0 65 193 endchar")
	src.charset = append([]byte{0, 0, 34, 0, 124}, bytes.Repeat(be16(numStandardStrings), len(broken))...)
	src.charset = append(src.charset, be16(125)...)
	p := mustParse(t, src.bytes())
	for i, code := range broken {
		if box, err := p.Box(i + 3); err == nil {
			t.Errorf("%q gives %v", code, box)
		}
		wantBox(t, p, 1, units(0, 0, 300, 200))
	}
	wantBroken(t, p, -1)
	wantBroken(t, p, p.NumGlyphs())
	if _, ok := p.Advance(p.NumGlyphs()); ok {
		t.Error("a glyph that is not there has an advance")
	}
}

// TestType2DivisionByZero: what cannot be drawn is an error, not a box.
func TestType2DivisionByZero(t *testing.T) {
	src := type2Font()
	src.glyphs = append(src.glyphs[:3:3], "0 hmoveto 1 0 div 5 rlineto endchar", "0 hmoveto 0 0 div 5 rlineto endchar", "0 hmoveto -1 sqrt 5 rlineto endchar")
	p := mustParse(t, src.bytes())
	for gid := 3; gid < p.NumGlyphs(); gid++ {
		wantLimit(t, p, gid, "maxEms")
	}
}
