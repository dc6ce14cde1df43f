//go:build linux && !cgo && (amd64 || arm64) && go1.26 && !go1.27

package one

import (
	"syscall"
	"testing"
)

// TestRelaxed: timers are relaxed here already where the program was brought to one core.
func TestRelaxed(t *testing.T) {
	const get = 30 // PR_GET_TIMERSLACK of prctl(2)
	switch slack, _, err := syscall.RawSyscall(syscall.SYS_PRCTL, get, 0, 0); {
	case !Core:
		t.Skip("this process was not given all of several cores")
	case err != 0:
		t.Skip("the system tells no timer slack: ", err)
	case !Relaxed || slack != Slack:
		t.Errorf("relaxed: %v, with a slack of %d ns, want %d", Relaxed, slack, Slack)
	}
}
