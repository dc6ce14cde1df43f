package check_test

import (
	"context"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
	"github.com/paperfit/paperfit/pkg/profile"
	"github.com/paperfit/paperfit/pkg/report"
)

// Every verdict comes of the checks, as the documentation says.
func TestVerdicts(t *testing.T) {
	numbered := set(303, 40, "1")
	for name, c := range map[string]struct {
		data          []byte
		failOnWarning bool
		want          report.Verdict
		broken        map[string]report.Status // besides fonts-embedded
	}{
		"meets the rules":         {compliant(""), false, report.Pass, nil},
		"a warning passes":        {compliant(numbered), false, report.Pass, map[string]report.Status{"page-numbers": report.StatusWarn}},
		"a warning that fails":    {compliant(numbered), true, report.Fail, map[string]report.Status{"page-numbers": report.StatusWarn}},
		"a broken rule":           {compliant(set(300, 30, "a line that is too low")), false, report.Fail, map[string]report.Status{"text-block": report.StatusFail}},
		"nothing to measure":      {pdftest.OnePage("60 300 m 300 700 l 550 300 l f\n"), false, report.Unknown, nil},
		"an empty page":           {pdftest.OnePage(""), false, report.Unknown, nil},
		"broken and not measured": {notLetter("60 300 m 300 700 l 550 300 l f\n"), false, report.Fail, map[string]report.Status{"page-size": report.StatusFail}},
		"not readable":            {[]byte("no paper"), false, report.Error, map[string]report.Status{"readable": report.StatusFail}},
		"not readable, strictly":  {[]byte("no paper"), true, report.Error, map[string]report.Status{"readable": report.StatusFail}},
	} {
		t.Run(name, func(t *testing.T) {
			checker := opml(t)
			checker.FailOnWarning = c.failOnWarning
			file := checker.Check(context.Background(), "paper.pdf", c.data)
			if file.Verdict != c.want {
				t.Errorf("verdict %s, want %s: %+v", file.Verdict, c.want, file.Findings)
			}
			for rule, status := range statuses(file) {
				broken := status == report.StatusFail || status == report.StatusWarn
				if want, ok := c.broken[rule]; ok && status != want || !ok && broken && rule != "fonts-embedded" {
					t.Errorf("%s is %s", rule, status)
				}
			}
		})
	}
}

// notLetter is a page as large as A4.
func notLetter(content string) []byte {
	b := pdftest.New()
	b.AddPage(pdftest.Page{MediaBox: "0 0 595.276 841.89", Content: content})
	return b.Bytes()
}

// A page without text passes nothing that speaks of text.
func TestWhatIsNotMeasuredDoesNotPass(t *testing.T) {
	for name, content := range map[string]string{"outlines": "60 300 m 300 700 l 550 300 l f\n", "nothing": "", "hidden": "3 Tr " + columns(0)} {
		for rule, status := range statuses(checkPage(t, content)) {
			switch rule {
			case "text-block", "body-font-size", "leading", "columns":
				if status != report.StatusUnknown {
					t.Errorf("%s: %s is %s", name, rule, status)
				}
			}
		}
	}
}

// The report names the file, holds a check for each rule in the profile's order,
// and reports the measures.
func TestReport(t *testing.T) {
	checker := opml(t)
	file := checker.Check(context.Background(), "drafts/paper.pdf", compliant(""))
	if file.Path != "drafts/paper.pdf" || file.Bytes != int64(len(compliant(""))) || len(file.SHA256) != 64 || file.ElapsedMS == nil {
		t.Errorf("%s of %d bytes, hash %q", file.Path, file.Bytes, file.SHA256)
	}
	if len(file.Checks) != len(checker.Profile.Rules) {
		t.Fatalf("%d checks, the profile has %d rules", len(file.Checks), len(checker.Profile.Rules))
	}
	for i, rule := range checker.Profile.Rules {
		if file.Checks[i].Rule != rule.ID || file.Checks[i].Severity != rule.Severity {
			t.Errorf("check %d is %s (%s), want %s (%s)", i, file.Checks[i].Rule, file.Checks[i].Severity, rule.ID, rule.Severity)
		}
	}
	m := file.Measured
	if *m.Pages != 1 || *m.ContentPages != 1 || *m.ReferencesPage != 0 || *m.Columns != 2 || *m.PageSizeIn != [2]float64{8.5, 11} || *m.BodyFont != "Times-Roman" {
		t.Errorf("measured %+v", m)
	}
	if *m.BodyFontPt != 10 || *m.LeadingPt != 12 || *m.GutterIn < 0.3333 || *m.GutterIn > 0.3334 {
		t.Errorf("type %.4f on %.4f, gutter %.4f", *m.BodyFontPt, *m.LeadingPt, *m.GutterIn)
	}
	if p := file.Pages[0]; p.Page != 1 || p.Content != "body" || *p.Columns != 2 || p.TextBlock == nil || p.Sketch != nil {
		t.Errorf("page %+v", p)
	}
}

// What is not known is nil, never zero.
func TestUnknownIsNil(t *testing.T) {
	m := checkPage(t, "").Measured
	if m.Columns != nil || m.BodyFontPt != nil || m.LeadingPt != nil || m.TextBlockIn != nil || m.GutterIn != nil || m.BodyFont != nil || m.ReferencesPage != nil {
		t.Errorf("measured of an empty page: %+v", m)
	}
	if m := opml(t).Check(context.Background(), "x", nil).Measured; m != (report.Measured{}) {
		t.Errorf("measured of an empty file: %+v", m)
	}
}

// A profile judges; the measures do not change.
func TestAnotherProfile(t *testing.T) {
	mine, err := profile.Parse("mine", []byte("title: Mine\npaper: a4\nrules:\n  page-size: warning\n"))
	if err != nil {
		t.Fatal(err)
	}
	data := compliant("")
	theirs := opml(t).Check(context.Background(), "x", data)
	file := (&check.Checker{Profile: mine}).Check(context.Background(), "x", data)
	if len(file.Checks) != 1 || file.Checks[0].Status != report.StatusWarn || file.Verdict != report.Pass {
		t.Errorf("%s: %+v", file.Verdict, file.Checks)
	}
	if *file.Measured.LeadingPt != *theirs.Measured.LeadingPt || *file.Measured.TextBlockIn != *theirs.Measured.TextBlockIn {
		t.Errorf("measured %+v, want %+v", file.Measured, theirs.Measured)
	}
}

// The sketch shows each line and figure with its role, when it is requested.
func TestSketch(t *testing.T) {
	checker := opml(t)
	checker.Sketch = true
	file := checker.Check(context.Background(), "x", compliant("60 60 m 60 20 l 200 20 l 200 60 l h S\n"))
	s := file.Pages[0].Sketch
	if s == nil || len(s.Columns) != 2 || len(s.Lines) != 3+2*48 || len(s.Figures) != 1 {
		t.Fatalf("sketch %+v", s)
	}
	if l := s.Lines[0]; l.Role != "title" || l.Text != "Analytical Engines that Weave" || l.Font != "Times-Bold" || l.Size != 17 {
		t.Errorf("the first line is %+v", l)
	}
}

// The sketch has the allowed block, and what the findings say sticks out of it.
func TestSketchOfTheBlock(t *testing.T) {
	checker := opml(t)
	checker.Sketch = true
	file := checker.Check(context.Background(), "x", readFile(t, "papers", "bad-text-block-wide.pdf"))
	for _, p := range file.Pages {
		s := p.Sketch
		if s.Block == nil || math.Abs(s.Block[2]-s.Block[0]-7*72) > 1e-6 || math.Abs(s.Block[3]-s.Block[1]-9*72) > 1e-6 {
			t.Fatalf("page %d has the block %v", p.Page, s.Block)
		}
		found := slices.ContainsFunc(file.Findings, func(f report.Finding) bool { return f.Rule == "text-block" && f.Page == p.Page })
		if found != (len(s.Outside) > 0) {
			t.Errorf("page %d: text sticks out is %v, and outside are %v", p.Page, found, s.Outside)
		}
		for _, b := range s.Outside {
			if b[0] >= s.Block[0] && b[1] >= s.Block[1] && b[2] <= s.Block[2] && b[3] <= s.Block[3] {
				t.Errorf("page %d: %v is not outside of %v", p.Page, b, *s.Block)
			}
		}
	}
}

// Prose that is set small for a third of the block is found where the venue limits
// margins alone.
func TestSmallProseWithoutABlock(t *testing.T) {
	data, err := os.ReadFile("../../testdata/papers/bad-body-font-size-half.pdf")
	if err != nil {
		t.Fatal(err)
	}
	p, err := profile.Parse("margins", []byte("title: Margins\nbody_size: 10pt\nmargins: 0.5in\nrules: {body-font-size: error, margins: error}\n"))
	if err != nil {
		t.Fatal(err)
	}
	checker := &check.Checker{Profile: p}
	file := checker.Check(context.Background(), "half.pdf", data)
	if !slices.ContainsFunc(file.Findings, func(f report.Finding) bool { return f.Kind == "stretch-size-small" }) {
		t.Errorf("verdict %s, findings %v", file.Verdict, file.Findings)
	}
}
