//go:build !cgo

package early

import (
	"syscall"
	"time"
)

const setTimerSlack = 29 // PR_SET_TIMERSLACK of prctl(2)

// relaxTimers lets the timers of this process run late by so much. Go's runtime looks
// after its threads every 20 µs at first, and to wake up for that takes a good part of the
// time in which a short paper is checked.
func relaxTimers(slack time.Duration) {
	_, _, _ = syscall.AllThreadsSyscall(syscall.SYS_PRCTL, setTimerSlack, uintptr(slack.Nanoseconds()), 0)
}
