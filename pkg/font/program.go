package font

import "github.com/paperfit/paperfit/pkg/geom"

// outlineProgram stands in for outline.Program until that package builds.
type outlineProgram interface {
	NumGlyphs() int
	ByName(name string) (gid int, ok bool)
	ByCID(cid int) (gid int, ok bool)
	ByCode(code byte) (gid int, ok bool)
	ByRune(r rune) (gid int, ok bool)
	Name(gid int) string
	Box(gid int) (geom.Rect, error)
	Advance(gid int) (float64, bool)
}

// program is the embedded font program; Program is nil when there is none that
// can be read.
type program struct {
	Program outlineProgram
	texts   map[int]string // characters by glyph, from the cmap; nil until asked for
}

// outlines returns the embedded font program, parsed when it is first needed;
// nil when there is none that can be read.
func (f *Font) outlines() outlineProgram {
	if f.program == nil {
		f.program = &program{}
	}
	return f.program.Program
}
