package heap

import "syscall"

const hasLargePages = true

// adviseLargePages requests large pages for memory that was not used yet. It
// is a wish: where the system has none to give, pages are small.
func adviseLargePages(memory []byte) { _ = syscall.Madvise(memory, syscall.MADV_HUGEPAGE) }
