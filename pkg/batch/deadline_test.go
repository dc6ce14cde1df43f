package batch

import (
	"os"
	"testing"
	"time"
)

// steps are the steps of a clock; the program is continued before or after some.
type steps struct {
	apart         time.Duration
	before, after int // the step before or after which it is; 0: none
}

// untilOver returns how many steps end a timeout of 10 s.
func (s steps) untilOver(t *testing.T) int {
	t.Helper()
	ticks, continued, over := make(chan time.Time), make(chan os.Signal, 1), make(chan struct{})
	took := func(step int) time.Duration {
		if step == s.before || step == s.after {
			return s.apart + time.Hour
		}
		return s.apart
	}
	now := time.Unix(0, 0)
	go countdown(10*time.Second, clock{now, took(1), ticks, continued}, nil, func() { close(over) })
	for n := 1; n < 1000; n++ {
		now = now.Add(took(n + 1))
		if n+1 == s.before || n == s.after {
			continued <- nil
		}
		select {
		case <-over:
			return n
		case ticks <- now:
		}
	}
	t.Fatalf("the time is not over after 1000 steps of %v", s.apart)
	return 0
}

// On a busy machine steps come late, and the time is over all the same. Where the
// program was stopped for an hour, that is not the file's.
func TestDeadlineCountsTime(t *testing.T) {
	for name, test := range map[string]struct {
		steps steps
		want  int
	}{
		"in time":                       {steps{apart: 200 * time.Millisecond}, 50},
		"late":                          {steps{apart: 400 * time.Millisecond}, 25},
		"very late":                     {steps{apart: 3 * time.Second}, 5},                    // the first one's lateness is not counted, the last one's still held
		"stopped in the first step":     {steps{apart: 200 * time.Millisecond, before: 1}, 46}, // which is not told
		"stopped, told before the step": {steps{apart: 200 * time.Millisecond, before: 7}, 46},
		"stopped, told after the step":  {steps{apart: 200 * time.Millisecond, after: 7}, 46},
	} {
		if got := test.steps.untilOver(t); got != test.want {
			t.Errorf("%s: the time is over after %d steps, want %d", name, got, test.want)
		}
	}
}

func TestDeadlineIsStopped(t *testing.T) {
	done := make(chan struct{})
	close(done)
	countdown(time.Second, clock{}, done, func() { t.Error("the time is over") })
}
