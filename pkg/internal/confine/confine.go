// Package confine makes the process that reads a stranger's file one that can
// do nothing else: it gives up, for good, what reading bytes that are at hand
// and writing an answer to an open file does not need.
//
// What is refused where, and by what:
//
//	                    Linux                  macOS     others
//	open or list files  Landlock, limit        limit     no
//	start a program     Landlock, filter       no        no
//	connect by TCP      Landlock, filter,      limit     no
//	                    limit
//	other sockets       filter, limit          limit     no
//	signal processes    Landlock               no        no
//	take more memory    limit                  no        no
//	take more time      limit                  limit     no
//
// Landlock needs Linux 5.13, for TCP 6.7, for signals 6.12. The filter is of
// system calls (seccomp, on amd64, 386, arm64, arm and riscv64). A limit is one
// of the system's on resources: the one on open files (0) stands for files and
// sockets, and root may raise it again where there is no Landlock and no filter.
// Names and sizes of files can be seen. With the race detector, which needs more
// of everything, memory is not limited.
//
// Process returns what is in force. Where something is not, the caller's deadline
// and its own watch over memory remain.
package confine

import (
	"fmt"
	"strings"
	"time"
)

// Limits are the caps that the system enforces on a process.
type Limits struct {
	Memory  int64         // bytes that it may write to; 0: as before
	CPUTime time.Duration // of the processor; 0: as before
	Output  bool          // regular files that are open may be written to
}

// Rights are things that a process may do.
type Rights uint16

// The rights that a process gives up.
const (
	Files    Rights = 1 << iota // open, make, remove and list files
	Programs                    // start programs
	TCP                         // make connections by TCP
	Sockets                     // open sockets of any kind
	Signals                     // send signals to other processes
	Memory                      // take memory without bounds
	CPUTime                     // take processor time without bounds
)

var rightNames = []string{"files", "programs", "TCP", "sockets", "signals", "memory", "processor time"}

// Has reports whether all of some rights are among r.
func (r Rights) Has(some Rights) bool { return r&some == some }

// String lists the rights.
func (r Rights) String() string {
	var out []string
	for i, name := range rightNames {
		if r.Has(1 << i) {
			out = append(out, name)
		}
	}
	return strings.Join(out, ", ")
}

// Confinement is what is in force: the rights that each mechanism of the system
// refuses.
type Confinement struct {
	ABI      int      `json:"abi"` // of Landlock, 0 where it is not in force
	Landlock Rights   `json:"landlock"`
	Filter   Rights   `json:"filter"`
	Limit    Rights   `json:"limit"`
	Problems []string `json:"problems,omitempty"` // why a mechanism is not in force
}

// Refused returns the rights that are refused by any mechanism.
func (c Confinement) Refused() Rights { return c.Landlock | c.Filter | c.Limit }

// String describes the confinement in a line.
func (c Confinement) String() string {
	var out []string
	for _, m := range []struct {
		name    string
		refused Rights
	}{
		{fmt.Sprintf("Landlock ABI %d", c.ABI), c.Landlock}, {"system call filter", c.Filter}, {"resource limits", c.Limit},
	} {
		if m.refused != 0 {
			out = append(out, fmt.Sprintf("%s (%v)", m.name, m.refused))
		}
	}
	if len(out) == 0 {
		return "none on this system"
	}
	return strings.Join(out, ", ")
}

// Process confines this process, all of its threads, for good. It is for one
// that has opened all it needs. It returns what is in force.
func Process(l Limits) Confinement { return confine(l, 0) }

// steps are parts of the confinement.
type steps uint8

const (
	stepLandlock steps = 1 << iota
	stepFilter
	stepLimits
)

// confine confines this process but for some steps, which only tests skip.
func confine(l Limits, skip steps) Confinement {
	// Go's scheduler opens what it waits on with the first timer; afterwards it
	// could not.
	time.AfterFunc(time.Hour, func() {}).Stop()
	var c Confinement
	if skip&stepFilter == 0 {
		c.filter() // first: it spares Landlock a call in every thread
	}
	if skip&stepLandlock == 0 {
		c.landlock() // before the limits: to make its rules takes a file descriptor
	}
	if skip&stepLimits == 0 {
		c.limit(l)
	}
	return c
}

// problem notes why a mechanism is not in force.
func (c *Confinement) problem(what string, err error) {
	c.Problems = append(c.Problems, fmt.Sprintf("%s: %v", what, err))
}
