//go:build amd64 || arm64

package memory

import _ "unsafe" // for go:linkname

// Kinds of advice of madvise(2).
const (
	hugePage      = 14
	populateRead  = 22 // since Linux 5.14
	populateWrite = 23 // since Linux 5.14
	collapse      = 25 // since Linux 6.1
)

// advise advises the system how memory is going to be used, and returns its error number.
func advise(start, size, advice uintptr) (errno uintptr) {
	_, _, errno = rawSyscall(madvise, start, size, advice)
	return errno
}

// rawSyscall is syscall.RawSyscall, of a package that the program links anyway: this one
// does not import it, so as not to be initialized after what it imports.
//
//go:linkname rawSyscall syscall.RawSyscall
func rawSyscall(trap, a1, a2, a3 uintptr) (r1, r2, errno uintptr)
