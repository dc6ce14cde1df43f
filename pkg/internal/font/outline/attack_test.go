package outline

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// wantLimit checks that a glyph runs into the cap of that name.
func wantLimit(t *testing.T, p Program, gid int, limit string) {
	t.Helper()
	_, err := p.Box(gid)
	var le *LimitError
	if !errors.As(err, &le) || le.Limit != limit {
		t.Errorf("Box(%d): %v; want limit %s", gid, err, limit)
	} else if !strings.Contains(err.Error(), limit) {
		t.Errorf("%q does not name %s", err, limit)
	}
}

// allocated returns the bytes that f allocates.
func allocated(f func()) int {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return int(after.TotalAlloc - before.TotalAlloc)
}

// useAll requests everything of a program, up to some number of glyphs.
func useAll(p Program) {
	for gid := -1; gid <= min(p.NumGlyphs(), 400); gid++ {
		p.Box(gid)
		p.Advance(gid)
		p.ByName(p.Name(gid))
		p.ByCID(gid)
	}
	for code := range 256 {
		p.ByCode(byte(code))
		p.ByRune(rune(code))
	}
}

// lean fails when a program takes memory out of proportion to its size.
func lean(t *testing.T, data []byte) {
	t.Helper()
	own := bytes.Clone(data) // Parse decrypts in place
	got := allocated(func() {
		if p, err := Parse(own); err == nil {
			useAll(p)
		}
	})
	if most := bytesGrant + bytesPerByte*len(data); got > most {
		t.Errorf("%d bytes of program take %d bytes of memory, more than %d", len(data), got, most)
	}
}

// What a program may allocate over parsing and the use of all its glyphs: the
// fixed part is one glyph of maxGlyphPoints points and the tables of names.
const (
	bytesGrant   = 4 << 20
	bytesPerByte = 200
)

// doubling returns subroutines each of which calls the next one twice.
func doubling(depth int, call func(n int) string) []string {
	var out []string
	for i := range depth {
		out = append(out, call(i+1)+" "+call(i+1)+" return")
	}
	return append(out, "1 1 rlineto return")
}

func type1With(code string, subrs ...string) Program {
	p, err := Parse(type1Source{glyphs: [][2]string{{"A", code}, {"B", aSquare}}, subrs: subrs}.bytes())
	if err != nil {
		panic(err)
	}
	return p
}

func TestType1Caps(t *testing.T) {
	wantLimit(t, type1With("0 500 hsbw 0 callsubr", "0 callsubr return"), 0, "maxSubrDepth")
	bomb := doubling(30, func(n int) string { return itoa(n) + " callsubr" })
	wantLimit(t, type1With("0 500 hsbw 0 callsubr", bomb...), 0, "maxGlyphOps")
	idle := "return" + strings.Repeat(" 0", maxGlyphOps/8)
	wantLimit(t, type1With("0 500 hsbw"+strings.Repeat(" 0 callsubr", 8)+" endchar", idle), 0, "maxGlyphOps")
	wantLimit(t, type1With(strings.Repeat("1 ", maxStack+1)+"endchar"), 0, "maxStack")
	wantLimit(t, type1With(strings.Repeat("1 ", maxPSStack+1)+itoa(maxPSStack+1)+" 99 callothersubr"), 0, "maxPSStack")
	wantLimit(t, type1With("0 500 hsbw 0 hmoveto "+strings.Repeat("1000000 hlineto ", 10)+"endchar"), 0, "maxEms")
}

func type2With(code string, globals ...string) Program {
	p, err := Parse(cffSource{glyphs: []string{code, boxOf(10)}, globals: globals}.bytes())
	if err != nil {
		panic(err)
	}
	return p
}

func TestType2Caps(t *testing.T) {
	wantLimit(t, type2With("-107 callgsubr", "-107 callgsubr"), 0, "maxSubrDepth")
	bomb := doubling(30, func(n int) string { return itoa(n-107) + " callgsubr" })
	wantLimit(t, type2With("0 hmoveto -107 callgsubr", bomb...), 0, "maxGlyphOps")
	wantLimit(t, type2With(strings.Repeat("1 ", maxStack+1)+"endchar"), 0, "maxStack")
	wantLimit(t, type2With(strings.Repeat("1 ", maxStack)+"dup endchar"), 0, "maxStack")
	wantLimit(t, type2With("0 hmoveto "+strings.Repeat("30000 hlineto 30000 vlineto ", 10)+"endchar"), 0, "maxEms")
}

// TestProgramBudget: many glyphs, each just below the cap of one, run into that
// of the program, and the time it takes stays short.
func TestProgramBudget(t *testing.T) {
	bomb := doubling(13, func(n int) string { return itoa(n-107) + " callgsubr" })
	p := type2With("0 hmoveto -107 callgsubr endchar", bomb...)
	for range 4 * opsGrant / maxGlyphOps {
		if _, err := p.Box(0); err != nil {
			wantLimit(t, p, 0, "opsGrant")
			wantLimit(t, p, 1, "opsGrant")
			return
		}
	}
	t.Error("the program never ran out")
}

// TestDeclaredCounts: numbers that a font claims take no memory.
func TestDeclaredCounts(t *testing.T) {
	src := type1Source{glyphs: [][2]string{{"A", aSquare}}, format: "plain", subrs: []string{"return"}}
	data := bytes.ReplaceAll(src.bytes(), []byte("/Subrs 1 "), []byte("/Subrs 2147483647 "))
	data = bytes.ReplaceAll(data, []byte("/CharStrings 1 "), []byte("/CharStrings 2147483647 "))
	lean(t, data)
	wantBox(t, mustParse(t, data), 0, units(50, 0, 150, 100))

	cff := plainCFF(3).bytes()
	at := bytes.Index(cff, indexOf(charstrings2(plainCFF(3).glyphs)))
	copy(cff[at:], be16(65535))
	lean(t, cff)
	if p := mustParse(t, cff); p.NumGlyphs() > len(cff) {
		t.Errorf("%d glyphs in %d bytes", p.NumGlyphs(), len(cff))
	}

	charset := plainCFF(3)
	charset.charset = []byte{2, 0, 1, 0xff, 0xff}
	lean(t, charset.bytes())

	tt := trueTypeSource{glyphs: [][]byte{square(0, 0, 9, 9)}, more: map[string][]byte{
		"maxp": concat(be32(0x10000), be16(65535)), "post": concat(be32(postVersion2), make([]byte, 28), be16(65535)),
		"hhea": concat(make([]byte, 34), be16(65535)),
	}}
	lean(t, tt.bytes())
	if p := mustParse(t, tt.bytes()); p.NumGlyphs() != 2 { // as many as loca has offsets
		t.Errorf("%d glyphs", p.NumGlyphs())
	}
}

// TestMaxGlyphs: a Type 1 font cannot have more glyphs or subroutines than the
// other formats.
func TestMaxGlyphs(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("%!PS\n/Subrs 99999 array\n")
	for range maxSubrs + 100 {
		b.WriteString("dup 1 0 RD  NP\n")
	}
	b.WriteString("def\n/CharStrings 99999 dict\n")
	for range maxGlyphs + 100 {
		b.WriteString("/a 0 RD  ND\n")
	}
	p := mustParse(t, b.Bytes()).(*type1)
	if len(p.glyphs) != maxGlyphs || len(p.subrs) != maxSubrs {
		t.Errorf("%d glyphs, %d subroutines", len(p.glyphs), len(p.subrs))
	}
}

func TestMaxProgramBytes(t *testing.T) {
	_, err := Parse(make([]byte, maxProgramBytes+1))
	var le *LimitError
	if !errors.As(err, &le) || le.Limit != "maxProgramBytes" {
		t.Errorf("%v", err)
	}
}

// TestMaxFDs: a CID-keyed font with more font dictionaries than FDSelect can
// tell apart.
func TestMaxFDs(t *testing.T) {
	src := cidFont()
	for range 1000 {
		src.fds = append(src.fds, fdSource{})
	}
	src.fdSelect = []byte{4, 0, 0, 0, 2, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 1, 0x2c, 0, 0, 0, 4} // 1, then 300
	p := mustParse(t, src.bytes())
	if _, err := p.Box(1); err != nil {
		t.Error(err)
	}
	wantBroken(t, p, 2)
}

// TestMaxDictOperands: operands without an operator are dropped.
func TestMaxDictOperands(t *testing.T) {
	data := append(bytes.Repeat([]byte{0x8b}, 100000), dictOp(nil, dictCharStrings, dictInt(7))...)
	if d := parseDict(data); d.charStrings != 0 {
		t.Errorf("operand %d is taken from beyond the cap", d.charStrings)
	}
	if d := parseDict(append(data, dictOp(nil, dictCharStrings, dictInt(7))...)); d.charStrings != 7 {
		t.Errorf("the next operator has %d", d.charStrings)
	}
}

func TestCompositeCaps(t *testing.T) {
	words := xy | argsAreWords
	header := [4]int{5, 5, 4, 4} // no help
	var glyphs [][]byte
	glyphs = append(glyphs, composite(header, be16(words, 0, 0, 0))) // itself
	many := bytes.Repeat(be16(words|moreComponents, 3, 0, 0), maxComponents)
	glyphs = append(glyphs, composite(header, many, be16(words, 3, 0, 0)))
	// every level holds the next one many times: 100⁷ squares
	wide := func(gid int) []byte {
		return composite(header, bytes.Repeat(be16(words|moreComponents, gid, 0, 0), 99), be16(words, gid, 0, 0))
	}
	glyphs = append(glyphs, wide(4), square(0, 0, 10, 10))
	for gid := 5; gid < 11; gid++ {
		glyphs = append(glyphs, wide(gid))
	}
	glyphs = append(glyphs, square(0, 0, 10, 10))
	p := mustParse(t, trueTypeSource{glyphs: glyphs}.bytes())
	wantLimit(t, p, 0, "maxComponentDepth")
	wantLimit(t, p, 1, "maxComponents")
	wantLimit(t, p, 2, "maxComponents")
	wantBox(t, p, 3, units(0, 0, 10, 10))
}

// manyPoints is a glyph of n points, all at the origin but the last, in few bytes.
func manyPoints(n int) []byte {
	flags := bytes.Repeat([]byte{onCurve | repeats | xSame | ySame, maxRepeat}, n/256)
	return concat(be16(1, 5, 5, 4, 4), be16(n-1), be16(0), flags)
}

// TestMaxGlyphPoints: a component of few bytes and many points, many times.
func TestMaxGlyphPoints(t *testing.T) {
	words := xy | argsAreWords
	two := composite([4]int{5, 5, 4, 4}, be16(words|moreComponents, 0, 0, 0), be16(words, 0, 9, 9))
	data := trueTypeSource{glyphs: [][]byte{manyPoints(maxGlyphPoints / 2), two, composite([4]int{5, 5, 4, 4}, be16(words|moreComponents, 1, 0, 0), be16(words, 0, 0, 0))}}.bytes()
	p := mustParse(t, data)
	wantBox(t, p, 1, units(0, 0, 9, 9))
	wantLimit(t, p, 2, "maxGlyphPoints")
	lean(t, data)
	p.(*sfnt).budget.program = 1000 // what is left after much use
	wantLimit(t, p, 1, "opsGrant")
	// found by FuzzTrueType: many glyphs that share their bytes
	shared := trueTypeSource{glyphs: [][]byte{manyPoints(maxGlyphPoints)}, longLoca: true, more: map[string][]byte{"loca": nil}}
	for range 100 {
		shared.more["loca"] = append(shared.more["loca"], be32(0, 1<<20)...)
	}
	lean(t, shared.bytes())
	// points that are claimed and not there take no memory
	lean(t, trueTypeSource{glyphs: [][]byte{concat(be16(1, 5, 5, 4, 4), be16(65534), be16(0), []byte{1})}}.bytes())
}

// TestMaxTables: a directory may claim more tables than anybody needs; the first
// are looked at.
func TestMaxTables(t *testing.T) {
	font := trueTypeSource{glyphs: [][]byte{square(0, 0, 10, 10)}}
	for n, readable := range map[int]bool{maxTables - 20: true, maxTables + 20: false} {
		font.more = map[string][]byte{}
		for i := range n {
			font.more[fmt.Sprintf("!%03d", i)] = nil // sorted before the others
		}
		if _, err := Parse(font.bytes()); (err == nil) != readable {
			t.Errorf("%d tables: %v", n, err)
		}
	}
}

// TestMaxCmaps: the same for the records of cmap.
func TestMaxCmaps(t *testing.T) {
	var subtables []cmapSource
	for range maxCmaps {
		subtables = append(subtables, cmapSource{7, 7, nil})
	}
	subtables = append(subtables, cmapSource{3, 1, format0(65, 2)})
	gid, ok := cmapFont(t, nil, subtables[1:]...).ByRune(65)
	wantGID(t, "ByRune", gid, ok, 2)
	gid, ok = cmapFont(t, nil, subtables...).ByRune(65)
	wantGID(t, "ByRune behind the cap", gid, ok, -1)
}

// TestRepeatedKeys: text that repeats what is searched for is looked at so many
// times at most, however long it is.
func TestRepeatedKeys(t *testing.T) {
	const size, most = 1 << 16, 8
	seen := 0
	for _, key := range []string{"/CharStrings ", "/CharStrings 9 ", "/CharStrings 9 /a 1 RD", "/Subrs ", "/Subrs (", "/Subrs 9 dup 1", "/Subrs %",
		"/Encoding ", "/Encoding 256 ", "/Encoding %", "/Encoding [ /a ", "eexec ", "eexec", "currentfile eexec\n", "/FontMatrix [", "/lenIV ", "((((", "8#", "[/",
		"dup 0 1 RD x NP\n", "\x80\x01\x00\x00\x00\x00"} {
		for _, prefix := range []string{"%!PS\n", "%!PS\n/CharStrings 1 dict\n/A 1 RD x ND end\n/Subrs 9 array\n", "%!PS\n/Encoding 256 array\n"} {
			data := append([]byte(prefix), bytes.Repeat([]byte(key), size/len(key))...)
			f := readType1(data)
			f.ByCode(65)
			if f.read > most*len(data) {
				t.Errorf("%q after %q: %d bytes are looked at %d times", key, prefix, len(data), f.read/len(data))
			}
			seen = max(seen, f.read/len(data))
			lean(t, data)
		}
	}
	t.Logf("at most %d times", seen)
}

// TestType1Numbers: numbers that no font has are not taken.
func TestType1Numbers(t *testing.T) {
	src := type1Source{glyphs: [][2]string{{"A", aSquare}}, private: "/lenIV 2000000000 def\n"}
	wantBox(t, mustParse(t, src.bytes()), 0, units(50, 0, 150, 100)) // maxLenIV: the default is meant

	src = type1Source{glyphs: [][2]string{{"A", aSquare}}, header: "/WeightVector [" + strings.Repeat("0.5 ", 100000) + "] def\n"}
	if n := len(mustParse(t, src.bytes()).(*type1).weights); n != maxMasters {
		t.Errorf("%d masters", n)
	}
}

// TestFarHeader: where the points cannot be read, a header is believed up to
// maxHeaderEms.
func TestFarHeader(t *testing.T) {
	broken := func(x1 int) []byte { return be16(1, 0, 0, x1, 100, 9, 0) }
	p := mustParse(t, trueTypeSource{glyphs: [][]byte{broken(1000 * maxHeaderEms), broken(1000*maxHeaderEms + 1)}}.bytes())
	wantBox(t, p, 0, units(0, 0, 1000*maxHeaderEms, 100))
	wantBroken(t, p, 1)
}

// TestMaxJunk: the header of a CFF program is not looked for everywhere.
func TestMaxJunk(t *testing.T) {
	for n, readable := range map[int]bool{maxJunk - 3: true, maxJunk: false} {
		_, err := Parse(append(bytes.Repeat([]byte{' '}, n), plainCFF(3).bytes()...))
		if (err == nil) != readable {
			t.Errorf("%d bytes of junk: %v", n, err)
		}
	}
}

// TestJunkLikeType1: what looks like the encrypted portion of another kind of program
// does not change the program behind it.
func TestJunkLikeType1(t *testing.T) {
	p := mustParse(t, append([]byte("currentfile eexec\n"), plainCFF(3).bytes()...))
	wantBox(t, p, 2, units(0, 0, 20, 20))
}
