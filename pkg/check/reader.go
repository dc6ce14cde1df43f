package check

import (
	"github.com/paperfit/paperfit/pkg/content"
	"github.com/paperfit/paperfit/pkg/layout"
)

// reader cuts one page into runs while the next is interpreted.
type reader struct{ done chan any }

func newReader() *reader {
	r := &reader{make(chan any, 1)}
	r.done <- nil
	return r
}

// read begins to read a page into sheet, when the page before is done.
func (r *reader) read(page *content.Page, sheet **layout.Sheet) {
	r.wait()
	<-r.done
	go func() {
		defer func() { r.done <- recover() }()
		*sheet = layout.Read(page)
	}()
}

// wait returns when the page is read. A panic while reading goes on here, where
// the checker catches it.
func (r *reader) wait() {
	failure := <-r.done
	r.done <- nil
	if failure != nil {
		panic(failure)
	}
}
