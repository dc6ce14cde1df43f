package rules

import (
	"slices"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// What is left from writing, of each kind.
var leftovers = map[string]func(*measure.Facts){
	"comments":     func(f *measure.Facts) { f.Comments = []measure.Comment{{Kind: "ink", Page: 1}} },
	"todo-marks":   func(f *measure.Facts) { f.Todos = []measure.Place{{Page: 2, Text: "TODO"}} },
	"line-numbers": func(f *measure.Facts) { f.Numbering = []int{1, 2, 3} },
	"watermark":    func(f *measure.Facts) { f.Watermarks = []measure.Place{{Page: 1, Text: "DRAFT"}} },
	"overlapping-text": func(f *measure.Facts) {
		f.Overlaps = []measure.Overlap{{Place: measure.Place{Page: 1, Text: "weave"}, Over: "TODO", Pairs: 1}}
	},
	"hidden-residue": func(f *measure.Facts) {
		f.Hidden = []measure.Hidden{{Place: measure.Place{Page: 1, Text: "made with Plottery"}, Why: wording.HiddenTiny, Letters: 26, Few: true}}
	},
}

// A note is a note whatever else could not be measured, and nothing more at any
// other severity than what that says.
func TestLeftovers(t *testing.T) {
	for rule, leave := range leftovers {
		for severity, want := range map[report.Severity]report.Status{
			report.SeverityNote: report.StatusNote, report.SeverityWarning: report.StatusWarn, report.SeverityError: report.StatusFail,
		} {
			p := &profile.Profile{Rules: []profile.Rule{{ID: rule, Severity: severity}}}
			f := good()
			if checks, findings := Judge(f, p); checks[0].Status != report.StatusPass || checks[0].Got != noneFound || len(findings) > 0 {
				t.Errorf("%s, %s: a paper without it: %+v %v", rule, severity, checks[0], findings)
			}
			leave(f)
			unseen(f)
			checks, findings := Judge(f, p)
			if checks[0].Status != want || len(findings) == 0 || findings[0].Severity != severity || findings[0].Message == "" || findings[0].Hint == "" {
				t.Errorf("%s, %s: %+v %+v", rule, severity, checks[0], findings)
			}
		}
	}
}

// What cannot be seen may hold such marks. Comments and hidden text are in no page's
// visible text.
func TestLeftoversUnseen(t *testing.T) {
	for rule := range leftovers {
		f := good()
		unseen(f)
		want := report.StatusUnknown
		if rule == "comments" || rule == "hidden-residue" {
			want = report.StatusPass
		}
		if checks, _ := Judge(f, &profile.Profile{Rules: []profile.Rule{{ID: rule, Severity: report.SeverityNote}}}); checks[0].Status != want {
			t.Errorf("%s: %s, want %s", rule, checks[0].Status, want)
		}
	}
}

// Residue of each kind is reported once, with what all pages have of it.
func TestResidueIsReportedOnce(t *testing.T) {
	few := func(page, letters int, why report.Kind) measure.Hidden {
		return measure.Hidden{Place: measure.Place{Page: page, Text: "made with Plottery"}, Why: why, Letters: letters, Few: true}
	}
	f := good()
	f.Settings = true
	f.Hidden = []measure.Hidden{few(1, 16, wording.HiddenTiny), few(2, 20, wording.HiddenTiny), few(2, 9, wording.HiddenTiny), few(3, 32, wording.HiddenCovered), few(3, 90, wording.FormulaSource)}
	checks, findings := Judge(f, &profile.Profile{Rules: []profile.Rule{{ID: "hidden-text", Severity: report.SeverityWarning}, {ID: "hidden-residue", Severity: report.SeverityNote}}})
	var got []string
	for _, x := range findings {
		got = append(got, x.Message)
	}
	want := []string{
		"The file contains a little hidden text on 2 pages, 45 letters too small to see: “made with Plottery”.",
		"The file contains a little hidden text, 32 letters covered: “made with Plottery”.",
		"LaTeXiT left the source of formulas in a figure, as invisible text.",
		"Acrobat Distiller left its settings in the file, as an attachment.",
	}
	if checks[0].Status != report.StatusPass || !slices.Equal(got, want) {
		t.Errorf("hidden-text: %s; got %q", checks[0].Status, got)
	}
}

// A watermark that another rule of the profile reports is not reported again.
func TestWatermarkIsReportedOnce(t *testing.T) {
	mark := measure.Place{Page: 1, Box: geom.Rect{X0: 100, Y0: 100, X1: 400, Y1: 400}, Text: "CONFIDENTIAL DRAFT"}
	for rule, set := range map[string]func(*measure.Facts){
		"draft-marks":     func(f *measure.Facts) { f.Drafts = []measure.Place{mark} },
		"confidentiality": func(f *measure.Facts) { f.Notices = []measure.Place{mark} },
		"page-numbers":    func(*measure.Facts) {},
	} {
		f := good()
		f.Watermarks = []measure.Place{mark}
		set(f)
		p := &profile.Profile{Rules: []profile.Rule{{ID: rule, Severity: report.SeverityWarning}, {ID: "watermark", Severity: report.SeverityNote}}}
		if _, findings := Judge(f, p); len(findings) != 1 {
			t.Errorf("beside %s: %v", rule, findings)
		}
	}
}

// A file that cannot be read is no note, whatever the profile says.
func TestUnreadableIsNoNote(t *testing.T) {
	p := &profile.Profile{Rules: []profile.Rule{{ID: "readable", Severity: report.SeverityNote}}}
	checks, findings := Unreadable(p, report.Say("password-required", nil))
	if checks[0].Severity != report.SeverityError || findings[0].Severity != report.SeverityError || report.VerdictOf(checks, false) != report.Error {
		t.Errorf("%+v %+v", checks, findings)
	}
}
