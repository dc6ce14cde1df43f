package batch

import (
	"context"
	"os"
	"runtime/debug"
	"sync"
)

// Caps on what the program itself holds of files, beside its workers.
const (
	// maxHeld is how many bytes of files are held at a time. One file alone may have
	// more.
	maxHeld = 32 << 20
	// heldMargin is how much memory the program may take beside a worker that takes
	// all it may.
	heldMargin = 32 << 20
)

// Held bounds the bytes of files that the program holds at a time: files are read
// ahead as long as they are small, and a large one has no other beside it. Its zero
// value is ready.
type Held struct {
	mutex   sync.Mutex
	bytes   int64
	waiting []*claim // the first comes first
}

// claim is a file that waits to be read.
type claim struct {
	bytes int64
	ready chan struct{}
}

// Take waits until there is room for a file. When the file is held no more, release
// is to be called. The error is that of the context.
func (h *Held) Take(ctx context.Context, in Input) (release func(), err error) {
	c := &claim{in.expected(), make(chan struct{})}
	h.mutex.Lock()
	h.waiting = append(h.waiting, c)
	h.admit()
	h.mutex.Unlock()
	select {
	case <-c.ready:
		return func() { h.release(c) }, nil
	case <-ctx.Done():
		h.withdraw(c)
		return nil, ctx.Err()
	}
}

// admit lets in who waits, as far as there is room.
func (h *Held) admit() {
	for len(h.waiting) > 0 {
		c := h.waiting[0]
		if h.bytes > 0 && h.bytes+c.bytes > maxHeld {
			return
		}
		h.bytes += c.bytes
		h.waiting = h.waiting[1:]
		close(c.ready)
	}
}

// release gives back the room of a file.
func (h *Held) release(c *claim) {
	if c.bytes > maxHeld {
		debug.FreeOSMemory() // before the next one takes as much
	}
	h.mutex.Lock()
	defer h.mutex.Unlock()
	h.bytes -= c.bytes
	h.admit()
}

// withdraw takes back a claim, which may have been met meanwhile.
func (h *Held) withdraw(c *claim) {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	for i, other := range h.waiting {
		if other == c {
			h.waiting = append(h.waiting[:i:i], h.waiting[i+1:]...)
			h.admit() // it may have stood before smaller ones
			return
		}
	}
	h.bytes -= c.bytes
	h.admit()
}

// expected returns how many bytes reading the file will take, 0 where that is not
// known before: of what comes through a pipe.
func (in Input) expected() int64 {
	if in.size > 0 || in.file == "" {
		return min(in.size, maxFile)
	}
	info, err := os.Stat(in.file)
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return min(info.Size(), maxFile)
}

// besideHeld returns the memory that a worker may take while the program holds the
// bytes that it works at, so that both together keep the limit.
func (l Limits) besideHeld(data int) int64 {
	return min(l.MaxMemory, l.MaxMemory+heldMargin-int64(data))
}
