package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"sync/atomic"
)

// quietHeap is how many bytes the program may hold before its garbage is
// collected for the first time. Most papers are checked in less, and then
// collecting is time spent for nothing.
const quietHeap = 36 << 20

// heapLimit is how many bytes the program may hold before its garbage is
// collected hard, once the first collection is over; 0: as many as it likes.
var heapLimit atomic.Int64

// limitHeap sets what the program may take in all. The collector has to keep
// well below it.
func limitHeap(bytes int64) { heapLimit.Store(bytes * 6 / 10) }

// quietStart puts off the first garbage collection until the program holds
// quietHeap; from then on the collector works as usual. Who sets the collector
// by GOGC or GOMEMLIMIT is obeyed.
func quietStart(getenv func(string) string) {
	if getenv("GOGC") != "" || getenv("GOMEMLIMIT") != "" {
		return
	}
	percent := debug.SetGCPercent(-1)
	debug.SetMemoryLimit(quietHeap)
	// The sentinel is found to be garbage by the first collection.
	sentinel := new([16]byte)
	runtime.AddCleanup(sentinel, func(percent int) {
		debug.SetGCPercent(percent)
		limit := heapLimit.Load()
		if limit == 0 {
			limit = math.MaxInt64
		}
		debug.SetMemoryLimit(limit)
	}, percent)
}
