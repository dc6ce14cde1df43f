// Package early readies Go's runtime for one short paper, which takes no second core and
// no punctual timer; what needs more takes it. It does so as it is initialized. It
// imports so little that Go comes to it before most packages that a program links: these
// then wake no other thread.
package early

import (
	"runtime"
	"syscall"
	"time"

	_ "github.com/paperfit/paperfit/pkg/app/early/memory"
	"github.com/paperfit/paperfit/pkg/app/early/one"
	"github.com/paperfit/paperfit/pkg/internal/cores"
)

// By how much timers may run late: those of a program that chose one core; those of one
// that was given one, as a worker whose memory is watched; and those of one whose threads
// look out for each other's work, which is what Linux has as a rule.
const (
	slackAlone    = one.Slack * time.Nanosecond
	slackGiven    = time.Millisecond
	slackTogether = 50 * time.Microsecond
)

func init() {
	alone := cores.BeginOnOne(one.Core, func(name string) string {
		value, _ := syscall.Getenv(name) // package os is initialized later
		return value
	}, func() { relaxTimers(slackTogether) })
	switch {
	case alone && one.Relaxed: // by slackAlone
	case alone:
		relaxTimers(slackAlone)
	case runtime.GOMAXPROCS(0) == 1:
		relaxTimers(slackGiven)
	case one.Relaxed:
		relaxTimers(slackTogether)
	}
}
