//go:build amd64 || arm64

package memory

import (
	"fmt"
	"strings"
	"syscall"
	"testing"
)

// TestCodeIsMapped: all that askForCode asks for, which is more than half of it.
func TestCodeIsMapped(t *testing.T) {
	start, end := code()
	if err := advise(start, smallPage, populateRead); err != 0 {
		t.Skip("the system maps nothing ahead of use: ", err)
	}
	_ = advise(start, end-start, syscall.MADV_DONTNEED)
	switch size, mapped := sizesOf(t, start); {
	case end-start < size/2:
		t.Errorf("%d kB of %d are code", (end-start)>>10, size>>10)
	case mapped >= end-start:
		t.Skip("looking uses all the code of this test")
	}
	askForCode()
	if size, mapped := sizesOf(t, start); mapped < end-start {
		t.Errorf("%d kB of %d are mapped, want %d", mapped>>10, size>>10, (end-start)>>10)
	}
}

// sizesOf returns the size of the mapping that holds an address, and how much of it is
// mapped to memory.
func sizesOf(t *testing.T, address uintptr) (size, mapped uintptr) {
	for line := range strings.Lines(mapsOf(t, address)) {
		_, _ = fmt.Sscanf(line, "Size: %d kB", &size)
		_, _ = fmt.Sscanf(line, "Rss: %d kB", &mapped)
	}
	return size << 10, mapped << 10
}
