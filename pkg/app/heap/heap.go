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
)

const (
	// quietHeap is how many bytes the heap may hold before the first collection. Most
	// papers need less, and collecting would only take time.
	quietHeap = 32 << 20
	// smallestHeap is what the heap grows to before the first collection when
	// the collector is set to 100 percent.
	smallestHeap = 4 << 20
	// steady is by how much less the heap grows, above quietHeap, in a program that stays
	// quiet: it keeps reports on tens of thousands of papers.
	steady = 2
	// margin is how far, in bytes, the collector stays below the limit.
	margin = 80 << 20
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
	quiet   atomic.Bool // it goes on after each collection
	going   sync.Once   // on

	advise    advice
	large     sync.Once   // large pages are requested for a paper
	expected  atomic.Bool // they are, and more are to be once garbage was collected
	extending sync.Once
}

// atRest is nil if the user sets the collector.
var atRest *rest

// QuietStart delays the first garbage collection until the heap holds quietHeap; from
// then on the collector works as usual. GOGC and GOMEMLIMIT have precedence.
func QuietStart(getenv func(string) string) {
	if getenv("GOGC") != "" || getenv("GOMEMLIMIT") != "" {
		return
	}
	atRest = &rest{advise: adviseLargePages, percent: debug.SetGCPercent(100 * quietHeap / smallestHeap)}
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
		r.extend()
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
	debug.SetGCPercent(max(r.percent/steady, growth(bytesOf("/gc/heap/live:bytes"))))
	runtime.AddCleanup(new([16]byte), (*rest).untilFull, r)
}

// bytesOf returns a figure of Go's runtime.
func bytesOf(name string) uint64 {
	sample := []metrics.Sample{{Name: name}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// growth returns by how many percent so many bytes may grow to fill quietHeap.
func growth(live uint64) int {
	return int((max(live, quietHeap) - live) * 100 / max(live, smallestHeap))
}
