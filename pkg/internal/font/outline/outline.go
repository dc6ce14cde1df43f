// Package outline reads font programs (Type 1, CFF and TrueType, bare or in an
// OpenType wrapper) and reports the ink box of each glyph.
//
// Lengths are in text space at size 1, that is in ems: the font's own matrix, or
// one over its units per em, has been applied. y grows upwards, as in the font.
//
// Parsing only finds out where things are; a glyph's program runs when its box
// is requested. A damaged glyph gives an error for that glyph alone, and a font
// that breaks off gives what can be read of it.
package outline

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// Program is a parsed font program. It keeps the bytes it was parsed from. It is not safe
// for use by several goroutines, and it caches no boxes: the caller does.
type Program interface {
	// NumGlyphs returns the number of glyphs; glyph indices (gid) are below it.
	NumGlyphs() int
	// ByName finds a glyph by its PostScript name.
	ByName(name string) (gid int, ok bool)
	// ByCID finds a glyph by the character identifier of a CID-keyed font; in
	// other fonts CIDs are glyph indices.
	ByCID(cid int) (gid int, ok bool)
	// ByCode finds a glyph by the font's built-in encoding.
	ByCode(code byte) (gid int, ok bool)
	// ByRune finds a glyph by a Unicode cmap; never in fonts that have none.
	ByRune(r rune) (gid int, ok bool)
	// NextRune returns the first character from r on that may have a glyph by that cmap,
	// -1 for none.
	NextRune(r rune) rune
	// Name returns the PostScript name of a glyph, or "" when it is not known.
	Name(gid int) string
	// Box returns the glyph's ink box in ems, geom.Empty() for a blank glyph.
	Box(gid int) (geom.Rect, error)
	// Advance returns the glyph's horizontal advance in ems.
	Advance(gid int) (float64, bool)
}

// ErrFormat means that the data is not a font program that this package reads.
var ErrFormat = errors.New("not a readable font program")

// ErrGlyph means that there is no such glyph or that its program is damaged.
var ErrGlyph = errors.New("broken glyph")

// LimitError describes which cap a font program ran into.
type LimitError struct {
	Limit string // the name of the cap
	Max   int
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("font program: limit %s of %d exceeded", e.Limit, e.Max)
}

// glyphFault is an ErrGlyph with what is wrong with the glyph's program.
type glyphFault string

func (e glyphFault) Error() string { return ErrGlyph.Error() + ": " + string(e) }

func (e glyphFault) Unwrap() error { return ErrGlyph }

func glyphError(format string, args ...any) error { return glyphFault(fmt.Sprintf(format, args...)) }

// Parse reads a font program of any kind; the kind is distinguished from the data, since
// the keys of font descriptors (FontFile, FontFile2, FontFile3) are often wrong. The data
// are the program's from then on: those of Type 1 are decrypted in their place.
func Parse(data []byte) (Program, error) {
	if len(data) > maxProgramBytes {
		return nil, &LimitError{"maxProgramBytes", maxProgramBytes}
	}
	switch {
	case isSFNT(data):
		return parseSFNT(data)
	case isType1(data):
		return parseType1(data)
	case isCFF(data):
		return parseCFF(data)
	}
	return parseAnything(data)
}

func isSFNT(data []byte) bool {
	if len(data) < 12 {
		return false
	}
	switch string(data[:4]) {
	case "\x00\x01\x00\x00", "\x00\x02\x00\x00", "true", "OTTO", "ttcf", "typ1":
		return true
	}
	return false
}

// isType1 knows the two marks that a Type 1 program starts with: a comment or
// the header of a PFB segment (Adobe TN 5040).
func isType1(data []byte) bool {
	return bytes.HasPrefix(data, []byte("%!")) || len(data) > 6 && data[0] == pfbMark && data[1] == pfbText
}

// isCFF looks for the header of TN 5176, 6: major version 1 and sensible sizes.
func isCFF(data []byte) bool {
	return len(data) > 4 && data[0] == 1 && data[2] >= 4 && data[3] >= 1 && data[3] <= 4
}

// maxJunk is how far into the data the header of a CFF program is looked for.
const maxJunk = 64

// parseAnything tries what is left when something precedes the program.
func parseAnything(data []byte) (Program, error) {
	if p, err := parseType1(bytes.Clone(data)); err == nil {
		return p, nil
	}
	if at := bytes.Index(data[:min(len(data), maxJunk)], []byte("\x01\x00\x04")); at >= 0 {
		return parseCFF(data[at:])
	}
	return nil, ErrFormat
}
