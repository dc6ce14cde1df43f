package early

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// slack returns the timer slack of the calling thread in nanoseconds.
func slack() int {
	const get = 30 // PR_GET_TIMERSLACK of prctl(2)
	n, _, _ := syscall.RawSyscall(syscall.SYS_PRCTL, get, 0, 0)
	return int(n)
}

// setSlack sets the timer slack of the calling thread.
func setSlack(nanoseconds int) {
	const set = 29 // PR_SET_TIMERSLACK
	_, _, _ = syscall.RawSyscall(syscall.SYS_PRCTL, set, uintptr(nanoseconds), 0)
}

// tighten sets the timer slack of the calling thread to what it usually is, and skips the
// test where the system does not let it.
func tighten(t *testing.T) {
	t.Helper()
	if setSlack(int(slackTogether)); slack() != int(slackTogether) {
		t.Skip("the system keeps timers as they are")
	}
}

// TestTimersAtTheStart are relaxed according to the cores that the user leaves the program.
func TestTimersAtTheStart(t *testing.T) {
	const child = "PAPERFIT_TEST_SLACK"
	if os.Getenv(child) != "" {
		fmt.Println("slack", slack())
		return
	}
	all := runtime.NumCPU()
	if all == 1 {
		t.Skip("this machine has one core")
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	before := slack()
	defer setSlack(before)
	tighten(t) // which children inherit
	for cores, want := range map[string]time.Duration{"": atStart, "1": onOne, fmt.Sprint(all): onAll, fmt.Sprint(all + 1): onAll} {
		c := exec.Command(os.Args[0], "-test.run=^TestTimersAtTheStart$")
		c.Env = append(os.Environ(), child+"=1", "GOMAXPROCS="+cores)
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatal(err)
		}
		if line := fmt.Sprintln("slack", int(want)); !strings.Contains(string(out), line) {
			t.Errorf("GOMAXPROCS=%s: %s, want %s", cores, out, line)
		}
	}
}
