package outline

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

func TestTrueTypeBoxes(t *testing.T) {
	src := trueTypeSource{
		unitsPerEm: 2000,
		glyphs: [][]byte{
			nil,                          // blank
			square(100, -200, 700, 1000), // header and points agree
			be16(0, 0, 0, 0, 0),          // no contours
			simpleGlyph([4]int{0, 0, 0, 0}, []ttPoint{{10, 20, true}, {30, 60, true}, {10, 60, true}}), // no header box
			// a quadratic curve over (0,0) (100,200) (200,0) rises to 100, not 200
			simpleGlyph([4]int{0, 0, 200, 200}, []ttPoint{{0, 0, true}, {100, 200, false}, {200, 0, true}}),
			// four control points make a circle of radius 100
			simpleGlyph([4]int{-100, -100, 100, 100}, []ttPoint{{100, 100, false}, {-100, 100, false}, {-100, -100, false}, {100, -100, false}}),
			// starts with a control point behind which the contour closes
			simpleGlyph([4]int{0, 0, 200, 200}, []ttPoint{{100, 200, false}, {200, 0, true}, {0, 0, true}}),
			// lone points are anchors: they count in some headers, and have no ink
			simpleGlyph([4]int{0, 0, 900, 900}, []ttPoint{{900, 900, true}}, []ttPoint{{0, 0, true}, {50, 0, true}, {50, 60, true}}),
			simpleGlyph([4]int{0, 0, 900, 900}, []ttPoint{{900, 900, true}}),
		},
	}
	for _, long := range []bool{false, true} {
		src.longLoca = long
		p := mustParse(t, src.bytes())
		half := func(x0, y0, x1, y1 float64) geom.Rect { return units(x0/2, y0/2, x1/2, y1/2) }
		for gid, want := range []geom.Rect{
			geom.Empty(), half(100, -200, 700, 1000), geom.Empty(), half(10, 20, 30, 60), half(0, 0, 200, 100),
			half(-100, -100, 100, 100), half(0, 0, 200, 100), half(0, 0, 50, 60), geom.Empty(),
		} {
			wantBox(t, p, gid, want)
		}
		wantBroken(t, p, -1)
		wantBroken(t, p, len(src.glyphs))
	}
}

// TestTrueTypeFlags writes a glyph with short, repeated and omitted coordinates.
func TestTrueTypeFlags(t *testing.T) {
	flags := []byte{onCurve | xShort | xSame | yShort | ySame, onCurve | xShort | xSame | ySame | repeats, 2, onCurve | xSame | yShort, onCurve}
	xs, ys := concat([]byte{10, 5, 5, 5}, be16(-300)), concat([]byte{20, 7}, be16(400))
	glyph := concat(be16(1, 0, 0, 0, 0), be16(5), be16(3), []byte{1, 2, 3}, flags, xs, ys)
	p := mustParse(t, trueTypeSource{glyphs: [][]byte{glyph}}.bytes())
	// points (10,20) (15,20) (20,20) (25,20) (25,13) (−275,413)
	wantBox(t, p, 0, units(-275, 13, 25, 413))
}

// Flags of components as test fonts write them.
const xy = argsAreXY

func TestComposites(t *testing.T) {
	words := xy | argsAreWords
	src := trueTypeSource{glyphs: [][]byte{
		square(0, 0, 100, 100),
		composite([4]int{}, be16(xy, 0), []byte{10, 0xf6}), // moved by (10, −10)
		composite([4]int{}, be16(words|moreComponents, 0, 300, 400), be16(words, 0, -500, 0)), // two
		composite([4]int{}, be16(words|hasScale, 0, 10, 20, 1<<13)),                           // half size
		composite([4]int{}, be16(words|hasXYScale, 0, 0, 0, 1<<13, -1<<14)),                   // half as wide, upside down
		composite([4]int{}, be16(words|hasTwoByTwo, 0, 0, 0, 0, 1<<14, -1<<14, 0)),            // a quarter turn
		composite([4]int{}, be16(words|hasScale|scaledOffset, 0, 100, 0, 1<<13)),              // the offset too
		composite([4]int{}, be16(words|moreComponents, 0, 50, 50), be16(0, 0), []byte{2, 0}),  // point 0 to point 2
		composite([4]int{}, be16(words, 2, 1000, 0)),                                          // a composite of a composite
		composite([4]int{}, be16(words|moreComponents, 0, 0, 0), be16(argsAreWords, 8, 1, 2)), // joined with words
		composite([4]int{1, 2, 3, 4}, be16(words, 99, 0, 0)),                                  // no such glyph: the header serves
		composite([4]int{}, be16(words, 99, 0, 0)),                                            // and not even that
		composite([4]int{}, be16(words|moreComponents, 0, 0, 0)),                              // breaks off
		composite([4]int{}, be16(0, 0), []byte{0, 0}),                                         // joined to nothing
	}}
	p := mustParse(t, src.bytes())
	for gid, want := range map[int]geom.Rect{
		1: units(10, -10, 110, 90), 2: units(-500, 0, 400, 500), 3: units(10, 20, 60, 70), 4: units(0, -100, 50, 0),
		5: units(-100, 0, 0, 100), 6: units(50, 0, 100, 50), 7: units(50, 50, 250, 250), 8: units(500, 0, 1400, 500),
		9: units(-800, -500, 100, 100), 10: units(1, 2, 3, 4),
	} {
		t.Run(itoa(gid), func(t *testing.T) { wantBox(t, p, gid, want) })
	}
	for gid := 11; gid < len(src.glyphs); gid++ {
		wantBroken(t, p, gid)
	}
}

// TestLeftSideBearing: a glyph's ink begins where hmtx says, as three viewers
// show a font that was made for it.
func TestLeftSideBearing(t *testing.T) {
	src := trueTypeSource{
		glyphs:   [][]byte{square(50, 0, 150, 100), square(50, 0, 150, 100), square(50, 0, 150, 100), square(50, 0, 150, 100)},
		metrics:  [][2]int{{400, 50}, {600, 1000}},
		bearings: []int{-30},
	}
	p := mustParse(t, src.bytes())
	for gid, want := range []geom.Rect{units(50, 0, 150, 100), units(1000, 0, 1100, 100), units(-30, 0, 70, 100), units(50, 0, 150, 100)} {
		wantBox(t, p, gid, want)
	}
	for gid, want := range []float64{.4, .6, .6, .6} {
		wantAdvance(t, p, gid, want)
	}
	for _, gid := range []int{-1, 4} {
		if _, ok := p.Advance(gid); ok {
			t.Errorf("glyph %d has an advance", gid)
		}
	}
	src.metrics, src.bearings = nil, nil
	if _, ok := mustParse(t, src.bytes()).Advance(0); ok {
		t.Error("an advance without hmtx")
	}
}

// TestSubsetFonts: tables that subsets lack are done without.
func TestSubsetFonts(t *testing.T) {
	src := trueTypeSource{glyphs: [][]byte{square(0, 0, 100, 100), square(0, 0, 200, 200)}, longLoca: true}
	for _, without := range [][]string{nil, {"maxp"}, {"head", "maxp"}, {"head"}} {
		src.without = without
		src.longLoca = len(without) == 0 || without[0] != "head" // short is the default
		p := mustParse(t, src.bytes())
		if p.NumGlyphs() < 2 {
			t.Fatalf("without %v: %d glyphs", without, p.NumGlyphs())
		}
		wantBox(t, p, 1, units(0, 0, 200, 200))
		for what, f := range map[string]func() (int, bool){
			"ByCode": func() (int, bool) { return p.ByCode('A') }, "ByRune": func() (int, bool) { return p.ByRune('A') },
			"ByName": func() (int, bool) { return p.ByName("A") }, "ByCID 2": func() (int, bool) { return p.ByCID(p.NumGlyphs()) },
		} {
			gid, ok := f()
			wantGID(t, what, gid, ok, -1)
		}
		gid, ok := p.ByCID(1)
		wantGID(t, "ByCID", gid, ok, 1)
	}
	for _, without := range []string{"loca", "glyf"} {
		src.without, src.longLoca = []string{without}, false
		if p, err := Parse(src.bytes()); err == nil {
			if _, err := p.Box(1); err == nil {
				t.Errorf("a box without %s", without)
			}
		}
	}
}

// TestTrueTypeTruncated: what precedes the break is read; nothing panics.
func TestTrueTypeTruncated(t *testing.T) {
	tall := simpleGlyph([4]int{1, 1, 0, 0}, []ttPoint{{0, 0, true}, {300, 0, true}, {300, 300, true}})
	src := trueTypeSource{
		glyphs: [][]byte{square(0, 0, 100, 100), composite([4]int{1, 1, 0, 0}, be16(xy|argsAreWords, 0, 5, 5)), tall},
		more: map[string][]byte{
			"zzzz": nil, "cmap": cmapTable(cmapSource{3, 1, format4()}), "post": concat(be32(postVersion2), make([]byte, 28), be16(1, 258), []byte("\x01a")),
		},
	}
	whole := src.bytes()
	good := 0
	for n := range whole {
		if p, err := Parse(whole[:n]); err == nil {
			useAll(p)
			good++
		}
	}
	if good == 0 {
		t.Error("no truncated font is read")
	}
	for n := glyfHeader; n < len(tall); n++ { // the header is of no help
		src.glyphs[2] = tall[:n]
		wantBroken(t, mustParse(t, src.bytes()), 2)
	}
}

// TestWrongLocaFormat: head says long, and loca is too short for that.
func TestWrongLocaFormat(t *testing.T) {
	glyphs := [][]byte{square(0, 0, 100, 100), square(0, 0, 200, 200), square(0, 0, 300, 300)}
	loca, _ := trueTypeSource{glyphs: glyphs}.outlines()
	p := mustParse(t, trueTypeSource{glyphs: glyphs, longLoca: true, more: map[string][]byte{"loca": loca}}.bytes())
	wantBox(t, p, 2, units(0, 0, 300, 300))
}

// TestMisplacedTables: where head is not at its place, no table is.
func TestMisplacedTables(t *testing.T) {
	src := trueTypeSource{glyphs: [][]byte{square(0, 0, 100, 100)}, more: map[string][]byte{"head": make([]byte, 54)}}
	if _, err := Parse(src.bytes()); err == nil {
		t.Error("a font without the magic number of head is read")
	}
}

func TestWrappers(t *testing.T) {
	tt := trueTypeSource{glyphs: [][]byte{square(0, 0, 100, 100)}}.bytes()
	apple := append([]byte("true"), tt[4:]...)
	wantBox(t, mustParse(t, apple), 0, units(0, 0, 100, 100))

	// a collection whose first font begins after its header
	header := concat([]byte("ttcf"), be32(0x10000, 1, 16))
	moved := append([]byte(nil), tt...)
	for at := 12; at < 12+16*4; at += 16 {
		copy(moved[at+8:], be32(int(beUint(tt, at+8, 4))+len(header)))
	}
	wantBox(t, mustParse(t, append(header, moved...)), 0, units(0, 0, 100, 100))
}

func TestOpenTypeCFF(t *testing.T) {
	c := plainCFF(4).bytes()
	tables := map[string][]byte{"CFF ": c}
	p := mustParse(t, sfntBytes("OTTO", tables)) // nothing but outlines
	wantBox(t, p, 2, units(0, 0, 20, 20))
	gid, ok := p.ByCode(32)
	wantGID(t, "ByCode", gid, ok, 1)
	gid, ok = p.ByName("exclam")
	wantGID(t, "ByName", gid, ok, 2)
	gid, ok = p.ByCID(3)
	wantGID(t, "ByCID", gid, ok, 3)
	wantAdvance(t, p, 1, 0)
	if p.Name(2) != "exclam" || p.NumGlyphs() != 4 {
		t.Errorf("%d glyphs, glyph 2 is %q", p.NumGlyphs(), p.Name(2))
	}

	tables["head"] = concat(be32(0x10000, 0, 0, headMagic), be16(0, 2000), make([]byte, 34))
	tables["hhea"], tables["hmtx"] = concat(make([]byte, 34), be16(1)), be16(500, 0)
	tables["cmap"] = cmapTable(cmapSource{3, 1, be16(6, 12, 0, 'A', 2, 2, 3)})
	p = mustParse(t, sfntBytes("OTTO", tables))
	wantAdvance(t, p, 1, .25)
	gid, ok = p.ByRune('B')
	wantGID(t, "ByRune", gid, ok, 3)

	tables["CFF "] = []byte{2, 0, 5, 0, 0}
	if _, err := Parse(sfntBytes("OTTO", tables)); err == nil {
		t.Error("CFF2 is read")
	}
}

func TestOpenTypeCID(t *testing.T) {
	p := mustParse(t, sfntBytes("OTTO", map[string][]byte{"CFF ": cidFont().bytes()}))
	gid, ok := p.ByCID(100)
	wantGID(t, "ByCID", gid, ok, 2)
	gid, ok = p.ByName("A")
	wantGID(t, "ByName", gid, ok, -1)
}

func TestParseRefuses(t *testing.T) {
	for _, data := range []string{"", "x", "%!PS", "\x01\x00\x04\x01", "\x00\x01\x00\x00", "OTTO\x00\x01\x00\x00\x00\x00\x00\x00",
		"ttcf\x00\x01\x00\x00\x00\x00\x00\x01\xff\xff\xff\xff", "\x80\x01\xff\xff\xff\xffx", "\x80\x01\x00\x00\x00\x00", "%PDF-1.4 nothing like a font"} {
		if p, err := Parse([]byte(data)); err == nil {
			t.Errorf("Parse(%q) = %d glyphs", data, p.NumGlyphs())
		}
	}
}
