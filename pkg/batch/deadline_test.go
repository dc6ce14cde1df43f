package batch

import (
	"testing"
	"time"
)

// However much time lies between two steps, as when the program was stopped, it
// counts as one.
func TestDeadlineCountsSteps(t *testing.T) {
	steps, over, now := make(chan time.Time), make(chan struct{}), time.Unix(0, 0)
	go countdown(steps, nil, func() { close(over) })
	for i := range deadlineSteps {
		select {
		case <-over:
			t.Fatalf("the time is over after %d steps", i)
		case steps <- now:
			now = now.Add(time.Hour)
		}
	}
	<-over
}

func TestDeadlineIsStopped(t *testing.T) {
	done := make(chan struct{})
	close(done)
	countdown(nil, done, func() { t.Error("the time is over") })
}
