package pdf

import (
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// objectMemory keeps objects that were parsed: each for a while, and for good those that
// a file could make dear by asking for them again and again.
type objectMemory struct {
	mu    sync.Mutex
	late  []lateObject // each at the place of its number's last digits
	kept  map[int]parsedObject
	spent int // bytes that were parsed, with what each object costs besides
	most  int // of them before all is kept
}

// parsedObject is an object, or why it cannot be read.
type parsedObject struct {
	object types.Object
	err    error
}

// lateObject is an object that was asked for of late.
type lateObject struct {
	parsedObject
	next int // its number and one; 0: there is none here
}

// What an objectMemory keeps.
const (
	// lateObjects is how many objects are kept for a while: all of most papers.
	lateObjects = 2048
	// largeObject is the size in bytes from which an object is kept for good.
	largeObject = 4 << 10
	// objectCost is what parsing an object costs besides its bytes, in bytes.
	objectCost = 64
	// patience is how many bytes may be parsed for each of the file until all is kept,
	// and leastPatience how many of the smallest file.
	patience      = 4
	leastPatience = 1 << 20
)

// expect makes room for the objects of a file. It comes before get: no text of an object is
// known until then.
func (m *objectMemory) expect(objects int) { m.late = make([]lateObject, min(objects, lateObjects)) }

func (m *objectMemory) get(number int) (p parsedObject, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if l := m.late[number%len(m.late)]; l.next == number+1 {
		return l.parsedObject, true
	}
	p, ok = m.kept[number]
	return p, ok
}

// put keeps what was parsed from so many bytes.
func (m *objectMemory) put(number, size int, p parsedObject) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.spent += size + objectCost
	if size < largeObject && m.spent <= m.most {
		m.late[number%len(m.late)] = lateObject{p, number + 1}
		return
	}
	if m.kept == nil {
		m.kept = map[int]parsedObject{}
	}
	m.kept[number] = p
}
