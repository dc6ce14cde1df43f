package batch

import "sync"

// Collected lists inputs as fast as it can, whether or not anybody asks for
// them, so that it is known early how many there are: count is called with their
// number so far and whether those are all. Names are small; nothing is read.
func Collected(inputs Inputs, count func(n int, all bool)) Inputs {
	return func(yield func(Input) bool) {
		var q queue
		q.changed.L = &q.mutex
		go func() {
			n := 0
			for in := range inputs {
				if !q.put(in) {
					return
				}
				n++
				count(n, false)
			}
			count(n, true)
			q.end()
		}()
		defer q.end()
		for {
			in, ok := q.take()
			if !ok || !yield(in) {
				return
			}
		}
	}
}

// queue is a list between two goroutines.
type queue struct {
	mutex   sync.Mutex
	changed sync.Cond
	list    []Input
	ended   bool
}

// put adds an input; it reports false when nobody takes any more.
func (q *queue) put(in Input) bool {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	q.list = append(q.list, in)
	q.changed.Signal()
	return !q.ended
}

// take returns the next input, or false when there are no more.
func (q *queue) take() (Input, bool) {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	for len(q.list) == 0 {
		if q.ended {
			return Input{}, false
		}
		q.changed.Wait()
	}
	in := q.list[0]
	q.list = q.list[1:]
	return in, true
}

// end tells that nothing more is put or taken.
func (q *queue) end() {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	q.ended = true
	q.changed.Broadcast()
}
