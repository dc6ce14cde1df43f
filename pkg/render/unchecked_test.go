package render

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/render/internal/html"
	"github.com/paperfit/paperfit/pkg/render/internal/text"
	"github.com/paperfit/paperfit/pkg/report"
)

// allForms writes a report in every form there is.
func allForms(t *testing.T, r *report.Report) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, f := range Formats() {
		var data bytes.Buffer
		if err := f.Write(&data, r, Options{}); err != nil {
			t.Fatal(err)
		}
		out[f.Name] = data.String()
	}
	for name, open := range map[string]func(io.Writer, Options) Writer{
		"inspect": text.InspectFormat().Open, "step summary": StepSummary,
		"overview": func(w io.Writer, opt Options) Writer {
			return html.Format().OpenFolder(func(name string, data []byte) error {
				if name != OverviewName {
					return nil
				}
				_, err := w.Write(data)
				return err
			}, opt)
		},
	} {
		var data bytes.Buffer
		w := open(&data, Options{})
		if err := w.Begin(r.Tool, r.Profile); err != nil {
			t.Fatal(err)
		}
		for _, f := range r.Files {
			if err := w.File(f); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.End(r.Summary); err != nil {
			t.Fatal(err)
		}
		out[name] = data.String()
	}
	return out
}

// TestInterruptionIsInEveryForm: of no file, one file and several; nothing of the
// kind stands in a complete report.
func TestInterruptionIsInEveryForm(t *testing.T) {
	for want, r := range map[string]*report.Report{
		"interrupted: 0 of 9 files checked":                  stopped(9),
		"interrupted: 1 of 9 files checked":                  stopped(9, passing()),
		"interrupted: 3 of 364 files checked":                stopped(364, passing(), failing(), unreadable()),
		"interrupted: 2 files checked, of an unknown number": stopped(0, passing(), passing()),
		"interrupted: 1 file checked, of an unknown number":  stopped(0, passing()),
		"interrupted: 999999 of 9999999 files checked":       func() *report.Report { r := stopped(9999999, passing()); r.Summary.Files = 999999; return r }(),
	} {
		for name, got := range allForms(t, r) {
			found := strings.ReplaceAll(got, "\\", "")
			if name == "json" || name == "jsonl" {
				if !strings.Contains(strings.ReplaceAll(found, `": `, `":`), `"interrupted":true`) {
					t.Errorf("%s does not report the interruption:\n%s", name, got)
				}
			} else if !strings.Contains(found, want) {
				t.Errorf("%s does not hold %q:\n%s", name, want, got)
			}
		}
	}
	for name, got := range allForms(t, sample(passing(), failing())) {
		for _, other := range []string{".interrupted {", `"interrupted": {`, "Checking was interrupted."} { // a style, and a sentence of the catalogue
			got = strings.ReplaceAll(got, other, "")
		}
		if strings.Contains(got, "interrupted") {
			t.Errorf("a complete run is interrupted in %s:\n%s", name, got)
		}
	}
}

// TestSkippedFilesAreInTheSummaries: for people and in JSON.
func TestSkippedFilesAreInTheSummaries(t *testing.T) {
	r := sample(passing())
	r.Summary.Skipped = report.Skipped{".docx": 2, "hidden": 1, "unfinished download": 1}
	forms := allForms(t, r)
	for _, name := range []string{"text", "inspect", "html", "overview", "github", "step summary"} {
		if want := "4 files skipped: 2 .docx, 1 hidden, 1 unfinished download"; !strings.Contains(strings.ReplaceAll(forms[name], "\\", ""), want) {
			t.Errorf("%s does not hold %q:\n%s", name, want, forms[name])
		}
	}
	var got report.Report
	if err := json.Unmarshal([]byte(forms["json"]), &got); err != nil || !maps.Equal(got.Summary.Skipped, r.Summary.Skipped) {
		t.Errorf("JSON holds %v, %v", got.Summary.Skipped, err)
	}
}
