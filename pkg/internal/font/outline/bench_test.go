package outline

import (
	"bytes"
	"path/filepath"
	"testing"
)

// glyphsPerFont is how many glyphs of a font a paper uses.
const glyphsPerFont = 60

// BenchmarkPaper parses the fonts of a whole paper and requests what its pages
// use: names, codes, boxes and advances.
func BenchmarkPaper(b *testing.B) {
	for _, name := range []string{"sym-tiresias-nsdi19.pdf", "db-sfs.pdf", "pwl-spanner-google-s-globally-distributed.pdf"} {
		path := filepath.Join(shared, "papers", name)
		if m, _ := filepath.Glob(path); m == nil {
			continue
		}
		fonts := embeddedFonts(b, path)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				usePaper(b, fonts)
			}
			b.ReportMetric(float64(len(fonts)), "fonts")
		})
	}
}

func usePaper(b *testing.B, fonts []embedded) {
	for _, e := range fonts {
		p, err := Parse(bytes.Clone(e.data))
		if err != nil {
			b.Fatal(err)
		}
		for code := range 128 {
			p.ByCode(byte(code))
		}
		p.ByName("a")
		for gid := range min(p.NumGlyphs(), glyphsPerFont) {
			p.Box(gid)
			p.Advance(gid)
		}
	}
}

// BenchmarkParse parses one font of each kind.
func BenchmarkParse(b *testing.B) {
	for name, data := range benchFonts() {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := Parse(bytes.Clone(data)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkBox requests boxes; none of them allocates.
func BenchmarkBox(b *testing.B) {
	for name, data := range benchFonts() {
		p := mustParse(b, data)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			gid := 0
			for b.Loop() {
				p.Box(gid)
				gid = (gid + 1) % p.NumGlyphs()
			}
		})
	}
}

func benchFonts() map[string][]byte {
	var t1 type1Source
	var tt trueTypeSource
	c := cffSource{globals: []string{"3 4 rlineto return"}, fdSource: type2Private}
	const curves = "10 20 30 40 50 60 rrcurveto -10 20 -30 40 -50 -60 rrcurveto 5 6 rlineto "
	for gid := range glyphsPerFont {
		t1.glyphs = append(t1.glyphs, [2]string{"g" + itoa(gid), "0 500 hsbw 0 hmoveto " + curves + curves + curves + "closepath endchar"})
		c.glyphs = append(c.glyphs, "0 hmoveto "+curves+curves+curves+"endchar")
		tt.glyphs = append(tt.glyphs, simpleGlyph([4]int{}, []ttPoint{{0, 0, true}, {50, 100, false}, {150, 120, false}, {200, 0, true}, {90, -90, false}}))
	}
	return map[string][]byte{"Type1": t1.bytes(), "CFF": c.bytes(), "TrueType": tt.bytes()}
}

// TestBoxAllocatesNothing keeps it that way.
func TestBoxAllocatesNothing(t *testing.T) {
	for name, data := range benchFonts() {
		p := mustParse(t, data)
		p.Box(1)
		if n := testing.AllocsPerRun(100, func() { p.Box(2) }); n >= 1 { // the pool may be emptied once
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}
