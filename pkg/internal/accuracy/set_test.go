package accuracy_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/paperfit/paperfit/pkg/internal/accuracy"
)

var update = flag.Bool("update", false, "write the outcomes of the committed papers again")

// set is the folder of committed papers, each with its truth.
const set = "../../../testdata/accuracy"

// The committed papers come out as they did: whoever changes roles or measures
// sees in the diff of outcomes.md what became right and what became wrong.
func TestCommittedPapers(t *testing.T) {
	var tally accuracy.Tally
	for _, name := range committed(t) {
		score, err := accuracy.Judge(readTruth(t, name), readPDF(t, name))
		if err != nil {
			t.Fatal(err)
		}
		tally.Add(score)
	}
	var got bytes.Buffer
	tally.WriteOutcomes(&got)
	file := filepath.Join(set, "outcomes.md")
	if *update {
		if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("outcomes (-want +got); run with -update and look at the diff:\n%s", diff)
	}
}

// A truth that is changed by a little is noticed: the comparison can fail.
func TestWrongTruthIsNoticed(t *testing.T) {
	name := committed(t)[0]
	pdf := readPDF(t, name)
	outcome := func(truth *accuracy.Truth, name string) accuracy.Status {
		score, err := accuracy.Judge(truth, pdf)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range score.Outcomes {
			if o.Name == name {
				return o.Status
			}
		}
		return ""
	}
	for measure, change := range map[string]func(*accuracy.Truth){
		"pages":     func(t *accuracy.Truth) { t.Facts.Pages++ },
		"columns":   func(t *accuracy.Truth) { t.Facts.Columns++ },
		"body size": func(t *accuracy.Truth) { t.Facts.Body += .1 },
		"leading":   func(t *accuracy.Truth) { t.Facts.Leading -= .1 },
	} {
		if got := outcome(readTruth(t, name), measure); got != accuracy.Right {
			t.Errorf("%s of %s: %s; this test needs a paper that is measured right", measure, name, got)
		}
		truth := readTruth(t, name)
		change(truth)
		if got := outcome(truth, measure); got != accuracy.Wrong {
			t.Errorf("%s: with another truth it is %s", measure, got)
		}
	}
}

// committed returns the names of the papers.
func committed(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(set, "*.json"))
	if err != nil || len(files) < 20 {
		t.Fatalf("%d papers in %s (%v): the test looks in the wrong place", len(files), set, err)
	}
	names := make([]string, len(files))
	for i, file := range files {
		names[i] = strings.TrimSuffix(filepath.Base(file), ".json")
	}
	return names
}

func readTruth(t *testing.T, name string) *accuracy.Truth {
	t.Helper()
	truth, err := accuracy.ReadTruth(read(t, name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return truth
}

func readPDF(t *testing.T, name string) []byte { return read(t, name+".pdf") }

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(set, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}
