package check

import (
	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/dump"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// Limits bound what a file can make the checker do. A file that exceeds one ends with
// the verdict error, and its message names the limit; CoverTests alone leaves marks in
// doubt instead. None bounds time or memory as such: see Checker.Check.
//
// Start from DefaultLimits and lower what you like: a limit of 0 allows nothing.
type Limits struct {
	PDF     FileLimits
	Content PageLimits
	Dump    DumpLimits
}

// FileLimits bound the reading of a PDF file.
type FileLimits struct {
	FileBytes   int64 // size of the file
	Objects     int   // in the file
	Pages       int   // that are read
	TreeDepth   int   // nesting of the page tree, and of objects
	StreamBytes int64 // of one stream, unpacked
	TotalBytes  int64 // of all streams, unpacked
}

// PageLimits bound the interpreting of pages. Those without Document in their names are
// for one page.
type PageLimits struct {
	Operators, DocumentOperators int // in forms, Type 3 glyphs and soft masks too
	Glyphs, DocumentGlyphs       int
	Marks                        int // drawings and images
	Nesting                      int // of forms, Type 3 glyphs and soft masks
	FormCalls                    int
	StateDepth                   int // graphics states saved by q
	PathSegments                 int // points of one path
	Operands                     int // of one operator, with the elements of arrays
	Fonts                        int // of the document
	CoverTests                   int // comparisons of marks with what covers them
	Annotations                  int
	InlineBytes                  int // searched for the ends of inline images
}

// DumpLimits bound the reading of a dump ("paperfit inspect --dump").
type DumpLimits struct {
	DumpBytes                      int64 // unpacked
	DumpPages                      int
	DumpFonts                      int
	DumpRuns, DumpMarks, DumpForms int // of one page
	DumpNotes                      int // on active content and damage
}

// DefaultLimits are far above any paper, and low enough that a page which goes to the
// edge of one takes some seconds.
func DefaultLimits() Limits {
	return Limits{
		PDF:     FileLimits(pdf.DefaultLimits()),
		Content: PageLimits(content.DefaultLimits()),
		Dump:    DumpLimits(dump.DefaultLimits()),
	}
}
