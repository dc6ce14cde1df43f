package batch

import (
	"context"
	"sync"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// crowdOf returns a crowd of workers that hold so many megabytes.
func crowdOf(megabytes ...int64) (*crowd, []*worker) {
	c, workers := &crowd{}, make([]*worker, len(megabytes))
	for i, mb := range megabytes {
		workers[i] = &worker{}
		workers[i].holds.Store(mb << 20)
		c.join(workers[i])
	}
	return c, workers
}

// All but the largest make room when the workers take too much together.
func TestTheLargestOfACrowdGoesOn(t *testing.T) {
	for _, test := range []struct {
		holds []int64
		end   []bool
	}{
		{[]int64{190, 190}, []bool{false, false}}, {[]int64{200, 190}, []bool{false, true}},
		{[]int64{20, 400}, []bool{true, false}}, {[]int64{500}, []bool{false}}, {[]int64{100, 150, 140}, []bool{true, false, true}},
	} {
		c, workers := crowdOf(test.holds...)
		for i, w := range workers {
			if got := c.isTooMuch(w, 384<<20); got != test.end[i] {
				t.Errorf("of %v MB number %d ends: %v, want %v", test.holds, i, got, test.end[i])
			}
		}
		c.leave(workers[0])
		if len(test.holds) == 2 && c.isTooMuch(workers[1], 384<<20) {
			t.Errorf("of %v MB one has left, and the other is to end", test.holds)
		}
	}
}

// Papers of usual size never make each other wait, however many there are.
func TestRoomForUsualPapers(t *testing.T) {
	for jobs, want := range map[int]int64{0: 384 << 20, 2: 384 << 20, 16: 16 * usualMemory} {
		p := &Pool{Checker: Checker{Limits: Limits{MaxMemory: 512 << 20}}, Jobs: jobs}
		if got := p.room(); got != want {
			t.Errorf("%d jobs have room for %d MB, want %d", jobs, got>>20, want>>20)
		}
	}
}

// Two files that take much at once are looked at one after the other, and neither
// is to blame.
func TestCrowdedFilesAreCheckedAlone(t *testing.T) {
	if !pdftest.Thorough {
		t.Skip("this takes much memory twice: PAPERFIT_ORACLE=all")
	}
	p := pool(t)
	p.Jobs, p.Limits.MaxMemory, p.Limits.Timeout = 2, 171<<20, 6*DefaultTimeout
	var both sync.WaitGroup
	for range 2 {
		both.Go(func() {
			got, err := p.Check(context.Background(), "large.pdf", withStream("", spaces(26<<20)))
			if err != nil || message(got.File) != "" {
				t.Errorf("%v, %q", err, message(got.File))
			}
		})
	}
	both.Wait()
}
