package early

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
	"unsafe"
)

func TestLargePageFor(t *testing.T) {
	const step = 0x10400000 // of the heap
	for _, test := range []struct {
		heap, start, advice uintptr
	}{
		{step, step, collapse},
		{step + largePage/2, step, collapse},
		{step + largePage/2 + 1, step + largePage, syscall.MADV_HUGEPAGE},
		{step + largePage, step + largePage, collapse},
		{step + heapStep - 4096, 0, 0},
	} {
		if start, advice := largePageFor(test.heap); start != test.start || advice != test.advice {
			t.Errorf("a heap that begins at %#x: %d for %#x, want %d for %#x", test.heap, advice, start, test.advice, test.start)
		}
	}
}

// TestLargePagesAreGiven where the system has some: both requests have an effect on
// memory like the heap's.
func TestLargePagesAreGiven(t *testing.T) {
	memory, err := syscall.Mmap(-1, 0, 2*heapStep, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_PRIVATE|syscall.MAP_ANON)
	if err != nil {
		t.Skip(err)
	}
	defer syscall.Munmap(memory)
	step := heapStep - uintptr(unsafe.Pointer(&memory[0]))%heapStep
	for name, begins := range map[string]uintptr{"a heap that begins": 0, "a heap near the end of a page": largePage - 4096} {
		memory[step+begins] = 1
		start, advice := largePageFor(uintptr(unsafe.Pointer(&memory[step+begins])))
		if _, _, err := syscall.RawSyscall(syscall.SYS_MADVISE, start, largePage, advice); err != 0 {
			t.Skipf("%s: the system gives no large pages: %v", name, err)
		}
		if maps := mapsOf(t, start); !strings.Contains(maps, "AnonHugePages:      2048 kB") && !strings.Contains(maps, " hg") {
			t.Errorf("%s: no large page at %#x:\n%s", name, start, maps)
		}
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
