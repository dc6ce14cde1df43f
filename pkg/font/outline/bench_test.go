package outline

import (
	"path/filepath"
	"testing"
)

// glyphsPerFont is how many glyphs of a font a paper uses.
const glyphsPerFont = 60

// BenchmarkPaper parses the fonts of a whole paper and asks for what its pages
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
		p, err := Parse(e.data)
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
