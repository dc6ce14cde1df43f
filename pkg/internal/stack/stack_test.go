package stack

import (
	"testing"
	"unsafe"
)

// After Grow, calls that need much of the stack do not move it, which they do without.
func TestGrow(t *testing.T) {
	moved := func(grow func()) (moves bool) {
		done := make(chan struct{})
		go func() {
			defer close(done)
			grow()
			var here byte
			at := uintptr(unsafe.Pointer(&here))
			deep(8)
			moves = uintptr(unsafe.Pointer(&here)) != at
		}()
		<-done
		return moves
	}
	if moved(Grow) {
		t.Error("the stack grows again")
	}
	if !moved(func() {}) {
		t.Error("the stack need not grow: this test would not fail")
	}
}

// deep uses two kilobytes of the stack for each of so many calls.
//
//go:noinline
func deep(calls int) byte {
	var frame [2 << 10]byte
	frame[calls] = 1
	if calls > 0 {
		frame[0] = deep(calls - 1)
	}
	return frame[0] + frame[calls]
}
