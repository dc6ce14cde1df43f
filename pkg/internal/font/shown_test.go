package font

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// shownText finds the strings that a file's streams show, without graphics:
// enough to weigh glyphs by how often they are used.
type shownText struct {
	fonts map[int]*Font // by object number
	show  func(f *Font, s []byte)
	seen  map[int]bool // forms
}

func (s *shownText) page(p pdf.Page) {
	var all []byte
	for _, c := range p.Contents() {
		data, _ := c.Decode()
		all = append(append(all, data...), '\n')
	}
	s.stream(all, p.Resources, 0)
}

func (s *shownText) stream(data []byte, res pdf.Value, depth int) {
	lex := syntax.NewLexer(data)
	var font *Font
	var name string
	var pending [][]byte
	var saved []*Font
	for {
		t := lex.Next()
		switch t.Kind {
		case syntax.EOF:
			return
		case syntax.Name:
			name = string(t.Bytes)
		case syntax.String:
			pending = append(pending, t.Bytes)
		case syntax.Keyword:
			switch string(t.Bytes) {
			case "q":
				saved = append(saved, font)
			case "Q":
				if n := len(saved); n > 0 {
					font, saved = saved[n-1], saved[:n-1]
				}
			case "Tf":
				font = s.font(res.Key("Font").Key(name))
			case "Tj", "TJ", "'", "\"":
				for _, b := range pending {
					if font != nil {
						s.show(font, b)
					}
				}
			case "Do":
				s.form(res.Key("XObject").Key(name), res, depth)
			}
			pending = pending[:0]
		}
	}
}

func (s *shownText) form(v, res pdf.Value, depth int) {
	n := v.ObjectNumber()
	if depth > 8 || s.seen[n] || v.Key("Subtype").Name() != "Form" {
		return
	}
	s.seen[n] = true
	data, err := v.Decode()
	if err != nil {
		return
	}
	if own := v.Key("Resources"); own.IsDict() {
		res = own
	}
	s.stream(data, res, depth+1)
}

func (s *shownText) font(v pdf.Value) *Font {
	n := v.ObjectNumber()
	if n == 0 {
		return Load(v)
	}
	if s.fonts[n] == nil {
		s.fonts[n] = Load(v)
	}
	return s.fonts[n]
}

// census counts the glyphs of shown text.
type census struct {
	glyphs, text, blank int
	sources             [BoxGuess + 1]int
	compared, differs   int // advances of the dictionary against those of the program
}

func (c *census) add(f *Font, s []byte) {
	if f.Kind == Type3 && f.isCounted() {
		return // no one can know its characters
	}
	for len(s) > 0 {
		g, n := f.Next(s)
		s = s[n:]
		c.glyphs++
		if g.Text != "" {
			c.text++
		}
		if g.Box.IsEmpty() {
			c.blank++
		} else {
			c.sources[g.Source]++
		}
		c.compare(f, g)
	}
}

// compare compares the advance that the dictionary gives with that of the glyph
// found in the program: they differ where the wrong glyph was found.
func (c *census) compare(f *Font, g *Glyph) {
	p := f.outlines()
	if p == nil || f.Vertical {
		return
	}
	var gid int
	var found bool
	if f.composite != nil {
		gid, found = f.cidGID(g)
	} else {
		gid, found = f.simpleGID(byte(g.Code), g.Name)
	}
	if w, ok := p.Advance(gid); ok && found {
		c.compared++
		if math.Abs(w-g.Advance) > 0.015 {
			c.differs++
		}
	}
}

// TestShownText reads all text of the papers and requires that nearly all of it has
// characters and boxes that were measured.
func TestShownText(t *testing.T) {
	var all census
	for _, path := range corpus(t) {
		if filepath.Base(filepath.Dir(path)) == "odd" {
			continue // made to be broken
		}
		c := censusOf(t, path)
		all.merge(c)
		if c.glyphs > 0 && (c.text*100 < c.glyphs*97 || c.measured()*1000 < (c.glyphs-c.blank)*999 || c.differs*200 > c.compared) {
			t.Logf("%s: %+v", filepath.Base(path), c)
		}
	}
	t.Logf("all: %+v", all)
	if all.text*1000 < all.glyphs*998 {
		t.Errorf("only %d of %d glyphs have text", all.text, all.glyphs)
	}
	if all.measured() < all.glyphs-all.blank {
		t.Errorf("only %d of %d boxes were measured", all.measured(), all.glyphs-all.blank)
	}
}

func (c census) measured() int { return c.sources[BoxOutline] + c.sources[BoxMetrics] }

func (c *census) merge(o census) {
	c.glyphs, c.text, c.blank = c.glyphs+o.glyphs, c.text+o.text, c.blank+o.blank
	c.compared, c.differs = c.compared+o.compared, c.differs+o.differs
	for i, n := range o.sources {
		c.sources[i] += n
	}
}

func censusOf(t *testing.T, path string) (c census) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := pdf.Open(context.Background(), data, pdf.DefaultLimits())
	if err != nil {
		return c
	}
	s := shownText{fonts: map[int]*Font{}, seen: map[int]bool{}, show: c.add}
	for _, p := range doc.Pages() {
		s.page(p)
	}
	return c
}

// BenchmarkShownText loads the fonts of a three-page paper afresh and decodes all
// of its text.
func BenchmarkShownText(b *testing.B) {
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "shared", "cases", "ok-times.pdf"))
	if err != nil {
		b.Skip("there is no ../shared beside the repository")
	}
	limits := pdf.DefaultLimits()
	limits.TotalBytes = 1 << 50
	doc, err := pdf.Open(context.Background(), data, limits)
	if err != nil {
		b.Fatal(err)
	}
	shown := map[*Font][][]byte{}
	s := shownText{fonts: map[int]*Font{}, seen: map[int]bool{}}
	s.show = func(f *Font, text []byte) { shown[f] = append(shown[f], text) }
	for _, p := range doc.Pages() {
		s.page(p)
	}
	for b.Loop() {
		for old, texts := range shown {
			f := Load(old.dict)
			for _, t := range texts {
				for len(t) > 0 {
					_, n := f.Next(t)
					t = t[n:]
				}
			}
		}
	}
}
