package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/app"
)

// answerOf runs banal in this process and returns its answer and exit status.
func answerOf(t *testing.T, args ...string) (answer map[string]any, status int) {
	t.Helper()
	var s testStreams
	status = run(append([]string{banalName}, args...), s.streams())
	if err := json.Unmarshal(s.out.Bytes(), &answer); err != nil {
		t.Fatalf("%q: %v: %s", args, err, &s.out)
	}
	if _, ok := answer["at"].(float64); !ok {
		t.Errorf("%q: there is no time in %s", args, &s.out)
	}
	return answer, status
}

// TestBanalAnswersWhateverItIsGiven: whatever the file is, there is one JSON
// object, and the exit status reports whether it has measurements.
func TestBanalAnswersWhateverItIsGiven(t *testing.T) {
	for _, file := range oddFiles(t) {
		answer, status := answerOf(t, "-json", file)
		_, measured := answer["papersize"]
		if failed := answer["error"] == true; failed == measured || failed != (status == 1) {
			t.Errorf("%s: exit status %d with %v", file, status, answer)
		}
		if _, ok := answer["pages"].([]any); !ok {
			t.Errorf("%s: there are no pages in %v", file, answer)
		}
	}
}

// TestBanalNeedsNothing: HotCRP gives the program its PATH and no other
// variable, no standard input, and a folder of its own.
func TestBanalNeedsNothing(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	binary := executable(filepath.Join(folder, "banal"))
	if err := os.Link(built(t), binary); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(root, "testdata", "papers", "ok-plain.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(folder, "-a name with \"quotes\", ünïcode and no suffix")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(binary, "-json", name)
	cmd.Dir, cmd.Env, cmd.Stdin = "/", []string{"PATH=" + os.Getenv("PATH")}, nil
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil || stderr.Len() > 0 {
		t.Fatalf("%v: %s", err, &stderr)
	}
	var answer struct {
		Papersize             []int
		Bodyfontsize, Leading float64
		Columns               int
	}
	if err := json.Unmarshal(out, &answer); err != nil || answer.Bodyfontsize != 10 || answer.Leading != 12 || answer.Columns != 2 {
		t.Errorf("%v: %s", err, out)
	}
}

func TestBanalOptions(t *testing.T) {
	o, err := parseBanal([]string{"-json", "--max-pages=3", "-zoom", "2", "-zoom=3", "--no-time", "-C", "--compat=banal", "-p", "a.pdf"})
	if err != nil || o.MaxPages != 3 || o.Timed || !o.Columns || !o.Legacy || !o.Headings || len(o.Files) != 1 || o.Form != app.BanalJSON {
		t.Errorf("%+v, %v", o, err)
	}
	if o, err := parseBanal([]string{"-max_pages=4", "--", "-x.pdf"}); err != nil || o.MaxPages != 4 || o.Files[0] != "-x.pdf" {
		t.Errorf("%+v, %v", o, err)
	}
	for _, args := range [][]string{{"-frob", "a.pdf"}, {"-max-pages=0"}, {"-max-pages"}, {"-grep=all"}, {"-compat=old"}, {"-timeout=0s"}, {"-json=1"}} {
		if _, err := parseBanal(args); err == nil {
			t.Errorf("%q is let pass", args)
		}
	}
}

// TestBanalOptionsOfMubanal: HotCRP's batch/testmubanal.php gives the program these
// options. Those that cannot be had are refused with what to use instead.
func TestBanalOptionsOfMubanal(t *testing.T) {
	o, err := parseBanal([]string{"-json", "-no-time", "-colpos", "-C", "--columns=mode", "--rot=skip", "--stext=a", "--trim", "a.pdf"})
	if err != nil || o.Timed || !o.Columns || !o.Trim || len(o.Files) != 1 {
		t.Errorf("%+v, %v", o, err)
	}
	for _, option := range []string{"--dump-runs", "--runs=a.txt", "-runs"} {
		if _, err := parseBanal([]string{option, "a.pdf"}); err == nil || !strings.Contains(err.Error(), "inspect --layout") {
			t.Errorf("%s: %v", option, err)
		}
	}
}

func TestBanalIsCalledByItsName(t *testing.T) {
	for program, want := range map[string]int{"/usr/bin/banal": 2, "banal.exe": 2, "/usr/bin/paperfit": 1, "banal/paperfit": 1} {
		if got := len(arguments([]string{program, "a.pdf"})); got != want {
			t.Errorf("%s: %d arguments, want %d", program, got, want)
		}
	}
}
