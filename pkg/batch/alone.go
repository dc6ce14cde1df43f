package batch

import (
	"context"

	"github.com/paperfit/paperfit/pkg/crosscheck"
)

// Alone checks one file in this process, which is faster than starting a worker,
// within the same limits. When one is exceeded the check goes on, with nobody to
// listen, until the process ends: that is to happen soon. The error is that of
// the context.
func (c *Checker) Alone(ctx context.Context, name string, data []byte) (Result, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	late, full := make(chan struct{}), make(chan struct{})
	defer deadline(c.Limits.Timeout, func() { close(late) })()
	defer guard(c.Limits.MaxMemory, func() { close(full) })()
	done := make(chan Result, 1)
	go func() { done <- c.checkHere(ctx, name, data) }()
	select {
	case r := <-done:
		return r, ctx.Err()
	case <-late:
		return c.exceeded(name, data, limitTimeout), nil
	case <-full:
		return c.exceeded(name, data, limitMemory), nil
	case <-ctx.Done():
		return Result{}, ctx.Err()
	}
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
