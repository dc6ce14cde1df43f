package text

import (
	"bytes"
	"fmt"
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
	if err := Format().Write(&out, sample(f), Options{}); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	if strings.Count(text, reason) != 1 || !strings.Contains(text, "? not measured: columns, leading\n  "+reason) || !strings.Contains(text, "author-names  no title was found") {
		t.Errorf("got\n%s", text)
	}
}

// The rules that are met are counted below the findings; verbose lists them instead.
func TestTextFoldsRulesThatAreMet(t *testing.T) {
	f := failing()
	met := 0
	for _, c := range f.Checks {
		if c.Status == report.StatusPass && c.Severity != report.SeverityNote {
			met++
		}
	}
	for verbose, want := range map[bool]int{false: 0, true: met} {
		var out bytes.Buffer
		if err := Text(&out, sample(f), TextOptions{Verbose: verbose}); err != nil {
			t.Fatal(err)
		}
		folded := fmt.Sprintf("\n✓ %d other rules met\n", met)
		if got := strings.Count(out.String(), "\n  ✓ "); got != want || strings.HasSuffix(out.String(), folded) == verbose {
			t.Errorf("verbose %v: %d rows of rules that are met, want %d:\n%s", verbose, got, want, out.String())
		}
	}
}
