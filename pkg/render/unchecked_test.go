package render

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

// stopped is a report on the first files of more, found in a folder with others.
func stopped(expected int, files ...report.File) *report.Report {
	r := sample(files...)
	r.Summary.Interrupted, r.Summary.Expected = true, expected
	r.Summary.Skipped = report.Skipped{".docx": 2, "hidden": 1, "unfinished download": 1}
	return r
}

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
		"inspect": inspectFormat.Open, "step summary": StepSummary,
		"overview": func(w io.Writer, opt Options) Writer {
			return htmlFormat.OpenFolder(func(name string, data []byte) error {
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
		if strings.Contains(strings.ReplaceAll(got, ".interrupted {", ""), "interrupted") {
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

func TestSkippedText(t *testing.T) {
	for want, skipped := range map[string]report.Skipped{
		"":                                   nil,
		"1 file skipped: 1 .tex":             {".tex": 1},
		"5 files skipped: 2 hidden, 3 other": {"hidden": 2, "other": 3},
		"2 files skipped: 2 dangling links":  {"dangling link": 2},
		"9 files skipped: 2 .a, 2 .b, 1 .c, 1 .d, 1 .e, 1 .f, 1 other": {".a": 2, ".b": 2, ".c": 1, ".d": 1, ".e": 1, ".f": 1, ".g": 1},
	} {
		if got := SkippedText(skipped); got != want {
			t.Errorf("%v: %q, want %q", skipped, got, want)
		}
	}
}

// TestInterruptedReportsAreValid: in the forms that programs read.
func TestInterruptedReportsAreValid(t *testing.T) {
	whole, line := compiled(t, report.JSONSchema()), compiled(t, report.JSONLinesSchema())
	r := stopped(364, passing(), failing())
	forms := allForms(t, r)
	if err := validate(whole, []byte(forms["json"])); err != nil {
		t.Error(err)
	}
	lines := strings.Split(strings.TrimSpace(forms["jsonl"]), "\n")
	for _, text := range lines {
		if err := validate(line, []byte(text)); err != nil {
			t.Errorf("%v in\n%s", err, text)
		}
	}
	var last report.LastLine
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &last); err != nil || len(lines) != 3 || last.Summary.Expected != 364 || last.Summary.Files != 2 {
		t.Errorf("%d lines, the last with %+v, %v", len(lines), last.Summary, err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(forms["csv"], byteOrderMark))).ReadAll() // which wants rows of one length
	if err != nil || len(rows) != 4 || !slices.Equal(rows[3][:2], []string{"interrupted: 2 of 364 files checked", "interrupted"}) {
		t.Errorf("%v: %q", err, rows)
	}
	var root element
	if err := xml.Unmarshal([]byte(forms["junit"]), &root); err != nil {
		t.Fatal(err)
	}
	wantForm(t, root)
	if got := cases(root)["paperfit complete run"]; got != "error" || root.attr("errors") == "0" {
		t.Errorf("the case of the run is %q", got)
	}
}

// TestSarifOfAnInterruptedRun: it did not succeed, and the note without a file
// survives where results are left out.
func TestSarifOfAnInterruptedRun(t *testing.T) {
	r := stopped(364, passing())
	run := newSarifRun(r, Options{})
	for _, f := range append(slices.Clone(r.Files), failing()) {
		run.addFile(f, Options{})
	}
	run.fail(sarifNotification{Level: "error", Message: sarifText{Text: Interruption(r.Summary)}})
	for _, most := range []int{1, 1000} {
		data, err := run.within(most, maxSarifBytes)
		var log sarifLog
		if err == nil {
			err = json.Unmarshal(data, &log)
		}
		if err != nil {
			t.Fatal(err)
		}
		invocation := log.Runs[0].Invocations[0]
		told := func(n sarifNotification) bool {
			return n.Level == "error" && strings.HasPrefix(n.Message.Text, "interrupted: 1 of 364")
		}
		if invocation.ExecutionSuccessful || !slices.ContainsFunc(invocation.Notifications, told) {
			t.Errorf("%+v", invocation)
		}
	}
}
