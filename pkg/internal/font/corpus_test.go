package font

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// corpus returns our papers and those that are beside the repository, a sample unless
// the run is thorough.
func corpus(t testing.TB) []string { return pdftest.Corpus(t, 7, "papers", "cases", "odd") }

// eachFont calls visit for every font of a file: those of its pages and of the
// forms that they show.
func eachFont(t testing.TB, path string, visit func(name string, dict pdf.Value)) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := pdf.Open(context.Background(), data, pdf.DefaultLimits())
	if err != nil {
		return // not this package's matter
	}
	seen := map[int]bool{}
	for _, page := range doc.Pages() {
		walkResources(page.Resources, seen, 0, visit)
	}
}

func walkResources(res pdf.Value, seen map[int]bool, depth int, visit func(string, pdf.Value)) {
	if depth > 8 {
		return
	}
	once := func(v pdf.Value) bool {
		n := v.ObjectNumber()
		if n != 0 && seen[n] {
			return false
		}
		seen[n] = true
		return true
	}
	fonts := res.Key("Font")
	for _, name := range fonts.Keys() {
		if v := fonts.Key(name); v.IsDict() && once(v) {
			visit(name, v)
		}
	}
	forms := res.Key("XObject")
	for _, name := range forms.Keys() {
		if v := forms.Key(name); v.IsStream() && once(v) {
			walkResources(v.Key("Resources"), seen, depth+1, visit)
		}
	}
}

// tally counts what the glyphs of fonts have.
type tally struct {
	fonts, texts, blank int
	sources             [BoxGuess + 1]int
}

// TestCorpus loads every font of the papers and decodes every code of it.
func TestCorpus(t *testing.T) {
	var all tally
	for _, path := range corpus(t) {
		eachFont(t, path, func(name string, dict pdf.Value) {
			f := Load(dict)
			shown, known := all.add(t, f)
			if err := f.Err(); err != nil {
				t.Errorf("%s %s: %v", filepath.Base(path), name, err)
			}
			if testing.Verbose() && 2*known <= shown {
				t.Logf("%s %s %s %s: %d of %d codes have text", filepath.Base(path), name, f.Name, f.Kind, known, shown)
			}
		})
	}
	t.Logf("%d fonts, %d with text for most codes; boxes: outline %d, metrics %d, descriptor %d, guess %d; blank %d",
		all.fonts, all.texts, all.sources[BoxOutline], all.sources[BoxMetrics], all.sources[BoxDescriptor], all.sources[BoxGuess], all.blank)
}

// add decodes 256 codes of a font and describes how many have an advance, and how
// many of those text.
func (c *tally) add(t *testing.T, f *Font) (shown, known int) {
	for code := range 256 {
		s := []byte{byte(code)}
		if f.composite != nil {
			s = []byte{byte(code >> 7), byte(code << 1)}
		}
		for len(s) > 0 {
			g, n := f.Next(s)
			if g == nil || n < 1 || n > len(s) {
				t.Fatalf("%s: Next(%x) = %v, %d", f.Name, s, g, n)
			}
			if again, _ := f.Next(s); again != g {
				t.Fatalf("%s: a code gave two glyphs", f.Name)
			}
			s = s[n:]
			if g.Advance == 0 {
				continue
			}
			shown++
			if g.Text != "" {
				known++
			}
			c.count(g)
		}
	}
	c.fonts++
	if 2*known > shown {
		c.texts++
	}
	return shown, known
}

func (c *tally) count(g *Glyph) {
	if g.Box.IsEmpty() {
		c.blank++
	} else {
		c.sources[g.Source]++
	}
}
