package accuracy

import (
	"math"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

// Wilson's intervals as tables have them.
func TestInterval(t *testing.T) {
	for _, c := range []struct {
		share, n  int
		low, high float64
	}{
		{0, 10, 0, .2775}, {5, 10, .2366, .7634}, {10, 10, .7225, 1}, {1, 100, .0018, .0545}, {0, 0, 0, 1},
	} {
		low, high := Interval(c.share, c.n)
		if math.Abs(low-c.low) > .0001 || math.Abs(high-c.high) > .0001 {
			t.Errorf("%d of %d: %.4f to %.4f, want %.4f to %.4f", c.share, c.n, low, high, c.low, c.high)
		}
	}
}

// sketched is a page with the lines given as role, left and right edge, baseline.
func sketched(lines ...report.SketchLine) report.Page {
	for i := range lines {
		l := &lines[i]
		l.Box[1], l.Box[3] = l.Baseline-7, l.Baseline+2
	}
	return report.Page{Sketch: &report.Sketch{Lines: lines}}
}

func sketchedLine(role string, x0, x1, y float64) report.SketchLine {
	return report.SketchLine{Role: role, Box: [4]float64{x0, 0, x1, 0}, Baseline: y}
}

// Of five true lines one is right, one wrong, one shares its line with a run-in
// head, one is read together with the other column, and one is not found.
func TestScoreRoles(t *testing.T) {
	line := func(role string, column int, x0, x1, y float64) Line {
		return Line{Page: 1, Column: column, X0: x0, X1: x1, Y: y, Size: 10, Role: role}
	}
	s := Score{Truth: &Truth{Lines: []Line{
		line("body", 0, 60, 290, 100), line("caption", 0, 60, 290, 112),
		line("heading", 0, 60, 100, 124), line("body", 0, 110, 290, 124),
		line("body", 0, 60, 290, 136), line("body", 1, 330, 550, 136),
		line("body", 0, 60, 290, 300), line("furniture", 0, 60, 290, 700),
		line("keywords", 0, 60, 290, 148),
	}}}
	s.scoreRoles([]report.Page{sketched(
		sketchedLine("body", 50, 292, 100), sketchedLine("table", 50, 292, 112), sketchedLine("heading", 50, 292, 124),
		sketchedLine("body", 50, 552, 136), sketchedLine("abstract", 50, 292, 148), sketchedLine("body", 50, 292, 500),
	)})
	want := map[Pair]int{{"body", "body"}: 2, {"caption", "table"}: 1, {"heading", "heading"}: 1, {"keywords", "keywords"}: 1}
	for pair, n := range want {
		if s.Roles[pair] != n {
			t.Errorf("%s taken for %s: %d, want %d", pair.Want, pair.Got, s.Roles[pair], n)
		}
	}
	if len(s.Roles) != len(want) || s.Lost != 1 || s.Merged != 1 || s.Unmarked != 1 {
		t.Errorf("roles %v, lost %d, merged %d, unmarked %d; want %v and 1 each", s.Roles, s.Lost, s.Merged, s.Unmarked, want)
	}
}

func TestScoreRules(t *testing.T) {
	checks := func(status report.Status) *report.File {
		return &report.File{Checks: []report.Check{{Rule: "leading", Status: status}, {Rule: "columns", Status: status}}}
	}
	for _, c := range []struct {
		violated, tight bool
		status          report.Status
		want            Status
	}{
		{false, false, report.StatusPass, Right}, {false, false, report.StatusFail, Alarm}, {false, false, report.StatusWarn, Alarm},
		{false, false, report.StatusUnknown, Unknown}, {true, false, report.StatusFail, Right}, {true, false, report.StatusPass, Miss},
		{false, true, report.StatusPass, Miss}, {false, true, report.StatusFail, Right},
	} {
		s := Score{Truth: &Truth{Facts: Facts{TightText: c.tight}}}
		s.scoreRules(&venue{truth: s.Truth, violated: c.violated, rules: []string{"leading"}}, checks(c.status))
		if len(s.Outcomes) != 1 || s.Outcomes[0].Status != c.want {
			t.Errorf("violated %v, tight %v, %s: %v, want %s alone", c.violated, c.tight, c.status, s.Outcomes, c.want)
		}
	}
}

// Every venue that can be made up is a profile.
func TestVenuesAreProfiles(t *testing.T) {
	facts := Facts{
		Kind: "paper", ContentPages: 2, Columns: 2, Body: 9.963, Leading: 11.955, Paper: [2]float64{612, 792}, Block: [2]float64{504, 648}, Authors: true, Parts: []string{"body"},
	}
	bare := Facts{Kind: "slides", Paper: [2]float64{362.84, 272.13}}
	open := facts
	open.Block[1], open.Authors, open.Parts = 0, false, []string{"appendix"}
	for _, f := range []Facts{facts, bare, open} {
		for _, violated := range []bool{false, true} {
			v := venue{truth: &Truth{Facts: f}, violated: violated}
			if _, err := v.profile(); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestTally(t *testing.T) {
	var tally Tally
	tally.Add(&Score{Truth: &Truth{Template: "a"}, Roles: map[Pair]int{{"body", "body"}: 3}, Outcomes: []Outcome{{Name: "pages", Status: Right}}})
	tally.Add(&Score{Truth: &Truth{Template: "a", Seed: 12}, Roles: map[Pair]int{{"body", "table"}: 1}, Outcomes: []Outcome{{Name: "pages", Status: Wrong, Got: "2", Want: "3"}}})
	var out strings.Builder
	(&Page{Command: "make accuracy N=2 SEED=11", Tally: tally}).Write(&out)
	for _, want := range []string{
		"`make accuracy N=2 SEED=11`", "2 papers were built, 0 were not", "| pages | 2 | 1 | 0 | 0 | 0 | 50.0 % (9.5–90.5) |",
		"| body | 3 | 1 | 75.0 % |", "| a | 2 | 1 |", "- seed 12, a", "pages: wrong, 2 instead of 3",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the page does not hold %q:\n%s", want, out.String())
		}
	}
}

// A page is overfull where its baselines span more than the block is high, or where
// TeX says so; furniture counts for nothing.
func TestOverfull(t *testing.T) {
	page := func(last float64, role string) []Line {
		return []Line{{Page: 1, Y: 100, Role: "body"}, {Page: 1, Y: last, Role: role}, {Page: 2, Y: 110, Role: "body"}}
	}
	for name, c := range map[string]struct {
		lines []Line
		wide  float64
		want  bool
	}{
		"a full page":   {page(690, "body"), 0, false},
		"too deep":      {page(701, "reference"), 0, true},
		"a page number": {page(730, "furniture"), 0, false},
		"too wide":      {page(690, "body"), 2, true},
	} {
		truth := Truth{Lines: c.lines, Facts: Facts{Block: [2]float64{500, 600}, Overfull: c.wide}}
		if got := truth.overfull(); got != c.want {
			t.Errorf("%s: overfull %v", name, got)
		}
	}
}
