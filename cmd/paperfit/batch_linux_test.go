package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/report"
)

// program returns a process of the real program that is not started yet.
func program(t *testing.T, args ...string) (cmd *exec.Cmd, out *bytes.Buffer) {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if !testing.Short() {
		path = built(t)
	}
	out = new(bytes.Buffer)
	cmd = &exec.Cmd{Path: path, Args: append([]string{"paperfit"}, args...), Stdout: out, Stderr: os.Stderr}
	return cmd, out
}

// folderOf returns a folder with so many papers of testdata, and a pipe in their
// middle that no one has written to.
func folderOf(t *testing.T, n int) (files []string, pipe string) {
	t.Helper()
	papers, err := filepath.Glob(filepath.Join(root, "testdata", "papers", "*.pdf"))
	if err != nil || len(papers) == 0 {
		t.Fatal("there are no papers: ", err)
	}
	for i := range n {
		files = append(files, papers[i%len(papers)])
	}
	pipe = filepath.Join(t.TempDir(), "pipe.pdf")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	files[n/2] = pipe
	return files, pipe
}

// parse reads a report.
func parse(t *testing.T, data []byte) *report.Report {
	t.Helper()
	var r report.Report
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	return &r
}

// statusFrom returns a process's exit status.
func statusFrom(t *testing.T, err error) int {
	t.Helper()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if exit == nil {
		return 0
	}
	return exit.ExitCode()
}

// Ctrl-C goes to the program and its workers alike. The report holds the files
// that were checked.
func TestCtrlC(t *testing.T) {
	t.Parallel()
	files, pipe := folderOf(t, 9)
	cmd, out := program(t, append([]string{"check", "--format=json", "--jobs=1"}, files...)...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// The pipe can be opened when the program reads from it, which it does when it
	// is done with the files before, or at work on the last of them.
	w, err := os.OpenFile(pipe, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := syscall.Kill(-cmd.Process.Pid, syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	if status := statusFrom(t, cmd.Wait()); status != int(app.ExitInterrupted) {
		t.Errorf("status %d, want %d", status, app.ExitInterrupted)
	}
	r := parse(t, out.Bytes())
	if len(r.Files) < 3 || r.Summary.Error != 0 || !r.Summary.Interrupted {
		t.Errorf("the report holds %+v, want the 3 or 4 files before the interrupt", r.Summary)
	}
}

// workersOf returns the processes that a process started (proc(5)).
func workersOf(t *testing.T, pid int) []int {
	t.Helper()
	tasks, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	if err != nil || len(tasks) == 0 {
		t.Skip("this system does not tell whose child a process is")
	}
	var out []int
	for _, task := range tasks {
		data, err := os.ReadFile(task)
		if err != nil {
			t.Skip("this system does not tell whose child a process is: ", err)
		}
		for word := range strings.FieldsSeq(string(data)) {
			n, err := strconv.Atoi(word)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, n)
		}
	}
	return out
}

// Workers that somebody kills in the middle lose nothing, and however many there
// are, the bytes are the same.
func TestKilledWorkersLoseNothing(t *testing.T) {
	t.Parallel()
	files, pipe := folderOf(t, 12)
	paper, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	var reports [][]byte
	for _, run := range []struct {
		jobs  int
		kills bool
	}{{1, false}, {4, false}, {2, true}} {
		cmd, out := program(t, append([]string{"check", "--format=json", "--no-timing", fmt.Sprint("--jobs=", run.jobs)}, files...)...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		w, err := os.OpenFile(pipe, os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		if run.kills {
			workers := workersOf(t, cmd.Process.Pid)
			if len(workers) == 0 {
				t.Error("there are no workers")
			}
			for _, worker := range workers {
				if err := syscall.Kill(worker, syscall.SIGKILL); err != nil && !errors.Is(err, syscall.ESRCH) {
					t.Error(err)
				}
			}
		}
		if _, err := w.Write(paper); err != nil {
			t.Error(err)
		}
		if err := w.Close(); err != nil {
			t.Error(err)
		}
		if status := statusFrom(t, cmd.Wait()); status != int(app.ExitFail) {
			t.Errorf("status %d, want %d", status, app.ExitFail)
		}
		reports = append(reports, out.Bytes())
	}
	if r := parse(t, reports[0]); r.Summary.Files != len(files) || r.Summary.Error != 0 {
		t.Errorf("%+v", r.Summary)
	}
	if !bytes.Equal(reports[0], reports[1]) {
		t.Error("eight workers give another report than one")
	}
	if !bytes.Equal(reports[0], reports[2]) {
		t.Error("the report is another one after workers were killed")
	}
}

// The real thing: a file that is saved in pieces, put in its own place, and
// Ctrl-C.
func TestWatch(t *testing.T) {
	t.Parallel()
	papers := map[string][]byte{}
	for _, name := range []string{"ok-plain.pdf", "bad-page-size.pdf"} {
		data, err := os.ReadFile(filepath.Join(root, "testdata", "papers", name))
		if err != nil {
			t.Fatal(err)
		}
		papers[name] = data
	}
	draft := filepath.Join(t.TempDir(), "draft.pdf")
	save := func(data []byte) {
		t.Helper()
		if err := os.WriteFile(draft+".new", data, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(draft+".new", draft); err != nil {
			t.Fatal(err)
		}
	}
	cmd, _ := program(t, "watch", draft)
	cmd.Stdout = nil
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	waitFor := func(text string) {
		t.Helper()
		for lines.Scan() {
			if strings.Contains(lines.Text(), text) {
				return
			}
		}
		t.Fatalf("%q never comes", text)
	}
	waitFor("Waiting for ")
	save(papers["ok-plain.pdf"])
	waitFor("PASS  ")
	save(papers["bad-page-size.pdf"][:5000])
	waitFor("is being written. The verdict shown is from ")
	save(papers["bad-page-size.pdf"])
	waitFor("FAIL  ")
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	for lines.Scan() { // its last words
	}
	if status := statusFrom(t, cmd.Wait()); status != int(app.ExitInterrupted) {
		t.Errorf("status %d, want %d", status, app.ExitInterrupted)
	}
}
