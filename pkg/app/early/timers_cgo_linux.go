//go:build cgo

package early

/*
#include <sys/prctl.h>

// Before Go starts there is one thread, from which all others have their slack.
__attribute__((constructor)) static void relax(void) { prctl(PR_SET_TIMERSLACK, 1000000L); }
*/
import "C"

import "time"

// relaxTimers does nothing: with cgo Go's runtime does not know all threads of the process.
// The timers of all may run late by slackGiven, from the start and for good.
func relaxTimers(time.Duration) {}
