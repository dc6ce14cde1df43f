package confine

import (
	"syscall"

	"github.com/landlock-lsm/go-landlock/landlock"
)

func process(l Limits) {
	limitMemory(l.Memory)
	limitRest(l)
	// No rule is given, so that nothing is allowed.
	_ = landlock.V11.BestEffort().Restrict()
}

// maxAddressSpace is what a process may set aside, in bytes, above what it may
// write to: Go sets some aside that it never uses.
const maxAddressSpace = 4 << 30

// limitMemory caps what can be written to. The cap on what is only set aside is
// wide.
func limitMemory(bytes int64) {
	if bytes <= 0 || racing {
		return
	}
	lower(syscall.RLIMIT_DATA, uint64(bytes))
	lower(syscall.RLIMIT_AS, uint64(bytes)+maxAddressSpace)
}
