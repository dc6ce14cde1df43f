package measure

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// regionShare is the share of the page's block from which a box is no part of it.
const regionShare = 0.6

// Region tells in words where on the page a box lies: a line's place as Where
// tells it, else the column and the part of its height: "right column, top". It
// is "" for what takes most of the page.
func (p *Page) Region(box geom.Rect) string {
	if where := p.Where(box); where != "" {
		return where
	}
	return p.Area(box)
}

// Area is Region for what is no line to be counted, such as a figure's text.
func (p *Page) Area(box geom.Rect) string {
	if box.IsEmpty() {
		return ""
	}
	switch c := box.Center(); {
	case c.X < 0 || c.Y < 0 || c.X > p.Size.X || c.Y > p.Size.Y:
		return "off the page"
	case p.Block.IsEmpty():
		return ""
	case box.Y1 <= p.Block.Y0:
		return "above the text"
	case box.Y0 >= p.Block.Y1:
		return "below the text"
	case box.X1 <= p.Block.X0 || box.X0 >= p.Block.X1:
		return "in the margin"
	}
	column, all := p.columnsOf(box)
	height := ""
	if box.Height() < regionShare*p.Block.Height() {
		height = [3]string{"top", "middle", "bottom"}[third(box.Center().Y, p.Block)]
	}
	if all && height == "" {
		return ""
	}
	return inColumn(column, p.Columns, height)
}

// third returns in which third of the block, from the top, a height lies.
func third(y float64, block geom.Rect) int {
	return min(max(int(3*(y-block.Y0)/math.Max(block.Height(), 1)), 0), 2)
}

// columnShare is the share of a column's or a box's width, whichever is less, in
// which they meet when the box lies in the column.
const columnShare = 0.3

// columnsOf returns the column that a box lies in, -1 for several; all tells that
// it lies in each of them.
func (p *Page) columnsOf(box geom.Rect) (column int, all bool) {
	extents := make([]geom.Rect, p.Columns)
	for i := range extents {
		extents[i] = geom.Empty()
	}
	for i := range p.Lines {
		if l := &p.Lines[i]; l.Column >= 0 && l.Column < len(extents) {
			extents[l.Column] = extents[l.Column].Union(l.Box)
		}
	}
	n := 0
	for i, e := range extents {
		common := math.Min(e.X1, box.X1) - math.Max(e.X0, box.X0)
		if common > columnShare*math.Min(e.Width(), box.Width()) {
			column = i
			n++
		}
	}
	if n != 1 {
		column = -1
	}
	return column, n == len(extents)
}
