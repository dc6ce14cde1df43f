package check_test

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/paperfit/paperfit/pkg/report"
)

// countdown is a context that ends when it has been looked at a number of times:
// a clock that runs the same on every machine.
type countdown struct {
	context.Context
	left atomic.Int64
	err  error
	done chan struct{}
}

func newCountdown(looks int64, err error) *countdown {
	c := &countdown{Context: context.Background(), err: err, done: make(chan struct{})}
	c.left.Store(looks)
	return c
}

func (c *countdown) Err() error {
	switch left := c.left.Add(-1); {
	case left > 0:
		return nil
	case left == 0:
		close(c.done)
	}
	return c.err
}

func (c *countdown) Done() <-chan struct{} { return c.done }

func (c *countdown) Deadline() (time.Time, bool) { return time.Time{}, false }

// A context that has ended, or ends at any time while a file is checked, gives
// the verdict error, and the reason.
func TestCancelledAnywhere(t *testing.T) {
	data := readFile(t, "papers", "ok-plain.pdf")
	for name, err := range map[string]error{"interrupted": context.Canceled, "too long": context.DeadlineExceeded} {
		t.Run(name, func(t *testing.T) {
			for looks := int64(1); ; looks++ {
				ctx := newCountdown(looks, err)
				file := opml(t).Check(ctx, "paper.pdf", data)
				if ctx.left.Load() > 0 {
					if file.Verdict != report.Pass || looks < 5 {
						t.Fatalf("the context was looked at %d times, verdict %s", looks-ctx.left.Load(), file.Verdict)
					}
					return // it did not end any more
				}
				wantSentence(t, why(t, file))
				if file.Measured != (report.Measured{}) || len(file.Pages) != 0 {
					t.Errorf("after %d looks the report holds measures of a part: %+v", looks, file.Measured)
				}
			}
		})
	}
}

// What is said of a check that was stopped describes why it was.
func TestWordsOfCancellation(t *testing.T) {
	data := readFile(t, "papers", "ok-plain.pdf")
	all := newCountdown(1<<40, context.Canceled)
	opml(t).Check(all, "paper.pdf", data)
	last := 1<<40 - all.left.Load()
	for _, c := range []struct {
		name  string
		looks int64
		err   error
		want  string
	}{
		{"interrupted on the last page", last, context.Canceled, "interrupted"},
		{"too long on the last page", last, context.DeadlineExceeded, "longer than allowed"},
		{"interrupted while opening", 1, context.Canceled, "interrupted"},
		{"too long while opening", 1, context.DeadlineExceeded, "longer than allowed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := why(t, opml(t).Check(newCountdown(c.looks, c.err), "paper.pdf", data)); !strings.Contains(got, c.want) {
				t.Errorf("%q does not say %q", got, c.want)
			}
		})
	}
}
