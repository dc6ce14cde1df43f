package pdf

import (
	"context"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// table knows where the objects of a regular file are, and parses them when they are
// asked for. A paper of a thousand pages has a hundred thousand, each of which is needed
// for a moment: to keep them all takes more memory than the file, and time of the garbage
// collector.
type table struct {
	data    []byte
	depth   int                   // caps the nesting of objects
	entries int                   // of the file's table
	index   []int32               // by the number of an object: 1 + the place of its slot, unused or freed
	slots   []slot                // the objects in use, in the order of the file's table
	packed  map[int]*packedStream // the object streams by their numbers, when all are unpacked
	all     []types.Object        // those outside of object streams by their slots, of a file that was encrypted
	memory  objectMemory
}

// newTable returns a table of a file that no object was found in yet.
func newTable(data []byte, depth int) *table {
	return &table{data: data, depth: depth, memory: objectMemory{most: leastPatience + patience*len(data)}}
}

// What the index of a table says where there is no slot.
const (
	unused = 0  // the file's table does not speak of such an object
	freed  = -1 // it says that there is none
)

// slot is an object in use.
type slot struct {
	number, generation int
	offset             int // 0: in an object stream
	within, index      int // the object stream, and the place in it
	from, end          int // its body; end is 0 before that was found
	stream             int // where the data of a stream begins; 0: no stream
	length             int // of the data; -1 before it is known
	lengthIn           int // the number of the object that is the length; -1: none
	kind               kindOfSlot
	bare               bool // a stream that has no filter but Flate, and nothing else to say
}

// kindOfSlot says what there is in place of an object.
type kindOfSlot uint8

const (
	usual  kindOfSlot = iota
	lost              // nothing: it cannot be read
	holder            // an object stream, which is no stream of the document's own
)

// packedStream is an object stream that was unpacked.
type packedStream struct {
	content []byte
	starts  []int   // of its objects, each of which ends where the next begins, and an end
	slots   []int32 // of its objects, as the table's index has them
}

// object returns the object of a number, as a bareStream where it is one.
func (t *table) object(number int) (types.Object, error) {
	if s := t.slot(number); s != nil && s.bare && s.kind == usual && s.length >= 0 && t.all == nil {
		return bareStream{raw: t.raw(s)}, nil
	}
	return t.whole(number)
}

// whole returns the object of a number.
func (t *table) whole(number int) (types.Object, error) {
	s := t.slot(number)
	switch {
	case s == nil || s.kind == lost:
		return nil, nil
	case s.kind == holder:
		return types.ObjectStreamDict{}, nil
	case s.offset != 0 && t.all != nil:
		return t.all[t.index[number]-1], nil
	}
	text, ok := t.text(s)
	if !ok {
		return nil, nil
	}
	if p, ok := t.memory.get(s.number); ok { // which several numbers share
		return p.object, p.err
	}
	o, err := t.parse(s, text)
	t.memory.put(s.number, len(text), parsedObject{o, err})
	return o, err
}

// knows reports whether the file's table speaks of an object.
func (t *table) knows(number int) bool { return number < len(t.index) && t.index[number] != unused }

// slot returns that of a number, nil where there is none.
func (t *table) slot(number int) *slot {
	if number < 0 || number >= len(t.index) || t.index[number] <= unused {
		return nil
	}
	return &t.slots[t.index[number]-1]
}

func (t *table) generation(number int) int {
	if s := t.slot(number); s != nil {
		return s.generation
	}
	return 0
}

// text returns the text of an object; ok is false before its place, and the length of a
// stream, is known.
func (t *table) text(s *slot) (text []byte, ok bool) {
	if s.offset != 0 {
		return t.data[s.from:s.end], s.end != 0 && (s.stream == 0 || s.length >= 0)
	}
	p := t.packed[s.within]
	if p == nil {
		return nil, false
	}
	return p.content[p.starts[s.index]:p.starts[s.index+1]], true
}

// parse parses the text of an object.
func (t *table) parse(s *slot, text []byte) (o types.Object, err error) {
	err = guard(func() (err error) {
		if s.offset == 0 {
			o, err = packedObject(context.Background(), string(text))
		} else {
			o, err = parseBody(context.Background(), text, t.depth)
		}
		return err
	})
	if d, ok := o.(types.Dict); ok && err == nil && s.stream != 0 {
		return t.streamOf(s, d), nil
	}
	return o, err
}

// streamOf returns the stream of a slot, whose dictionary is d.
func (t *table) streamOf(s *slot, d types.Dict) types.StreamDict {
	filters, _ := filtersOf(d)
	length := int64(s.length)
	sd := types.NewStreamDict(d, int64(s.stream), &length, nil, filters)
	sd.Raw = t.raw(s)
	return sd
}

// raw returns the data of a stream as it is in the file.
func (t *table) raw(s *slot) []byte {
	end := s.stream + s.length
	return t.data[s.stream:end:end]
}

// parseBody parses an object by pdfcpu's rules; nothing at all is null.
func parseBody(ctx context.Context, text []byte, depth int) (types.Object, error) {
	s := strings.TrimSpace(string(text))
	if s == "" {
		return nil, nil
	}
	return parseObject(ctx, s, depth)
}
