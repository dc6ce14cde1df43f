package layout

import "math"

// Shapes of a paper that ends within the first of its two columns.
const (
	columnEnd      = 20.0 // points before the right edge of a column
	endCoverage    = 0.6  // share of the usual coverage that is left there: text of one column, ragged, has less
	firstOfTwo     = 0.3  // share of the page's width that the first column has at least
	crossingMiddle = 0.1  // share of the usual coverage that may reach over the middle: a title, wide tables
	early          = 0.8  // share of the page's height above which the text ends
	edgeBefore     = 1.5  // points before a column's edge at which its lines begin at the earliest
	edgeAfter      = 1.2  // ems behind it at the latest: labels of entries, first lines of paragraphs
)

// isFirstOfTwo reports whether the only column stands where the first of two
// does: left of the page's middle, with its lines all as wide as it is.
func (c *coverage) isFirstOfTwo(first Column) bool {
	width, usual := float64(len(c.bins)-1), c.usual()
	end := Column{first.X1 - columnEnd, first.X1}
	middle := Column{math.Floor(width/2) - minGutter/2, math.Ceil(width/2) + minGutter/2}
	return first.Width() >= firstOfTwo*width && first.X1 <= middle.X0 &&
		c.mean(end) >= endCoverage*usual && c.mean(middle) <= crossingMiddle*usual
}

// mirrored returns the column that lies as far right of the page's middle as c
// lies left of it.
func (c Column) mirrored(width float64) Column { return Column{width - c.X1, width - c.X0} }

// endsEarly reports whether the text of each sheet ends above the foot of the
// first column, or goes on at the edge of a second one. A page of one narrow
// column, full of text, has one column.
func endsEarly(sheets []*Sheet, group []int, first Column, size float64) bool {
	for _, i := range group {
		s, lowest, goesOn := sheets[i], 0.0, false
		second := first.mirrored(s.Size.X)
		for k := range s.Runs {
			r := &s.Runs[k]
			switch {
			case r.Rotated || r.counted || !sameSize(r.Size, size) || s.inFigureForm(r.Form):
			case r.X0 >= second.X0-edgeBefore && r.X0 <= second.X0+edgeAfter*size:
				goesOn = true
			case r.X0 < first.X1:
				lowest = math.Max(lowest, r.Baseline)
			}
		}
		if lowest > early*s.Size.Y && !goesOn {
			return false
		}
	}
	return true
}
