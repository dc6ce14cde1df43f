// Package heap sets Go's garbage collector to one paper at a time: most papers are
// checked before anything has to be collected, and none takes more memory than it
// may.
package heap

import (
	"math"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

const (
	// quietHeap is how many bytes the program may hold before its garbage is
	// collected for the first time. Most papers are checked in less, and then
	// collecting is time spent for nothing.
	quietHeap = 32 << 20
	// smallestHeap is what the heap grows to before the first collection when
	// the collector is set to 100 percent.
	smallestHeap = 4 << 20

	// largePaper is the size of a file, in bytes, from which on a paper is long
	// and takes the better part of largeHeap bytes of memory.
	largePaper = 256 << 10
	largeHeap  = 32 << 20
	// leastLimit is the least limit at which memory is taken ahead.
	leastLimit = 4 * largeHeap
)

// limit is how many bytes the program may hold before its garbage is
// collected hard, once the first collection is over; 0: as many as it likes.
var limit atomic.Int64

// Limit sets what the program may take in all, in bytes. The collector has to keep
// well below it.
func Limit(bytes int64) { limit.Store(bytes * 6 / 10) }

// rest is the collector's at the start of the program.
type rest struct {
	percent int // how the collector is set when the rest is over
	end     runtime.Cleanup
	large   sync.Once
}

// atRest is nil where the user sets the collector.
var atRest *rest

// QuietStart puts off the first garbage collection until the program holds
// quietHeap; from then on the collector works as usual. Who sets the collector
// by GOGC or GOMEMLIMIT is obeyed.
func QuietStart(getenv func(string) string) {
	if getenv("GOGC") != "" || getenv("GOMEMLIMIT") != "" {
		return
	}
	atRest = &rest{percent: debug.SetGCPercent(100 * quietHeap / smallestHeap)}
	atRest.untilCollected()
}

// untilCollected ends the rest with the next collection, which finds the
// sentinel to be garbage.
func (r *rest) untilCollected() {
	r.end = runtime.AddCleanup(new([16]byte), func(percent int) {
		debug.SetGCPercent(percent)
		most := limit.Load()
		if most == 0 {
			most = math.MaxInt64
		}
		debug.SetMemoryLimit(most)
	}, r.percent)
}

// ExpectPaper makes the heap ready for a file of that size in bytes. The system gives out
// memory in small pages, each when it is first used, thousands for a long paper;
// of large pages it takes a few. It does nothing where little memory is allowed.
func ExpectPaper(size int) {
	if atRest == nil || !hasLargePages || size < largePaper || limit.Load() < leastLimit {
		return
	}
	atRest.large.Do(func() {
		atRest.end.Stop()
		adviseLargePages(make([]byte, largeHeap))
		runtime.GC() // gives that memory back to the heap, which keeps it for the paper
		atRest.untilCollected()
	})
}
