package content

import (
	"sync"
	"sync/atomic"

	"github.com/paperfit/paperfit/pkg/internal/font"
)

// shared is what the interpreters of one document have in common: its fonts and
// its accounts.
type shared struct {
	readers int         // interpreters that read pages at the same time
	mixed   atomic.Bool // what comes out depends on the order in which pages are read

	operators, glyphs atomic.Int64 // of all pages so far
	kept              atomic.Int64 // bytes of decoded forms that the interpreters keep
	looked            atomic.Int64 // bytes of images that were decoded to inspect them
	outlined          atomic.Int64 // points of all outlines so far

	fonts *fonts
}

// fonts are those of a document, by object number. They outlive a reading.
type fonts struct {
	mu       sync.Mutex // guards byNumber
	loader   font.Loader
	byNumber map[int]*font.Font
}

func newShared(readers int) *shared {
	s := &shared{readers: readers, fonts: &fonts{byNumber: map[int]*font.Font{}}}
	s.fonts.loader.AtCap = s.ordered
	return s
}

// ordered notes that something was met whose outcome depends on the pages before
// this one. Where several interpreters read, their work is then done again in order.
func (s *shared) ordered() {
	if s.readers > 1 {
		s.mixed.Store(true)
	}
}
