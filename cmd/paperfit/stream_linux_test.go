package main

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/paperfit/paperfit/pkg/report"
)

// TestLinesComeBeforeTheLastInput: the line of a paper is out while the paper
// after it does not exist yet, with one worker as with several.
func TestLinesComeBeforeTheLastInput(t *testing.T) {
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
			cmd.Stdout = nil
			out, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute) // else nothing would ever come
			defer cancel()
			defer context.AfterFunc(ctx, func() { _ = cmd.Process.Kill() })()
			lines := bufio.NewReader(out)
			read := func() (f report.File) {
				line, err := lines.ReadBytes('\n')
				if err != nil {
					t.Fatalf("no line came: %v", err)
				}
				if err := json.Unmarshal(line, &f); err != nil {
					t.Fatal(err)
				}
				return f
			}
			if f := read(); f.Verdict != report.Pass {
				t.Errorf("the first is %s", f.Verdict)
			}
			if err := os.WriteFile(pipe, last, 0); err != nil { // waits until it is read
				t.Fatal(err)
			}
			if f := read(); f.Verdict != report.Fail || f.Path != pipe {
				t.Errorf("the last is %s: %s", f.Path, f.Verdict)
			}
			if err := cmd.Wait(); cmd.ProcessState.ExitCode() != int(exitFail) {
				t.Errorf("it ends with %v", err)
			}
		})
	}
}
