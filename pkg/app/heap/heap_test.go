package heap

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
)

// gcPercent returns how the collector is set; -1 is off.
func gcPercent() int64 {
	sample := []metrics.Sample{{Name: "/gc/gogc:percent"}}
	metrics.Read(sample)
	return int64(sample[0].Value.Uint64())
}

// start runs QuietStart with an environment, for one test.
func start(t *testing.T, env map[string]string) (before int64) {
	before = 100
	debug.SetGCPercent(int(before))
	QuietStart(func(key string) string { return env[key] })
	t.Cleanup(func() {
		if atRest != nil {
			atRest.end.Stop()
			atRest.expected.Store(false)
		}
		atRest = nil
		debug.SetGCPercent(int(before))
	})
	return before
}

// wantCollected fails when the collector is not set to percent soon after a
// collection.
func wantCollected(t *testing.T, percent int64) {
	t.Helper()
	for range 1000 {
		runtime.GC()
		if gcPercent() == percent {
			return
		}
		runtime.Gosched() // cleanups run in a goroutine of their own
	}
	t.Errorf("the collector is set to %d after a collection, want %d", gcPercent(), percent)
}

func TestQuietStartEndsWithTheFirstCollection(t *testing.T) {
	before := start(t, nil)
	wantCollected(t, before)
}

func TestQuietStartObeysTheUser(t *testing.T) {
	before := start(t, map[string]string{"GOGC": "50"})
	ExpectPaper(largePaper)
	if got := gcPercent(); got != before {
		t.Errorf("the collector is set to %d, want %d as it was", got, before)
	}
}

func TestLargePapersKeepTheRest(t *testing.T) {
	Limit(512 << 20)
	before := start(t, nil)
	resting := gcPercent()
	ExpectPaper(largePaper)
	if got := gcPercent(); got != resting {
		t.Errorf("the collector is set to %d when a large paper is expected, want %d as at the start", got, resting)
	}
	wantCollected(t, before)
}

// TestQuietHeapsStayQuiet: after each collection, whether the first comes before or later,
// as long as little stays.
func TestQuietHeapsStayQuiet(t *testing.T) {
	for name, ended := range map[string]bool{"after the first": true, "before the first": false} {
		t.Run(name, func(t *testing.T) {
			before := start(t, nil)
			r := atRest
			t.Cleanup(func() { r.quiet.Store(false) })
			if ended {
				wantCollected(t, before)
			}
			StayQuiet()
			StayQuiet()
			for range 5 {
				runtime.GC()
				runtime.Gosched() // cleanups run in a goroutine of their own
				if got := gcPercent(); got <= before {
					t.Errorf("the collector is set to %d after a collection, as at rest", got)
				}
			}
		})
	}
}

// TestGrowthFillsTheQuietHeap: and no more.
func TestGrowthFillsTheQuietHeap(t *testing.T) {
	for live, want := range map[uint64]int{0: 800, smallestHeap: 700, quietHeap / 2: 100, quietHeap: 0, 1 << 40: 0} {
		if got := growth(live); got != want {
			t.Errorf("%d bytes may grow by %d %%, want %d", live, got, want)
		}
	}
}
