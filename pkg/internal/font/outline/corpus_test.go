package outline

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// shared is the folder of real papers beside the repository's root.
const shared = "../../../../../shared"

// embedded is a font program found in a PDF file.
type embedded struct {
	where, key string // file and font, FontFile…
	data       []byte
}

// fontWalk collects the font programs that a document's pages lead to.
type fontWalk struct {
	file string
	seen map[int]bool
	out  []embedded
}

// maxWalkDepth ends the descent into resources that stand directly in one another.
const maxWalkDepth = 12

func (w *fontWalk) visited(v pdf.Value) bool {
	n := v.ObjectNumber()
	if n == 0 {
		return false
	}
	old := w.seen[n]
	w.seen[n] = true
	return old
}

func (w *fontWalk) resources(res pdf.Value, depth int) {
	if depth > maxWalkDepth || !res.IsDict() || w.visited(res) {
		return
	}
	fonts := res.Key("Font")
	for _, k := range fonts.Keys() {
		w.font(fonts.Key(k), depth)
	}
	for _, kind := range []string{"XObject", "Pattern"} {
		group := res.Key(kind)
		for _, k := range group.Keys() {
			if x := group.Key(k); !w.visited(x) {
				w.resources(x.Key("Resources"), depth+1)
			}
		}
	}
}

func (w *fontWalk) font(f pdf.Value, depth int) {
	if w.visited(f) {
		return
	}
	w.resources(f.Key("Resources"), depth+1) // Type 3
	for i := range f.Key("DescendantFonts").Len() {
		w.font(f.Key("DescendantFonts").Index(i), depth+1)
	}
	d := f.Key("FontDescriptor")
	for _, key := range []string{"FontFile", "FontFile2", "FontFile3"} {
		s := d.Key(key)
		if !s.IsStream() || w.visited(s) {
			continue
		}
		if data, err := s.Decode(); err == nil && len(data) > 0 {
			w.out = append(w.out, embedded{w.file + " " + f.Key("BaseFont").Name(), key, data})
		}
	}
}

// embeddedFonts returns the font programs of one file.
func embeddedFonts(t testing.TB, path string) []embedded {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := pdf.Open(context.Background(), data, pdf.DefaultLimits())
	if err != nil {
		return nil // not this test's business
	}
	w := fontWalk{file: filepath.Base(path), seen: map[int]bool{}}
	for _, p := range doc.Pages() {
		w.resources(p.Resources, 0)
	}
	return w.out
}

// corpusFiles lists our papers and the PDF files of the shared folders, a sample unless
// the run is thorough.
func corpusFiles(t testing.TB) []string { return pdftest.Corpus(t, 5, "papers", "odd") }

// TestEmbeddedFonts runs every glyph of every font program in the shared papers:
// at least 99.5 % of the programs give boxes for nearly all their glyphs.
func TestEmbeddedFonts(t *testing.T) {
	programs, good, glyphs, broken := 0, 0, 0, 0
	kinds := map[string]int{}
	for _, file := range corpusFiles(t) {
		for _, e := range embeddedFonts(t, file) {
			programs++
			p, err := Parse(bytes.Clone(e.data))
			if err != nil {
				t.Logf("%s (%s, %d bytes, % x): %v", e.where, e.key, len(e.data), e.data[:min(16, len(e.data))], err)
				continue
			}
			kinds[kindOf(p)]++
			bad := brokenGlyphs(t, e.where, p)
			glyphs += p.NumGlyphs()
			broken += bad
			if bad*50 <= p.NumGlyphs() {
				good++
			}
		}
	}
	t.Logf("%d programs %v, %d good; %d glyphs, %d broken", programs, kinds, good, glyphs, broken)
	if float64(good) < .995*float64(programs) {
		t.Errorf("only %d of %d programs give their boxes", good, programs)
	}
}

func brokenGlyphs(t *testing.T, where string, p Program) (bad int) {
	for gid := range p.NumGlyphs() {
		if _, err := p.Box(gid); err != nil {
			if bad++; bad == 1 {
				t.Logf("%s: glyph %d %s of %d: %v", where, gid, p.Name(gid), p.NumGlyphs(), err)
			}
		}
	}
	return bad
}

func kindOf(p Program) string {
	switch f := p.(type) {
	case *type1:
		return "Type 1"
	case *cff:
		if f.top.cid {
			return "CID CFF"
		}
		return "CFF"
	case *sfnt:
		if f.cff != nil {
			return "OpenType CFF"
		}
		return "TrueType"
	}
	return "?"
}
