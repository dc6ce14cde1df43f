package batch

import "time"

// deadlineSteps is how many steps a deadline is away.
const deadlineSteps = 50

// deadline calls over, once, when the time is over. It counts steps, and one that
// comes late counts once: time in which the whole program was stopped, as Ctrl-Z
// does, is not the file's.
func deadline(timeout time.Duration, over func()) (stop func()) {
	done := make(chan struct{})
	go func() {
		step := time.NewTicker(max(timeout/deadlineSteps, 1))
		defer step.Stop()
		countdown(step.C, done, over)
	}()
	return func() { close(done) }
}

// countdown calls over after so many steps, unless done comes before.
func countdown(steps <-chan time.Time, done <-chan struct{}, over func()) {
	for range deadlineSteps {
		select {
		case <-done:
			return
		case <-steps:
		}
	}
	over()
}
