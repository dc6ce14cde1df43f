package batch

import (
	"context"
	"iter"
	"sync"

	"github.com/paperfit/paperfit/pkg/report"
)

// maxAhead caps how many files may be done before one that is not: their reports
// are kept until it is.
const maxAhead = 1000

// CheckFunc checks one file, as Pool.CheckInput does. After an error, which is that of
// the context, the file has no entry.
type CheckFunc func(ctx context.Context, in Input) (report.File, error)

// Run checks files, so many at a time, and yields their entries in the order of
// the inputs, each as soon as it and those before are done. When the context
// ends it yields the files that are done and ends.
func Run(ctx context.Context, inputs Inputs, jobs int, check CheckFunc) iter.Seq[report.File] {
	return func(yield func(report.File) bool) {
		ctx, cancel := context.WithCancel(ctx)
		r := run{check: check, work: make(chan *task), order: make(chan *task, maxAhead)}
		var group sync.WaitGroup
		group.Go(func() { r.feed(ctx, inputs) })
		for range jobs {
			group.Go(func() { r.perform(ctx) })
		}
		defer group.Wait()
		defer cancel()
		for t := range r.order {
			<-t.done
			if t.err == nil && !yield(t.file) {
				cancel()
				for range r.order { // lets feed come to its end
				}
				return
			}
		}
	}
}

// run is a run over files.
type run struct {
	check CheckFunc
	work  chan *task // to be done
	order chan *task // in the order of the inputs
}

// task is the check of one file.
type task struct {
	in   Input
	file report.File
	err  error
	done chan struct{}
}

// feed gives out the inputs.
func (r *run) feed(ctx context.Context, inputs Inputs) {
	defer close(r.order)
	defer close(r.work)
	for in := range inputs {
		t := &task{in: in, done: make(chan struct{})}
		select {
		case r.order <- t:
		case <-ctx.Done():
			return
		}
		select {
		case r.work <- t:
		case <-ctx.Done():
			t.err = ctx.Err()
			close(t.done)
			return
		}
	}
}

// perform does what there is to do.
func (r *run) perform(ctx context.Context) {
	for t := range r.work {
		t.file, t.err = r.check(ctx, t.in)
		close(t.done)
	}
}
