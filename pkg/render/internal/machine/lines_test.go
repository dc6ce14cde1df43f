package machine

import (
	"bytes"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

// TestLinesAreThoseOfTheSource: a finding is on its line of the source, as seen from
// where the PDF was named, or else on its page of the PDF; what is kept has no line.
func TestLinesAreThoseOfTheSource(t *testing.T) {
	f := report.File{Path: "paper/draft.pdf", Verdict: report.Fail}
	f.Checks = []report.Check{
		{Rule: "text-block", Severity: report.SeverityError, Status: report.StatusFail},
		{Rule: "hidden-text", Severity: report.SeverityWarning, Status: report.StatusWarn},
		{Rule: "leading", Severity: report.SeverityError, Status: report.StatusUnknown, Message: "no text"},
		{Rule: "columns", Severity: report.SeverityError, Status: report.StatusPass},
	}
	f.Findings = []report.Finding{
		{Rule: "text-block", Severity: report.SeverityError, Page: 2, Place: "left column", Message: "Too wide.", Source: &report.SourceLines{File: "sec/a.tex", Line: 7, EndLine: 9}},
		{Rule: "hidden-text", Severity: report.SeverityWarning, Page: 3, Message: "Hidden."},
	}
	var out bytes.Buffer
	w := LinesFormat().Open(&out, Options{})
	for _, err := range []error{w.Begin(report.Tool{}, report.Profile{}), w.File(f), w.End(report.Summary{})} {
		if err != nil {
			t.Fatal(err)
		}
	}
	want := []string{
		"paper/sec/a.tex:7: error: page 2, left column: Too wide. [text-block]",
		"paper/draft.pdf:3: warning: page 3: Hidden. [hidden-text]",
		"paper/draft.pdf:1: error: no text [leading]",
	}
	if got := strings.TrimSpace(out.String()); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s", got)
	}
}

// TestSourceIsTheLocation: in SARIF the source is where a result is, and the PDF is
// related.
func TestSourceIsTheLocation(t *testing.T) {
	f := report.File{Path: "paper/draft.pdf", Verdict: report.Fail}
	f.Checks = []report.Check{{Rule: "text-block", Severity: report.SeverityError, Status: report.StatusFail}}
	f.Findings = []report.Finding{
		{Rule: "text-block", Severity: report.SeverityError, Page: 2, Message: "Too wide.", Source: &report.SourceLines{File: "sec/a b.tex", Line: 7, EndLine: 9}},
	}
	_, log := writtenSARIF(t, Options{}, f)
	result := log.Runs[0].Results[0]
	at := result.Locations[0].Physical
	if at.Artifact.URI != "paper/sec/a%20b.tex" || at.Artifact.Index != notListed || at.Region.StartLine != 7 {
		t.Errorf("the location is %+v, %+v", at.Artifact, at.Region)
	}
	if len(result.Related) != 1 || result.Related[0].Physical.Artifact.URI != "paper/draft.pdf" {
		t.Errorf("related are %+v", result.Related)
	}
}
