// Package content interprets a page's content streams: it describes what is drawn,
// where on the visible page, and whether a reader can see it (ISO 32000-2,
// clauses 8, 9 and 11).
//
// All coordinates are in page space: points, origin top left of the visible
// page, y down.
//
// One glyph's way: Interpreter.Page begins a run (interp.go), which reads tokens
// and hands each operator (run.go, operators.go) to the group named after its
// notion. showText makes a pen from the text state (text.go); place brings the
// glyph to the canvas, which cuts its box to the clip (glyph.go). When all is
// painted, judge has package sight find what is covered or has the colour of its
// ground (judge.go). What cannot be determined exactly is taken so that no visible mark
// is called hidden.
package content

import (
	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// Page is what one page shows, as flat lists in painting order.
type Page struct {
	Number   int
	Size     geom.Point
	Glyphs   []Glyph
	Drawings []Drawing // strokes, fills and shadings
	Images   []Image
	Forms    []Form
	Outlines []Outline   // of visible drawings that are not white; none unless they are kept
	Spoken   []Spoken    // what is said instead of glyphs
	Undrawn  []geom.Rect // annotations without an appearance that viewers draw themselves
	Damage   []string    // what was wrong in the streams, each thing once
}

// Form is one invocation of a form XObject (also of an annotation's
// appearance). Parent is the index+1 of the form it was drawn by, 0 for the
// page's own streams.
type Form struct {
	Parent int32
	Box    geom.Rect // what its BBox and the clip leave of the page; may be empty
	Annot  bool      // an annotation's appearance
}

// Hidden describes why a reader cannot see a mark. The zero value is Visible.
type Hidden uint8

// The reasons why a mark cannot be seen.
const (
	Visible     Hidden = iota
	Invisible          // render mode 3 or 7
	Transparent        // alpha near zero
	Clipped            // outside the clip or the form's BBox, with a figure that is cropped
	OffPage            // outside the visible page
	SameColor          // painted in the colour of what lies beneath
	Covered            // beneath a later opaque fill or image
	LayerOff           // in an optional-content group that is off
	CutOff             // outside a clip that shows nothing
	Blank              // a letter whose glyph draws nothing
	Shrunk             // scaled to nothing: the Size is 0
	Doubtful           // perhaps covered, or in the colour of its ground: the page has too many areas to determine it
)

// Glyph is one shown glyph. A blank (a space) has an empty Box.
//
// The Box of a visible glyph is what can be seen of its ink: within the clip
// and the page. A hidden glyph keeps all of its ink. Either way the whole ink is
// Glyph.Box of package font, brought to Origin; except for Type 3 fonts, whose
// procedures are carried out to see what they paint.
//
// The Size of Type 3 text is by the matrices as well: its fonts have no em, and
// most makers choose a FontMatrix that makes one em 1. Where they do not (a
// FontMatrix of about 1, as dvips writes) the Size means nothing and the glyphs'
// boxes have to do.
type Glyph struct {
	*Setting
	Glyph  *font.Glyph
	Origin geom.Point // on the baseline
	Box    geom.Rect  // ink: what the clip and the page leave of it when visible, else all
	Size   float64    // effective size in points: font size × vertical scale of text matrix × CTM
	Order  int32      // painting order, shared with drawings and images
	ink    int32      // its number in canvas.inks
	Hidden Hidden
}

// Setting is what glyphs that are shown one after the other are alike in. A page has
// thousands of glyphs, and memory that is used for the first time is dear.
type Setting struct {
	Font   *font.Font
	Em     geom.Point // vector from the origin of a glyph that is one em wide to its end
	HScale float64    // horizontal scale relative to the vertical: 1 is natural
	Form   int32      // index+1 of the innermost form XObject in Page.Forms, 0 for the page's own streams
	Loose  bool       // the clip is not a rectangle and was taken by its box: Box may be too large
}

// Advance returns the vector to where the glyph ends, without Tc and Tw.
func (g *Glyph) Advance() geom.Point {
	w := g.Glyph.Advance
	if d := g.Glyph.Drawn; d != nil {
		w = d.Advance
	}
	return geom.Point{X: w * g.Em.X, Y: w * g.Em.Y}
}

// DrawingKind describes how a path was painted.
type DrawingKind uint8

// The kinds of drawings.
const (
	Fill DrawingKind = iota
	Stroke
	Shading
)

// Drawing is one painted path or shading.
type Drawing struct {
	Kind   DrawingKind
	Box    geom.Rect // visible ink: with the line width, clipped
	Light  bool      // white or nearly so: nothing to see on paper
	Hidden Hidden
	Loose  bool // as in Glyph
	Form   int32
	Order  int32
}

// Image is one painted image, inline image or image mask.
type Image struct {
	Box     geom.Rect // clipped
	Width   int       // in samples
	Height  int
	Light   bool // known to be all white, or a mask painted in white
	Trimmed bool // Box holds no white or transparent margins; known if the page is read WithoutMargins
	Hidden  Hidden
	Loose   bool // as in Glyph
	Form    int32
	Order   int32
}
