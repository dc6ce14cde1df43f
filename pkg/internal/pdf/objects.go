package pdf

import (
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
