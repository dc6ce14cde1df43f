// Package stack grows the stack of a goroutine while there is little on it. A stack that is
// full is copied into one of twice the size, call by call: for a short paper seven times,
// in two goroutines, which takes a twentieth of its time.
package stack

// size is a little more than half of the 32 KB that a stack is to have, which is enough for
// most papers: Go doubles a stack until what is called fits in.
const size = 18 << 10

// Grow lets the goroutine that calls it use some more of its stack before it grows again.
func Grow() { grow(false) }

// grow has a frame of that size, of which it uses nothing.
//
//go:noinline
func grow(use bool) {
	if use {
		_ = room()
	}
}

// room is not called: that it could be gives its caller the frame.
//
//go:noinline
func room() (room [size]byte) { return room }
