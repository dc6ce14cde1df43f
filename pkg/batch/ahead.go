package batch

import (
	"context"
	"sync"
)

// maxFound caps how many inputs are listed before they are consumed.
const maxFound = 1 << 14

// Collected lists inputs as fast as it can, up to maxFound before anyone consumes
// for them, so that it is known early how many there are: count is called with
// their number so far and whether those are all. Names are small; nothing is
// read. It ends with the context, even where the next input is waited for, and only then
// where not all are consumed: who stops may go on later, with the next input.
func Collected(ctx context.Context, inputs Inputs, count func(n int, all bool)) Inputs {
	a := &ahead{ctx: ctx}
	a.changed.L = &a.mutex
	begin := sync.OnceFunc(func() {
		context.AfterFunc(ctx, a.wake)
		go a.list(inputs, count)
	})
	return func(yield func(Input) bool) {
		begin()
		for in, ok := a.next(); ok && yield(in); in, ok = a.next() {
		}
	}
}

// ahead holds the inputs that were listed and not consumed.
type ahead struct {
	ctx     context.Context
	mutex   sync.Mutex
	changed sync.Cond // what the mutex guards, or the context has ended
	found   []Input
	all     bool // no more will be found
}

// wake has those who wait look again.
func (a *ahead) wake() {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	a.changed.Broadcast()
}

// list lists the inputs.
func (a *ahead) list(inputs Inputs, count func(n int, all bool)) {
	n := 0
	for in := range inputs {
		n++
		count(n, false)
		if !a.add(in) {
			return
		}
	}
	count(n, true)
	a.mutex.Lock()
	defer a.mutex.Unlock()
	a.all = true
	a.changed.Broadcast()
}

// add adds an input when there is room; there is none after the end of the context.
func (a *ahead) add(in Input) bool {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	for len(a.found) >= maxFound && a.ctx.Err() == nil {
		a.changed.Wait()
	}
	a.found = append(a.found, in)
	a.changed.Broadcast()
	return a.ctx.Err() == nil
}

// next takes the next input.
func (a *ahead) next() (in Input, ok bool) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	for len(a.found) == 0 && !a.all && a.ctx.Err() == nil {
		a.changed.Wait()
	}
	if len(a.found) == 0 || a.ctx.Err() != nil {
		return Input{}, false
	}
	in, a.found[0] = a.found[0], Input{}
	a.found = a.found[1:]
	a.changed.Broadcast()
	return in, true
}
