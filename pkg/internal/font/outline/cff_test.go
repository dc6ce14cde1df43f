package outline

import (
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// box10 draws a square whose side is its argument.
func boxOf(n int) string {
	s := itoa(n)
	return "0 hmoveto " + s + " hlineto " + s + " vlineto endchar"
}

// plainCFF has glyphs whose boxes are squares of 10, 20, 30 … units.
func plainCFF(n int) cffSource {
	src := cffSource{glyphs: []string{"endchar"}}
	for i := 1; i < n; i++ {
		src.glyphs = append(src.glyphs, boxOf(10*i))
	}
	return src
}

func TestCFFCharsets(t *testing.T) {
	custom := func(data ...byte) cffSource {
		src := plainCFF(5)
		src.charset, src.strings = data, []string{"alpha", "beta.alt"}
		return src
	}
	predefined := func(n, glyphs int) cffSource {
		src := plainCFF(glyphs)
		src.predefinedCharset = n
		return src
	}
	cases := map[string]struct {
		src  cffSource
		want map[string]int
	}{
		"ISOAdobe":     {predefined(0, 229), map[string]int{".notdef": 0, "space": 1, "A": 34, "zcaron": 228, "exclamsmall": -1}},
		"Expert":       {predefined(1, 166), map[string]int{"space": 1, "exclamsmall": 2, "comma": 12, "Ydieresissmall": 165, "A": -1}},
		"ExpertSubset": {predefined(2, 87), map[string]int{"dollaroldstyle": 2, "onehalf": 55, "periodinferior": 85, "commainferior": 86, "exclamsmall": -1}},
		"few glyphs":   {predefined(0, 3), map[string]int{"space": 1, "exclam": 2, "quotedbl": -1}},
		"format 0":     {custom(0, 0, 34, 1, 135, 1, 136, 0, 66), map[string]int{"A": 1, "alpha": 2, "beta.alt": 3, "a": 4, "B": -1}},
		"format 1":     {custom(1, 0, 34, 1, 1, 135, 1), map[string]int{"A": 1, "B": 2, "alpha": 3, "beta.alt": 4}},
		"format 2":     {custom(2, 0, 34, 0, 0, 0, 66, 1, 0), map[string]int{"A": 1, "a": 2, "c": 4, "d": -1}},
		"no such name": {custom(0, 0xff, 0xff, 1, 137, 0, 34, 0, 34), map[string]int{"A": 3, "": -1}},
		"breaks off":   {custom(0, 0, 34), map[string]int{"A": 1}},
		"format 9":     {custom(9, 0, 34, 0, 35, 0, 36, 0, 37), map[string]int{".notdef": 0, "A": -1}},
	}
	for name, c := range cases {
		p := mustParse(t, c.src.bytes())
		for glyph, want := range c.want {
			gid, ok := p.ByName(glyph)
			wantGID(t, name+": ByName "+glyph, gid, ok, want)
			if want > 0 && p.Name(want) != glyph {
				t.Errorf("%s: Name(%d) = %q, want %q", name, want, p.Name(want), glyph)
			}
		}
	}
}

func TestCFFEncodings(t *testing.T) {
	predefined := func(n int) cffSource {
		src := plainCFF(229)
		src.predefinedEncoding = n
		return src
	}
	expert := plainCFF(166)
	expert.predefinedCharset, expert.predefinedEncoding = 1, 1
	custom := func(data ...byte) cffSource {
		src := plainCFF(5)
		src.encoding = data
		return src
	}
	cases := map[string]struct {
		src  cffSource
		want map[byte]int
	}{
		"standard":           {predefined(0), map[byte]int{0: -1, 32: 1, 65: 34, 126: 95, 127: -1, 161: 96, 193: 124, 251: 149, 252: -1, 255: -1}},
		"expert":             {expert, map[byte]int{32: 1, 33: 2, 44: 12, 65: 32, 255: 165, 35: -1}},
		"expert without":     {predefined(1), map[byte]int{32: 1, 33: -1, 44: 13}},
		"format 0":           {custom(0, 3, 10, 20, 200), map[byte]int{10: 1, 20: 2, 200: 3, 30: -1}},
		"format 1":           {custom(1, 2, 10, 1, 200, 0), map[byte]int{10: 1, 11: 2, 200: 3, 12: -1}},
		"supplement":         {custom(0x80, 1, 10, 2, 77, 0, 3, 78, 0, 99), map[byte]int{10: 1, 77: 3, 78: -1}},
		"supplemented range": {custom(0x81, 1, 10, 1, 1, 77, 0, 1), map[byte]int{10: 1, 11: 2, 77: 1}},
		"more than glyphs":   {custom(1, 1, 250, 255), map[byte]int{250: 1, 253: 4, 254: -1, 0: -1}},
		"breaks off":         {custom(0, 9, 10), map[byte]int{10: 1}},
		"format 5":           {custom(5, 1, 10), map[byte]int{10: -1}},
	}
	for name, c := range cases {
		p := mustParse(t, c.src.bytes())
		for code, want := range c.want {
			gid, ok := p.ByCode(code)
			wantGID(t, name+": ByCode "+itoa(int(code)), gid, ok, want)
		}
	}
}

// cidFont has two font dictionaries with subroutines, widths and a scale of
// their own.
func cidFont() cffSource {
	fds := []fdSource{
		{subrs: []string{"100 hlineto return"}, defaultWidth: 500, nominal: 300, matrix: []float64{.001, 0, 0, .001, 0, 0}},
		{subrs: []string{"200 hlineto return"}, defaultWidth: 1000, nominal: 700, matrix: []float64{.0005, 0, 0, .0005, 0, 0}},
	}
	const glyph = "0 hmoveto -107 callsubr 50 vlineto endchar"
	return cffSource{
		cid: true, fds: fds,
		glyphs:   []string{"endchar", glyph, glyph, "10 " + glyph},
		charset:  []byte{2, 0, 7, 0, 0, 0, 100, 0, 1}, // CIDs 7, 100, 101
		fdSelect: []byte{0, 0, 0, 1, 1},
		strings:  []string{"Adobe", "Identity"},
	}
}

func TestCIDKeyed(t *testing.T) {
	p := mustParse(t, cidFont().bytes())
	wantBox(t, p, 0, geom.Empty())
	wantBox(t, p, 1, units(0, 0, 100, 50))
	wantBox(t, p, 2, units(0, 0, 100, 25))
	wantAdvance(t, p, 1, .5)
	wantAdvance(t, p, 2, .5)
	wantAdvance(t, p, 3, .355)
	for cid, want := range map[int]int{0: 0, 7: 1, 100: 2, 101: 3, 1: -1, 102: -1, -1: -1, 70000: -1} {
		gid, ok := p.ByCID(cid)
		wantGID(t, "ByCID "+itoa(cid), gid, ok, want)
	}
	gid, ok := p.ByName("Adobe")
	wantGID(t, "ByName", gid, ok, -1)
	gid, ok = p.ByCode(65)
	wantGID(t, "ByCode", gid, ok, -1)
	if p.Name(1) != "" {
		t.Errorf("Name(1) = %q", p.Name(1))
	}
}

// TestCIDWithoutCharset: the predefined charsets are for names; CIDs are glyph
// indices then. A charset beyond the end gives .notdef alone.
func TestCIDWithoutCharset(t *testing.T) {
	src := cidFont()
	src.charset = nil
	gid, ok := mustParse(t, src.bytes()).ByCID(3)
	wantGID(t, "ByCID", gid, ok, 3)
	for _, offset := range []int{1 << 20, 1 << 30} {
		src.predefinedCharset = offset
		gid, ok = mustParse(t, src.bytes()).ByCID(3)
		wantGID(t, "ByCID with a charset at "+itoa(offset), gid, ok, -1)
	}
}

// TestCIDTwice: the first of two glyphs with one CID counts.
func TestCIDTwice(t *testing.T) {
	src := cidFont()
	src.charset = []byte{0, 0, 9, 0, 9, 0, 9}
	gid, ok := mustParse(t, src.bytes()).ByCID(9)
	wantGID(t, "ByCID", gid, ok, 1)
}

func TestFDSelect(t *testing.T) {
	for _, data := range map[string][]byte{
		"format 3": {3, 0, 2, 0, 0, 0, 0, 2, 1, 0, 4},
		"format 4": {4, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1, 0, 0, 0, 4},
	} {
		src := cidFont()
		src.fdSelect = data
		p := mustParse(t, src.bytes())
		wantBox(t, p, 1, units(0, 0, 100, 50))
		wantBox(t, p, 2, units(0, 0, 100, 25))
		wantBox(t, p, 3, units(0, 0, 100, 25))
	}
	for name, data := range map[string][]byte{
		"no such dictionary": {0, 9, 9, 9, 9}, "format 7": {7, 0, 0, 0, 0}, "no range": {3, 0, 0, 0, 0}, "late": {3, 0, 1, 0, 3, 0, 0, 4},
	} {
		src := cidFont()
		src.fdSelect = data
		if box, err := mustParse(t, src.bytes()).Box(1); err == nil {
			t.Errorf("%s: %v", name, box)
		}
	}
	src := cidFont()
	src.fdSelect = nil // one dictionary needs no choice
	wantBox(t, mustParse(t, src.bytes()), 2, units(0, 0, 100, 50))
}

// TestCIDMatrices: the dictionary's matrix times the top one, as far as a font
// can have it.
func TestCIDMatrices(t *testing.T) {
	thousandth, half, one := []float64{.001, 0, 0, .001, 0, 0}, []float64{.5, 0, 0, .5, 0, 0}, []float64{1, 0, 0, 1, 0, 0}
	cases := map[string]struct {
		top, fd []float64
		scale   float64
	}{
		"neither":     {nil, nil, 1},
		"top":         {[]float64{.002, 0, 0, .002, 0, 0}, nil, 2},
		"dictionary":  {nil, []float64{.002, 0, 0, .002, 0, 0}, 2},
		"both":        {thousandth, half, .5},
		"identity":    {thousandth, one, 1},
		"in full":     {thousandth, thousandth, 1},
		"one is zero": {thousandth, []float64{0, 0, 0, 0, 0, 0}, 1},
	}
	for name, c := range cases {
		src := cidFont()
		src.matrix, src.fds[0].matrix = c.top, c.fd
		p := mustParse(t, src.bytes())
		if got, err := p.Box(1); err != nil || !sameBox(got, units(0, 0, 100*c.scale, 50*c.scale)) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

func TestCFFMatrix(t *testing.T) {
	src := cffSource{glyphs: []string{"0 hmoveto 100 hlineto -100 200 rlineto endchar"}, matrix: []float64{.0005, 0, .00025, .001, .1, .2}}
	src.defaultWidth = 500
	p := mustParse(t, src.bytes())
	wantBox(t, p, 0, geom.Rect{X0: .1, Y0: .2, X1: .15, Y1: .4})
	wantAdvance(t, p, 0, .25)
}

func TestSubrBias(t *testing.T) {
	for count, want := range map[int]int{0: 107, 1239: 107, 1240: 1131, 33899: 1131, 33900: 32768} {
		if got := subrBias(count); got != want {
			t.Errorf("subrBias(%d) = %d, want %d", count, got, want)
		}
	}
	src := plainCFF(1)
	src.globals = make([]string, 1240)
	src.globals[1131] = "7 hlineto return"
	src.glyphs = []string{"0 hmoveto 0 callgsubr 8 vlineto endchar"}
	wantBox(t, mustParse(t, src.bytes()), 0, units(0, 0, 7, 8))
}

// TestCFFNumbers writes numbers in every form a DICT has.
func TestCFFNumbers(t *testing.T) {
	cases := map[string]float64{
		"\x8b": 0, "\xef": 100, "\x27": -100, "\xfa\x7c": 1000, "\xfe\x7c": -1000, "\x1c\x27\x10": 10000,
		"\x1c\xd8\xf0": -10000, "\x1d\x00\x01\x86\xa0": 100000, "\x1d\xff\xfe\x79\x60": -100000,
		"\x1e\xe2\xa2\x5f": -2.25, "\x1e\x0a\x14\x05\x41\xc3\xff": 0.140541e-3, "\x1e\x1b\x2f": 100,
		"\x1e\xaa\xff": 0, "\x1e\xff": 0,
	}
	for data, want := range cases {
		if got, size := dictNumber([]byte(data)); got != want || size != len(data) {
			t.Errorf("dictNumber(% x) = %v, %d; want %v, %d", data, got, size, want, len(data))
		}
		for n := 1; n < len(data); n++ { // breaks off
			if _, size := dictNumber([]byte(data[:n])); size > n {
				t.Errorf("dictNumber(% x) passes the end", data[:n])
			}
		}
	}
	long := "\x1e" + strings.Repeat("\x11", 200) + "\xff"
	if _, size := dictNumber([]byte(long)); size != len(long) {
		t.Errorf("a long number has size %d, want %d", size, len(long))
	}
}

// TestCFFTruncated: what precedes the break is read.
func TestCFFTruncated(t *testing.T) {
	whole := type2Font().bytes()
	good := 0
	for n := range whole {
		p, err := Parse(whole[:n])
		if err != nil {
			continue
		}
		good++
		for gid := range p.NumGlyphs() {
			p.Box(gid)
			p.Name(gid)
		}
	}
	if good == 0 {
		t.Error("no truncated font is read")
	}
	// cut within the charstrings: the first glyphs are whole
	src := plainCFF(50)
	data := src.bytes()
	p := mustParse(t, data[:len(data)-100])
	wantBox(t, p, 5, units(0, 0, 50, 50))
	if _, err := p.Box(49); err == nil {
		t.Error("the last glyph is read though it is cut off")
	}
}

func TestCFFJunkInFront(t *testing.T) {
	p := mustParse(t, append([]byte("\r\n\n"), plainCFF(3).bytes()...))
	wantBox(t, p, 2, units(0, 0, 20, 20))
}
