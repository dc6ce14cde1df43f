package rules

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
)

// The good paper leaves 54 points at the sides and 72 at top and foot.
func TestMargins(t *testing.T) {
	into := func(lines int, by float64) func(*measure.Facts) {
		return func(f *measure.Facts) {
			p := &f.Pages[1]
			for i := range lines {
				p.Lines[i].Box.X0 -= by
			}
		}
	}
	figure := func(r geom.Rect) func(*measure.Facts) {
		return func(f *measure.Facts) { f.Pages[0].Figures = []geom.Rect{r} }
	}
	hold(t, "margins", "margins: 72pt 54pt\ntolerance: {block: 3.6pt, stray: 9pt}", []askedCase{
		{"as asked", nil, "pass", "1, 0.75, 1, 0.75"},
		{"just inside", into(54, 3.5), "pass", "1, 0.75, 1, 0.7"},
		{"two stray lines", into(2, 8.9), "warn", "1, 0.75, 1, 0.63"},
		{"three lines", into(3, 3.7), "fail", "1, 0.75, 1, 0.7"},
		{"one line far out", into(1, 9.1), "fail", "1, 0.75, 1, 0.62"},
		{"off the page", into(3, 60), "fail", "1, 0.75, 1, 0"},
		{"a figure at the foot, just inside", figure(geom.Rect{X0: 60, Y0: 600, X1: 200, Y1: 723.5}), "pass", "1, 0.75, 0.95, 0.75"},
		{"a figure at the foot, far out", figure(geom.Rect{X0: 60, Y0: 600, X1: 200, Y1: 730}), "fail", "1, 0.75, 0.86, 0.75"},
		{"a figure at the head", figure(geom.Rect{X0: 60, Y0: 60, X1: 200, Y1: 99}), "fail", "0.83, 0.75, 1, 0.75"},
		{"a figure at the right", figure(geom.Rect{X0: 60, Y0: 90, X1: 570, Y1: 99}), "fail", "1, 0.58, 1, 0.75"},
		{"nothing is known", none, "unknown", ""},
	})
	higher := func(f *measure.Facts) { // on the pages after the first
		for i := range f.Pages[1:] {
			for k := range f.Pages[1+i].Lines {
				f.Pages[1+i].Lines[k].Box.Y0 -= 18
			}
		}
	}
	hold(t, "margins", "margins: 54pt\nmargins_of: {first-page: 72pt 54pt, a4: 90pt}\ntolerance: {block: 3.6pt, stray: 9pt}\n", []askedCase{
		{"less on later pages", higher, "pass", "0.75, 0.75, 1, 0.75"},
		{"less on the first, too", func(f *measure.Facts) {
			higher(f)
			for k := range f.Pages[0].Lines {
				f.Pages[0].Lines[k].Box.Y0 -= 18
			}
		}, "fail", "0.75, 0.75, 1, 0.75"},
		{"another paper", func(f *measure.Facts) {
			f.Pages[1].Size = geom.Point{X: 595.276, Y: 841.89}
		}, "fail", "1, 0.52, 1, 0.75"},
	})
}

// Where the call has its margins in centimetres or millimetres, so has the report.
func TestMarginsInTheUnitOfTheCall(t *testing.T) {
	for margins, want := range map[string][3]string{
		"1in":   {"in", "1, 0.75, 1, 0.75", "54 lines enter the left margin: only 0.75 in of the required 1 in is free."},
		"2.5cm": {"cm", "2.54, 1.91, 2.54, 1.91", "54 lines enter the left margin: only 1.91 cm of the required 2.5 cm is free."},
		"24mm":  {"mm", "25.4, 19.05, 25.4, 19.05", "54 lines enter the left margin: only 19 mm of the required 24 mm is free."},
	} {
		f := good()
		f.Pages = f.Pages[1:2]
		check, findings := asked(t, f, "margins", "margins: "+margins)
		if check.Unit != want[0] || check.Got != want[1] {
			t.Errorf("%s: %v %s, want %v", margins, check.Got, check.Unit, want)
		}
		said := false
		for _, finding := range findings {
			said = said || finding.Message == want[2]
		}
		if !said {
			t.Errorf("%s: no %q in %+v", margins, want[2], findings)
		}
	}
}

// Sentences have the lengths of a block or a gutter in the unit of the call, and the
// numbers of checks are inches as ever.
func TestLengthsInTheUnitOfTheCall(t *testing.T) {
	for asks, want := range map[string]string{
		"block: 6.5in x 9.1in":   "The text block is 7 in wide; at most 6.5 in is allowed.",
		"block: 16cm x 24.7cm":   "The text block is 17.78 cm wide; at most 16 cm is allowed.",
		"block: 160mm x 24.7cm":  "The text block is 17.78 cm wide; at most 16 cm is allowed.",
		"block: 160mm x 247mm":   "The text block is 177.8 mm wide; at most 160 mm is allowed.",
		"block: 455pt x 9.1in":   "The text block is 7 in wide; at most 6.319 in is allowed.",
		"block: 16 cm x 24.7 cm": "The text block is 17.78 cm wide; at most 16 cm is allowed.",
	} {
		check, findings := asked(t, good(), "text-block", asks)
		if len(findings) == 0 || findings[0].Message != want || findings[0].Unit != "in" || check.Unit != "in" {
			t.Errorf("%s: %s %+v, want %q", asks, check.Unit, findings, want)
		}
	}
	_, findings := asked(t, good(), "gutter", "gutter: 12mm")
	if want := "The space between the columns (gutter) is 8.5 mm; at least 12 mm is required."; len(findings) == 0 || findings[0].Message != want {
		t.Errorf("%+v, want %q", findings, want)
	}
}
