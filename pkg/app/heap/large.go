package heap

import (
	"runtime"
	"unsafe"
)

const (
	// largePaper is the size of a file, in bytes, from which on a paper needs more memory
	// than the program has large pages for when it starts.
	largePaper = 96 << 10
	// largeHeap is how much memory in large pages most of these papers need at most.
	largeHeap = 32 << 20
	// vastHeap is by how much it grows each time for those that need more.
	vastHeap = 256 << 20

	// leastLimit is the least limit at which memory is allocated in advance.
	leastLimit = 4 * largeHeap
)

// request is changed by tests.
var request = adviseLargePages

// ExpectPaper prepares the heap for a file of that size in bytes. The system provides
// memory in small pages, each on first use, thousands for a long paper, or in a few
// large pages. With a low memory limit it does nothing.
func ExpectPaper(size int) {
	r := atRest
	if r == nil || !hasLargePages || size < largePaper || limit.Load() < leastLimit {
		return
	}
	r.large.Do(func() {
		apart(adviseLarge)
		r.expected.Store(true)
		r.extend()
	})
}

// extend requests large pages for what the heap is about to grow by, once garbage was
// collected: that paper needs much memory. It does so again after each collection until
// that would exceed the limit.
func (r *rest) extend() {
	if r.expected.Load() && r.ended.Load() {
		r.extending.Do(r.untilVast)
	}
}

func (r *rest) untilVast() {
	if !r.expected.Load() || bytesOf("/gc/heap/goal:bytes")+vastHeap > uint64(limit.Load()) {
		return
	}
	apart(adviseVast)
	runtime.AddCleanup(new([16]byte), (*rest).untilVast, r)
}

// apart calls a function in a goroutine of its own, whose stack goes back to the heap as it
// ends. A stack is the one thing that the runtime returns to the heap without a
// collection, which here takes as long as to check a short paper.
func apart(advise func(used bool)) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		advise(false)
	}()
	<-done
}

// adviseLarge requests large pages for the memory of its stack, which has a frame of
// largeHeap and uses none of it.
//
//go:noinline
func adviseLarge(used bool) {
	var top byte
	if used {
		_ = largeRoom()
	}
	request(uintptr(unsafe.Pointer(&top))-largeHeap, largeHeap)
}

// adviseVast does the same for vastHeap.
//
//go:noinline
func adviseVast(used bool) {
	var top byte
	if used {
		_ = vastRoom()
	}
	request(uintptr(unsafe.Pointer(&top))-vastHeap, vastHeap)
}

// stackRoom is what is left of a power of two, as stacks have it, to the rest of a stack.
const stackRoom = 64 << 10

// largeRoom is not called: that it could be gives its caller the frame.
//
//go:noinline
func largeRoom() (room [largeHeap - stackRoom]byte) { return room }

// vastRoom is not called either.
//
//go:noinline
func vastRoom() (room [vastHeap - stackRoom]byte) { return room }
