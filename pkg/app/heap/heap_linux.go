package heap

import "syscall"

// hasLargePages is true where addresses have 64 bits: elsewhere stacks and address space
// are too small.
const hasLargePages = ^uintptr(0)>>63 == 1

// adviseLargePages requests large pages for memory that was not used yet. It
// is a wish: where the system has none to give, pages are small.
func adviseLargePages(start uintptr, size int) {
	page := uintptr(syscall.Getpagesize())
	_, _, _ = syscall.Syscall(syscall.SYS_MADVISE, start&^(page-1), uintptr(size), syscall.MADV_HUGEPAGE)
}
