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

// regular reads a file that is regular, as nearly all are: with every object where the cross-reference table says and every stream as long as it
// says. The outcome is the one of pdfcpu's reader, and objects are parsed by
// pdfcpu, but no object takes a buffer, streams are not copied, and the work is
// done on several cores. Whatever is not as it should be is irregular.
type regular struct {
	ctx     context.Context
	data    []byte
	conf    *model.Configuration
	out     *model.Context
	slots   []*slot // the objects in use, in the order of the table
	numbers map[int]*slot

	lenient  bool         // objects that cannot be read are null
	lost     atomic.Bool  // there were some
	encrypt  types.Object // the encryption dictionary or a reference to it; nil: the file is in clear
	cipher   *fileCipher
	resolved atomic.Bool // a stream's filters are not those that its dictionary plainly says

	scanned  atomic.Int64 // bytes of objects
	unpacked atomic.Int64 // bytes of decoded object streams and tables
}

// slot is an object in use.
type slot struct {
	number, generation int
	offset             int // 0: in an object stream
	within, index      int // the object stream, and the place in it
	entry              *model.XRefTableEntry
	stream             int // where the data of a stream begins; 0: no stream
}

// readRegular returns what is read of data, which has a sound frame, or
// errIrregular.
func readRegular(ctx context.Context, data []byte, conf *model.Configuration) (out *regular, err error) {
	err = guard(func() error {
		r := &regular{ctx: ctx, data: data, conf: conf, numbers: map[int]*slot{}}
		if err := r.read(); err != nil {
			return err
		}
		out = r
		return nil
	})
	return out, err
}

func (r *regular) read() (err error) {
	if r.out, err = model.NewContext(bytes.NewReader(r.data), r.conf); err != nil {
		return err
	}
	if err := r.header(); err != nil {
		return err
	}
	if err := r.table(); err != nil {
		return err
	}
	if err := r.inParallel(len(r.slots), objectsPerParser, func(i int) error { return r.tolerate(r.slots[i], r.parse) }); err != nil {
		return err
	}
	if err := r.decrypt(); err != nil {
		return err
	}
	if err := r.objectStreams(); err != nil {
		return err
	}
	for _, s := range r.slots {
		if err := r.tolerate(s, r.finish); err != nil {
			return err
		}
	}
	return r.complete()
}

// header reads the version; the header is the first thing in the file.
func (r *regular) header() error {
	if r.lenient {
		version := model.V17
		r.out.HeaderVersion = &version
		return nil
	}
	const before = len("%PDF-")
	if len(r.data) < headerLine || !bytes.ContainsAny(r.data[before+3:headerLine], "\r\n") {
		return errIrregular
	}
	version, err := model.PDFVersion(string(r.data[before : before+3]))
	r.out.HeaderVersion = &version
	return err
}

// headerLine is the longest first line in bytes.
const headerLine = 64

// complete does what is left when all objects are there.
func (r *regular) complete() error {
	x := r.out.XRefTable
	if err := x.EnsureValidFreeList(); err != nil {
		return err
	}
	if root, err := x.Catalog(); err != nil || root == nil { // nil without an error: a root that is nowhere
		return errors.Join(err, errIrregular)
	}
	for number := range x.Table {
		x.MaxObjNr = max(x.MaxObjNr, number)
	}
	x.Size = new(int)
	*x.Size = x.MaxObjNr + 1
	return nil
}

// Numbers of pieces of work that repay another core.
const (
	objectsPerParser = 2000
	streamsPerParser = 16 // of a hundred objects each, as a rule
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
	var streams []*slot
	unpacked := map[int]*types.ObjectStreamDict{}
	for _, s := range r.slots {
		if _, ok := unpacked[s.within]; s.offset != 0 || ok {
			continue
		}
		stream := r.numbers[s.within]
		if stream == nil || stream.offset == 0 {
			return errIrregular
		}
		if err := r.tolerate(stream, r.finish); err != nil {
			return err
		}
		unpacked[s.within] = nil
		streams = append(streams, stream)
	}
	out := make([]*types.ObjectStreamDict, len(streams))
	err := r.inParallel(len(streams), streamsPerParser, func(i int) error {
		return r.tolerate(streams[i], func(s *slot) (err error) {
			out[i], err = r.unpack(s)
			return err
		})
	})
	if err != nil {
		return err
	}
	for i, s := range streams {
		if out[i] != nil {
			unpacked[s.number], s.entry.Object = out[i], *out[i]
		}
	}
	for _, s := range r.slots {
		if s.offset != 0 {
			continue
		}
		err := r.tolerate(s, func(s *slot) (err error) {
			s.entry.Object, err = unpacked[s.within].IndexedObject(s.index)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
