//go:build linux && !cgo && (amd64 || arm64) && go1.26 && !go1.27

package one

import (
	"runtime"
	_ "unsafe" // for go:linkname
)

// relaxTimers lets the timers of all threads run late by Slack, and reports whether they
// may. Package early would do so with package syscall, to which Go comes after a dozen
// others; until then its runtime wakes a thread every 70 µs, which adds up to a tenth of
// the time in which a short paper is checked. What Go's later versions have under that
// name is not known: there it is left to package early.
func relaxTimers() bool {
	prctl := uintptr(157)
	if runtime.GOARCH == "arm64" {
		prctl = 167
	}
	const setTimerSlack = 29 // PR_SET_TIMERSLACK of prctl(2)
	_, _, err := allThreads(prctl, setTimerSlack, Slack, 0, 0, 0, 0)
	return err == 0
}

// allThreads is what syscall.AllThreadsSyscall6 calls.
//
//go:linkname allThreads syscall.runtime_doAllThreadsSyscall
func allThreads(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2, err uintptr)
