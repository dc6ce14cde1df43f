package content

import (
	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// Outline is the look of a visible drawing, for pictures of the page.
type Outline struct {
	Kind  DrawingKind
	Gray  float64        // on white paper: 0 black, 1 white
	Width float64        // line width of a stroke in points
	Box   geom.Rect      // visible ink
	Lines [][]geom.Point // what the clip leaves of each subpath; nil: the box has to do
}

// Caps on outlines. What is beyond them is left out or has its box alone: a
// picture of a page shows a plot of a hundred thousand strokes no better.
const (
	maxOutlines         = 1500 // on a page
	maxOutlinePoints    = 6000 // on a page
	maxDocumentOutlines = 100_000
	maxOutlineWidth     = 500.0 // points
)

// KeepOutlines makes the pages to come have outlines.
func (in *Interpreter) KeepOutlines() { in.outlines = true }

// keepOutline keeps the outline of the drawing that was just added: of the
// current path, or without one its box.
func (c *canvas) keepOutline(ink paint, alpha float64, half geom.Point, withPath bool) {
	if !c.in.outlines || len(c.page.Outlines) >= maxOutlines || len(c.page.Drawings) == 0 {
		return
	}
	d := &c.page.Drawings[len(c.page.Drawings)-1]
	if d.Light || d.Hidden != Visible {
		return
	}
	o := Outline{Kind: d.Kind, Gray: unknownGray, Box: d.Box}
	if ink.color.Known {
		o.Gray = ink.color.Over(color.White, alpha*c.st.groupAlpha).Luminosity()
	}
	room := min(maxOutlinePoints-c.outlined, maxDocumentOutlines-int(c.in.shared.outlined.Load()))
	if withPath && d.Kind == Fill {
		o.Lines = c.path.FilledLines(c.st.window, room)
	} else if withPath {
		o.Width = min(2*max(half.X, half.Y), maxOutlineWidth)
		o.Lines = c.path.StrokedLines(c.st.window.Grow(half), room)
	}
	for _, line := range o.Lines {
		c.outlined += len(line)
		c.in.shared.outlined.Add(int64(len(line)))
	}
	if c.in.shared.outlined.Load() > maxDocumentOutlines-maxOutlinePoints {
		c.in.shared.ordered() // the pages to come have less room
	}
	c.page.Outlines = append(c.page.Outlines, o)
}

// unknownGray stands for colours that are not known: patterns and shadings.
const unknownGray = 0.5
