package main

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// banalEnv names a copy of banal to compare with; it is not part of this
// repository.
const banalEnv = "PAPERFIT_BANAL"

// documentAnswer is what an answer says of the whole paper.
type documentAnswer struct {
	Papersize             []float64
	Bodyfontsize, Leading float64
	Columns               int
	Pages                 []struct{ Type string }
}

// shortPapers end within their first column of two, which banal takes for the
// only one.
var shortPapers = map[string]bool{"cvpr599-milestone.pdf": true}

// TestBesideBanal compares our answers in banal's units with its own.
func TestBesideBanal(t *testing.T) {
	banal := os.Getenv(banalEnv)
	if banal == "" {
		t.Skipf("%s names no copy of banal to compare with", banalEnv)
	}
	files, _ := filepath.Glob(filepath.Join(shared(t, "papers"), "*.pdf"))
	otherLeading, otherTypes := 0, 0
	for _, file := range files {
		theirs := documentOf(t, exec.Command("perl", banal, "-json", file))
		var s testStreams
		run([]string{banalName, "-json", "-compat=banal", file}, s.streams())
		var ours documentAnswer
		if err := json.Unmarshal(s.out.Bytes(), &ours); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		name := filepath.Base(file)
		if ours.Papersize[0] != theirs.Papersize[0] || ours.Papersize[1] != theirs.Papersize[1] ||
			ours.Bodyfontsize != theirs.Bodyfontsize || ours.Columns != theirs.Columns && !shortPapers[name] ||
			math.Abs(ours.Leading-theirs.Leading) > 0.11 || len(ours.Pages) != len(theirs.Pages) {
			t.Errorf("%s: %+v, banal says %+v", name, ours, theirs)
			continue
		}
		if ours.Leading != theirs.Leading {
			otherLeading++
		}
		for i := range ours.Pages {
			if ours.Pages[i] != theirs.Pages[i] {
				t.Logf("%s, page %d: %q, banal says %q", name, i+1, ours.Pages[i].Type, theirs.Pages[i].Type)
				otherTypes++
			}
		}
	}
	t.Logf("%d papers: other leading on %d, another type of %d pages", len(files), otherLeading, otherTypes)
}

func documentOf(t *testing.T, cmd *exec.Cmd) (a documentAnswer) {
	t.Helper()
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %v", cmd, err)
	}
	if err := json.NewDecoder(bytes.NewReader(out)).Decode(&a); err != nil {
		t.Fatalf("%v: %v", cmd, err)
	}
	return a
}
