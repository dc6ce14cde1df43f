package machine

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

// motley is the run of so many papers whose messages do not pack well. Every
// second one breaks a rule, every fourth one only a warning; every tenth could not
// be read. It is written within so many results.
func motley(papers, most int) *sarifBuilder {
	var files []report.File
	for i := range papers {
		f := passing()
		f.Path = fmt.Sprintf("paper%d.pdf", i)
		f.SHA256 = fmt.Sprintf("%x", sha256.Sum256([]byte(f.Path)))
		status, severity := report.StatusFail, report.SeverityError
		if i%4 == 0 {
			status, severity = report.StatusWarn, report.SeverityWarning
		}
		if i%2 == 0 {
			f.Checks[1].Status, f.Checks[1].Severity = status, severity
			f.Findings = []report.Finding{{Rule: "page-limit", Severity: severity, Page: 1, Message: fmt.Sprintf("%x", sha256.Sum256([]byte{byte(i), byte(i >> 8)}))}}
		}
		if i%10 == 0 {
			f.Verdict = report.Error
		}
		files = append(files, f)
	}
	r := sample(files...)
	run := newSarifRun(r, Options{})
	run.kept.most = most
	for _, f := range r.Files {
		if err := run.addFile(f, Options{}); err != nil {
			panic(err)
		}
	}
	return run
}

// written returns the file of a run within so many bytes, packed.
func written(t *testing.T, run *sarifBuilder, packed int) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := run.write(&out, packed); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestSARIFIsBounded: GitHub refuses a run of more than 25,000 results or of more
// than 10 MB, packed. Errors stay, what belongs to them too, and what is left out
// is told.
func TestSARIFIsBounded(t *testing.T) {
	schema := compiled(t, oasisSchema(t))
	const papers = 400 // of which 200 have a result, 100 of them an error
	for _, test := range []struct {
		name            string
		results, packed int
		least, most     int // results that stay
		files           int // that are listed; 0: as many as results
	}{
		{"all", 200, 1 << 20, 200, 200, papers},
		{"results", 150, 1 << 20, 150, 150, 0},
		{"no results", 0, 1 << 20, 0, 0, 0},
		{"bytes of files", 200, 26_000, 200, 200, 0},
		{"bytes", 200, 12_000, 50, 90, 0},
		{"few bytes", 200, 10, 0, 0, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			data := written(t, motley(papers, test.results), test.packed)
			if err := validate(schema, data); err != nil {
				t.Error(err)
			}
			var log sarifLog
			if err := json.Unmarshal(data, &log); err != nil {
				t.Fatal(err)
			}
			run := log.Runs[0]
			kept := len(run.Results)
			if size := packed(t, data); size > test.packed && kept > 0 {
				t.Errorf("%d bytes packed, want at most %d", size, test.packed)
			}
			if kept < test.least || kept > test.most {
				t.Errorf("%d results stay, want %d to %d", kept, test.least, test.most)
			}
			if want := max(test.files, kept); len(run.Artifacts) != want {
				t.Errorf("%d files are listed, want %d", len(run.Artifacts), want)
			}
			holdsTogether(t, run)
			notes := run.Invocations[0].Notifications
			told := len(notes) > 0 && strings.HasPrefix(notes[len(notes)-1].Message.Text, fmt.Sprintf("left out are %d results and ", 200-kept))
			if whole := test.files == papers; told == whole {
				t.Errorf("%d of 200 results stay; the last note is %+v", kept, notes[len(notes)-1])
			}
			for i, r := range run.Results {
				if kept < 200 && (r.Level == "error") != (i < 100) {
					t.Errorf("result %d of %d is of level %s", i, kept, r.Level)
				}
			}
		})
	}
}

// packed returns the size of data as the action uploads it.
func packed(t *testing.T, data []byte) int {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}

// holdsTogether checks that every location names the file at its index.
func holdsTogether(t *testing.T, run sarifRun) {
	t.Helper()
	check := func(locations []sarifLocation) {
		for _, l := range locations {
			at := l.Physical.Artifact
			if at.Index == notListed {
				continue
			}
			if at.Index >= len(run.Artifacts) || run.Artifacts[at.Index].Location != at {
				t.Errorf("%+v is no file of the run", at)
			}
		}
	}
	for _, r := range run.Results {
		check(r.Locations)
		check(r.Related)
	}
	for _, n := range run.Invocations[0].Notifications {
		check(n.Locations)
	}
	for i, a := range run.Artifacts {
		if a.Location.Index != i {
			t.Errorf("file %d has the index %d", i, a.Location.Index)
		}
	}
}
