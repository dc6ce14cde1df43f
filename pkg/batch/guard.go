package batch

import (
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// Caps of the watch over memory.
const (
	guardEvery  = 5 * time.Millisecond
	guardMargin = 40 << 20 // bytes of the program itself, and of what may be taken between two looks
	// keptHeap is how many bytes stay with the program from file to file.
	keptHeap = 128 << 20
)

// collectAt returns the bytes from which on garbage is collected before more memory is
// taken: close to where a file is stopped, for collecting anew and anew takes more time
// than a paper of a thousand pages.
func collectAt(maxMemory int64) int64 { return max(maxMemory-2*guardMargin, maxMemory/2) }

// guard calls over, once, when Go's runtime holds more memory than it may.
// Stopping it ends the watch.
func guard(maxMemory int64, over func()) (stop func()) {
	var g gauge
	return watch(guardEvery, func() bool { return g.held() > maxMemory-guardMargin }, over)
}

// watch looks every so often whether something is too much, and then calls over,
// once. Stopping it ends the watch.
func watch(every time.Duration, tooMuch func() bool, over func()) (stop func()) {
	done := make(chan struct{})
	go func() {
		tick := time.NewTicker(every)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				if tooMuch() {
					over()
					return
				}
			}
		}
	}()
	return func() { close(done) }
}

// gauge measures memory.
type gauge struct{ samples [2]metrics.Sample }

// held returns the bytes that Go's runtime holds of the system's memory.
func (g *gauge) held() int64 {
	g.samples[0].Name, g.samples[1].Name = "/memory/classes/total:bytes", "/memory/classes/heap/released:bytes"
	metrics.Read(g.samples[:])
	return int64(g.samples[0].Value.Uint64() - g.samples[1].Value.Uint64())
}

// giveBack returns memory to the system after a file that took much.
func giveBack() {
	if new(gauge).held() > keptHeap {
		debug.FreeOSMemory()
	}
}
