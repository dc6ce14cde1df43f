package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/app"
)

// TestNoWorkerBreaksTheRun: a program that was taken away while it runs can start
// no worker. That is said once, and no file is to blame.
func TestNoWorkerBreaksTheRun(t *testing.T) {
	cmd, out := program(t, "check", "--format", "json", "--files-from", "-")
	data, err := os.ReadFile(cmd.Path)
	if err != nil {
		t.Fatal(err)
	}
	cmd.Path = filepath.Join(t.TempDir(), "paperfit")
	if err := os.WriteFile(cmd.Path, data, 0o755); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	cmd.Stderr = &said
	names, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(cmd.Path); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(names, strings.Repeat(paper(t, "ok-plain.pdf")+"\n", 20)); err != nil {
		t.Fatal(err)
	}
	names.Close()
	if status := statusFrom(t, cmd.Wait()); status != int(app.ExitBroke) {
		t.Errorf("status %d, want %d", status, app.ExitBroke)
	}
	if n := strings.Count(said.String(), "no worker process could be started"); n != 1 {
		t.Errorf("it is said %d times:\n%s", n, &said)
	}
	if r := parse(t, out.Bytes()); r.Summary.Files != 0 || !r.Summary.Interrupted {
		t.Errorf("the report holds %+v", r.Summary)
	}
}
