//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"io"
	"sync"
	"syscall"
	"testing"

	"github.com/paperfit/paperfit/pkg/app"
	"github.com/paperfit/paperfit/pkg/report"
)

// interrupter is an input that never ends: once something was written, the user
// presses Ctrl-C.
type interrupter struct {
	t       *testing.T
	written <-chan struct{}
}

func (in interrupter) Read([]byte) (int, error) {
	<-in.written
	if err := syscall.Kill(syscall.Getpid(), syscall.SIGINT); err != nil {
		in.t.Error(err)
	}
	select {}
}

// firstWrite is a writer that reports its first write.
type firstWrite struct {
	io.Writer
	report func()
}

func (w firstWrite) Write(p []byte) (int, error) {
	defer w.report()
	return w.Writer.Write(p)
}

func TestInterruptLeavesTheReportSoFar(t *testing.T) {
	var s testStreams
	streams := s.streams()
	written := make(chan struct{})
	streams.In = interrupter{t, written}
	streams.Out = firstWrite{&s.out, sync.OnceFunc(func() { close(written) })}
	if status := run([]string{"check", "--format", "jsonl", "--jobs=1", missing, "-"}, streams); status != int(app.ExitInterrupted) {
		t.Errorf("status %d, want %d", status, app.ExitInterrupted)
	}
	var file report.File
	if err := json.NewDecoder(bytes.NewReader(s.out.Bytes())).Decode(&file); err != nil {
		t.Fatalf("%v in\n%s", err, &s.out)
	}
	if file.Path != missing {
		t.Errorf("the report begins with %q, want the file before the interrupt", file.Path)
	}
}
