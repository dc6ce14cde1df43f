// Package one has the program run on one core where it would run on all. It does so as it
// is initialized, and imports so little that Go comes to it before all packages that
// allocate: what these allocate is of the core that stays. Whether its user has set the
// number is known later. The stack of the main goroutine grows here, too, and, where Go
// allows it, the timers are relaxed.
package one

import (
	"runtime"

	"github.com/paperfit/paperfit/pkg/internal/stack"
)

// Slack is by how many nanoseconds the timers of a program that chose one core may run late.
const Slack = 5_000_000

// Core tells that the program was brought to one core here, and Relaxed that its timers may
// run late by Slack.
var Core, Relaxed bool

func init() {
	stack.Grow()
	if all := runtime.GOMAXPROCS(0); all > 1 && all == runtime.NumCPU() {
		runtime.GOMAXPROCS(1)
		Core, Relaxed = true, relaxTimers()
	}
}
