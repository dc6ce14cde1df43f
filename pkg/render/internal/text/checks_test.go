package text

import (
	"bytes"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

// What kept several rules from being measured is told once, with all of them.
func TestTextTellsAReasonOnce(t *testing.T) {
	const reason = "page 2: it is a scan"
	f := report.File{Path: "scan.pdf", Verdict: report.Unknown}
	for _, rule := range []string{"columns", "leading"} {
		f.Checks = append(f.Checks, report.Check{Rule: rule, Severity: report.SeverityError, Status: report.StatusUnknown, Message: reason})
	}
	f.Checks = append(f.Checks, report.Check{Rule: "author-names", Severity: report.SeverityWarning, Status: report.StatusUnknown, Message: "no title was found"})
	var out bytes.Buffer
	if err := Format.Write(&out, sample(f), Options{}); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	if strings.Count(text, reason) != 1 || !strings.Contains(text, "? not measured: columns, leading\n  "+reason) || !strings.Contains(text, "author-names  no title was found") {
		t.Errorf("got\n%s", text)
	}
}
