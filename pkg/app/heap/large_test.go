package heap

import (
	"fmt"
	"runtime"
	"sync/atomic"
	"testing"
)

// limited sets the memory limit for one test.
func limited(t *testing.T, bytes int64) {
	Limit(bytes)
	t.Cleanup(func() { Limit(0) })
}

// requested returns for how many bytes large pages are requested in one test.
func requested(t *testing.T) *atomic.Int64 {
	var bytes atomic.Int64
	request = func(_ uintptr, size int) { bytes.Add(int64(size)) }
	t.Cleanup(func() { request = adviseLargePages })
	return &bytes
}

func TestSmallPapersGetNoMore(t *testing.T) {
	limited(t, 512<<20)
	start(t, nil)
	bytes := requested(t)
	ExpectPaper(largePaper - 1)
	if got := bytes.Load(); got != 0 {
		t.Errorf("large pages are requested for %d bytes", got)
	}
}

// TestPapersThatNeedMoreGetMore: once garbage was collected, and not where that would
// exceed the limit.
func TestPapersThatNeedMoreGetMore(t *testing.T) {
	if !hasLargePages {
		t.Skip("no large pages here")
	}
	for limit, want := range map[int64]int64{vastHeap: largeHeap, 2 * vastHeap: largeHeap + vastHeap} {
		t.Run(fmt.Sprint(limit>>20, " MB"), func(t *testing.T) {
			limited(t, limit)
			before := start(t, nil)
			bytes := requested(t)
			ExpectPaper(largePaper)
			if got := bytes.Load(); got != largeHeap {
				t.Errorf("large pages are requested for %d bytes at first, want %d", got, largeHeap)
			}
			wantCollected(t, before)
			for range 1000 {
				if bytes.Load() >= want {
					break
				}
				runtime.Gosched() // cleanups run in a goroutine of their own
			}
			if got := bytes.Load(); got < want || want == largeHeap && got > want {
				t.Errorf("large pages are requested for %d MB after a collection, want %d", got>>20, want>>20)
			}
		})
	}
}

func TestLittleMemoryIsNotTakenAhead(t *testing.T) {
	limited(t, 64<<20)
	start(t, nil)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	ExpectPaper(largePaper)
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; took >= largeHeap {
		t.Errorf("took %d bytes ahead where 64 MB are allowed in all", took)
	}
}
