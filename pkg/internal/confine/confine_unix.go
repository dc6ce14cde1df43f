//go:build linux || darwin

package confine

import "syscall"

// limitRest sets the caps that are not about memory. Files that are open stay
// so; with none to come there are no sockets either.
func (c *Confinement) limitRest(l Limits) {
	if l.CPUTime > 0 {
		c.lower(syscall.RLIMIT_CPU, uint64(l.CPUTime.Seconds()), CPUTime)
	}
	c.lower(syscall.RLIMIT_CORE, 0, 0)
	if !l.Output {
		c.lower(syscall.RLIMIT_FSIZE, 0, 0)
	}
	c.lower(syscall.RLIMIT_NOFILE, 0, Files|TCP|Sockets)
}

// lower lowers a limit, which refuses some rights; it never raises one.
func (c *Confinement) lower(resource int, most uint64, refused Rights) {
	var limit syscall.Rlimit
	err := syscall.Getrlimit(resource, &limit)
	if err == nil {
		limit.Max = min(limit.Max, most)
		limit.Cur = min(limit.Cur, limit.Max)
		err = syscall.Setrlimit(resource, &limit)
	}
	if err != nil {
		c.problem("resource limit", err)
		return
	}
	c.Limit |= refused
}
