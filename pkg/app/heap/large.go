package heap

import (
	"runtime"
	"runtime/debug"
	"unsafe"
)

const (
	// largePaper is the size of a file, in bytes, from which on a paper needs more memory
	// than the program has large pages for when it starts.
	largePaper = 96 << 10
	// piece is how much memory large pages are requested for at once.
	piece = 32 << 20
	// How many pieces most of these papers need at most, the papers of a worker, and those
	// papers that need more.
	paperPieces, workerPieces, morePieces = 1, 2, 8

	// spare is how much more than that Go may map: it does so in steps of 64 MB, and keeps
	// what it knows of them.
	spare = 128 << 20

	// leastLimit is the least limit at which memory is allocated in advance.
	leastLimit = 4 * piece
)

// advice is what requests large pages for a part of memory. Tests have their own.
type advice func(start uintptr, size int)

// ExpectPaper prepares the heap for a file of that size in bytes. The system provides
// memory in small pages, each on first use, thousands for a long paper, or in a few
// large pages. With a low memory limit it does nothing.
func ExpectPaper(size int) {
	r := atRest
	if r == nil || !hasLargePages || size < largePaper || limit.Load() < leastLimit {
		return
	}
	r.large.Do(func() {
		request(paperPieces, r.advise)
		r.expected.Store(true)
		r.extend()
	})
}

// ExpectPapers prepares the heap of a worker in the same way, of whose files it knows
// nothing. Its limit is that of Go's runtime.
func ExpectPapers() { request(piecesWithin(debug.SetMemoryLimit(-1)), adviseLargePages) }

// piecesWithin returns how many pieces a worker with that memory limit requests.
func piecesWithin(limit int64) int {
	if !hasLargePages || limit < leastLimit {
		return 0
	}
	return workerPieces
}

// extend requests large pages for what the heap is about to grow by, once garbage was
// collected: that paper needs much memory. It does so again after each collection until
// that would exceed the limit.
func (r *rest) extend() {
	if r.expected.Load() && r.ended.Load() {
		r.extending.Do(r.extendAgain)
	}
}

func (r *rest) extendAgain() {
	if !r.expected.Load() || bytesOf("/gc/heap/goal:bytes")+morePieces*piece > uint64(limit.Load()) {
		return
	}
	request(morePieces, r.advise)
	runtime.AddCleanup(new([16]byte), (*rest).extendAgain, r)
}

// request requests large pages for so many pieces of memory, each the stack of a goroutine
// that waits for the next. A stack is the one thing that the runtime returns to the heap
// without a collection, which here takes as long as to check a short paper. Where the
// system does not grant the memory, Go would end the program: then nothing is requested.
func request(pieces int, advise advice) {
	if pieces == 0 || !grants(pieces*piece+spare) {
		return
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		adviseStack(pieces, advise)
	}()
	<-done
}

// adviseStack requests large pages for the memory of its stack, which has a frame of a
// piece and uses none of it, and for the other pieces.
//
//go:noinline
func adviseStack(pieces int, advise advice) {
	if pieces == 0 {
		_ = room()
	}
	var top byte
	advise(uintptr(unsafe.Pointer(&top))-piece, piece)
	request(pieces-1, advise)
}

// room is not called: that it could be gives its caller the frame. Its result leaves some
// of a power of two, as stacks have it, to the rest of the stack.
//
//go:noinline
func room() (room [piece - 64<<10]byte) { return room }
