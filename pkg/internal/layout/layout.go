// Package layout turns what pages show into what a reader sees in them: lines,
// columns, blocks, and the role of each (body, heading, caption, references …).
//
// The journey has two steps, because a paper's columns, body type and furniture
// show only over all its pages: Read cuts one page into runs of type and clusters
// of drawings, Compose arranges the sheets of all pages into a Layout.
//
// All coordinates are in page space: points, origin top left, y down. All
// tolerances are relative to the size of type unless their name says points.
package layout

import (
	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// Layout is a whole paper.
type Layout struct {
	Pages   []*Page
	Body    Style   // the body's type; zero when there is none
	Leading float64 // the body's usual baseline distance; 0 when unknown

	usual   float64    // size of type of all pages together
	columns [][]Column // of the pages, before one is set across
}

// Page is one page.
type Page struct {
	Number  int
	Size    geom.Point
	Columns []Column // left to right; one for a page set across
	Lines   []*Line  // in reading order, furniture included
	Figures []Figure
	Rules   []geom.Rect // thin and straight: table rules, footnote rules
	Hidden  []Run       // text that a reader cannot see
	Lies    []Lie       // text that a machine reads otherwise
	Undrawn []geom.Rect // annotations without an appearance, which viewers draw themselves
}

// Column is the strip of the page that a text column takes.
type Column struct{ X0, X1 float64 }

// Width returns the column's width in points.
func (c Column) Width() float64 { return c.X1 - c.X0 }

// Style is a kind of type: the font and its size in points.
type Style struct {
	Font *font.Font
	Size float64
}

// Across is the Column of a line that stretches over several columns.
const Across = -1

// Line is one line of type in one column, or across the columns.
type Line struct {
	Page     int
	Column   int // index into Page.Columns, or Across
	Baseline float64
	X0, X1   float64   // extent by advances
	Box      geom.Rect // ink
	Style    Style     // dominant by number of characters
	Chars    int       // glyphs with ink
	Text     string
	Runs     []Run // left to right
	Role     Role
	Kind     FurnitureKind // of a line with the role Furniture
	Block    int           // lines of one block share a number within the page
	Rotated  bool          // not upright: a stamp, an axis label, a sideways table
}

// Width returns the line's extent by advances.
func (l *Line) Width() float64 { return l.X1 - l.X0 }

// Figure is a cluster of drawings and images.
type Figure struct {
	Box    geom.Rect // visible ink
	Sure   geom.Rect // Box without images that may have white margins
	Images int
	Text   bool // it holds type
}

// Role tells what a line is by its place alone. What text is for, package structure
// tells.
type Role uint8

// The roles of lines.
const (
	Text       Role = iota
	FigureText      // in a drawing
	Furniture       // page numbers, running heads, line numbers, stamps
)

// String returns the role's name.
func (r Role) String() string { return [...]string{"text", "figure text", "furniture"}[r] }

// FurnitureKind tells what a line of furniture is.
type FurnitureKind uint8

// The kinds of furniture.
const (
	NoFurniture FurnitureKind = iota
	Head
	Foot
	LineNumber
	Stamp
)
