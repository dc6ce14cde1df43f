package check_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"testing"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// withRule returns a checker with a rule of its own, which finds what it is told.
func withRule(t *testing.T, severity report.Severity, status report.Status) *check.Checker {
	checker := opml(t)
	checker.Rules = []check.Rule{{ID: "own", Severity: severity, Judge: func(*check.Facts) (report.Check, []report.Finding) {
		if status == report.StatusPass {
			return report.Check{Status: status}, nil
		}
		return report.Check{Status: status, Message: "It is so."}, []report.Finding{{Page: 1, Box: &[4]float64{54, 80, 294, 90}, Message: "This is it."}}
	}}}
	return checker
}

// A rule of one's own counts for the verdict as those of the profile do.
func TestOwnRulesCount(t *testing.T) {
	for _, c := range []struct {
		severity report.Severity
		judged   report.Status
		status   report.Status
		verdict  report.Verdict
	}{
		{report.SeverityError, report.StatusPass, report.StatusPass, report.Pass},
		{report.SeverityError, report.StatusFail, report.StatusFail, report.Fail},
		{report.SeverityError, report.StatusUnknown, report.StatusUnknown, report.Unknown},
		{report.SeverityWarning, report.StatusFail, report.StatusWarn, report.Pass},
		{report.SeverityNote, report.StatusFail, report.StatusNote, report.Pass},
	} {
		file := withRule(t, c.severity, c.judged).Check(context.Background(), "a.pdf", readFile(t, "papers", "ok-plain.pdf"))
		if got := statuses(file)["own"]; got != c.status || file.Verdict != c.verdict {
			t.Errorf("judged %s, a rule of severity %s is %s and the file %s; want %s and %s", c.judged, c.severity, got, file.Verdict, c.status, c.verdict)
		}
		for _, x := range file.Reported() {
			if x.Rule == "own" && (x.Severity != c.severity || x.Message == "") {
				t.Errorf("the finding is %+v", x)
			}
		}
	}
}

// What no one could read keeps no rule: one's own is unknown.
func TestOwnRulesOfUnreadableFiles(t *testing.T) {
	checker := withRule(t, report.SeverityError, report.StatusPass)
	file := checker.Check(context.Background(), "a.pdf", []byte("no paper"))
	last := file.Checks[len(file.Checks)-1]
	if last.Rule != "own" || last.Status != report.StatusUnknown || last.Kind != wording.NotRead || last.Message == "" {
		t.Errorf("the check is %+v", last)
	}
	why(t, file)
}

// All formats write what rules of one's own find, and it can be read back.
func TestOwnRulesAreReported(t *testing.T) {
	checker := withRule(t, report.SeverityError, report.StatusFail)
	checker.Sketch = true
	file := checker.Check(context.Background(), "a.pdf", readFile(t, "papers", "ok-plain.pdf"))
	r := report.New(report.Tool{Name: "test"}, checker.Profile.Head(), []report.File{file})
	for _, format := range render.Formats() {
		var out bytes.Buffer
		if err := format.Write(&out, r, render.Options{}); err != nil {
			t.Errorf("%s: %v", format.Name, err)
		}
		if !bytes.Contains(out.Bytes(), []byte("This is it.")) {
			t.Errorf("%s does not say what the rule found", format.Name)
		}
	}
	data, err := json.Marshal(file.ForWriting())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := report.ReadFile(data); err != nil {
		t.Error(err)
	}
	if err := render.Inspect(io.Discard, r, render.TextOptions{}); err != nil {
		t.Error(err)
	}
}
