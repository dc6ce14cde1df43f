package content

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// oraclePapers returns the papers to compare with another program, a sample unless
// the run is thorough, or skips the test.
func oraclePapers(t *testing.T, tool string, every int) []string {
	t.Helper()
	if _, err := exec.LookPath(tool); err != nil {
		t.Skipf("%s is not installed", tool)
	}
	if testing.Short() {
		t.Skip("comparisons with other programs take long")
	}
	return pdftest.Corpus(t, every, "papers")
}

// readPages interprets all pages of a file.
func readPages(t *testing.T, file string) []*Page {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := pdf.Open(context.Background(), data, pdf.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	in := New(doc, DefaultLimits())
	var pages []*Page
	for _, p := range doc.Pages() {
		page, err := in.Page(context.Background(), p)
		if err != nil {
			t.Fatalf("page %d: %v", p.Number, err)
		}
		kept := *page // the lists serve for later pages
		kept.Glyphs, kept.Drawings, kept.Images = slices.Clone(page.Glyphs), slices.Clone(page.Drawings), slices.Clone(page.Images)
		pages = append(pages, &kept)
	}
	return pages
}

// TestGlyphsAgainstMuPDF compares the places of visible characters with those
// that MuPDF paints.
func TestGlyphsAgainstMuPDF(t *testing.T) {
	for _, file := range oraclePapers(t, "mutool", 24) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			pages, theirs := readPages(t, file), tracePages(t, file)
			if len(pages) != len(theirs) {
				t.Fatalf("%d pages, MuPDF has %d", len(pages), len(theirs))
			}
			var same, total int
			for i, p := range pages {
				if slices.ContainsFunc(p.Glyphs, func(g Glyph) bool { return g.Glyph.Drawn != nil }) {
					continue // letters stand where their shapes tell, not where the font has its origin
				}
				s, n := matchGlyphs(p, theirs[i])
				if s < n*99/100 {
					t.Logf("page %d: %d of %d", i+1, s, n)
				}
				same, total = same+s, total+n
			}
			share := float64(same) / math.Max(1, float64(total))
			t.Logf("%.3f %% of %d characters", 100*share, total)
			if total > 0 && share < 0.99 {
				t.Errorf("only %d of %d characters are where MuPDF paints them", same, total)
			}
		})
	}
}

// nearby is how far apart in points a glyph may be in two readings.
const nearby = 0.5

// matchGlyphs counts the characters of MuPDF on the visible page, and those of
// them that have a glyph of ours nearby, each used once.
func matchGlyphs(p *Page, theirs []geom.Point) (same, total int) {
	cells := map[[2]int][]int{}
	cell := func(q geom.Point) [2]int { return [2]int{int(math.Floor(q.X)), int(math.Floor(q.Y))} }
	for i, g := range p.Glyphs {
		c := cell(g.Origin)
		cells[c] = append(cells[c], i)
	}
	used := make([]bool, len(p.Glyphs))
	find := func(q geom.Point) bool {
		best, at := nearby, -1
		c := cell(q)
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				for _, i := range cells[[2]int{c[0] + dx, c[1] + dy}] {
					if d := p.Glyphs[i].Origin.Sub(q).Norm(); !used[i] && d <= best {
						best, at = d, i
					}
				}
			}
		}
		if at >= 0 {
			used[at] = true
		}
		return at >= 0
	}
	visible := geom.Rect{X1: p.Size.X, Y1: p.Size.Y}
	for _, q := range theirs {
		if !visible.Contains(q) {
			continue
		}
		total++
		if find(q) {
			same++
		}
	}
	return same, total
}

// tracePages returns the origins of the characters on each page by MuPDF, in
// points from the top left corner of the visible page.
func tracePages(t *testing.T, file string) [][]geom.Point {
	t.Helper()
	cmd := exec.Command("mutool", "draw", "-q", "-F", "trace", file)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	pages := parseTrace(out)
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	return pages
}

// parseTrace reads lines such as
//
//	<fill_text … transform="1 0 0 -1 0 792">
//	    <g unicode="A" glyph="1" x="72" y="700" adv=".7"/>
//
// A <g> without a glyph is a further character of a ligature. Text that is only a clip, or ignored (render mode 3), is not visible text.
func parseTrace(in io.Reader) (pages [][]geom.Point) {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<24)
	m, shown, filled := geom.Identity(), false, ""
	for lines.Scan() {
		line := bytes.TrimLeft(lines.Bytes(), " ")
		switch {
		case bytes.HasPrefix(line, []byte("<page ")):
			pages = append(pages, nil)
		case bytes.HasPrefix(line, []byte("<fill_text")), bytes.HasPrefix(line, []byte("<stroke_text")):
			place := attribute(line, `transform="`)
			shown = line[1] == 'f' || place != filled // filled and stroked text comes twice
			filled = place
			f := fields(place, 6)
			m = geom.Matrix{A: f[0], B: f[1], C: f[2], D: f[3], E: f[4], F: f[5]}
		case bytes.HasPrefix(line, []byte("<clip_text")), bytes.HasPrefix(line, []byte("<clip_stroke_text")), bytes.HasPrefix(line, []byte("<ignore_text")):
			shown = false
		case shown && bytes.HasPrefix(line, []byte("<g ")) && bytes.Contains(line, []byte(` glyph="`)) && !bytes.HasPrefix(line, []byte(`<g unicode=" "`)):
			x, y := fields(attribute(line, ` x="`), 1), fields(attribute(line, ` y="`), 1)
			last := len(pages) - 1
			pages[last] = append(pages[last], m.Apply(geom.Point{X: x[0], Y: y[0]}))
		}
	}
	return pages
}

func attribute(line []byte, key string) string {
	i := bytes.Index(line, []byte(key))
	if i < 0 {
		return ""
	}
	value, _, _ := strings.Cut(string(line[i+len(key):]), `"`)
	return value
}

// fields returns n numbers; those that are missing are not numbers.
func fields(s string, n int) []float64 {
	out := make([]float64, n)
	words := strings.Fields(s)
	for i := range out {
		out[i] = math.NaN()
		if i < len(words) {
			out[i], _ = strconv.ParseFloat(words[i], 64)
		}
	}
	return out
}
