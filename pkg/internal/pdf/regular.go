package pdf

import (
	"bytes"
	"context"
	"errors"
	"sync"
	"sync/atomic"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/paperfit/paperfit/pkg/internal/cores"
)

// errIrregular means that a file is left to pdfcpu to read, and to repair.
var errIrregular = errors.New("not a regular file")

// regular reads a file that is regular, as nearly all are: with every object where the
// cross-reference table says and every stream as long as it says. The outcome is the one
// of pdfcpu's reader, but the objects are only looked at: they are parsed when they are
// asked for, and streams are not copied. Whatever is not as it should be is irregular.
type regular struct {
	ctx    context.Context
	data   []byte
	limits model.ResourceLimits
	out    *table
	doc    *Document // resolves references to what is known yet
	frame  frame

	lenient bool         // objects that cannot be read are null
	lost    atomic.Bool  // there were some
	encrypt types.Object // the encryption dictionary or a reference to it; nil: the file is in clear
	cipher  *fileCipher

	scanned  atomic.Int64 // bytes of objects
	inVain   atomic.Int64 // bytes of them that were probed in vain
	unpacked atomic.Int64 // bytes of decoded object streams and tables
}

// readRegular returns what is read of data, which has a sound frame, or
// errIrregular.
func readRegular(ctx context.Context, data []byte, limits Limits) (*regular, error) {
	r := newRegular(ctx, data, limits)
	return r, guard(r.read)
}

func newRegular(ctx context.Context, data []byte, limits Limits) *regular {
	out := newTable(data, limits.TreeDepth)
	return &regular{ctx: ctx, data: data, limits: limits.resources(), out: out, doc: &Document{objects: out}}
}

func (r *regular) read() error {
	if err := r.header(); err != nil {
		return err
	}
	if err := r.table(); err != nil {
		return err
	}
	r.out.memory.expect(len(r.out.index))
	slots := r.out.slots
	if err := r.inParallel(len(slots), objectsPerLook, func(i int) error { return r.tolerate(&slots[i], r.look) }); err != nil {
		return err
	}
	if err := r.decrypt(); err != nil {
		return err
	}
	if err := r.objectStreams(); err != nil {
		return err
	}
	for i := range slots {
		if err := r.tolerate(&slots[i], r.finish); err != nil {
			return err
		}
	}
	return r.complete()
}

// header reads the version; the header is the first thing in the file.
func (r *regular) header() error {
	if r.lenient {
		version := model.V17
		r.frame.version = &version
		return nil
	}
	const before = len("%PDF-")
	if len(r.data) < headerLine || !bytes.ContainsAny(r.data[before+3:headerLine], "\r\n") {
		return errIrregular
	}
	version, err := model.PDFVersion(string(r.data[before : before+3]))
	r.frame.version = &version
	return err
}

// headerLine is the longest first line in bytes.
const headerLine = 64

// complete does what is left when all objects are known.
func (r *regular) complete() error {
	r.frame.next = max(1, len(r.out.index))
	r.out.memory.most += patience * int(r.unpacked.Load())
	number := int(r.frame.root.ObjectNumber)
	root, err := r.out.object(number)
	if _, ok := root.(types.Dict); !ok || err != nil {
		return errors.Join(err, errIrregular)
	}
	if s := r.out.slot(number); s.offset == 0 { // which may be nested deeper than pdfcpu follows it
		text, _ := r.out.text(s)
		_, err = parseObject(r.ctx, string(text), r.limits.MaxRecursionDepth)
	}
	return err
}

// Numbers of pieces of work that repay another core.
const (
	objectsPerLook   = 4000
	streamsPerUnpack = 16 // of a hundred objects each, as a rule
)

// inParallel does n pieces of work on several cores where there is so much for each,
// and ends with the first error there is.
func (r *regular) inParallel(n, each int, do func(int) error) error {
	var next atomic.Int64
	work := func() error {
		return guard(func() error {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				if err := do(i); err != nil {
					next.Store(int64(n))
					return err
				}
			}
			return r.ctx.Err()
		})
	}
	workers := cores.For(min(n/each, maxParsers))
	failures := make([]error, workers)
	var others sync.WaitGroup
	for i := 1; i < workers; i++ {
		others.Go(func() { failures[i] = work() })
	}
	failures[0] = work()
	others.Wait()
	return errors.Join(failures...)
}

// maxParsers caps the cores that parse one file.
const maxParsers = 4

// objectStreams unpacks the object streams (7.5.7) that hold objects in use.
func (r *regular) objectStreams() error {
	streams, err := r.holders()
	if err != nil {
		return err
	}
	out := make([]*packedStream, len(streams))
	err = r.inParallel(len(streams), streamsPerUnpack, func(i int) error {
		return r.tolerate(streams[i], func(s *slot) (err error) {
			out[i], err = r.unpack(s)
			return err
		})
	})
	if err != nil {
		return err
	}
	r.out.packed = make(map[int]*packedStream, len(streams))
	for i, s := range streams {
		if p := out[i]; p != nil {
			p.slots = make([]int32, max(0, len(p.starts)-1))
			r.out.packed[s.number], s.kind = p, holder
		}
	}
	for i := range r.out.slots {
		if s := &r.out.slots[i]; s.offset == 0 {
			if err := r.tolerate(s, r.findPacked); err != nil {
				return err
			}
		}
	}
	return nil
}

// findPacked finds an object in its object stream. Numbers that the file's table sends to
// one place share a slot: a file of a few kilobytes can send thousands to one object of
// megabytes, which is parsed and kept once.
func (r *regular) findPacked(s *slot) error {
	p := r.out.packed[s.within]
	if p == nil || s.index < 0 || s.index >= len(p.slots) {
		return errIrregular
	}
	own := &r.out.index[s.number]
	if first := p.slots[s.index]; first != unused {
		*own = first
	}
	p.slots[s.index] = *own
	return nil
}

// holders returns the object streams, each once, with their data.
func (r *regular) holders() (streams []*slot, err error) {
	seen := map[int]bool{}
	for i := range r.out.slots {
		s := &r.out.slots[i]
		if s.offset != 0 || seen[s.within] {
			continue
		}
		stream := r.out.slot(s.within)
		if stream == nil || stream.offset == 0 {
			return nil, errIrregular
		}
		if err := r.tolerate(stream, r.finish); err != nil {
			return nil, err
		}
		seen[s.within] = true
		streams = append(streams, stream)
	}
	return streams, nil
}
