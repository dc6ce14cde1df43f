package batch

import (
	"testing"
	"time"
)

// stepsUntilOver returns how many steps, so far from each other, end a timeout.
func stepsUntilOver(t *testing.T, timeout, apart time.Duration) int {
	t.Helper()
	steps, over, now := make(chan time.Time), make(chan struct{}), time.Unix(0, 0)
	go countdown(timeout, steps, now, nil, func() { close(over) })
	for n := range 1000 {
		now = now.Add(apart)
		select {
		case <-over:
			return n
		case steps <- now:
		}
	}
	t.Fatalf("a timeout of %v is not over after 1000 steps of %v", timeout, apart)
	return 0
}

// On a busy machine steps come late, and the time is over all the same. Where
// hours lie between two of them the program was stopped: most of that is not the
// file's.
func TestDeadlineCountsTime(t *testing.T) {
	for _, test := range []struct {
		apart time.Duration
		want  int
	}{
		{200 * time.Millisecond, 50},
		{400 * time.Millisecond, 25},
		{time.Second, 10},
		{time.Hour, 10},
	} {
		if got := stepsUntilOver(t, 10*time.Second, test.apart); got != test.want {
			t.Errorf("10 s are over after %d steps of %v, want %d", got, test.apart, test.want)
		}
	}
}

func TestDeadlineIsStopped(t *testing.T) {
	done := make(chan struct{})
	close(done)
	countdown(time.Second, nil, time.Now(), done, func() { t.Error("the time is over") })
}
