package rules

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// widenLines moves the right edge of n lines of a page outwards.
func widenLines(p *measure.Page, n int, d float64) {
	for i := range n {
		p.Lines[len(p.Lines)-1-i].Box.X1 += d
	}
	block(p)
}

// deepenLines moves the last lines of a page down.
func deepenLines(p *measure.Page, n int, d float64) {
	for i := range n {
		line := &p.Lines[len(p.Lines)-1-i]
		line.Box.Y0, line.Box.Y1 = line.Box.Y0+d, line.Box.Y1+d
	}
	block(p)
}

// A block that is too large on most pages is one finding, the same on each; single
// places are reported as they are.
func TestWholeBlock(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(first, second *measure.Page)
		want  []report.Kind
		text  string
	}{
		"wide": {func(a, b *measure.Page) { widenLines(a, 30, 20); widenLines(b, 30, 18) },
			[]report.Kind{wording.BlockTooWide, wording.BlockTooWide}, "The text block is 7.278 in wide; at most 7 in is allowed."},
		"deep": {func(a, b *measure.Page) { deepenLines(a, 2, 20); deepenLines(b, 2, 18) },
			[]report.Kind{wording.BlockTooDeep, wording.BlockTooDeep}, "The text block is 9.278 in high; at most 9 in is allowed."},
		"both": {func(a, b *measure.Page) {
			for _, p := range []*measure.Page{a, b} {
				widenLines(p, 30, 20)
				deepenLines(p, 2, 20)
			}
		}, []report.Kind{wording.BlockTooLarge, wording.BlockTooLarge}, "The text block is 7.278 in wide and 9.278 in high; at most 7 in × 9 in is allowed."},
		"wide, the other page short": {func(a, b *measure.Page) { widenLines(a, 30, 20); b.Lines = b.Lines[:3]; block(b) },
			[]report.Kind{wording.BlockTooWide}, "The text block is 7.278 in wide; at most 7 in is allowed."},
		"a line, the other page short": {func(a, b *measure.Page) { deepenLines(a, 1, 20); b.Lines = b.Lines[:3]; block(b) }, []report.Kind{wording.TextTooTall}, ""},
		"wide on one page":             {func(a, _ *measure.Page) { widenLines(a, 30, 20) }, []report.Kind{wording.TextTooWide}, ""},
		"a line on each":               {func(a, b *measure.Page) { widenLines(a, 1, 20); widenLines(b, 1, 20) }, []report.Kind{wording.LinesTooWide, wording.LinesTooWide}, ""},
		"wide, a line deeper":          {func(a, b *measure.Page) { widenLines(a, 30, 20); widenLines(b, 30, 20); deepenLines(a, 1, 20) }, []report.Kind{wording.BlockTooWide, wording.TextTooTall, wording.BlockTooWide}, ""},
		"tables": {func(a, b *measure.Page) {
			for _, p := range []*measure.Page{a, b} {
				widenLines(p, 6, 20)
				for i := range 6 {
					p.Lines[len(p.Lines)-1-i].Table = true
				}
			}
		}, []report.Kind{wording.TableTooWide, wording.TableTooWide}, ""},
	} {
		f := good()
		f.Pages = f.Pages[:2]
		c.spoil(&f.Pages[0], &f.Pages[1])
		check, findings := judge(t, f, "text-block")
		var got []report.Kind
		for _, finding := range findings {
			got = append(got, finding.Kind)
		}
		if len(got) != len(c.want) || check.Status != report.StatusFail {
			t.Errorf("%s: %s %v, want %v", name, check.Status, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] || c.text != "" && (findings[i].Message != c.text || findings[i].Place != "") {
				t.Errorf("%s: %s at %q: %q, want %s %q", name, got[i], findings[i].Place, findings[i].Message, c.want[i], c.text)
			}
		}
	}
}
