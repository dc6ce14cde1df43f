//go:build amd64 || arm64

package memory

import (
	"runtime"
	_ "unsafe" // for go:linkname
)

// Kinds of advice of madvise(2).
const (
	hugePage      = 14
	populateRead  = 22 // since Linux 5.14
	populateWrite = 23 // since Linux 5.14
	collapse      = 25 // since Linux 6.1
)

// advise advises the system how memory is going to be used, and returns its error number.
func advise(start, size, advice uintptr) (errno uintptr) {
	_, _, errno = rawSyscall(numbered(28, 233), start, size, advice)
	return errno
}

// numbered returns a system call's number.
func numbered(amd64, arm64 uintptr) uintptr {
	if runtime.GOARCH == "arm64" {
		return arm64
	}
	return amd64
}

// rawSyscall is syscall.RawSyscall, of a package that the program links anyway: this one
// does not import it, so as not to be initialized after what it imports.
//
//go:linkname rawSyscall syscall.RawSyscall
func rawSyscall(trap, a1, a2, a3 uintptr) (r1, r2, errno uintptr)
