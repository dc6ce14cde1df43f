package hotcrp

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
)

// units turn measures into the numbers that are printed.
type units struct {
	figures, trim, legacy bool
}

func unitsOf(o Options) units {
	return units{o.Figures, o.Trim || o.Legacy, o.Legacy}
}

// page returns the page's own measures.
func (u units) page(p *measure.Page, t Type) Page {
	size := [2]int{int(math.Round(p.Size.Y)), int(math.Round(p.Size.X))}
	out := Page{PaperSize: &size, Type: t, Columns: p.Columns}
	if p.BodySize.Known {
		out.BodySize = u.fontSize(bodySize(p))
	}
	if p.Leading.Known {
		out.Leading = u.leading(p.Leading.Value)
	}
	if size := referenceSize(p); size > 0 {
		out.RefSize = u.fontSize(size)
	}
	if block := u.block(p); !block.IsEmpty() && t != Blank {
		out.Margin = u.margin(p.Size, block)
	}
	return out
}

// texPoint is a PDF point in TeX points. Venues write sizes in TeX's: its 10
// are 9.963 PDF points.
const texPoint = 72.27 / 72

// fontSize returns a size of type in nominal points, in tenths. Legacy sizes are
// the nearest third and a third more, as settings made for banal expect.
func (u units) fontSize(size float64) *float64 {
	if u.legacy {
		return round((math.Round(3*size)+1)/3, 10)
	}
	return round(size*texPoint, 10)
}

// leading returns a distance of baselines in nominal points, in tenths.
func (u units) leading(leading float64) *float64 {
	if u.legacy {
		return round(leading, 10)
	}
	return round(leading*texPoint, 10)
}

func round(x, parts float64) *float64 {
	r := math.Round(x*parts) / parts
	return &r
}

// block returns the text block of a page.
func (u units) block(p *measure.Page) geom.Rect {
	block := p.Block
	if u.trim {
		block = trimmed(p)
	}
	if u.figures {
		for _, f := range p.Figures {
			block = block.Union(f)
		}
	}
	return block
}

// Margins are whole numbers of a grid, in points, and never larger than
// measured by more than slip.
const (
	grid       = 1
	legacyGrid = 4
	slip       = 0.5
)

// margin returns the page's margins: top, right, bottom, left.
func (u units) margin(size geom.Point, block geom.Rect) *[4]int {
	step := float64(grid)
	if u.legacy {
		step = legacyGrid
	}
	down := func(x float64) int { return int(max(0, math.Floor((x+slip)/step)*step)) }
	return &[4]int{down(block.Y0), down(size.X - block.X1), down(size.Y - block.Y1), down(block.X0)}
}
