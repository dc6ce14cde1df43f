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
// system reports that the program was continued. To listen to that takes threads; most
// files need less than a step, in which it is not known.
func deadline(timeout time.Duration, over func()) (stop func()) {
	done, start, step := make(chan struct{}), time.Now(), max(timeout/deadlineSteps, 1)
	begin := time.AfterFunc(step, func() {
		steps := time.NewTicker(step)
		defer steps.Stop()
		continued, forget := whenContinued()
		defer forget()
		countdown(timeout, clock{time.Now(), time.Since(start), steps.C, continued}, done, over)
	})
	return func() {
		begin.Stop()
		close(done)
	}
}

// clock reports the time.
type clock struct {
	start     time.Time     // the end of the first step
	first     time.Duration // that it took
	steps     <-chan time.Time
	continued <-chan os.Signal // nil: that is not reported
}

// countdown calls over when the steps add up to timeout, unless done comes before.
// Of a late step the lateness is counted with the next one, unless the program was
// continued: that may be reported a step before or after. That of the first one is not
// counted.
func countdown(timeout time.Duration, c clock, done <-chan struct{}, over func()) {
	longest := max(timeout/deadlineSteps, 1) * longestStep
	last, late, forgiven := c.start, time.Duration(0), 0
	for left := timeout - min(c.first, longest); left > 0; {
		var took time.Duration
		select {
		case <-done:
			return
		case now := <-c.steps:
			took, last = now.Sub(last), now
		}
		select {
		case <-c.continued:
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
