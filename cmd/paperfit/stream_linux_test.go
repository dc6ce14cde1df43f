package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/report"
)

// startLines starts a process that writes JSON Lines. It returns what reads the
// next one.
func startLines(t *testing.T, cmd *exec.Cmd) (read func() report.File) {
	t.Helper()
	cmd.Stdout = nil
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute) // else nothing would ever come
	stop := context.AfterFunc(ctx, func() { _ = cmd.Process.Kill() })
	t.Cleanup(func() { stop(); cancel() })
	lines := bufio.NewReader(out)
	return func() (f report.File) {
		t.Helper()
		line, err := lines.ReadBytes('\n')
		if err != nil {
			t.Fatalf("no line came: %v", err)
		}
		if err := json.Unmarshal(line, &f); err != nil {
			t.Fatal(err)
		}
		return f
	}
}

// TestLinesComeBeforeTheLastInput: the line of a paper is out while the paper
// after it does not exist yet, with one worker as with several.
func TestLinesComeBeforeTheLastInput(t *testing.T) {
	t.Parallel()
	last, err := os.ReadFile(paper(t, "bad-page-size.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	for _, jobs := range []string{"1", "4"} {
		t.Run("jobs "+jobs, func(t *testing.T) {
			pipe := filepath.Join(t.TempDir(), "pipe.pdf")
			if err := syscall.Mkfifo(pipe, 0o600); err != nil {
				t.Fatal(err)
			}
			cmd, _ := program(t, "check", "--format", "jsonl", "--jobs", jobs, paper(t, "ok-plain.pdf"), pipe)
			read := startLines(t, cmd)
			if f := read(); f.Verdict != report.Pass {
				t.Errorf("the first is %s", f.Verdict)
			}
			if err := os.WriteFile(pipe, last, 0); err != nil { // waits until it is read
				t.Fatal(err)
			}
			if f := read(); f.Verdict != report.Fail || f.Path != pipe {
				t.Errorf("the last is %s: %s", f.Path, f.Verdict)
			}
			if err := cmd.Wait(); cmd.ProcessState.ExitCode() != int(app.ExitFail) {
				t.Errorf("it ends with %v", err)
			}
		})
	}
}

// listing starts a check of the files whose names are written to it.
func listing(t *testing.T) (cmd *exec.Cmd, names io.WriteCloser, read func() report.File) {
	t.Helper()
	cmd, _ = program(t, "check", "--format", "jsonl", "--files-from", "-")
	names, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	return cmd, names, startLines(t, cmd)
}

// TestLinesComeWhileTheListIsWritten: the line of a paper is out before the name
// of the next is written.
func TestLinesComeWhileTheListIsWritten(t *testing.T) {
	t.Parallel()
	cmd, names, read := listing(t)
	for _, name := range []string{"ok-plain.pdf", "bad-page-size.pdf", "ok-dvips.pdf"} {
		want := paper(t, name)
		if _, err := io.WriteString(names, want+"\n"); err != nil {
			t.Fatal(err)
		}
		if f := read(); f.Path != want {
			t.Errorf("the line is of %s, want %s", f.Path, want)
		}
	}
	names.Close()
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() != int(app.ExitFail) {
		t.Errorf("it ends with %v", err)
	}
}

// TestInterruptReportsNoUnusedNames: of papers that were not reached no one says that they
// are not there; how far the run came is said.
func TestInterruptReportsNoUnusedNames(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"kinds.yaml":   "title: Kinds\npages: 3\ncategories: {short: {pages: 2}}\nrules: {page-limit: error}\n",
		"kinds.csv":    "later.pdf,short\n",
		"waivers.yaml": "[{file: later.pdf, rule: page-limit, reason: merged papers, by: Ada Chair}]\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd, _ := program(t, "check", "--format", "jsonl", "--profile", "kinds.yaml", "--categories", "kinds.csv", "--waivers", "waivers.yaml", "--files-from", "-")
	var said bytes.Buffer
	cmd.Dir, cmd.Stderr = dir, &said
	names, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer names.Close()
	read := startLines(t, cmd)
	if _, err := io.WriteString(names, paper(t, "ok-plain.pdf")+"\n"); err != nil {
		t.Fatal(err)
	}
	read()
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	const want = "paperfit: interrupted: 1 file checked, of an unknown number\n"
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() != int(app.ExitInterrupted) || said.String() != want {
		t.Errorf("it ends with %v and says %q", err, &said)
	}
}

// TestCtrlCEndsAnOpenList: no one waits for the rest of a list after an interrupt,
// neither for its first name.
func TestCtrlCEndsAnOpenList(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"", "ok-plain.pdf"} {
		cmd, names, read := listing(t)
		defer names.Close()
		if name != "" {
			if _, err := io.WriteString(names, paper(t, name)+"\n"); err != nil {
				t.Fatal(err)
			}
			read()
		} else if _, err := names.Write(bytes.Repeat([]byte("\n"), 1<<17)); err != nil { // more than a pipe holds: the program reads
			t.Fatal(err)
		}
		if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Wait(); cmd.ProcessState.ExitCode() != int(app.ExitInterrupted) {
			t.Errorf("after %q it ends with %v", name, err)
		}
	}
}
