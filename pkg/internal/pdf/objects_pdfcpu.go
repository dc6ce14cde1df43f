package pdf

import (
	"context"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// pdfcpuObjects are those of a file that pdfcpu has read.
type pdfcpuObjects struct {
	ctx       *model.Context
	unpacking sync.Mutex    // guards what is unpacked when it is first asked for
	torn      map[int]error // why an object stream cannot be decoded; nil: another fault is to blame
}

// unreadable is in place of an object that cannot be read, so that it is not parsed again
// at each reference.
type unreadable struct {
	types.Object // nil: it only takes an object's place
	err          error
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
	return &pdfcpuObjects{ctx: ctx, torn: map[int]error{}}
}

func (p *pdfcpuObjects) object(number int) (types.Object, error) {
	entry, ok := p.ctx.Find(number)
	if !ok || entry.Free {
		return nil, nil
	}
	p.unpacking.Lock()
	obj := entry.Object
	p.unpacking.Unlock()
	if packed, ok := obj.(types.LazyObjectStreamObject); ok {
		obj = p.unpacked(entry, p.parse(entry, packed))
	}
	if u, ok := obj.(unreadable); ok {
		return nil, u.err
	}
	return obj, nil
}

func (p *pdfcpuObjects) whole(number int) (types.Object, error) { return p.object(number) }

// parse parses an object of an object stream.
func (p *pdfcpuObjects) parse(entry *model.XRefTableEntry, packed types.LazyObjectStreamObject) (obj types.Object) {
	err := guard(func() (err error) {
		if err = p.decode(*entry.ObjectStream, packed); err == nil {
			obj, err = packed.DecodedObject(context.Background())
		}
		return err
	})
	if err != nil {
		return unreadable{err: err}
	}
	return obj
}

// decode decodes the object stream that an object is in. One that cannot be decoded is not
// tried for each of its objects.
func (p *pdfcpuObjects) decode(stream int, packed types.LazyObjectStreamObject) error {
	p.unpacking.Lock()
	defer p.unpacking.Unlock()
	torn, tried := p.torn[stream]
	if torn != nil {
		return torn
	}
	_, err := packed.GetData()
	if err == nil || tried {
		return err
	}
	holder, _ := p.ctx.Table[stream].Object.(types.ObjectStreamDict) // a copy
	if p.torn[stream] = holder.DecodeWithLimit(holder.MaxDecodeBytes); p.torn[stream] != nil {
		return p.torn[stream]
	}
	return err
}

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
