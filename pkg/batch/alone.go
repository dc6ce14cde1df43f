package batch

import (
	"context"
	"errors"
	"time"

	"github.com/paperfit/paperfit/pkg/check"
	"github.com/paperfit/paperfit/pkg/internal/crosscheck"
	"github.com/paperfit/paperfit/pkg/internal/stack"
)

// Alone checks one file in this process, which is faster than starting a worker,
// within the same limits. When one is exceeded the check goes on, with nobody to
// listen, until the process ends: that is to happen soon. The error is that of
// the context.
func (c *Checker) Alone(ctx context.Context, name string, data []byte) (Result, error) {
	r, limit, err := limited(ctx, c.Limits, func(ctx context.Context) Result { return c.checkHere(ctx, name, data) })
	if limit != "" {
		return c.exceeded(name, data, limit), nil
	}
	return r, err
}

// unwatched is how long the program may work on one core without a look at the deadline.
const unwatched = 20 * time.Millisecond

// limited does something in this process and ends with its outcome, the limit
// that was exceeded, or the error of the context.
func limited[T any](ctx context.Context, l Limits, do func(context.Context) T) (outcome T, limit string, err error) {
	l = l.orDefault()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	late, full := make(chan struct{}), make(chan struct{})
	defer deadline(l.Timeout, func() { close(late) })()
	defer guard(l.MaxMemory, func() { close(full) })()
	done, start := make(chan T, 1), time.Now()
	go func() {
		stack.Grow()
		done <- do(ctx)
	}()
	select {
	case outcome = <-done:
		if l.Timeout < unwatched && time.Since(start) > l.Timeout {
			return outcome, limitTimeout, nil
		}
		return outcome, "", ctx.Err()
	case <-late:
		return outcome, limitTimeout, nil
	case <-full:
		return outcome, limitMemory, nil
	case <-ctx.Done():
		return outcome, "", ctx.Err()
	}
}

// Measure reads a file and takes its measures in this process, within the limits
// like Alone. When the bytes are at hand, before the first is parsed, read is
// called. The error is a sentence for people.
func Measure(ctx context.Context, l Limits, in Input, read func()) (*check.Facts, error) {
	type outcome struct {
		facts *check.Facts
		err   error
	}
	r, limit, err := limited(ctx, l, func(ctx context.Context) outcome {
		data, err := in.readUntil(ctx, l.room())
		if err != nil {
			return outcome{err: err}
		}
		read()
		facts, err := check.Measure(ctx, data, check.Options{})
		if err != nil {
			err = errors.New(check.Explain(err))
		}
		return outcome{facts, err}
	})
	switch {
	case limit != "":
		return nil, l.exceeded(limit)
	case err != nil:
		return nil, errors.New(check.Explain(err))
	}
	return r.facts, r.err
}

// Dump makes the dump of a paper in this process, as check.Checker does, within the
// limits like Alone.
func (c *Checker) Dump(ctx context.Context, data []byte) (text []byte, differs []string, err error) {
	type outcome struct {
		text    []byte
		differs []string
		err     error
	}
	r, limit, err := limited(ctx, c.Limits, func(ctx context.Context) (o outcome) {
		o.text, o.differs, o.err = c.Checker.Dump(ctx, data)
		return o
	})
	switch {
	case limit != "":
		return nil, nil, c.Limits.exceeded(limit)
	case err != nil:
		return nil, nil, err
	}
	return r.text, r.differs, r.err
}

// checkHere checks a file in this process.
func (c *Checker) checkHere(ctx context.Context, name string, data []byte) Result {
	r := Result{File: c.Check(ctx, name, data).Plain()}
	if c.Reading {
		reading := crosscheck.Read(ctx, data)
		r.Reading = &reading
	}
	return r
}
