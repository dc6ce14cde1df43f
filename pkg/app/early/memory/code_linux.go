//go:build amd64 || arm64

package memory

import (
	"runtime"
	"unsafe"
)

// askForCode maps the program's code at once. A short paper uses most of it, which takes a
// page fault for each 64 KB otherwise.
func askForCode() {
	if start, end := code(); start < end {
		_ = advise(start, end-start, populateRead)
	}
}

// code returns where most of the program's code begins and ends: the linker places the
// runtime first, and packages that only the command imports late.
func code() (start, end uintptr) {
	return pageOf(runtime.GC), pageOf(askForCode)
}

// pageOf returns the page at which a function's code begins.
func pageOf(function func()) uintptr {
	code := *(*unsafe.Pointer)(unsafe.Pointer(&function)) // of a function value: where its address is
	return *(*uintptr)(code) &^ (smallPage - 1)
}
