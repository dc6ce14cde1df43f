package hotcrp

import (
	"math"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/measure"
)

// A trimmed block is bounded by the ends of rows a quarter of an inch wide, of
// which a tenth may be outside on each side.
const (
	rowPoints = geom.PointsPerInch / 4
	trimShare = 0.1
	maxRows   = 2000 // a page of 500 inches
)

// trimmed returns the page's text block less what a tenth of its rows reach
// beyond it on each side. It is empty without text.
func trimmed(p *measure.Page) geom.Rect {
	if p.Block.IsEmpty() {
		return p.Block
	}
	left, right := rowEnds(p, false)
	top, bottom := rowEnds(p, true)
	return geom.Rect{
		X0: quantile(left, trimShare), Y0: quantile(top, trimShare),
		X1: quantile(right, 1-trimShare), Y1: quantile(bottom, 1-trimShare),
	}
}

// rowEnds returns where the ink of each row that has any begins and ends; rows
// lie across, or upright when the page is cut the other way.
func rowEnds(p *measure.Page, upright bool) (begins, ends []float64) {
	type row struct{ lo, hi float64 }
	rows := map[int]row{}
	for i := range p.Lines {
		b := p.Lines[i].Box
		if b.IsEmpty() {
			continue
		}
		along, across := row{b.X0, b.X1}, row{b.Y0, b.Y1}
		if upright {
			along, across = across, along
		}
		first := max(0, int(across.lo/rowPoints))
		last := min(int(across.hi/rowPoints), first+maxRows)
		for n := first; n <= last; n++ {
			r, ok := rows[n]
			if !ok {
				r = along
			}
			rows[n] = row{math.Min(r.lo, along.lo), math.Max(r.hi, along.hi)}
		}
	}
	for _, r := range rows {
		begins, ends = append(begins, r.lo), append(ends, r.hi)
	}
	slices.Sort(begins)
	slices.Sort(ends)
	return begins, ends
}

// quantile returns the value below which a share of the sorted values lies.
func quantile(sorted []float64, share float64) float64 {
	if len(sorted) == 0 {
		return 0
	}
	at := int(math.Round(share * float64(len(sorted)-1)))
	return sorted[at]
}
