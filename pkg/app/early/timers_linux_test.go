//go:build !cgo

package early

import (
	"runtime"
	"testing"
)

// The slack of a program that begins on one core, of one that is given one, and all.
const atStart, onOne, onAll = slackAlone, slackGiven, slackTogether

// TestRelaxTimers has a thread of its own beside the one that calls.
func TestRelaxTimers(t *testing.T) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	tighten(t)
	defer relaxTimers(slackAlone)
	begun, relaxed, other := make(chan bool), make(chan bool), make(chan int)
	go func() {
		runtime.LockOSThread() // which ends with the goroutine
		setSlack(int(slackTogether))
		begun <- true
		<-relaxed
		other <- slack()
	}()
	<-begun
	const want = 7_000_000
	relaxTimers(want)
	close(relaxed)
	if here, there := slack(), <-other; here != want || there != want {
		t.Errorf("timer slack %d ns here, %d in another thread; want %d in both", here, there, want)
	}
}
