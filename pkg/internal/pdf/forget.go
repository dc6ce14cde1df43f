package pdf

import (
	"context"

	"github.com/paperfit/paperfit/pkg/internal/wording"
)

// Forget gives back the memory for the file's objects, when all pages have been read: some
// megabytes of a long file, and twice its size where it is encrypted. The objects that
// Values hold stay; when one asks for another, the file is read again. One that had to be
// repaired forgets nothing. No other goroutine may use the document meanwhile.
func (d *Document) Forget() {
	if d.source == nil {
		return
	}
	d.objects = nil
	d.forgotten.Store(true)
}

// recall reads the objects again.
func (d *Document) recall() {
	d.recalling.Lock()
	defer d.recalling.Unlock()
	if !d.forgotten.Load() {
		return
	}
	if read, err := readRegular(context.Background(), d.source, d.limits); err == nil {
		d.objects = read.out
	} else { // the same bytes were read before
		d.objects = new(table)
		d.note(wording.ObjectsUnreadable, nil)
	}
	d.forgotten.Store(false)
}
