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

// grants reports whether the system lets the process map so much more memory. Go ends the
// program where it does not, as under RLIMIT_AS (getrlimit(2)).
func grants(size int) bool {
	memory, err := syscall.Mmap(-1, 0, size, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_PRIVATE|syscall.MAP_ANON)
	return err == nil && syscall.Munmap(memory) == nil
}
