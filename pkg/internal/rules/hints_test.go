package rules

import (
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// Fixes fit what was found: nobody is sent to look for what is not there.
func TestHintsFitTheFinding(t *testing.T) {
	for _, c := range []struct {
		name, rule, place, has, not string
		spoil                       func(*measure.Facts)
	}{
		{"one overfull line", "text-block", "", "Overfull", "textheight", func(f *measure.Facts) { stick(f, 1, 10) }},
		{"a wide column", "text-block", "right column", "textwidth", "Overfull", func(f *measure.Facts) { stick(f, 54, 10) }},
		{"a tall page", "text-block", "bottom, full width", "textheight", "Overfull", func(f *measure.Facts) { deepen(f, 30) }},
		{"a wide figure", "figure-block", "", "columnwidth", "height", func(f *measure.Facts) { drawn(f, 54-21.6, 300) }},
		{"a wide table", "text-block", "", "tabularx", "includegraphics", func(f *measure.Facts) { stick(f, 6, 20); rows(f, 4) }},
		{"lines beside a table", "text-block", "", "side margins", "tabularx", func(f *measure.Facts) { stick(f, 6, 20); rows(f, 2) }},
		{"a table's rules", "figure-block", "", "tabularx", "includegraphics", func(f *measure.Facts) { ruled(f); rows(f, 4) }},
		{"a figure above text", "figure-block", "", "includegraphics", "tabularx", func(f *measure.Facts) { ruled(f) }},
		{"a note in the margin", "text-block", "", "marginpar", "side margins", func(f *measure.Facts) { note(f, 3, 30, "why so") }},
		{"numbers in the margin", "text-block", "", "side margins", "marginpar", func(f *measure.Facts) { note(f, 3, 30, "17") }},
		{"a third column", "text-block", "", "side margins", "marginpar", func(f *measure.Facts) { note(f, 40, 30, "why so") }},
		{"far beyond the margin", "text-block", "", "side margins", "marginpar", func(f *measure.Facts) { note(f, 3, 200, "why so") }},
		{"Latin Modern", "font-family", "", "lmodern", "«", func(f *measure.Facts) { f.BodyFont = "LMRoman10-Regular" }},
		{"bitmaps", "type3-fonts", "", "cm-super", "lmodern", func(f *measure.Facts) { f.Fonts[0].Type3 = true }},
		{"a label's size", "legible-figures", "", "printed", " pt", func(f *measure.Facts) {
			f.Tiny = []measure.Tiny{{Place: measure.Place{Page: 1, Text: "a"}, Size: 4}}
		}},
		{"white text", "hidden-text", "", "white", "OCR", hide(wording.HiddenBackground, false)},
		{"invisible mode", "hidden-text", "", "OCR", "white", hide(wording.HiddenInvisible, true)},
		{"off the page", "hidden-text", "", "outside the page", "white", hide(wording.HiddenOffPage, false)},
		{"covered", "hidden-text", "", "covers", "white", hide(wording.HiddenCovered, false)},
		{"a layer", "hidden-text", "", "layer", "white", hide(wording.HiddenLayer, false)},
		{"too small", "hidden-text", "", "large enough", "white", hide(wording.HiddenTiny, false)},
		{"a label", "legible-figures", "left column, top", "labels", "«", func(f *measure.Facts) {
			f.Tiny = []measure.Tiny{{Place: measure.Place{Page: 1, Box: f.Pages[0].Lines[3].Box, Text: "a"}, Size: 4}}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := good()
			c.spoil(f)
			_, findings := judge(t, f, c.rule)
			if len(findings) == 0 {
				t.Fatal("nothing was found")
			}
			if got := findings[0].Hint; !strings.Contains(got, c.has) || strings.Contains(got, c.not) {
				t.Errorf("the hint %q should speak of %q and not of %q", got, c.has, c.not)
			}
			if got := findings[0].Place; c.place != "" && got != c.place {
				t.Errorf("it is at %q, want %q", got, c.place)
			}
		})
	}
}

// deepen moves the last line of both columns of page 2 down.
func deepen(f *measure.Facts, by float64) {
	p := &f.Pages[1]
	for _, i := range []int{52, 53, 106, 107} {
		p.Lines[i].Box.Y0, p.Lines[i].Box.Y1 = p.Lines[i].Box.Y0+by, p.Lines[i].Box.Y1+by
		p.Block = p.Block.Union(p.Lines[i].Box)
	}
}

// rows makes the last n lines of page 2 rows of a table.
func rows(f *measure.Facts, n int) {
	lines := f.Pages[1].Lines
	for i := range n {
		lines[len(lines)-1-i].Table = true
	}
}

// ruled draws a frame around the last lines of page 2 that extends beyond the block.
func ruled(f *measure.Facts) {
	p := &f.Pages[1]
	last := p.Lines[len(p.Lines)-1].Box
	frame := []geom.Rect{{X0: last.X0, Y0: last.Y0 - 50, X1: last.X1 + 30, Y1: last.Y1}}
	p.Figures, p.SureFigures = frame, frame
}

// note sets n lines beside the block of page 1 that reach d points beyond it.
func note(f *measure.Facts, n int, d float64, text string) {
	p := &f.Pages[0]
	for i := range n {
		y := 300 + 9*float64(i)
		p.Lines = append(p.Lines, measure.Line{
			Box: geom.Rect{X0: p.Block.X1 + d - 20, Y0: y, X1: p.Block.X1 + d, Y1: y + 9}, Baseline: y + 7, Size: 7, Column: 1, Text: text,
		})
	}
	block(p)
}

func hide(why report.Kind, inFigure bool) func(*measure.Facts) {
	return func(f *measure.Facts) {
		f.Hidden = []measure.Hidden{{Place: measure.Place{Page: 1, Text: "give it"}, Why: why, InFigure: inFigure, Letters: 9}}
	}
}

// Fixes speak of what the profile asks, not of another venue.
func TestHintsSpeakOfTheProfile(t *testing.T) {
	p := venue()
	p.Paper = []profile.Size{{Width: 595.276, Height: 841.89}}
	p.BodySize.Min, p.Leading.Min, p.Columns = 11, 13, 1
	f := good()
	f.Leading = known(11)
	_, findings := Judge(f, p)
	hints := map[string]string{}
	for _, finding := range findings {
		hints[finding.Rule] += finding.Hint
		if strings.ContainsAny(finding.Hint, "«»") {
			t.Errorf("%s: %q has words that are not filled in", finding.Rule, finding.Hint)
		}
	}
	for rule, want := range map[string]string{
		"page-size": "a4paper", "body-font-size": "[11pt]", "leading": "exactly 13 pt", "columns": "[onecolumn]",
	} {
		if !strings.Contains(hints[rule], want) {
			t.Errorf("%s: %q does not say %q", rule, hints[rule], want)
		}
	}
}

// A page limit of another kind than OpML's is not explained by references, and a
// paper that is too short is not to be shortened.
func TestHintsOfPageLimits(t *testing.T) {
	for _, c := range []struct {
		limit profile.PageLimit
		not   string
	}{
		{profile.PageLimit{Count: profile.Count{Most: 2}}, "references"},
		{profile.PageLimit{Count: profile.Count{Least: 9}}, "shorten"},
	} {
		p := venue()
		p.Pages = []profile.PageLimit{c.limit}
		_, findings := Judge(good(), p)
		if len(findings) == 0 || findings[0].Rule != "page-limit" || strings.Contains(findings[0].Hint, c.not) {
			t.Errorf("%+v: %+v", c.limit, findings)
		}
	}
}

// What sticks out is told by its side.
func TestSides(t *testing.T) {
	window := geom.Rect{X0: 10, Y0: 10, X1: 90, Y1: 90}
	low, high := geom.Rect{X0: 5, Y0: 5, X1: 50, Y1: 50}, geom.Rect{X0: 50, Y0: 50, X1: 95, Y1: 95}
	for _, c := range []struct {
		vertical bool
		boxes    []geom.Rect
		want     string
	}{
		{true, []geom.Rect{low}, "top"}, {true, []geom.Rect{high}, "bottom"}, {true, []geom.Rect{low, high}, "top and bottom"},
		{false, []geom.Rect{low}, "left"}, {false, []geom.Rect{high}, "right"}, {false, nil, ""},
	} {
		if got := sides(&measure.Overhang{Vertical: c.vertical, Window: window}, c.boxes); got != c.want {
			t.Errorf("%v %v: %q, want %q", c.vertical, c.boxes, got, c.want)
		}
	}
}
