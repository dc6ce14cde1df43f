package batch

import (
	"context"
	"fmt"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/paperfit/paperfit/pkg/report"
)

// numbered yields so many inputs.
func numbered(n int) Inputs {
	return func(yield func(Input) bool) {
		for i := range n {
			if !yield(Input{Path: fmt.Sprint(i)}) {
				return
			}
		}
	}
}

// Whatever is done first, the order is that of the inputs.
func TestRunKeepsTheOrder(t *testing.T) {
	last := make(chan struct{})
	check := func(_ context.Context, in Input) (report.File, error) {
		switch in.Path {
		case "0":
			<-last // the first file is done last
		case "99":
			close(last)
		}
		return report.File{Path: in.Path}, nil
	}
	next := 0
	for f := range Run(context.Background(), numbered(100), 2, check) {
		if f.Path != fmt.Sprint(next) {
			t.Fatalf("file %s in place %d", f.Path, next)
		}
		next++
	}
	if next != 100 {
		t.Errorf("%d files", next)
	}
}

// Each entry comes as soon as it is known.
func TestRunStreams(t *testing.T) {
	seen := make(chan struct{})
	check := func(_ context.Context, in Input) (report.File, error) {
		if in.Path == "1" {
			<-seen // waits until the first was yielded
		}
		return report.File{Path: in.Path}, nil
	}
	for f := range Run(context.Background(), numbered(2), 1, check) {
		if f.Path == "0" {
			close(seen)
		}
	}
}

// After an interrupt come the files that are done, and the others do not.
func TestRunIsInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	check := func(ctx context.Context, in Input) (report.File, error) {
		switch in.Path {
		case "1": // hangs
			<-ctx.Done()
			return report.File{}, ctx.Err()
		case "5":
			cancel()
			return report.File{}, ctx.Err()
		}
		return report.File{Path: in.Path}, nil
	}
	var got []string
	for f := range Run(ctx, numbered(1_000_000), 2, check) {
		got = append(got, f.Path)
	}
	if want := []string{"0", "2", "3", "4"}; !slices.Equal(got[:min(4, len(got))], want) || len(got) > 6 {
		t.Errorf("%d files: %v, want %v", len(got), got[:min(9, len(got))], want)
	}
}

// Who wants no more gets no more, and nothing is left behind.
func TestRunIsLeft(t *testing.T) {
	var running atomic.Int32
	check := func(ctx context.Context, in Input) (report.File, error) {
		running.Add(1)
		defer running.Add(-1)
		if in.Path > "1" {
			<-ctx.Done()
		}
		return report.File{Path: in.Path}, ctx.Err()
	}
	for range Run(context.Background(), numbered(1_000_000), 4, check) {
		break
	}
	if n := running.Load(); n != 0 {
		t.Errorf("%d checks go on", n)
	}
}

func TestCollectedRunsAhead(t *testing.T) {
	all := make(chan int, 1)
	inputs := Collected(context.Background(), numbered(5000), func(n int, done bool) {
		if done {
			all <- n
		}
	})
	var got []Input
	for in := range inputs {
		if len(got) == 0 {
			if n := <-all; n != 5000 { // all were found before the second was consumed
				t.Errorf("%d files were found", n)
			}
		}
		got = append(got, in)
	}
	if !slices.EqualFunc(got, slices.Collect(numbered(5000)), func(a, b Input) bool { return a.Path == b.Path }) {
		t.Errorf("%d files came", len(got))
	}
}

// TestCollectedIsBounded: a list without an end is not read on while nothing is consumed.
func TestCollectedIsBounded(t *testing.T) {
	var found atomic.Int64
	full := make(chan bool)
	endless := func(yield func(Input) bool) {
		for yield(Input{Path: "a.pdf"}) {
			if found.Load() == maxFound+1 { // one is consumed below
				close(full)
			}
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	for range Collected(ctx, endless, func(n int, _ bool) { found.Store(int64(n)) }) {
		<-full
		break
	}
	if n := found.Load(); n > maxFound+2 {
		t.Errorf("%d were listed", n)
	}
}

// TestCollectedGoesOn where it was left.
func TestCollectedGoesOn(t *testing.T) {
	inputs := Collected(context.Background(), numbered(5), func(int, bool) {})
	var got []Input
	for range 3 {
		for in := range inputs {
			if got = append(got, in); len(got)%2 == 0 {
				break
			}
		}
	}
	if !slices.EqualFunc(got, slices.Collect(numbered(5)), func(a, b Input) bool { return a.Path == b.Path }) {
		t.Errorf("%v came", got)
	}
}

// TestCollectedEndsWithItsContext: it does not wait for an input that may never
// come.
func TestCollectedEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	open := make(chan bool)
	defer close(open)
	waiting := func(yield func(Input) bool) {
		yield(Input{Path: "a.pdf"})
		<-open
	}
	n := 0
	for range Collected(ctx, waiting, func(int, bool) {}) {
		n++
		cancel()
	}
	if n != 1 {
		t.Errorf("%d came", n)
	}
}

func TestAlone(t *testing.T) {
	c := opml(t)
	got, err := c.Alone(context.Background(), "a.pdf", onePage)
	if err != nil || message(got.File) != "" || got.File.Path != "a.pdf" {
		t.Errorf("%+v, %v", got.File, err)
	}
	c.Limits.Timeout = time.Nanosecond
	got, err = c.Alone(context.Background(), "a.pdf", slow())
	if want := "Stopped: limit timeout of 1ns exceeded; no paper needs that long."; err != nil || message(got.File) != want {
		t.Errorf("%q, %v", message(got.File), err)
	}
	c.Limits.Timeout = time.Hour
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := c.Alone(ctx, "a.pdf", slow()); err != context.Canceled {
		t.Errorf("error %v", err)
	}
}

// The watch ends a check in this process before memory is full.
func TestAloneGuardsMemory(t *testing.T) {
	c := opml(t)
	c.Limits.MaxMemory = guardMargin // so that anything is too much
	got, err := c.Alone(context.Background(), "a.pdf", slow())
	if want := "Stopped: limit max-memory of 40 MB exceeded; no paper needs that much."; err != nil || message(got.File) != want {
		t.Errorf("%q, %v", message(got.File), err)
	}
}
