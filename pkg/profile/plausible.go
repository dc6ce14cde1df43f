package profile

import (
	"errors"
	"fmt"

	"github.com/paperfit/paperfit/pkg/geom"
)

// plausible is the extent, in points, in which a length of the language makes
// sense: what lies outside was written in another unit than was meant.
type plausible struct {
	key      string
	least    float64
	most     float64
	usual    string
	lengthOf func(*draft) []float64
}

var plausibles = []plausible{
	{"paper", 72, 100 * 72, "such as \"8.5in x 11in\"", func(d *draft) []float64 {
		var out []float64
		for _, s := range d.Paper {
			out = append(out, s.Width, s.Height)
		}
		return out
	}},
	{"block", 72, 100 * 72, "such as \"7in x 9in\"", func(d *draft) []float64 { return []float64{d.Block.Width, d.Block.Height} }},
	{"margins", 3, 5 * 72, "such as \"1in\"", func(d *draft) []float64 {
		m := d.Margins
		return []float64{m.Top, m.Right, m.Bottom, m.Left}
	}},
	{"body_size", 4, 48, "such as \"10pt\"", func(d *draft) []float64 { return []float64{d.BodySize.Min, d.BodySize.Max} }},
	{"figure_size", 3, 8, "such as \"6pt\"", func(d *draft) []float64 { return []float64{d.MinFigure} }},
	{"leading", 4, 96, "such as \"12pt\"", func(d *draft) []float64 { return []float64{d.Leading.Min, d.Leading.Max} }},
	{"column", 36, 50 * 72, "such as \"3.33in\"", func(d *draft) []float64 { return []float64{d.Column} }},
	{"gutter", 4, 3 * 72, "such as \"0.33in\"", func(d *draft) []float64 { return []float64{d.Gutter.Min, d.Gutter.Max} }},
	{"spacing", 4, 144, "such as \"18pt\"", func(d *draft) []float64 {
		s := d.Spacing
		return []float64{s.BelowTitle, s.AboveHeading, s.BelowHeading}
	}},
}

// validateUnits refuses lengths that were written in the wrong unit.
func (d *draft) validateUnits() error {
	for _, p := range plausibles {
		for _, length := range p.lengthOf(d) {
			if length != 0 && (length < p.least || length > p.most) {
				return at(d.own[p.key], fmt.Errorf("%s: %s makes no sense here; is the unit right? A usual value is %s",
					p.key, formatLength(length), p.usual))
			}
		}
	}
	if d.Columns > maxColumns {
		return at(d.own["columns"], fmt.Errorf("columns: no paper is set in %d columns", d.Columns))
	}
	return d.validateLeading()
}

// maxColumns is the most columns that a page of text has.
const maxColumns = 6

func (d *draft) validateLeading() error {
	if d.Leading.Max > 0 && d.BodySize.Min > d.Leading.Max {
		return at(d.own["leading"], errors.New("leading: the lines would overlap; the largest leading is below the least size of type"))
	}
	return nil
}

// validateBlock refuses a text block that does not fit the paper, the margins or
// the columns.
func (d *draft) validateBlock() error {
	for _, paper := range d.Paper {
		switch {
		case d.Block.Width > paper.Width || d.Block.Height > paper.Height:
			return at(d.own["block"], errors.New("the block is larger than the paper; one of the two is wrong"))
		case d.Margins.Left+d.Margins.Right >= paper.Width-geom.PointsPerInch || d.Margins.Top+d.Margins.Bottom >= paper.Height-geom.PointsPerInch:
			return at(d.own["margins"], errors.New("the margins leave no room for text; one of them or the paper is wrong"))
		}
	}
	if d.Block.Width > 0 && (d.Column > d.Block.Width || d.Gutter.Min >= d.Block.Width) {
		return at(d.own["block"], errors.New("a column or the gutter is wider than the block; one of them is wrong"))
	}
	return nil
}
