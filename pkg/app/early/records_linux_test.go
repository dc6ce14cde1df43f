package early

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
	var provided [recordsAhead/smallPage + 2]byte
	if _, _, err := syscall.Syscall(syscall.SYS_MINCORE, uintptr(unsafe.Pointer(&memory[0])), uintptr(len(memory)), uintptr(unsafe.Pointer(&provided))); err != 0 {
		t.Skip(err)
	}
	for page, p := range provided {
		if want := page > 0 && page <= recordsAhead/smallPage; p&1 != 0 != want {
			t.Errorf("page %d of %d is provided: %v", page, len(provided), !want)
		}
	}
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
