package machine

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/paperfit/paperfit/pkg/report"
)

func TestJSONLines(t *testing.T) {
	golden(t, "report.jsonl", func(w io.Writer) error {
		return JSONLinesFormat().Write(w, sample(failing(), passing(), scanned(), unreadable()), Options{})
	})
}

// TestJSONLinesSayTheSameAsJSON: a line is the file object of the report, with
// the report's head in it.
func TestJSONLinesSayTheSameAsJSON(t *testing.T) {
	r := sample(failing(), passing(), scanned(), unreadable())
	var whole, lines bytes.Buffer
	if err := JSON(&whole, r); err != nil {
		t.Fatal(err)
	}
	if err := JSONLinesFormat().Write(&lines, r, Options{}); err != nil {
		t.Fatal(err)
	}
	var want map[string]any
	if err := json.Unmarshal(whole.Bytes(), &want); err != nil {
		t.Fatal(err)
	}
	read := strings.Split(strings.TrimSuffix(lines.String(), "\n"), "\n")
	if len(read) != len(r.Files) {
		t.Fatalf("%d lines for %d files", len(read), len(r.Files))
	}
	for i, text := range read {
		file := want["files"].([]any)[i].(map[string]any)
		for _, key := range []string{"schema", "tool", "profile"} {
			file[key] = want[key]
		}
		var got map[string]any
		if err := json.Unmarshal([]byte(text), &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(file, got); diff != "" {
			t.Errorf("line %d differs from the file object (-json +jsonl):\n%s", i+1, diff)
		}
	}
}

// TestJSONCannotSteerTheTerminal: escapes, and what turns the direction of text,
// arrive unharmed without being written as they are.
func TestJSONCannotSteerTheTerminal(t *testing.T) {
	const hostile = "a\x1b[2J\u009b31m\u202e\u2066\x7f\U000e0041é✓.pdf"
	f := passing()
	f.Path = hostile
	for _, format := range []Format{JSONFormat(), JSONLinesFormat()} {
		var out bytes.Buffer
		if err := format.Write(&out, sample(f), Options{}); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(out.String(), "\x1b\u009b\u202e\u2066\x7f\U000e0041") || !strings.Contains(out.String(), "é✓") {
			t.Errorf("%s: %q", format.Name, out.String())
		}
		var got struct {
			Path  string
			Files []report.File
		}
		if err := json.Unmarshal(out.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		if len(got.Files) > 0 {
			got.Path = got.Files[0].Path
		}
		if got.Path != hostile {
			t.Errorf("%s: the path is %q", format.Name, got.Path)
		}
	}
}
