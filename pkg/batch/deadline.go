package batch

import "time"

// deadlineSteps is how many steps a deadline is away when all come in time.
const deadlineSteps = 50

// longestStep is how many steps one counts at most, however late it comes.
const longestStep = 5

// deadline calls over, once, when the time is over. It counts steps, each as long
// as it took: on a busy machine they come late. One that comes so late that the
// whole program must have been stopped, as Ctrl-Z does, counts longestStep: that
// time is not the file's.
func deadline(timeout time.Duration, over func()) (stop func()) {
	done := make(chan struct{})
	go func() {
		step := time.NewTicker(max(timeout/deadlineSteps, 1))
		defer step.Stop()
		countdown(timeout, step.C, time.Now(), done, over)
	}()
	return func() { close(done) }
}

// countdown calls over when the steps since start, which tell the time, add up to
// timeout, unless done comes before.
func countdown(timeout time.Duration, steps <-chan time.Time, start time.Time, done <-chan struct{}, over func()) {
	longest := max(timeout/deadlineSteps, 1) * longestStep
	for left, last := timeout, start; left > 0; {
		select {
		case <-done:
			return
		case now := <-steps:
			left -= min(now.Sub(last), longest)
			last = now
		}
	}
	over()
}
