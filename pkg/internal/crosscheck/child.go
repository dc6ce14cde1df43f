package crosscheck

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"time"
)

// Reader is the program that is the second reader.
type Reader struct {
	// Program and Args start it. It is given the numbers of the pages to read as
	// further arguments, and has to call Serve.
	Program string
	Args    []string
	// Deadline is how long it may take for one file; 0 means DefaultDeadline.
	Deadline time.Duration
}

// DefaultDeadline is a hundred times what the second reader takes for a paper.
const DefaultDeadline = 10 * time.Second

// Caps on the second reader.
const (
	maxAnswer  = 16 << 20               // bytes of its answer: a page of text is some 3 kB
	maxMemory  = 512 << 20              // bytes that it may hold, where the system counts them
	gcMemory   = "GOMEMLIMIT=384MiB"    // from here on it collects garbage before it takes more
	maxCPUTime = time.Minute            // of the processor, should it be left without a parent
	killDelay  = 500 * time.Millisecond // that a killed child has to close its output
)

// errInterrupted means that the whole run was ended.
var errInterrupted = errors.New("the comparison was interrupted")

// read requests some pages of a file from the second reader. What it reported before it
// failed comes with the error.
func (r Reader) read(ctx context.Context, data []byte, pages []int) (answer, error) {
	deadline := r.Deadline
	if deadline <= 0 {
		deadline = DefaultDeadline
	}
	limited, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	out := cappedBuffer{full: cancel}
	failure := r.run(limited, data, pages, &out)
	switch {
	case out.isFull:
		failure = fmt.Errorf("the second reader wrote more than %d MB and was stopped", maxAnswer>>20)
	case ctx.Err() != nil:
		failure = errInterrupted
	case limited.Err() != nil:
		failure = fmt.Errorf("the second reader was stopped after %v", deadline)
	}
	theirs, err := parseAnswer(out.data, pages)
	if err != nil && failure == nil {
		failure = err
	}
	if failure == nil && theirs.count == 0 {
		failure = errNonsense // not a line of it
	}
	return theirs, failure
}

// run runs the child until it ends or the context does, which kills it.
func (r Reader) run(ctx context.Context, data []byte, pages []int, out *cappedBuffer) error {
	args := append([]string(nil), r.Args...)
	for _, n := range pages {
		args = append(args, strconv.Itoa(n))
	}
	child := exec.CommandContext(ctx, r.Program, args...)
	child.Stdin = bytes.NewReader(data)
	child.Stdout = out
	child.Env = append(os.Environ(), gcMemory, "GOTRACEBACK=none")
	child.WaitDelay = killDelay
	if err := child.Start(); err != nil {
		return fmt.Errorf("cannot start the second reader: %w", err)
	}
	if err := child.Wait(); err != nil {
		return fmt.Errorf("the second reader failed: %w", err)
	}
	return nil
}

// cappedBuffer keeps the bytes written to it and refuses too many. It is not
// read before the child has ended.
type cappedBuffer struct {
	data   []byte
	full   func() // called when there are too many
	isFull bool
}

// Write keeps data, or nothing any more once it was too much.
func (b *cappedBuffer) Write(data []byte) (int, error) {
	if b.isFull || len(b.data)+len(data) > maxAnswer {
		b.isFull = true
		b.full()
		return 0, errors.New("too much")
	}
	b.data = append(b.data, data...)
	return len(data), nil
}
