//go:build cgo

package early

/*
#include <sys/prctl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

// Before Go starts there is one thread, from which all others have their slack. The C
// library would map memory for each thread that Go starts, which asks it for little.
__attribute__((constructor)) static void ready(void) {
	prctl(PR_SET_TIMERSLACK, 5000000L);
#ifdef __GLIBC__
	mallopt(M_ARENA_MAX, 1);
#endif
}
*/
import "C"

import "time"

// relaxTimers does nothing: with cgo Go's runtime does not know all threads of the process.
// The timers of all may run late by slackAlone, from the start and for good.
func relaxTimers(time.Duration) {}
