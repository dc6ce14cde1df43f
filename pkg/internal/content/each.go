package content

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/paperfit/paperfit/pkg/internal/cores"
)

const (
	maxReaders     = 4  // cores that read one document
	pagesPerReader = 16 // that repay what another core costs: a thread, buffers, memory of its own

	// turns is how often each reader takes pages at least, so that all end at about the
	// same time, and mostPages how many at most: neighbours have fonts in common, and who
	// reads one waits for who looks into them.
	turns     = 4
	mostPages = 32
)

// EachPage interprets all pages of the document, on several cores where there
// are some, and hands each with its index to use. The Page is valid until use
// returns. Calls of use run at the same time for different pages, in any order,
// and there may be another one for a page that was handed out before.
//
// What comes out is the same as from Page, page by page, whatever the number of
// cores; only what is damaged in something that pages share may be reported for each
// of them. The error is that of the first page which has one.
func (in *Interpreter) EachPage(ctx context.Context, use func(i int, p *Page)) error {
	pages := in.doc.Pages()
	if readers := readersOf(len(pages)); readers > 1 {
		start := in.doc.Mark()
		whole := in.readTogether(ctx, readers, use)
		if whole && len(in.doc.Damage()) <= start.Damage+1 { // the damage of two pages has an order
			return nil
		}
		in.doc.Rewind(start)
	}
	for i, p := range pages {
		page, err := in.Page(ctx, p)
		if err != nil {
			return fmt.Errorf("page %d: %w", p.Number, err)
		}
		use(i, page)
	}
	return nil
}

// readersOf returns how many readers so many pages repay.
func readersOf(pages int) int { return cores.For(min(pages/pagesPerReader, maxReaders)) }

// errMixed ends a reading on several cores that has to be done again in order.
var errMixed = errors.New("the pages have to be read in order")

// readTogether reads the pages with several interpreters, each of which takes
// the next pages that no one has. It is false when the pages have to be read in
// order: because something in them depends on it, or to find the page that hits
// a cap. All caps are kept here too: what several interpreters do is never less
// than what one does, as they may read a thing twice that pages share.
func (in *Interpreter) readTogether(ctx context.Context, readers int, use func(i int, p *Page)) bool {
	pages, s := in.doc.Pages(), newShared(readers)
	var next atomic.Int64
	each := min(max(1, len(pages)/(turns*readers)), mostPages)
	failures := make(chan any, readers)
	read := func() {
		defer func() {
			failure := recover()
			if failure != nil {
				s.ordered()
			}
			failures <- failure
		}()
		in := in.sibling(s)
		for from := 0; from < len(pages); {
			end := int(next.Add(int64(each)))
			from = end - each
			for i := from; i < min(end, len(pages)); i++ {
				if s.mixed.Load() {
					return
				}
				page, err := in.Page(ctx, pages[i])
				if err != nil {
					s.ordered()
					return
				}
				use(i, page)
			}
		}
	}
	var others sync.WaitGroup
	for range readers - 1 {
		others.Go(read)
	}
	read()
	others.Wait()
	for range readers {
		if failure := <-failures; failure != nil {
			panic(failure)
		}
	}
	if s.mixed.Load() {
		return false
	}
	in.shared.fonts = s.fonts
	return true
}
