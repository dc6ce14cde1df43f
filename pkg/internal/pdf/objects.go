package pdf

import (
	"context"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/filter"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// objects are those of a file by their numbers. Several goroutines may ask for them at
// once.
type objects interface {
	// object returns an object, nil where there is none. The error is about one that
	// cannot be read.
	object(number int) (types.Object, error)
	// whole returns an object that is no bareStream.
	whole(number int) (types.Object, error)
	// generation returns that of an object, 0 for one in an object stream.
	generation(number int) int
}

// bareStream is a stream with no filter but Flate and, as far as object says, without a
// dictionary: that of most streams, as the procedures of Type 3 fonts, holds no more,
// and nothing asks for it.
type bareStream struct {
	types.Object // of which it is one to hold, not to use
	raw          []byte
}

// bareFilters are the filters of each bareStream.
var bareFilters = []types.PDFFilter{{Name: filter.Flate}}

// frame is what header, table and trailers say of a file (7.5).
type frame struct {
	version             *model.Version // of the header; nil: not known
	root, info, encrypt *types.IndirectRef
	id                  types.Array
	next                int // the first object number that is free
}

// pdfcpuObjects are those of a file that pdfcpu has read.
type pdfcpuObjects struct {
	ctx       *model.Context
	unpacking sync.Mutex // guards what is unpacked when it is first asked for
}

// newPDFCPUObjects returns the objects of a file that pdfcpu has read. Numbers that the
// file's table sends to one place of an object stream share an entry, as they share a slot
// of a table: pdfcpu would parse and keep the object once for each.
func newPDFCPUObjects(ctx *model.Context) *pdfcpuObjects {
	type place struct{ within, index int }
	first := map[place]*model.XRefTableEntry{}
	for number, entry := range ctx.Table {
		if entry.ObjectStream == nil || entry.ObjectStreamInd == nil {
			continue
		}
		at := place{*entry.ObjectStream, *entry.ObjectStreamInd}
		if shared, ok := first[at]; ok {
			ctx.Table[number] = shared
		} else {
			first[at] = entry
		}
	}
	return &pdfcpuObjects{ctx: ctx}
}

func (p *pdfcpuObjects) object(number int) (obj types.Object, err error) {
	entry, ok := p.ctx.Find(number)
	if !ok || entry.Free {
		return nil, nil
	}
	p.unpacking.Lock()
	obj = entry.Object
	p.unpacking.Unlock()
	packed, ok := obj.(types.LazyObjectStreamObject)
	if !ok {
		return obj, nil
	}
	err = guard(func() (err error) {
		obj, err = packed.DecodedObject(context.Background())
		return err
	})
	if err != nil {
		return nil, err
	}
	return p.unpacked(entry, obj), nil
}

func (p *pdfcpuObjects) whole(number int) (types.Object, error) { return p.object(number) }

// unpacked keeps the object of an entry, when no other goroutine just did, and
// returns the one that is kept.
func (p *pdfcpuObjects) unpacked(entry *model.XRefTableEntry, obj types.Object) types.Object {
	p.unpacking.Lock()
	defer p.unpacking.Unlock()
	if _, packed := entry.Object.(types.LazyObjectStreamObject); packed {
		entry.Object = obj
	}
	return entry.Object
}

func (p *pdfcpuObjects) generation(number int) int {
	if e, ok := p.ctx.Find(number); ok && e.Generation != nil && !e.Compressed {
		return *e.Generation
	}
	return 0
}

// frame returns what pdfcpu has read of the file's frame.
func (p *pdfcpuObjects) frame() frame {
	x := p.ctx.XRefTable
	f := frame{version: x.HeaderVersion, root: x.Root, info: x.Info, encrypt: x.Encrypt, id: x.ID, next: 1}
	for n := range x.Table {
		f.next = max(f.next, n+1)
	}
	if x.Size != nil {
		f.next = max(f.next, *x.Size)
	}
	return f
}
