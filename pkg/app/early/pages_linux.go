package early

import (
	"syscall"
	"unsafe"
)

const (
	// largePage is the size of a large page on most machines; elsewhere nothing comes of
	// asking for one.
	largePage = 2 << 20
	// heapStep is by how much Go's heap grows, and what its parts are aligned to.
	heapStep = 4 << 20

	collapse = 25 // MADV_COLLAPSE of madvise(2), since Linux 6.1
)

// heapStart is an object like those that the program begins with.
var heapStart *[64]byte

// askForLargePage asks for a large page where the heap goes on. The system provides memory
// in small pages, each on first use, some 700 for a short paper; in a virtual machine that
// takes up to a tenth of its time. It is one page, even where the system makes none by
// itself; a process that may have none (prctl(2), PR_SET_THP_DISABLE) gets none.
func askForLargePage() {
	heapStart = new([64]byte)
	start, advice := largePageFor(uintptr(unsafe.Pointer(heapStart)))
	if start != 0 {
		_, _, _ = syscall.RawSyscall(syscall.SYS_MADVISE, start, largePage, advice)
	}
}

// largePageFor returns where a heap that begins at an address, which Go draws by lot, is
// to have its large page, and what is asked for: that small pages become one at once where
// some are in use and most of it is free, or else that the next is one when it is used. It
// returns 0 where the heap has mapped no more.
func largePageFor(heap uintptr) (start, advice uintptr) {
	start = heap &^ (largePage - 1)
	next := start + largePage
	switch {
	case next-heap >= largePage/2:
		return start, collapse
	case next%heapStep != 0:
		return next, syscall.MADV_HUGEPAGE
	}
	return 0, 0
}
