//go:build unix

package batch

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// fifo returns the name of a pipe that no one writes to.
func fifo(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "fifo")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skipf("no pipe can be made: %v", err)
	}
	return path
}

// A pipe that no one writes to ends with the time, and what follows it is
// read.
func TestSilentPipe(t *testing.T) {
	path := fifo(t)
	paper := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(paper, onePage, 0o600); err != nil {
		t.Fatal(err)
	}
	limits := Limits{Timeout: 50 * time.Millisecond, MaxMemory: DefaultMaxMemory}
	var told []string
	for in := range Named([]string{path, paper}, nil, nil) {
		data, err := in.ReadWithin(t.Context(), limits)
		if err != nil {
			told = append(told, err.Error())
		} else if !bytes.Equal(data, onePage) {
			t.Errorf("%s: %d bytes", in.Path, len(data))
		}
	}
	if len(told) != 1 || !strings.Contains(told[0], "did not end within 50ms (limit timeout)") {
		t.Errorf("the errors are %q", told)
	}
	if _, err := openWithin(path, limits.Timeout); err == nil || !strings.Contains(err.Error(), "limit openTime") {
		t.Errorf("a list: %v", err)
	}
	for in := range Named([]string{path}, nil, nil) {
		if _, ok := in.Stamp(); ok {
			t.Error("a pipe has a state")
		}
	}
}

// A pipe that somebody writes to is read.
func TestPipe(t *testing.T) {
	path := fifo(t)
	go func() {
		if w, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
			w.Write(onePage) // if it fails, the reader reports it
			w.Close()
		}
	}()
	for in := range Named([]string{path}, nil, nil) {
		if data, err := in.ReadWithin(t.Context(), Limits{Timeout: time.Minute}); err != nil || !bytes.Equal(data, onePage) {
			t.Errorf("%d bytes, %v", len(data), err)
		}
	}
}

// Devices are not papers; as standard input they are not read on for ever.
func TestDevices(t *testing.T) {
	zero, err := os.Open("/dev/zero")
	if err != nil {
		t.Skip(err)
	}
	defer zero.Close()
	if _, err := readPaper("/dev/zero", nil, 1<<30); err != errDevice {
		t.Errorf("named: %v", err)
	}
	if _, err := readPaper(Stdin, zero, 1<<30); err != errDevice {
		t.Errorf("as standard input: %v", err)
	}
	if at, err := zero.Seek(0, io.SeekCurrent); err == nil && at > 2*maxDevice {
		t.Errorf("%d bytes were read", at)
	}
	if _, err := (Apart{Limits: Limits{Timeout: time.Minute, MaxMemory: 1 << 30}}).Run(t.Context(), "/dev/zero", nil); err != errDevice {
		t.Errorf("apart: %v", err)
	}
}

// Reading takes no more memory than there is room.
func TestReadingWithinMemory(t *testing.T) {
	endless := io.LimitReader(zeroes{}, 1<<40)
	limits := Limits{MaxMemory: LeastMemory}
	for in := range Named([]string{Stdin}, endless, nil) {
		if _, err := in.ReadWithin(t.Context(), limits); err == nil || !strings.Contains(err.Error(), "larger than 28 MB") {
			t.Errorf("the error is %v", err)
		}
	}
}

// zeroes is a reader without end.
type zeroes struct{}

func (zeroes) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}
