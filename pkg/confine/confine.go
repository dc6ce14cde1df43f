// Package confine makes the process that reads a stranger's file one that can
// do nothing else: it gives up, for good, what reading bytes from one pipe and
// writing an answer to another does not need.
//
// What holds where:
//
//	                     Linux, Landlock   Linux without   macOS     others
//	no file is opened    yes               yes (*)         yes (*)   no
//	no connection made   TCP; all else (*) yes (*)         yes (*)   no
//	no program started   yes               no              no        no
//	memory               yes               yes             no        no
//	processor time       yes               yes             yes       no
//
// (*) by the cap on open files, which root may raise again. Landlock needs
// Linux 5.13, its part about connections 6.7. Names and sizes of files can be
// seen where Landlock holds. With the race detector, which needs more of
// everything, memory is not limited.
//
// Where something does not hold, the caller's deadline and its own watch over
// memory have to do.
package confine

import "time"

// Limits are the caps that the system keeps on a process.
type Limits struct {
	Memory  int64         // bytes that it may write to; 0: as before
	CPUTime time.Duration // of the processor; 0: as before
}

// Process confines this process. It is to be called by one that does nothing
// else and has opened all it needs. What the system does not offer is passed
// over.
func Process(l Limits) {
	// Go's scheduler opens what it waits on with the first timer; afterwards it
	// could not.
	time.AfterFunc(time.Hour, func() {}).Stop()
	process(l)
}
