package system

import (
	"runtime"
	"syscall"
	"testing"
)

// slack returns the timer slack of the calling thread in nanoseconds.
func slack() int {
	const getTimerSlack = 30 // PR_GET_TIMERSLACK of prctl(2)
	n, _, _ := syscall.RawSyscall(syscall.SYS_PRCTL, getTimerSlack, 0, 0)
	return int(n)
}

// TestRelaxTimers has a thread of its own beside the one that calls.
func TestRelaxTimers(t *testing.T) {
	if _, _, err := syscall.AllThreadsSyscall(syscall.SYS_GETPID, 0, 0, 0); err != 0 {
		t.Skip("built with cgo: ", err)
	}
	begun, relaxed, other := make(chan bool), make(chan bool), make(chan int)
	go func() {
		runtime.LockOSThread() // which ends with the goroutine
		begun <- true
		<-relaxed
		other <- slack()
	}()
	<-begun
	before := slack()
	RelaxTimers()
	close(relaxed)
	if want := int(timerSlack.Nanoseconds()); before == want || slack() != want || <-other != want {
		t.Errorf("timer slack %d ns, before %d; want %d in all threads", slack(), before, want)
	}
}
