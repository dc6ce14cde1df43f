package main

import (
	"context"

	"github.com/paperfit/paperfit/pkg/batch"
	"github.com/paperfit/paperfit/pkg/report"
)

// ahead is the number of papers in memory for each worker: while it checks one, the
// next is read and the line of the last one is written.
const ahead = 2

// crew checks the papers of a bundle, several at a time. Only the bundle's own
// goroutine calls its methods: nothing else may emit.
type crew struct {
	work    chan task
	done    chan outcome
	pending int
	cancel  context.CancelFunc
}

// task is a paper to check: an input, or the path of an object.
type task struct {
	in   batch.Input
	path string
}

// outcome is the entry of a paper, or the error, of which no paper is to blame.
type outcome struct {
	file report.File
	err  error
}

// tellFunc takes the entry of a paper.
type tellFunc = func(report.File) error

func newCrew(ctx context.Context, d *desk) *crew {
	ctx, cancel := context.WithCancel(ctx)
	c := &crew{work: make(chan task), done: make(chan outcome), cancel: cancel}
	for range ahead * d.Jobs {
		go c.perform(ctx, d)
	}
	return c
}

// perform checks papers until the crew is closed.
func (c *crew) perform(ctx context.Context, d *desk) {
	for {
		select {
		case t := <-c.work:
			file, err := d.check(ctx, t)
			select {
			case c.done <- outcome{file, err}:
			case <-ctx.Done():
				return
			}
		case <-ctx.Done():
			return
		}
	}
}

// do gives out a task, and takes what is done until somebody is free for it.
func (c *crew) do(t task, tell tellFunc) error {
	for {
		select {
		case c.work <- t:
			c.pending++
			return nil
		case o := <-c.done:
			if err := c.take(o, tell); err != nil {
				t.in.Discard()
				return err
			}
		}
	}
}

// wait takes what is still at work.
func (c *crew) wait(tell tellFunc) error {
	for c.pending > 0 {
		if err := c.take(<-c.done, tell); err != nil {
			return err
		}
	}
	return nil
}

func (c *crew) take(o outcome, tell tellFunc) error {
	c.pending--
	if o.err != nil {
		return o.err
	}
	return tell(o.file)
}

// close sends everybody home.
func (c *crew) close() { c.cancel() }
