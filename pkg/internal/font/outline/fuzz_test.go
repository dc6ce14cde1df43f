package outline

import (
	"bytes"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// checkProgram asserts what holds for every program, however broken.
func checkProgram(t *testing.T, data []byte) {
	lean(t, data)
	p, err := Parse(bytes.Clone(data))
	if err != nil {
		if p != nil {
			t.Fatal("a program along with an error")
		}
		return
	}
	n := p.NumGlyphs()
	if n <= 0 || n > maxGlyphs || n > len(data) {
		t.Fatalf("%d glyphs in %d bytes", n, len(data))
	}
	for gid := range min(n, 100) {
		box, err := p.Box(gid)
		if err != nil && !box.IsEmpty() || !box.IsEmpty() && !credibleEms(box) {
			t.Fatalf("Box(%d) = %v, %v", gid, box, err)
		}
		if again, err2 := p.Box(gid); again != box || (err == nil) != (err2 == nil) {
			t.Fatalf("Box(%d) = %v, %v, then %v, %v", gid, box, err, again, err2)
		}
		if name := p.Name(gid); name != "" {
			if found, ok := p.ByName(name); !ok || p.Name(found) != name {
				t.Fatalf("ByName(%q) = %d, %v", name, found, ok)
			}
		}
	}
	checkLookups(t, p)
}

// credibleEms reports whether a box can come from a pen that stays within
// maxEms; a TrueType glyph's header may be moved by its left side bearing.
func credibleEms(box geom.Rect) bool {
	const far = maxEms + 5000
	return box.X0 >= -far && box.Y0 >= -far && box.X1 <= far && box.Y1 <= far
}

func checkLookups(t *testing.T, p Program) {
	for code := range 256 {
		for _, find := range []func() (int, bool){
			func() (int, bool) { return p.ByCode(byte(code)) },
			func() (int, bool) { return p.ByRune(rune(code)) },
			func() (int, bool) { return p.ByCID(code) },
		} {
			if gid, ok := find(); ok && (gid < 0 || gid >= p.NumGlyphs()) {
				t.Fatalf("code %d has glyph %d of %d", code, gid, p.NumGlyphs())
			}
		}
	}
}

// maxFuzzBytes keeps single runs short.
const maxFuzzBytes = 1 << 16

func fuzz(f *testing.F, seeds ...[]byte) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) <= maxFuzzBytes {
			checkProgram(t, data)
		}
	})
}

func FuzzType1(f *testing.F) {
	plain := type1Font()
	plain.format, plain.lenIV = "plain", -1 // so that mutations reach the charstrings
	short := type1Source{glyphs: [][2]string{{"A", aSquare}}, subrs: standardSubrs, format: "plain", lenIV: -1}
	masters := short
	masters.header, masters.encoding = "/WeightVector [0.25 0.75] def\n", "256 array dup 65 /A put def"
	masters.glyphs = [][2]string{{"A", "0 500 hsbw 100 40 2 14 callothersubr pop hlineto endchar"}, {"B", "0 500 hsbw 0 0 0 65 65 seac"}}
	encrypted, hex, pfb := type1Font(), type1Font(), short
	hex.format, pfb.format = "hex", "pfb"
	fuzz(f, plain.bytes(), short.bytes(), masters.bytes(), encrypted.bytes(), hex.bytes(), pfb.bytes())
}

func FuzzCFF(f *testing.F) {
	custom := plainCFF(5)
	custom.charset, custom.encoding = []byte{1, 0, 34, 3}, []byte{0x81, 1, 10, 1, 1, 77, 0, 34}
	fuzz(f, type2Font().bytes(), plainCFF(3).bytes(), custom.bytes(), cidFont().bytes(),
		sfntBytes("OTTO", map[string][]byte{"CFF ": cidFont().bytes()}))
}

func FuzzTrueType(f *testing.F) {
	words := xy | argsAreWords
	src := trueTypeSource{
		glyphs: [][]byte{
			square(0, 0, 100, 100), composite([4]int{}, be16(words|moreComponents|hasScale, 0, 30, 40, 1<<13), be16(0, 0), []byte{2, 0}),
			simpleGlyph([4]int{0, 0, 200, 200}, []ttPoint{{100, 200, false}, {200, 0, true}, {0, 0, true}}), manyPoints(512),
		},
		metrics: [][2]int{{400, 50}}, bearings: []int{1, 2},
		more: map[string][]byte{
			"cmap": cmapTable(cmapSource{3, 1, format4()}, cmapSource{3, 10, format12(1, 65, 70, 1)}, cmapSource{1, 0, format0(65, 1)}),
			"post": concat(be32(postVersion2), make([]byte, 28), be16(3, 0, 259, 258), []byte("\x05alpha\x08beta.alt")),
		},
	}
	long := src
	long.longLoca = true
	fuzz(f, src.bytes(), long.bytes(), bytes.Clone(trueTypeSource{glyphs: src.glyphs}.bytes()))
}
