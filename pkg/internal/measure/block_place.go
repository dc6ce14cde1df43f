package measure

import (
	"math"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// How lines out of their usual place are told.
const (
	placeSlack  = 2.0 // points by which blocks of pages differ
	oddShare    = 10  // of so many other pages, one may be odd itself
	maxOddLines = 8   // more are not a head or foot beside text, but another page
	fewLines    = 2   // so few out of the block may share its excess between both ends
)

// place gives each page the place that the blocks of the others take, from top to
// bottom: where they begin and end, without the odd ones of many.
func (f *Facts) place() {
	bySize := map[geom.Point]*blockEnds{}
	for i := range f.Pages {
		p := &f.Pages[i]
		e := bySize[p.Size]
		if e == nil {
			e = f.blockEndsOn(p.Size)
			bySize[p.Size] = e
		}
		n := len(e.tops)
		if !p.Block.IsEmpty() {
			n-- // its own
		}
		if n > 0 {
			odd := n / oddShare
			p.usual = span{p.inOthers(e.tops, p.Block.Y0, odd), p.inOthers(e.bottoms, p.Block.Y1, n-1-odd)}
		}
	}
}

// blockEnds are where the blocks of some pages begin and end, sorted.
type blockEnds struct{ tops, bottoms []float64 }

// blockEndsOn returns the blockEnds on the pages of a size.
func (f *Facts) blockEndsOn(size geom.Point) *blockEnds {
	e := &blockEnds{}
	for i := range f.Pages {
		if p := &f.Pages[i]; !p.Block.IsEmpty() && sameSheet(p.Size, size) {
			e.tops, e.bottoms = append(e.tops, p.Block.Y0), append(e.bottoms, p.Block.Y1)
		}
	}
	slices.Sort(e.tops)
	slices.Sort(e.bottoms)
	return e
}

// inOthers returns the value at k of sorted values without the page's own.
func (p *Page) inOthers(sorted []float64, own float64, k int) float64 {
	if at, _ := slices.BinarySearch(sorted, own); !p.Block.IsEmpty() && k >= at {
		k++
	}
	return sorted[k]
}

func sameSheet(a, b geom.Point) bool { return math.Abs(a.X-b.X) < 1 && math.Abs(a.Y-b.Y) < 1 }

// nameLines chooses the lines by which a block that is too deep is described:
// those that stand where no other page has text or, where all pages are alike,
// those at the end without the title.
func (p *Page) nameLines(o *Overhang, spans []span, size float64) {
	shared := o.Out <= fewLines && o.Excess > o.Reach
	if shared {
		o.Reach = o.Excess
	}
	isTitle := func(i int) bool { return p.Lines[i].Title }
	if p.usual.hi > p.usual.lo {
		odd := sticking(spans, p.usual.lo-placeSlack, p.usual.hi+placeSlack)
		if len(odd) > 0 && len(odd) <= maxOddLines && !slices.ContainsFunc(odd, isTitle) && fitWithout(spans, odd, size) {
			o.Lines = odd
			return
		}
	}
	if slices.ContainsFunc(o.Lines, isTitle) || shared {
		if low := sticking(spans, p.Block.Y0, p.Block.Y0+size); len(low) > 0 && !slices.ContainsFunc(low, isTitle) {
			o.Lines = low
			o.setWindow(p.Block, p.Block.Y0, size)
		}
	}
}

// fitWithout reports whether the spans but those at some sorted indexes fit into
// the size: it is these that make the block too deep.
func fitWithout(spans []span, odd []int, size float64) bool {
	lo, hi := math.Inf(1), math.Inf(-1)
	for i, s := range spans {
		if _, is := slices.BinarySearch(odd, i); !is {
			lo, hi = math.Min(lo, s.lo), math.Max(hi, s.hi)
		}
	}
	return hi-lo <= size+slack
}
