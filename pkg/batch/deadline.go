package batch

import (
	"os"
	"time"
)

// deadlineSteps is how many steps a deadline is away.
const deadlineSteps = 50

// longestStep is how many steps one takes that does not come late.
const longestStep = 5

// deadline calls over, once, when the time is over. Time in which the whole program
// was stopped, as Ctrl-Z does, is not the file's: it is in one step, and the
// system reports that the program was continued.
func deadline(timeout time.Duration, over func()) (stop func()) {
	done := make(chan struct{})
	go func() {
		step := time.NewTicker(max(timeout/deadlineSteps, 1))
		defer step.Stop()
		countdown(timeout, clock{step.C, whenContinued, time.Now()}, done, over)
	}()
	return func() { close(done) }
}

// clock reports the time.
type clock struct {
	steps <-chan time.Time
	// whenContinued returns a channel that reports that the program was continued, nil
	// where the system does not tell. To listen takes threads: most files need less than
	// a step, in which it is not known.
	whenContinued func() (continued <-chan os.Signal, forget func())
	start         time.Time
}

// countdown calls over when the steps add up to timeout, unless done comes before.
// Of a late step the lateness is counted with the next one, unless the program was
// continued: that may be reported a step before or after. That of the first one is not
// counted.
func countdown(timeout time.Duration, c clock, done <-chan struct{}, over func()) {
	longest := max(timeout/deadlineSteps, 1) * longestStep
	left := timeout
	var last time.Time
	select {
	case <-done:
		return
	case last = <-c.steps:
		left -= min(last.Sub(c.start), longest)
	}
	continued, forget := c.whenContinued()
	defer forget()
	late, forgiven := time.Duration(0), 0
	for left > 0 {
		var took time.Duration
		select {
		case <-done:
			return
		case now := <-c.steps:
			took, last = now.Sub(last), now
		}
		select {
		case <-continued:
			late, forgiven = 0, 2
		default:
		}
		left -= late + min(took, longest)
		late = max(0, took-longest)
		if forgiven > 0 {
			late, forgiven = 0, forgiven-1
		}
	}
	over()
}
