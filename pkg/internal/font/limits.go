package font

import (
	"errors"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// Caps on what a file can make this package do. The largest fonts of real
// papers stay below a tenth of each.
const (
	maxCodespaces    = 64      // codespace ranges of a CMap
	maxMappings      = 1 << 17 // entries of a CMap
	maxCMapDepth     = 4       // CMaps that build upon CMaps (usecmap)
	maxWidths        = 1 << 17 // assignments by W and W2 arrays, overlaps counted
	maxCID           = 1<<16 - 1
	maxCachedGlyphs  = 1 << 16 // glyphs of codes that are not two bytes long
	maxDifferences   = 1 << 13 // elements of a Differences array
	maxProcBytes     = 1 << 12 // of a Type 3 procedure searched for d0 and d1
	maxNameRunes     = 32      // characters that one glyph name or code stands for
	maxGlyphNameSize = 256     // bytes of a glyph name that are looked up
	maxKeptNames     = 1 << 10 // glyph names whose characters are kept
)

// limit notes that a cap was hit.
func (f *Font) limit(name string, most int64) {
	f.fail(&pdf.LimitError{Limit: "font." + name, Max: most})
}

// fail keeps the first cap that was hit; other errors are damage that the
// fallbacks deal with.
func (f *Font) fail(err error) {
	var limit *pdf.LimitError
	if f.err == nil && errors.As(err, &limit) {
		f.err = err
	}
}
