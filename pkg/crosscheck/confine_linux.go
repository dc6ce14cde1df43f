//go:build linux && !race

package crosscheck

import "syscall"

// Caps on the child that the system itself keeps, should it be left without a
// parent or grow faster than garbage is collected.
const (
	maxAddressSpace = 4 << 30 // bytes; Go sets some aside that it never uses
	maxSeconds      = 60      // of processor time
)

// confine limits the process for good. Where the system refuses, the parent's
// deadline still holds.
func confine() {
	lower(syscall.RLIMIT_DATA, maxMemory)
	lower(syscall.RLIMIT_AS, maxAddressSpace)
	lower(syscall.RLIMIT_CPU, maxSeconds)
	lower(syscall.RLIMIT_CORE, 0)
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
