package layout

import (
	"context"
	"sync"
	"sync/atomic"

	"github.com/paperfit/paperfit/pkg/internal/cores"
)

const (
	maxWorkers     = 4  // cores that one paper takes
	pagesPerWorker = 16 // that repay what another core costs
)

// workersFor returns how many workers so many pages repay.
func workersFor(pages int) int { return cores.For(min(pages/pagesPerWorker, maxWorkers)) }

// forEach calls do for 0 to n-1 on several cores; the calls share nothing but
// what they read. A panic of do goes on in the caller. The error is the
// context's.
func forEach(ctx context.Context, n int, do func(i int)) error {
	workers := workersFor(n)
	var next atomic.Int64
	failures := make(chan any, workers)
	work := func() {
		defer func() { failures <- recover() }()
		for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
			do(i)
		}
	}
	var others sync.WaitGroup
	for range workers - 1 {
		others.Go(work)
	}
	work()
	others.Wait()
	for range workers {
		if failure := <-failures; failure != nil {
			panic(failure)
		}
	}
	return ctx.Err()
}
