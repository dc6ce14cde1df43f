package layout

import (
	"context"
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// fuzzWords are what fuzzed papers are written with: words that roles, furniture
// and references are told by, and some that mean nothing.
var fuzzWords = []string{
	"running text of some length in a line", "References", "[1] A. Lovelace. Notes. 1943.", "Figure 3: The loom", "12", "Page 3 of 9", "a", "",
	"Abstract", "Appendix", "1 Introduction", "•  a card", "x = y", "CONFIDENTIAL", "\uFFFD", "The same head on all pages",
}

var fuzzFonts = []*font.Font{{Name: "Times-Roman"}, {Name: "Times-Bold"}, {Name: "CMMI10"}, {Name: "Courier"}, {}, {Vertical: true}}

// recordSize is the bytes of a fuzzed paper that place a word or a drawing.
const recordSize = 6

// fuzzPages makes the pages of a paper from bytes.
func fuzzPages(data []byte) []*content.Page {
	page := &content.Page{Number: 1, Size: geom.Point{X: 612, Y: 792}, Forms: []content.Form{{}, {Parent: 1}}}
	pages := []*content.Page{page}
	for ; len(data) >= recordSize && len(pages) < 20; data = data[recordSize:] {
		kind, x, y, size := data[0], 3*float64(data[1])-60, 4*float64(data[2])-100, float64(data[3])/4
		box := geom.Rect{X0: x, Y0: y, X1: x + size, Y1: y + float64(data[4])}
		switch kind % 8 {
		case 0:
			page = &content.Page{Number: len(pages) + 1, Size: geom.Point{X: 612 + float64(data[4]%2)*180, Y: 792}}
			pages = append(pages, page)
		case 1:
			page.Drawings = append(page.Drawings, content.Drawing{Kind: content.Stroke, Box: box, Form: form(page, kind)})
		case 2:
			page.Images = append(page.Images, content.Image{Box: box, Form: form(page, kind)})
		default:
			addWord(page, fuzzWords[int(data[4])%len(fuzzWords)], geom.Point{X: x, Y: y}, size, kind, data[5])
		}
	}
	return pages
}

// form returns one of the page's forms, or none.
func form(p *content.Page, kind byte) int32 { return int32(int(kind>>5) % (len(p.Forms) + 1)) }

// addWord sets a word letter by letter; look tells its font, whether it is
// turned and whether it can be seen.
func addWord(p *content.Page, word string, at geom.Point, size float64, kind, look byte) {
	step := geom.Point{X: size / 2}
	if look&64 != 0 {
		step = geom.Point{Y: -size / 2}
	}
	hidden := content.Visible
	if look >= 192 {
		hidden = content.Hidden(look) % (content.LayerOff + 1)
	}
	for _, r := range word {
		g := content.Glyph{
			Setting: &content.Setting{Font: fuzzFonts[int(look)%len(fuzzFonts)], Em: step, HScale: 1, Form: form(p, kind)},
			Glyph:   &font.Glyph{Text: string(r), Advance: 1}, Origin: at, Size: size, Hidden: hidden,
			Box: geom.Rect{X0: at.X, Y0: at.Y - size, X1: at.X + size/2, Y1: at.Y},
		}
		if r == ' ' || size == 0 {
			g.Box = geom.Empty()
		}
		p.Glyphs = append(p.Glyphs, g)
		at = at.Add(step)
	}
}

// FuzzCompose lays out papers of words at any place. Whatever comes, every glyph
// that can be seen stands in one line of its page, and two runs agree.
func FuzzCompose(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{3, 40, 50, 40, 0, 0, 3, 40, 53, 40, 0, 0, 3, 120, 50, 40, 1, 1, 3, 120, 53, 36, 2, 0, 0, 0, 0, 0, 0, 0, 3, 40, 50, 40, 15, 0})
	f.Add([]byte{3, 40, 50, 80, 9, 1, 3, 60, 49, 20, 4, 0, 1, 40, 60, 200, 90, 0, 3, 45, 65, 24, 6, 64, 3, 30, 50, 24, 4, 0})
	f.Add([]byte{35, 40, 50, 40, 0, 0, 33, 40, 50, 200, 200, 0, 67, 40, 60, 40, 0, 193, 3, 40, 70, 0, 3, 5, 3, 255, 255, 255, 2, 2})
	f.Fuzz(func(t *testing.T, data []byte) {
		pages := fuzzPages(data)
		l := composePages(t, pages)
		checkLayout(t, pages, l)
		if again := composePages(t, fuzzPages(data)); !cmp.Equal(summary(again), summary(l)) {
			t.Errorf("the same paper twice: %s", cmp.Diff(summary(l), summary(again)))
		}
	})
}

func composePages(t *testing.T, pages []*content.Page) *Layout {
	t.Helper()
	var sheets []*Sheet
	for _, p := range pages {
		sheets = append(sheets, Read(p))
	}
	l, err := Compose(context.Background(), sheets)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// checkLayout holds a layout against the pages that it was made of.
func checkLayout(t *testing.T, pages []*content.Page, l *Layout) {
	t.Helper()
	if len(l.Pages) != len(pages) {
		t.Fatalf("%d pages, want %d", len(l.Pages), len(pages))
	}
	for i, p := range l.Pages {
		seen, hidden := 0, 0
		for _, line := range p.Lines {
			chars := 0
			for k := range line.Runs {
				chars += line.Runs[k].Chars
			}
			seen += chars
			switch {
			case chars != line.Chars || chars == 0:
				t.Errorf("page %d: %q has %d glyphs in its runs and says %d", p.Number, line.Text, chars, line.Chars)
			case line.Column < Across || line.Column >= max(1, len(p.Columns)):
				t.Errorf("page %d: %q stands in column %d of %d", p.Number, line.Text, line.Column, len(p.Columns))
			case line.Role > Furniture || (line.Role == Furniture) != (line.Kind != NoFurniture):
				t.Errorf("page %d: %q has role %d and kind %d", p.Number, line.Text, line.Role, line.Kind)
			case math.IsNaN(line.X0+line.X1+line.Baseline+line.Style.Size) || line.Box.IsEmpty() || line.X0 > line.X1:
				t.Errorf("page %d: %q stands at %v, from %v to %v", p.Number, line.Text, line.Box, line.X0, line.X1)
			}
		}
		for k := range p.Hidden {
			hidden += p.Hidden[k].Chars
		}
		if wantSeen, wantHidden := glyphsOf(pages[i]); seen != wantSeen || hidden != wantHidden {
			t.Errorf("page %d: %d glyphs in lines and %d hidden, want %d and %d", p.Number, seen, hidden, wantSeen, wantHidden)
		}
	}
}

// glyphsOf counts the glyphs with ink that can be seen, and those that cannot.
func glyphsOf(p *content.Page) (seen, hidden int) {
	for i := range p.Glyphs {
		switch {
		case p.Glyphs[i].Box.IsEmpty():
		case p.Glyphs[i].Hidden == content.Visible:
			seen++
		default:
			hidden++
		}
	}
	return seen, hidden
}

type lineSummary struct {
	Page, Column, Block int
	Role                Role
	Text                string
	Baseline            float64
}

func summary(l *Layout) []lineSummary {
	var out []lineSummary
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			out = append(out, lineSummary{p.Number, line.Column, line.Block, line.Role, line.Text, line.Baseline})
		}
	}
	return out
}

// The layout ends with its context.
func TestComposeIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Compose(ctx, []*Sheet{{Number: 1}}); !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}

// The names of roles are words of reports: each has one of its own.
func TestRoleNames(t *testing.T) {
	seen := map[string]bool{}
	for r := Text; r <= Furniture; r++ {
		if seen[r.String()] || r.String() == "" {
			t.Errorf("role %d is called %q", r, r)
		}
		seen[r.String()] = true
	}
}
