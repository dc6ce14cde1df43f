package output

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// format returns the format of a name.
func format(t *testing.T, name string) render.Format {
	t.Helper()
	all := render.Formats()
	i := slices.IndexFunc(all, func(f render.Format) bool { return f.Name == name })
	if i < 0 {
		t.Fatalf("there is no format %s", name)
	}
	return all[i]
}

// to returns a report in JSON that goes to a file.
func to(t *testing.T, file string) Wanted {
	t.Helper()
	return Wanted{Format: format(t, "json"), File: file, Flag: "--report"}
}

// streamsTo returns streams whose output goes to a buffer.
func streamsTo(out *bytes.Buffer) system.Streams {
	return system.Streams{Out: out, Err: out, Getenv: func(string) string { return "" }}
}

// filled returns the path of a file that holds text.
func filled(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestNothingIsOverwrittenThatIsNeeded: no paper, and no report by another. What was
// made for the others before the refusal is taken away again.
func TestNothingIsOverwrittenThatIsNeeded(t *testing.T) {
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	paper, other := filled(t, in("draft.txt"), "a paper by its name alone"), filled(t, in("other.txt"), "%PDF-1.7\nnot among the papers")
	for want, reports := range map[string][]Wanted{
		"overwrite the paper":        {to(t, in("made.json")), to(t, paper)},
		"other.txt":                  {to(t, in("made.json")), to(t, other)},
		"two reports would go to":    {to(t, in("made.json")), to(t, in("made.json"))},
		"both go to standard output": {to(t, in("made.json")), to(t, ""), to(t, "-")},
		"does not exist":             {to(t, in("made.json")), to(t, in("none/made.json"))},
		"use another file with --re": {to(t, in("made.json")), to(t, folder)},
	} {
		_, err := Options{Reports: reports}.Open(streamsTo(new(bytes.Buffer)), []string{paper}, render.Options{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("said is %v, want %q", err, want)
		}
		if entries, _ := os.ReadDir(folder); len(entries) != 2 {
			t.Errorf("after %q there are %v", want, entries)
		}
	}
}

// TestAnOldReportIsThereUntilItsSuccessorIs: opening changes nothing of it.
func TestAnOldReportIsThereUntilItsSuccessorIs(t *testing.T) {
	path := filled(t, filepath.Join(t.TempDir(), "report.json"), "an older report")
	for _, discarded := range []bool{true, false} {
		out, err := Options{Reports: []Wanted{to(t, path)}}.Open(streamsTo(new(bytes.Buffer)), nil, render.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if discarded {
			out.Discard()
		} else {
			out.Begin(report.Tool{Name: "paperfit"}, report.Profile{})
			if err := out.End(report.Summary{}); err != nil {
				t.Fatal(err)
			}
		}
		data, err := os.ReadFile(path)
		if err != nil || (string(data) == "an older report") != discarded {
			t.Errorf("discarded %v: it holds %q, %v", discarded, data, err)
		}
	}
}

// TestWhatAKilledRunLeft is removed by the next run with the same report, and by no
// other: those may be at work.
func TestWhatAKilledRunLeft(t *testing.T) {
	folder := t.TempDir()
	left := filled(t, filepath.Join(folder, ".paperfit-1.jsonl-77"), "half a report")
	other := filled(t, filepath.Join(folder, ".paperfit-11.jsonl-77"), "of another job")
	var out Reports
	removed, err := out.AddWhole(format(t, "jsonl"), filepath.Join(folder, "1.jsonl"), "--resume")
	if err != nil || removed != 1 || exists(left) || !exists(other) {
		t.Errorf("%d are removed, %v; left is %v, the other's %v", removed, err, exists(left), exists(other))
	}
	out.Discard()
	if entries, _ := os.ReadDir(folder); len(entries) != 1 {
		t.Errorf("after all there are %v", entries)
	}
}

// TestSketchesGoWhereTheyAreDrawn: a report that draws no pages does not hold them,
// unless all are to.
func TestSketchesGoWhereTheyAreDrawn(t *testing.T) {
	file := report.File{Path: "a.pdf", Verdict: report.Pass, Pages: []report.Page{{Page: 1, Sketch: &report.Sketch{}}}}
	for _, all := range []bool{false, true} {
		var json, html bytes.Buffer
		out := &Reports{Sketches: all}
		out.Add(format(t, "json"), &json, render.Options{})
		out.Add(format(t, "html"), &html, render.Options{})
		if !out.NeedSketches() {
			t.Error("HTML needs no sketches")
		}
		out.Begin(report.Tool{}, report.Profile{})
		out.File(file)
		if err := out.End(report.Summary{}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(json.String(), `"sketch"`); got != all {
			t.Errorf("all %v: JSON holds the sketch: %v", all, got)
		}
	}
}
