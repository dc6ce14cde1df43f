//go:build amd64 || arm64

package memory

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
	"unsafe"
)

// TestLargePagesFor: in what the heap grew by last, or in what it grows by next.
func TestLargePagesFor(t *testing.T) {
	const step = 0x10400000 // of the heap
	for _, test := range []struct{ top, rest, start, end uintptr }{
		{step, 0, step, step + heapStep},
		{step + largePage - 8192, 0, step, step + heapStep},
		{step + largePage, heapStep - largePage, step + heapStep, step + 2*heapStep},
		{step + heapStep - 8192, 8192, step + heapStep, step + 2*heapStep},
	} {
		if rest, start, end := largePagesFor(test.top); rest != test.rest || start != test.start || end != test.end {
			t.Errorf("a heap that is used up to %#x: %#x to %#x after %d bytes, want %#x to %#x after %d", test.top, start, end, rest, test.start, test.end, test.rest)
		}
	}
}

// TestSharesAreLeft: the heap ends elsewhere.
func TestSharesAreLeft(t *testing.T) {
	old := skip(40<<10) &^ (share - 1)
	if top := leaveShare(); top&^(share-1) == old {
		t.Errorf("the heap ends at %#x, in the share that was to be left", top)
	}
}

// TestLargePagesAreGiven where the system has some, to memory like the heap's: of which
// nothing is in use, and of which something is.
func TestLargePagesAreGiven(t *testing.T) {
	const folder = "/sys/kernel/mm/transparent_hugepage/"
	enabled, _ := os.ReadFile(folder + "enabled")
	size, _ := os.ReadFile(folder + "hpage_pmd_size")
	if len(enabled) == 0 || strings.Contains(string(enabled), "[never]") || strings.TrimSpace(string(size)) != fmt.Sprint(largePage) {
		t.Skip("the system gives no large pages of this size")
	}
	memory, err := syscall.Mmap(-1, 0, 2*heapStep, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_PRIVATE|syscall.MAP_ANON)
	if err != nil {
		t.Skip(err)
	}
	defer syscall.Munmap(memory)
	begin := heapStep - uintptr(unsafe.Pointer(&memory[0]))%heapStep
	start := uintptr(unsafe.Pointer(&memory[begin]))
	memory[begin+100<<10] = 1
	if inUse(start+largePage) || !inUse(start) {
		t.Errorf("in use: %v and %v, want the first large page", inUse(start), inUse(start+largePage))
	}
	if err := giveLargePages(start, start, start+heapStep); err != 0 {
		t.Skip("the system gives no large pages: ", err)
	}
	memory[begin+largePage] = 1
	if maps := mapsOf(t, start); !strings.Contains(maps, "AnonHugePages:      4096 kB") {
		t.Errorf("not two large pages at %#x:\n%s", start, maps)
	}
}

// mapsOf returns what the system tells of the mapping that begins at an address or holds
// it (proc_pid_smaps(5)).
func mapsOf(t *testing.T, address uintptr) string {
	data, err := os.ReadFile("/proc/self/smaps")
	if err != nil {
		t.Skip("the kernel tells no memory maps: ", err)
	}
	var found []string
	inside := false
	for line := range strings.Lines(string(data)) {
		var from, to uintptr
		if n, _ := fmt.Sscanf(line, "%x-%x ", &from, &to); n == 2 {
			inside = from <= address && address < to
		}
		if inside {
			found = append(found, line)
		}
	}
	return strings.Join(found, "")
}
