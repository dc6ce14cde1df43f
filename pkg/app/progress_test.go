package app

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/paperfit/paperfit/pkg/app/system"
	"github.com/paperfit/paperfit/pkg/report"
)

// shownBy returns a progress on a terminal of this width, whose clock the test
// holds.
func shownBy(out *bytes.Buffer, width int, clock *time.Time) *progress {
	return newProgress(system.Streams{
		Err: out, ErrTerminal: true, ErrWidth: func() int { return width },
		Now: func() time.Time { return *clock }, Getenv: func(string) string { return "" },
	})
}

func TestProgress(t *testing.T) {
	for width, want := range map[int]string{
		100: "█████░░░░░░░░░░░░░░░ 50 of 200 · 40 pass · 9 fail · 1 error · 5/s · 30s left",
		60:  "█████░░░░░░░░░░░░░░░ 50 of 200 · 40 pass · 9 fail · 1 error",
		0:   "█████░░░░░░░░░░░░░░░ 50 of 200",
	} {
		var out bytes.Buffer
		clock := time.Unix(1000, 0)
		p := shownBy(&out, width, &clock)
		p.found(200, true)
		for i := range 50 {
			clock = clock.Add(200 * time.Millisecond)
			switch {
			case i < 40:
				p.done(report.Pass)
			case i < 49:
				p.done(report.Fail)
			default:
				p.done(report.Error)
			}
		}
		lines := strings.Split(out.String(), clearLine)
		if got := lines[len(lines)-1]; got != want {
			t.Errorf("on %d characters\n%s, want\n%s", width, got, want)
		}
		out.Reset()
		p.clear()
		p.clear()
		if out.String() != clearLine {
			t.Errorf("it is cleared by %q", &out)
		}
		p.show()
		if got := strings.TrimPrefix(out.String(), clearLine+clearLine); got != want {
			t.Errorf("it is shown again as %q", got)
		}
	}
}

// The line is not drawn more often than eyes can see.
func TestProgressIsDrawnSeldom(t *testing.T) {
	var out bytes.Buffer
	clock := time.Unix(1000, 0)
	p := shownBy(&out, 80, &clock)
	for range 1000 {
		clock = clock.Add(time.Millisecond)
		p.done(report.Pass)
	}
	if n := strings.Count(out.String(), clearLine); n != 10 {
		t.Errorf("drawn %d times in a second, want 10", n)
	}
}

// In a pipe, and on a terminal that cannot clear a line, there is nothing.
func TestNoProgressInAPipe(t *testing.T) {
	for name, streams := range map[string]system.Streams{
		"pipe": {Getenv: func(string) string { return "" }},
		"dumb": {ErrTerminal: true, Getenv: func(string) string { return "dumb" }},
	} {
		var out bytes.Buffer
		streams.Err = &out
		p := newProgress(streams)
		p.found(3, true)
		p.done(report.Pass)
		p.show()
		p.clear()
		if out.Len() != 0 {
			t.Errorf("%s: %q", name, &out)
		}
	}
}
