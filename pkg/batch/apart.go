package batch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"

	"github.com/paperfit/paperfit/pkg/internal/confine"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// Apart is a process of its own for one file. Whatever the file does to it, this
// program lives on and can tell of it.
type Apart struct {
	Program string // this program
	Args    []string
	Limits  Limits
}

// Caps on what runs apart.
const (
	maxApart  = 16 << 20        // bytes of its answer
	apartTime = 2 * time.Second // beyond the file's time, so that it can tell of it itself
)

// ErrNotStarted says that no process could be started.
var ErrNotStarted = errors.New("cannot start a separate process")

var errStopped = errors.New("the check was interrupted")

// Run opens a file, runs the process with it as its standard input, and returns
// what it wrote to its standard output. The process itself opens nothing. For
// Stdin the file is in. The errors are sentences for people.
func (a Apart) Run(ctx context.Context, name string, in io.Reader) ([]byte, error) {
	if name != Stdin {
		file, err := open(ctx, a.Limits, name)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		in = file
	}
	return a.run(ctx, in)
}

func (a Apart) run(ctx context.Context, in io.Reader) ([]byte, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var out bounded
	stderr := &stderrHead{}
	cmd := exec.CommandContext(ctx, a.Program, a.Args...)
	cmd.Args[0] = "paperfit"
	cmd.Env = environment(a.Limits.MaxMemory)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = in, &out, stderr
	cmd.WaitDelay = killDelay
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotStarted, err)
	}
	defer deadline(a.Limits.Timeout+apartTime, func() { cancel(errTimeout) })()
	defer watchMemory(cmd.Process.Pid, a.Limits.MaxMemory, func() { cancel(errMemory) })()
	err := cmd.Wait()
	switch cause := context.Cause(ctx); {
	case out.full:
		return nil, fmt.Errorf("the answer is larger than %d MB", maxApart>>20)
	case err == nil:
		return out.data, nil
	case errors.Is(cause, errTimeout):
		return nil, a.Limits.exceeded(limitTimeout)
	case errors.Is(cause, errMemory), stderr.outOfMemory():
		return nil, a.Limits.exceeded(limitMemory)
	case cause != nil:
		return nil, errStopped
	}
	return nil, wording.NewError(wording.Bug, report.Args{"fault": fmt.Sprintf("the process ended with %v", err)})
}

// bounded keeps what a process writes, up to maxApart bytes.
type bounded struct {
	data []byte
	full bool
}

// Write keeps everything or, once there is too much, ends the reading, on which
// the process ends too.
func (b *bounded) Write(data []byte) (int, error) {
	if b.full = b.full || len(b.data)+len(data) > maxApart; b.full {
		return 0, io.ErrShortWrite
	}
	b.data = append(b.data, data...)
	return len(data), nil
}

// Confine makes this process one that Apart runs: it can read what is open and
// answer, and do nothing else. It returns what is in force.
func Confine(l Limits) confine.Confinement {
	return confine.Process(confine.Limits{Memory: l.MaxMemory + systemMargin})
}

// open opens a file. A pipe that nobody writes to does not outlast the time.
func open(ctx context.Context, l Limits, name string) (*os.File, error) {
	type result struct {
		file *os.File
		err  error
	}
	r, limit, err := limited(ctx, l, func(context.Context) result {
		file, err := openFile(name)
		return result{file, err}
	})
	switch {
	case limit != "":
		return nil, l.exceeded(limit)
	case err != nil:
		return nil, errStopped
	case r.err != nil:
		return nil, Reason(r.err)
	}
	return r.file, nil
}
