// Package structure tells what each line of a paper is, by evidence: its title,
// its body, a caption, an entry of the reference list.
//
// It decides, in three steps, from what package traits sees. Zones are the parts that a
// paper is read in: the body, the reference list, what follows it; they are the sequence
// that explains the traits of all lines best (zone.go). Labels are the roles of blocks
// and lines, given their zone (label.go). Margins tell by how much another reading of the
// paper explains it less well: where that is little, there is doubt (margin.go).
//
// The weights of the evidence stand in tables that say why; they were fitted once
// on papers whose roles are known. There is no chance in it: the same bytes give
// the same structure.
package structure

import (
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/traits"
)

// Structure is a whole paper and what each of its lines is. It is not to be
// changed.
type Structure struct {
	Pages      []*Page
	Columns    int          // number of text columns of the body; 0 when there is no text
	Gutter     float64      // width between the columns in points; 0 for one column
	Body       layout.Style // the body's type; zero when there is none
	Leading    float64      // the body's usual baseline distance; 0 when unknown
	References References
	// PageNumbers are the heads and feet that number the pages.
	PageNumbers []*layout.Line
}

// Page is one page.
type Page struct {
	*layout.Page
	Lines []*Line // in reading order, furniture included
	// Margin is by how much the page is better explained as it is (with or without
	// anything besides references) than the other way.
	Margin float64
	// Hinge is the line that the margin hangs on; nil without one.
	Hinge *Line
	// Unexplained are lines like those of a reference list that stand in none.
	Unexplained []*Line
	// Merged are lines that seem to join lines of two columns.
	Merged []*Line

	drawings []geom.Rect // of its figures those that are no backdrop
}

// Line is one line and what it is.
type Line struct {
	*layout.Line
	Role      Role
	RunnerUp  Role
	Zone      Zone
	Prose     bool    // it has the texture of running text: words of sentences, over most of its measure
	Beside    bool    // a number beside all columns, part of no text
	Boxed     bool    // small type in a frame or between the rules of a float: no running text
	Biography bool    // small type that tells of an author behind the reference list: no running text
	cells     bool    // wide gaps part it
	Margin    float64 // by how much the role explains the line better than the runner-up
	Block     int     // lines of one block share a number within the page
	RunIn     string  // the heading of an appendix or of acknowledgments that runs into the line; "" for none

	page     *Page
	text     int          // index among the text lines; -1 for furniture and turned lines
	seen     *traits.Line // nil for those, and once forgotten
	evidence *traits.Set  // of its block
}

// References tells where the reference list is.
type References struct {
	Status  ReferenceStatus
	First   *Line   // where it begins: its heading, or its first entry below a rule
	Heading *Line   // nil where a rule stands in its place, and unless Found
	Margin  float64 // against the list's beginning on another page
	Rival   *Line   // where the list would begin otherwise; nil: nowhere
	Seen    string  // what its entries look like, where it is Unclear: "bracketed", "numbered" or "author-year"
}

// ReferenceStatus tells what is known of the reference list.
type ReferenceStatus uint8

// The statuses of the reference list.
const (
	Absent  ReferenceStatus = iota // the paper has none
	Found                          // a heading, or a rule, followed by entries
	Unclear                        // entries without a heading, for one
)
