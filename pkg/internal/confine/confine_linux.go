package confine

import "syscall"

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
