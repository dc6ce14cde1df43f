// Package measure turns Layouts into Facts: the numbers that rules judge, each
// with the places where it can be seen. What every number means is told in the
// comments here; a number that could not be taken says so.
//
// Lengths are points in page space: origin top left, y down.
package measure

import (
	"math"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/report"
)

// Facts are the measures of one paper.
type Facts struct {
	Pages      []Page
	Columns    Number // text columns of the body
	Gutter     Number
	BodySize   Number
	BodyFont   string // PostScript name; "" when there is no body
	Leading    Number
	References References
	Sections   []Section // in reading order
	Fonts      []Font
	Numbered   []Place // page numbers seen
	Damage     []report.Sentence
	Encrypted  bool
	Unmeasured []Unmeasured
	Unread     Unread
	Front      Front
	Squeezed   []Squeezed   // full lines of running text set condensed
	Shrunk     []Shrunk     // fonts of running text drawn smaller than the face that they belong to
	Tiny       []Tiny       // visible text too small to read, in the order of the pages
	Small      []Tiny       // text in figures and tables that can be read and is below SmallBelow
	Hidden     []Hidden     // text that a reader cannot see
	Unfaithful []Unfaithful // text that a machine reads otherwise, in the order of the pages
	Notices    []Place      // lines that claim confidentiality
	Active     []Active
	Settings   bool     // those of Acrobat Distiller are attached
	Authors    []string // that the file's metadata names
	Masked     bool     // the words are masked: the facts are those of a dump
	Words      Number   // of running text, the reference list not counted
	Abstract   Abstract
	Bytes      int64      // of the file; 0: not known
	PDFVersion int        // of the file, 15 for 1.5; 0: not known
	Linked     []int      // pages with links
	Bookmarks  bool       // an outline for navigation
	PaperIDs   []Place    // the submission's number, in heads, feet and title block
	Ends       []Place    // heads and feet of each page
	Submitted  *Submitted // nil: nothing is known
	Unresolved []Place    // marks that stand for a missing reference: "??", "[?]"
	Drafts     []Place    // marks of a draft or a submission
	Watermarks []Place    // those of them that are laid across a page
	Todos      []Place    // marks of work that is left to do
	Numbering  []int      // pages whose lines are numbered in the margin, as in review copies
	Comments   []Comment
	Overlaps   []Overlap
}

// Front is what stands at the head of the first page.
type Front struct {
	Title   string
	Authors []string // lines between title and text
	Place   Place
	Below   Number // from the title's last baseline to that of the next line
}

// Submitted is what the submission system knows of the paper, and the name of its file.
type Submitted struct {
	report.Submission
	File string
}

// Tiny is a line of visible text and its size in points.
type Tiny struct {
	Place
	Size float64
}

// Squeezed is a condensed line and how wide it is, against its natural width.
type Squeezed struct {
	Place
	Width float64
}

// Hidden is text that a reader cannot see, and why.
type Hidden struct {
	Place
	Why      report.Kind // of the sentence that says so
	InFigure bool
	Letters  int
	Few      bool // not enough for a prompt, or known residue of a program
}

// Active is something in the file that does more than show a page.
type Active struct {
	Kind      string // as pdf.Active names it
	Name      string // what the file calls it
	Page      int    // 0: the whole document
	Automatic bool   // it happens without a click
	Local     bool   // a file to open or start, named by a relative path
}

// Comment is what a reader has left in the file with a viewer.
type Comment struct {
	Kind   string // as pdf.Comment names it
	Author string
	Text   string
	Page   int
	Box    geom.Rect // empty: nowhere
}

// Number is a measure that may be unknown.
type Number struct {
	Value float64
	Known bool
}

func known(v float64) Number { return Number{v, true} }

// Place is where something can be seen.
type Place struct {
	Page int
	Box  geom.Rect // empty: the whole page
	Text string    // at most a line of the paper
}

// Page are the measures of one page.
type Page struct {
	Number   int
	Size     geom.Point
	Block    geom.Rect // ink of all text less furniture and figure text; empty without text
	Columns  int       // text columns; 0 without text
	BodySize Number    // dominant size of the page's full lines of running text
	Leading  Number    // known from minGaps baseline distances on
	// StepError is how far Leading may be off, because a device rounds each distance to
	// a whole step; 0 where none does.
	StepError float64
	Content   Content
	Beyond    []Place     // what on a page with references is none of them
	Lines     []Line      // text less furniture and figure text, in reading order
	Figures   []geom.Rect // ink of drawings and images; page backgrounds are none
	// SureFigures are the Figures, one for one, without the images that may have
	// white margins: those not looked into, or that could not be.
	SureFigures []geom.Rect
	Shares      []Share // of the sections, in reading order
	Guised      []Line  // prose in a table, frame, listing or drawing, in reading order
	Gaps        []Gap   // between full lines of one paragraph
	Hang        []Place // the lines that Content hangs on, where it is in doubt
	Floats      int     // lines of captions and tables, drawings and images of some size

	usual span // from top to bottom, where the blocks of the other pages lie
}

// Share is what one section has on a page.
type Share struct {
	Section int // index into Facts.Sections; -1: before the first heading
	Loose   int // lines within the reference list that are no entries
	Lines   int // text lines, captions and tables aside
	Box     geom.Rect
	Text    string // the first of them
}

// Line is one line of text.
type Line struct {
	Box      geom.Rect // ink
	Baseline float64
	Size     float64 // that it looks like
	Set      float64 // the size that it is set at; larger than Size where its font is drawn small
	Chars    int     // characters with ink
	Column   int     // from 0; -1 across the columns
	Running  bool    // running text: no caption, footnote, table, code, abstract, heading, reference
	Full     bool    // it takes most of its column's measure
	Entry    bool    // it belongs to the reference list
	Title    bool    // it belongs to the title
	Table    bool    // it is a row of a table
	Prose    bool    // its texture is that of running text
	Parts    []Part  // words in another size; indices, small capitals and code are none
	Text     string
}

// IsRow reports whether a line is a row of a table, or a cell that stands apart in
// one.
func (p *Page) IsRow(i int) bool {
	line := &p.Lines[i]
	return line.Table || slices.ContainsFunc(p.Lines, func(o Line) bool {
		return o.Table && o.Column == line.Column && math.Abs(o.Baseline-line.Baseline) < sameRow
	})
}

// sameRow is how far apart, in points, the baselines of a row's cells may be.
const sameRow = 2

// Gap is the distance between the baselines of two full lines of one paragraph.
type Gap struct {
	Distance float64
	Box      geom.Rect // of the lower line
}

// Part is characters of a line in another size than its own.
type Part struct {
	Size  float64
	Chars int
}

// Content tells what a page holds.
type Content string

// The contents of pages.
const (
	ContentBody       Content = "body"
	ContentReferences Content = "references" // nothing else is visible
	ContentMixed      Content = "mixed"
	ContentFigure     Content = "figure"
	ContentBlank      Content = "blank"
)

// References tells where the reference list begins.
type References struct {
	Known bool            // whether there is a list could be told
	Page  int             // 0: the paper has none
	Place Place           // the heading
	Seen  report.Sentence // what made it unclear
	Hang  []Place         // the lines that it hangs on, where it is in doubt
}

// Section is a heading, and where it stands against the reference list.
type Section struct {
	Place
	Number          string // "3.1", "IV", "A"; "" for none
	Title           string
	Level           int  // 1: a section, 2: a subsection, …
	References      bool // it is the reference list
	AfterReferences bool // it begins after the list's heading

	// Above and Below are the distances from the baseline of the line before and
	// to that of the line after, where text of the body stands in its column. They
	// are known for sections whose heading is surely one.
	Above, Below Number
}

// Font is a font that shows type somewhere in the paper.
type Font struct {
	Name     string
	Embedded bool
	Type3    bool
	Chars    int // characters in all
	InText   int // characters in text that is read: no figures, code, equations
	First    Place
}

// Unmeasured is a page whose text could not be measured, and why.
//
// A page is turned where most of its text, or twenty of its lines, is running text
// that a reader of the page as it is shown (after Rotate) sees sideways, upside
// down or mirrored. All turned pages are treated alike, one as many: nothing is
// measured in their own direction, no rule fails by what stands on them, and what
// they hold (text or references) is unknown unless they precede the reference list.
// A sideways table, with its caption, does not make a page turned.
type Unmeasured struct {
	Page   int
	Why    report.Sentence
	Turned bool // there is text, but it does not stand upright

	// Doubtful: there is text of which it is not known whether it can be seen.
	Doubtful bool
}

// IsTurned reports whether the text of the page with this number does not stand
// upright.
func (f *Facts) IsTurned(page int) bool {
	for i := range f.Unmeasured {
		if f.Unmeasured[i].Page == page {
			return f.Unmeasured[i].Turned
		}
	}
	return false
}

// IsDoubtful reports whether a page may hold references alone and that cannot be
// told: it is turned and does not precede the reference list, or the lines that
// would tell are in doubt.
func (f *Facts) IsDoubtful(p *Page) bool {
	return p.Number >= f.References.Page && f.IsTurned(p.Number) || len(p.Hang) > 0
}

// ContentPages returns the number of pages that hold anything visible besides
// references and furniture. It is unknown where the references are, and where a
// page is in doubt.
func (f *Facts) ContentPages() Number {
	if !f.References.Known {
		return Number{}
	}
	n := 0
	for i := range f.Pages {
		if f.IsDoubtful(&f.Pages[i]) {
			return Number{}
		}
		if f.Pages[i].HasContent() {
			n++
		}
	}
	return known(float64(n))
}

// HasContent reports whether the page counts against a page limit.
func (p *Page) HasContent() bool {
	return p.Content != ContentReferences && p.Content != ContentBlank
}

// TextBlock returns the width of the widest page's block and the height of the
// tallest; unknown without text.
func (f *Facts) TextBlock() (width, height Number) {
	for i := range f.Pages {
		if b := f.Pages[i].Block; !b.IsEmpty() {
			width = known(max(width.Value, b.Width()))
			height = known(max(height.Value, b.Height()))
		}
	}
	return width, height
}
