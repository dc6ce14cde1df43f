package layout

import (
	"runtime"
	"testing"
)

// TestSeveralCoresMakeTheSameLayout of as many pages as all of them are put to.
func TestSeveralCoresMakeTheSameLayout(t *testing.T) {
	var pages []string
	for i := range maxWorkers * pagesPerWorker {
		pages = append(pages, columnsOf(i))
	}
	var layouts []string
	for _, cores := range []int{1, maxWorkers} {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
		if n := workersFor(len(pages)); n != cores {
			t.Fatalf("%d pages have %d workers, want %d", len(pages), n, cores)
		}
		layouts = append(layouts, outline(compose(t, pages...)))
	}
	if layouts[0] != layouts[1] {
		t.Error("the layout depends on the number of cores")
	}
}
