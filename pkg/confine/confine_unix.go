//go:build linux || darwin

package confine

import "syscall"

// limitRest sets the caps that are not about memory. Files that are open stay
// so; with none to come there are no sockets either.
func limitRest(l Limits) {
	if l.CPUTime > 0 {
		lower(syscall.RLIMIT_CPU, uint64(l.CPUTime.Seconds()))
	}
	lower(syscall.RLIMIT_CORE, 0)
	lower(syscall.RLIMIT_FSIZE, 0)
	lower(syscall.RLIMIT_NOFILE, 0)
}

// lower lowers a limit; it never raises one.
func lower(resource int, most uint64) {
	var limit syscall.Rlimit
	if syscall.Getrlimit(resource, &limit) != nil {
		return
	}
	limit.Max = min(limit.Max, most)
	limit.Cur = min(limit.Cur, limit.Max)
	_ = syscall.Setrlimit(resource, &limit) // lowering needs no right, so that it does not fail
}
