//go:build amd64 || arm64

package memory

import (
	"strings"
	"syscall"
	"testing"
	"unsafe"
)

// TestRecordsAreProvided: all of them at once.
func TestRecordsAreProvided(t *testing.T) {
	memory, err := syscall.Mmap(-1, 0, recordsAhead+2*smallPage, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_PRIVATE|syscall.MAP_ANON)
	if err != nil {
		t.Skip(err)
	}
	defer syscall.Munmap(memory)
	if err := provide(uintptr(unsafe.Pointer(&memory[100])), recordsAhead); err != 0 {
		t.Skip("the system provides no memory ahead of use: ", err)
	}
	first := providedFrom(t, uintptr(unsafe.Pointer(&memory[0])))
	for page, got := range first {
		if want := page > 0 && page <= recordsAhead/smallPage; got != want {
			t.Errorf("page %d of %d is provided: %v", page, len(first), got)
		}
	}
	atStart := providedFrom(t, recordsAt()&^(smallPage-1))
	for page, got := range atStart[:1+recordsAhead/smallPage] {
		if !got {
			t.Errorf("page %d of the records was not provided at the start", page)
		}
	}
}

// providedFrom tells which pages of memory from a start the system has provided.
func providedFrom(t *testing.T, start uintptr) (provided [recordsAhead/smallPage + 2]bool) {
	t.Helper()
	var pages [len(provided)]byte
	_, _, err := syscall.Syscall(syscall.SYS_MINCORE, start, uintptr(len(pages)*smallPage), uintptr(unsafe.Pointer(&pages)))
	if err != 0 {
		t.Skip(err)
	}
	for i, p := range pages {
		provided[i] = p&1 != 0
	}
	return provided
}

// TestRecordsAreTheRuntimes: not in the heap, the program or on a stack, but in memory
// without a file that can be written to.
func TestRecordsAreTheRuntimes(t *testing.T) {
	address := recordsAt()
	maps := mapsOf(t, address)
	first, _, _ := strings.Cut(maps, "\n")
	if heap := mapsOf(t, uintptr(unsafe.Pointer(new([4096]byte)))); !strings.Contains(first, " rw-p 00000000 00:00 0") || strings.HasPrefix(heap, first) {
		t.Errorf("records at %#x lie in %s", address, first)
	}
}
