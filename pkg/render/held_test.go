package render

import (
	"io"
	"runtime"
	"testing"
	"weak"

	"github.com/paperfit/paperfit/pkg/report"
)

// TestFilesAreNotHeld: of a report on many files no format holds more than the first,
// which may be the only one. A page of HTML draws all of them.
func TestFilesAreNotHeld(t *testing.T) {
	t.Parallel()
	type opened struct {
		name string
		Writer
	}
	all := []opened{{"the step summary", StepSummary(io.Discard, Options{})}}
	for _, format := range Formats() {
		if format.Name != "html" {
			all = append(all, opened{format.Name, format.Open(io.Discard, Options{})})
		}
	}
	for _, w := range all {
		if err := w.Begin(report.Tool{}, report.Profile{}); err != nil {
			t.Fatal(err)
		}
		var fixes []weak.Pointer[report.Fix]
		for range 50 {
			fix := &report.Fix{LaTeX: "cut some lines"}
			fixes = append(fixes, weak.Make(fix))
			f := report.File{Path: "a.pdf", Verdict: report.Fail,
				Checks:   []report.Check{{Rule: "page-limit", Severity: report.SeverityError, Status: report.StatusFail}},
				Findings: []report.Finding{{Rule: "page-limit", Severity: report.SeverityError, Page: 3, Message: "long", Fix: fix}},
			}
			if err := w.File(f); err != nil {
				t.Fatal(err)
			}
		}
		runtime.GC()
		held := 0
		for _, fix := range fixes {
			if fix.Value() != nil {
				held++
			}
		}
		if held > 1 {
			t.Errorf("%s holds %d of %d files", w.name, held, len(fixes))
		}
		if err := w.End(report.Summary{Files: len(fixes)}); err != nil {
			t.Error(err)
		}
	}
}
