package app

import (
	"bytes"
	"context"
	"encoding/json"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/app/judging"
	"github.com/paperfit/paperfit/pkg/app/output"
	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/render"
	"github.com/paperfit/paperfit/pkg/report"
)

// reader reads by a function.
type reader func([]byte) (int, error)

func (r reader) Read(p []byte) (int, error) { return r(p) }

// testStreams is what a test reads from the program.
type testStreams struct{ out, err bytes.Buffer }

// streams returns the program's side.
func (s *testStreams) streams() system.Streams {
	return system.Streams{In: strings.NewReader(""), Out: &s.out, Err: &s.err, Getenv: func(string) string { return "" }}
}

// missing is the name of a file that does not exist.
const missing = "no-such-draft.pdf"

// runJob checks inputs and returns the report in each format.
func runJob(t *testing.T, ctx context.Context, j *job, inputs []batch.Input) (report.Summary, map[string]string) {
	t.Helper()
	out := &output.Reports{}
	written := map[string]*bytes.Buffer{}
	for _, f := range render.Formats() {
		written[f.Name] = new(bytes.Buffer)
		out.Add(f, written[f.Name], render.Options{})
	}
	summary, err := j.run(ctx, slices.Values(inputs), out)
	if err != nil {
		t.Fatal(err)
	}
	forms := map[string]string{}
	for name, data := range written {
		forms[name] = data.String()
	}
	return summary, forms
}

func testJob(t *testing.T, s *testStreams) *job {
	t.Helper()
	by, err := judging.Options{Profile: "opml20"}.Load()
	if err != nil {
		t.Fatal(err)
	}
	limits := Limits{Jobs: 1, Timeout: batch.DefaultTimeout, MaxMemory: batch.DefaultMaxMemory}
	return newJob(s.streams(), limits, by, false, false)
}

// TestInterruptedRunSaysHowFarItCame: once all files were found it says of how
// many, in every format and on errors.
func TestInterruptedRunSaysHowFarItCame(t *testing.T) {
	var s testStreams
	j := testJob(t, &s)
	ctx, cancel := context.WithCancel(context.Background())
	stop := reader(func([]byte) (int, error) {
		for all := false; !all; {
			runtime.Gosched()
			_, all = j.progress.expected()
		}
		cancel()
		select {}
	})
	inputs := []batch.Input{batch.Paper(missing, nil), batch.Paper("-", stop), batch.Paper(missing, nil), batch.Paper(missing, nil)}
	summary, forms := runJob(t, ctx, j, inputs)
	if summary.Files > 3 || !summary.Interrupted || summary.Expected != 4 {
		t.Errorf("%+v", summary)
	}
	var r report.Report
	if err := json.Unmarshal([]byte(forms["json"]), &r); err != nil || !r.Summary.Interrupted || r.Summary.Expected != 4 {
		t.Errorf("JSON holds %+v, %v", r.Summary, err)
	}
	for name, text := range forms {
		if name != "json" && name != "jsonl" && !strings.Contains(text, render.Interruption(summary)) {
			t.Errorf("%s does not say that the run was interrupted:\n%s", name, text)
		}
	}
	if want := "paperfit: " + render.Interruption(summary) + "\n"; s.err.String() != want {
		t.Errorf("errors hold %q, want %q", &s.err, want)
	}
}

// TestInterruptOfOnePaper: so does a run on one file, which was not checked.
func TestInterruptOfOnePaper(t *testing.T) {
	var s testStreams
	j := testJob(t, &s)
	ctx, cancel := context.WithCancel(context.Background())
	stop := reader(func([]byte) (int, error) { cancel(); select {} })
	summary, forms := runJob(t, ctx, j, []batch.Input{batch.Paper("-", stop)})
	if summary.Files != 0 || !summary.Interrupted || summary.Expected != 1 || !strings.Contains(forms["text"], "interrupted: 0 of 1 file checked") {
		t.Errorf("%+v\n%s", summary, forms["text"])
	}
}

// TestInterruptAfterTheLastFile: a run that missed nothing is complete.
func TestInterruptAfterTheLastFile(t *testing.T) {
	var s testStreams
	ctx, cancel := context.WithCancel(context.Background())
	j := testJob(t, &s)
	out := &output.Reports{Each: func(report.File) { cancel() }}
	summary, err := j.run(ctx, slices.Values([]batch.Input{batch.Paper(missing, nil)}), out)
	if err != nil || summary.Interrupted || summary.Files != 1 || s.err.Len() > 0 {
		t.Errorf("%+v, %v, %q", summary, err, &s.err)
	}
}
