// Package heap tunes Go's garbage collector for one paper at a time: most papers are
// checked before anything has to be collected, and none exceeds its memory limit.
package heap

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"sync/atomic"
	"unsafe"
)

const (
	// quietHeap is how many bytes the heap may hold before the first collection. Most
	// papers need less, and collecting would only take time.
	quietHeap = 32 << 20
	// smallestHeap is what the heap grows to before the first collection when
	// the collector is set to 100 percent.
	smallestHeap = 4 << 20

	// largePaper is the size of a file, in bytes, from which on a paper needs most of
	// largeHeap bytes of memory.
	largePaper = 256 << 10
	largeHeap  = 32 << 20
	// steady is by how much less the heap grows, above quietHeap, in a program that stays
	// quiet: it keeps reports on tens of thousands of papers.
	steady = 2
	// margin is how far, in bytes, the collector stays below the limit.
	margin = 80 << 20

	// leastLimit is the least limit at which memory is allocated in advance.
	leastLimit = 4 * largeHeap
)

// limit is the heap size in bytes, after the first collection, from which on garbage
// is collected aggressively; 0: no limit.
var limit atomic.Int64

// Limit sets how much memory the program may use, in bytes. The collector stays below
// it, but not far: collecting anew and anew takes more time than a paper of a thousand
// pages.
func Limit(bytes int64) { limit.Store(max(bytes-margin, bytes/2)) }

// rest is the collector's at the start of the program.
type rest struct {
	percent int // of the collector after the rest
	end     runtime.Cleanup
	ended   atomic.Bool
	large   sync.Once
	quiet   atomic.Bool // it goes on after each collection
	going   sync.Once   // on
}

// atRest is nil if the user sets the collector.
var atRest *rest

// QuietStart delays the first garbage collection until the heap holds quietHeap; from
// then on the collector works as usual. GOGC and GOMEMLIMIT have precedence.
func QuietStart(getenv func(string) string) {
	if getenv("GOGC") != "" || getenv("GOMEMLIMIT") != "" {
		return
	}
	atRest = &rest{percent: debug.SetGCPercent(100 * quietHeap / smallestHeap)}
	atRest.untilCollected()
}

// untilCollected ends the rest with the next collection, which collects the sentinel.
func (r *rest) untilCollected() {
	r.end = runtime.AddCleanup(new([16]byte), func(percent int) {
		if !r.quiet.Load() {
			debug.SetGCPercent(percent)
		}
		most := limit.Load()
		if most == 0 {
			most = math.MaxInt64
		}
		debug.SetMemoryLimit(most)
		r.ended.Store(true)
		r.goOn()
	}, r.percent)
}

// StayQuiet lets the heap hold quietHeap before each collection, not only before the
// first, in a program that makes much garbage beside little that stays: the system has
// provided that memory once.
func StayQuiet() {
	if r := atRest; r != nil {
		r.quiet.Store(true)
		r.goOn()
	}
}

// goOn begins to stay quiet where the first rest has ended.
func (r *rest) goOn() {
	if r.quiet.Load() && r.ended.Load() {
		r.going.Do(r.untilFull)
	}
}

// untilFull sets the collector so that the heap holds quietHeap before it collects, and
// does so again after each collection.
func (r *rest) untilFull() {
	if !r.quiet.Load() {
		return
	}
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	debug.SetGCPercent(max(r.percent/steady, growth(live[0].Value.Uint64())))
	runtime.AddCleanup(new([16]byte), (*rest).untilFull, r)
}

// growth returns by how many percent so many bytes may grow to fill quietHeap.
func growth(live uint64) int {
	return int((max(live, quietHeap) - live) * 100 / max(live, smallestHeap))
}

// ExpectPaper prepares the heap for a file of that size in bytes. The system provides
// memory in small pages, each on first use, thousands for a long paper, or in a few
// large pages. With a low memory limit it does nothing.
func ExpectPaper(size int) {
	if atRest == nil || !hasLargePages || size < largePaper || limit.Load() < leastLimit {
		return
	}
	atRest.large.Do(func() {
		done := make(chan struct{})
		go func() {
			defer close(done)
			adviseStack(false)
		}()
		<-done
	})
}

// adviseStack requests large pages for the memory of its stack, which has a frame of
// largeHeap and uses none of it. A stack is the one thing that the runtime returns to
// the heap without a collection, which here takes as long as to check a short paper.
//
//go:noinline
func adviseStack(used bool) {
	var top byte
	if used {
		_ = roomy()
	}
	adviseLargePages(uintptr(unsafe.Pointer(&top))-largeHeap, largeHeap)
}

// roomy is not called: that it could be gives its caller the frame. Its result leaves
// some of a power of two, as stacks have it, to the rest of the stack.
//
//go:noinline
func roomy() (room [largeHeap - 64<<10]byte) { return room }
