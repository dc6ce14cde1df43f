package heap

import (
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
)

// limited sets the memory limit for one test.
func limited(t *testing.T, bytes int64) {
	Limit(bytes)
	t.Cleanup(func() { Limit(0) })
}

// requested returns for how many bytes large pages are requested after start.
func requested() *atomic.Int64 {
	var bytes atomic.Int64
	atRest.advise = func(_ uintptr, size int) { bytes.Add(int64(size)) }
	return &bytes
}

func TestSmallPapersGetNoMore(t *testing.T) {
	limited(t, 512<<20)
	start(t, nil)
	bytes := requested()
	ExpectPaper(largePaper - 1)
	if got := bytes.Load(); got != 0 {
		t.Errorf("large pages are requested for %d bytes", got)
	}
}

// TestPapersThatNeedMoreGetMore: once the rest has ended, and not where that would exceed
// the limit.
func TestPapersThatNeedMoreGetMore(t *testing.T) {
	if !hasLargePages {
		t.Skip("no large pages here")
	}
	const first = paperPieces * piece
	for limit, want := range map[int64]int64{256 << 20: first, 512 << 20: first + morePieces*piece} {
		limited(t, limit)
		start(t, nil)
		bytes := requested()
		ExpectPaper(largePaper)
		if got := bytes.Load(); got != first {
			t.Errorf("large pages are requested for %d bytes at first, want %d", got, first)
		}
		atRest.ended.Store(true)
		atRest.extend()
		if got := bytes.Load(); got != want {
			t.Errorf("with a limit of %d MB large pages are requested for %d MB, want %d", limit>>20, got>>20, want>>20)
		}
		atRest.expected.Store(false)
	}
}

// TestCollectionsBringMore: a paper whose garbage is collected needs more.
func TestCollectionsBringMore(t *testing.T) {
	if !hasLargePages {
		t.Skip("no large pages here")
	}
	limited(t, 512<<20)
	before := start(t, nil)
	bytes := requested()
	ExpectPaper(largePaper)
	wantCollected(t, before)
	const want = (paperPieces + morePieces) * piece
	for range 1_000_000 {
		if bytes.Load() >= want {
			return
		}
		runtime.Gosched() // cleanups run in a goroutine of their own
	}
	t.Errorf("large pages are requested for %d MB after a collection, want %d", bytes.Load()>>20, want>>20)
}

// TestPiecesOfWorkers are within what their memory limit leaves.
func TestPiecesOfWorkers(t *testing.T) {
	if !hasLargePages {
		t.Skip("no large pages here")
	}
	for limit, want := range map[int64]int{leastLimit - 1: 0, leastLimit: workerPieces} {
		if got := piecesWithin(limit); got != want {
			t.Errorf("with a limit of %d a worker requests %d pieces, want %d", limit, got, want)
		}
	}
}

// TestPiecesAreApart: none is part of another, and each is a stack.
func TestPiecesAreApart(t *testing.T) {
	if !hasLargePages {
		t.Skip("no large pages here")
	}
	var starts []uintptr
	var stacks uint64
	request(3, func(start uintptr, _ int) {
		starts = append(starts, start)
		stacks = bytesOf("/memory/classes/heap/stacks:bytes")
	})
	slices.Sort(starts)
	if len(starts) != 3 || starts[1]-starts[0] < piece || starts[2]-starts[1] < piece || stacks < 3*piece {
		t.Errorf("pieces at %#x, stacks of %d bytes in all", starts, stacks)
	}
}

func TestLittleMemoryIsNotTakenAhead(t *testing.T) {
	limited(t, 64<<20)
	start(t, nil)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	ExpectPaper(largePaper)
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; took >= piece {
		t.Errorf("took %d bytes ahead where 64 MB are allowed in all", took)
	}
}
