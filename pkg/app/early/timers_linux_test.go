package early

import (
	"runtime"
	"syscall"
	"testing"
	"time"
)

// slack returns the timer slack of the calling thread in nanoseconds.
func slack() int {
	const getTimerSlack = 30 // PR_GET_TIMERSLACK of prctl(2)
	n, _, _ := syscall.RawSyscall(syscall.SYS_PRCTL, getTimerSlack, 0, 0)
	return int(n)
}

// tighten sets the timer slack of the calling thread to what it usually is.
func tighten() {
	const usual = 50_000
	_, _, _ = syscall.RawSyscall(syscall.SYS_PRCTL, setTimerSlack, usual, 0)
}

// TestRelaxTimers has a thread of its own beside the one that calls.
func TestRelaxTimers(t *testing.T) {
	if _, _, err := syscall.AllThreadsSyscall(syscall.SYS_GETPID, 0, 0, 0); err != 0 {
		t.Skip("built with cgo: ", err)
	}
	if _, _, err := syscall.RawSyscall(syscall.SYS_PRCTL, setTimerSlack, uintptr(slack()), 0); err != 0 {
		t.Skip("the system keeps timers as they are: ", err)
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if now := time.Duration(slack()); runtime.GOMAXPROCS(0) == 1 && now != slackAlone && now != slackGiven {
		t.Errorf("timer slack %v at the start, want %v or %v", now, slackAlone, slackGiven)
	}
	defer relaxTimers(slackAlone)
	begun, relaxed, other := make(chan bool), make(chan bool), make(chan int)
	go func() {
		runtime.LockOSThread() // which ends with the goroutine
		tighten()
		begun <- true
		<-relaxed
		other <- slack()
	}()
	<-begun
	tighten()
	const want = 7_000_000
	relaxTimers(want)
	close(relaxed)
	if here, there := slack(), <-other; here != want || there != want {
		t.Errorf("timer slack %d ns here, %d in another thread; want %d in both", here, there, want)
	}
}
