package confine

import (
	"syscall"

	"github.com/landlock-lsm/go-landlock/landlock"
	ll "github.com/landlock-lsm/go-landlock/landlock/syscall"
)

// The versions of Landlock's ABI that know a right (landlock(7)).
const (
	abiFiles   = 1
	abiTCP     = 4
	abiSignals = 6
)

// landlock gives up all that Landlock can refuse. No rule is given, so that
// nothing is allowed.
func (c *Confinement) landlock() {
	abi, err := ll.LandlockGetABIVersion()
	if err == nil {
		err = landlock.V11.BestEffort().Restrict()
	}
	if err != nil {
		c.problem("Landlock", err)
		return
	}
	c.ABI = abi
	for _, r := range []struct {
		since  int
		rights Rights
	}{{abiFiles, Files | Programs}, {abiTCP, TCP}, {abiSignals, Signals}} {
		if abi >= r.since {
			c.Landlock |= r.rights
		}
	}
}

func (c *Confinement) limit(l Limits) {
	c.limitMemory(l.Memory)
	c.limitRest(l)
}

// maxAddressSpace is what a process may set aside, in bytes, above what it may
// write to: Go sets some aside that it never uses.
const maxAddressSpace = 4 << 30

// limitMemory caps what can be written to. The cap on what is only set aside is
// wide.
func (c *Confinement) limitMemory(bytes int64) {
	if bytes <= 0 || racing {
		return
	}
	c.lower(syscall.RLIMIT_DATA, uint64(bytes), Memory)
	c.lower(syscall.RLIMIT_AS, uint64(bytes)+maxAddressSpace, 0)
}
