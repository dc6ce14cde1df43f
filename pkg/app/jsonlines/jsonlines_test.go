package jsonlines

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

// line returns the line of a file whose members all stand before its measures.
func line(t *testing.T, path string) string {
	t.Helper()
	return encoded(t, report.Line{
		Schema: report.Schema, Tool: report.Tool{Name: "paperfit", Version: "1"}, Profile: report.Profile{Name: "v", Title: "V", Digest: "sha256:0"},
		File: report.File{Path: path, SHA256: "ab" + path, Bytes: 7, Verdict: report.Pass, Category: "short", Program: "latex"},
	})
}

func encoded(t *testing.T, value any) string {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(data) + "\n"
}

// opened opens a report that holds text.
func opened(t *testing.T, text string) *Report {
	t.Helper()
	path := filepath.Join(t.TempDir(), "r.jsonl")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestLinesAreFound: of files and of ends of runs, with what they were made with once,
// and each can be read alone.
func TestLinesAreFound(t *testing.T) {
	last := report.LastLine{Schema: report.Schema, Summary: report.Summary{Files: 2, Shard: &report.Shard{Index: 1, Of: 2}}}
	long := strings.Replace(line(t, "long.pdf"), `"pages":null`, `"pages":null`+strings.Repeat(" ", 2*maxHead), 1)
	r := opened(t, line(t, "a.pdf")+"\n"+long+encoded(t, last)+line(t, "b.pdf"))
	if len(r.Entries) != 3 || len(r.Last) != 1 || r.Torn || r.Foreign != 0 || r.IsForeign() {
		t.Fatalf("found are %+v", r)
	}
	if r.Last[0].Summary.Shard.Of != 2 {
		t.Errorf("the last line is %+v", r.Last[0])
	}
	for i, path := range []string{"a.pdf", "long.pdf", "b.pdf"} {
		e := &r.Entries[i]
		if e.Path != path || e.SHA256 != "ab"+path || e.Category != "short" || e.Verdict != report.Pass || e.Origin != r.Entries[0].Origin || e.Profile.Name != "v" {
			t.Errorf("entry %d is %+v of %+v", i, e, e.Origin)
		}
		if file, err := e.Read(); err != nil || file.Path != path || file.Program != "latex" {
			t.Errorf("entry %d reads as %+v, %v", i, file, err)
		}
	}
}

// TestWhatIsNoReportIsKnown: whole or in part.
func TestWhatIsNoReportIsKnown(t *testing.T) {
	a := line(t, "a.pdf")
	for _, c := range []struct {
		text    string
		entries int
		foreign int
		torn    bool
		no      bool // nothing of it is a report
	}{
		{text: ""},
		{text: "\n\n"},
		{text: "a letter", torn: true, no: true},
		{text: "a letter\n", foreign: 1, no: true},
		{text: "{}\n", foreign: 1, no: true},
		{text: `{"summary": {"files": 1}, "files": []}` + "\n", foreign: 1, no: true},
		{text: `{"schema":"other/1","words":3}` + "\n", foreign: 1, no: true},
		{text: a[:4], torn: true},
		{text: a[:len(a)-1], torn: true},
		{text: a + a[:40], entries: 1, torn: true},
		{text: a + "a letter\n" + a, entries: 2, foreign: 1},
	} {
		r := opened(t, c.text)
		if len(r.Entries) != c.entries || r.Foreign != c.foreign || r.Torn != c.torn || r.IsForeign() != c.no {
			t.Errorf("%.40q: %d entries, %d foreign, torn %v, no report %v", c.text, len(r.Entries), r.Foreign, r.Torn, r.IsForeign())
		}
	}
	if _, err := Open(filepath.Join(t.TempDir(), "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file is %v", err)
	}
}

// TestChangedFilesAreNotTrusted: a file that was rewritten after it was opened.
func TestChangedFilesAreNotTrusted(t *testing.T) {
	r := opened(t, line(t, "a.pdf"))
	for _, text := range []string{line(t, "b.pdf"), "", strings.Repeat("x", 1000)} {
		if err := os.WriteFile(r.Name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if file, err := r.Entries[0].Read(); err == nil {
			t.Errorf("%.20q reads as %+v", text, file)
		}
	}
}
