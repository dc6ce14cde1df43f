//go:build unix

package main

import (
	"encoding/json"
	"syscall"
	"testing"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/report"
)

// interrupter is an input that never ends: the user presses Ctrl-C.
type interrupter struct{ t *testing.T }

func (in interrupter) Read([]byte) (int, error) {
	if err := syscall.Kill(syscall.Getpid(), syscall.SIGINT); err != nil {
		in.t.Error(err)
	}
	select {}
}

func TestInterruptLeavesTheReportSoFar(t *testing.T) {
	var s testStreams
	streams := s.streams()
	streams.In = interrupter{t}
	if status := run([]string{"check", "--format", "json", "--jobs=1", missing, "-"}, streams); status != int(app.ExitInterrupted) {
		t.Errorf("status %d, want %d", status, app.ExitInterrupted)
	}
	var r report.Report
	if err := json.Unmarshal(s.out.Bytes(), &r); err != nil {
		t.Fatalf("%v in\n%s", err, &s.out)
	}
	if r.Summary.Files != 1 || r.Files[0].Path != missing {
		t.Errorf("the report holds %d files, want the one before the interrupt", r.Summary.Files)
	}
}
