package batch

import (
	"context"
	"sync"
)

// usualMemory is how many bytes a worker takes for most papers. Those that take no
// more never wait for each other.
const usualMemory = 64 << 20

// crowd is the workers that work at a time. Each may take all the memory of one file,
// but not all of them at once: when they take too much together, all but the largest
// end, and their files are looked at anew, alone.
type crowd struct {
	together sync.RWMutex // held for reading beside others, for writing alone
	mutex    sync.Mutex
	workers  map[*worker]bool
}

// watch ends a worker's file when its memory is too much, or that of all workers
// together.
func (p *Pool) watch(w *worker, most int64, end context.CancelCauseFunc) (stop func()) {
	why := errMemory
	w.holds.Store(0) // the last file is no matter of this one
	p.crowd.join(w)
	done := watchResident(w.cmd.Process.Pid, func(bytes int64) bool {
		w.holds.Store(bytes)
		if bytes > most {
			return true
		}
		if p.crowd.isTooMuch(w, p.room()) {
			why = errCrowded
			return true
		}
		return false
	}, func() { end(why) })
	return func() {
		done()
		p.crowd.leave(w)
	}
}

// room returns the bytes that the workers may take together.
func (p *Pool) room() int64 {
	return max(p.Limits.MaxMemory/4*3, int64(max(p.Jobs, 1))*usualMemory)
}

func (c *crowd) join(w *worker) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.workers == nil {
		c.workers = map[*worker]bool{}
	}
	c.workers[w] = true
}

func (c *crowd) leave(w *worker) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	delete(c.workers, w)
}

// isTooMuch reports whether the workers take more memory than there is room for, and
// w is not the largest, which may go on.
func (c *crowd) isTooMuch(w *worker, room int64) bool {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	all, largest := int64(0), w
	for other := range c.workers {
		all += other.holds.Load()
		if other.holds.Load() > largest.holds.Load() {
			largest = other
		}
	}
	return all > room && largest != w
}
