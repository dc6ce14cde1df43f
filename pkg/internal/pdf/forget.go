package pdf

import (
	"context"

	"github.com/paperfit/paperfit/pkg/internal/wording"
)

// Forget gives back the memory of the file's objects, which is twice the file's, when all
// pages have been read. The objects that Values hold stay; when one asks for another, all
// are read again. A file that had to be repaired forgets nothing. No other goroutine may
// use the document meanwhile.
func (d *Document) Forget() {
	if d.source == nil {
		return
	}
	d.ctx.Table = nil
	d.forgotten.Store(true)
}

// recall reads the objects again.
func (d *Document) recall() {
	d.recalling.Lock()
	defer d.recalling.Unlock()
	if !d.forgotten.Load() {
		return
	}
	if read, err := readRegular(context.Background(), d.source, d.configuration()); err == nil {
		d.ctx.Table = read.out.Table
	} else { // the same bytes were read before
		d.note(wording.ObjectsUnreadable, nil)
	}
	d.forgotten.Store(false)
}
