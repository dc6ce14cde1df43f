package batch

import (
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// Caps of the watch over memory.
const (
	guardEvery  = 5 * time.Millisecond
	guardSeldom = 4 * guardEvery // while there is much room
	guardMargin = 40 << 20       // bytes of the program itself, and of what may be taken in guardEvery
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
	most := maxMemory - guardMargin
	return watch(guardPause(most), func() (bool, time.Duration) {
		held := g.held()
		return held > most, guardPause(most - held)
	}, over)
}

// guardPause returns after what time to look again where there is room for so many bytes.
func guardPause(room int64) time.Duration {
	return min(max(guardEvery, guardEvery*time.Duration(room/guardMargin)), guardSeldom)
}

// watch looks again and again whether something is too much, and then calls over, once.
// It pauses before it looks for the first time, and between two looks as look says.
// Stopping it ends the watch.
func watch(pause time.Duration, look func() (tooMuch bool, pause time.Duration), over func()) (stop func()) {
	done := make(chan struct{})
	begin := time.AfterFunc(pause, func() {
		tick := time.NewTimer(0)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				tooMuch, pause := look()
				if tooMuch {
					over()
					return
				}
				tick.Reset(pause)
			}
		}
	})
	return func() {
		begin.Stop()
		close(done)
	}
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
