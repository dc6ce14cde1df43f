package layout

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// maxWorkers caps the cores that one paper takes.
const maxWorkers = 4

// forEach calls do for 0 to n-1 on several cores; the calls share nothing but
// what they read. A panic of do goes on in the caller. The error is the
// context's.
func forEach(ctx context.Context, n int, do func(i int)) error {
	workers := min(n, runtime.GOMAXPROCS(0), maxWorkers)
	var next atomic.Int64
	failures := make(chan any, max(workers, 1))
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
	for range max(workers, 1) {
		if failure := <-failures; failure != nil {
			panic(failure)
		}
	}
	return ctx.Err()
}
