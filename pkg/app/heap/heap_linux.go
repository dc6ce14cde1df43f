package heap

import "syscall"

const hasLargePages = true

// adviseLargePages requests large pages for memory that was not used yet. It
// is a wish: where the system has none to give, pages are small.
func adviseLargePages(start uintptr, size int) {
	page := uintptr(syscall.Getpagesize())
	_, _, _ = syscall.Syscall(syscall.SYS_MADVISE, start&^(page-1), uintptr(size), syscall.MADV_HUGEPAGE)
}
