package measure

import (
	"math"

	"github.com/paperfit/paperfit/pkg/geom"
)

// Overhang is what sticks out of the allowed block on one page, in one dimension.
type Overhang struct {
	Vertical bool
	Extent   float64 // width or height of the page's block
	Reach    float64 // how far the worst line reaches beyond the limit
	Lines    []int   // indexes into Page.Lines of what reaches beyond limit + tolerance
	Window   geom.Rect
}

// Overhangs holds the page's text against a window of the allowed size, placed
// where it leaves the least outside. A dimension whose limit is 0 is not asked.
func (p *Page) Overhangs(width, height, tolerance float64) []Overhang {
	var out []Overhang
	if p.Block.IsEmpty() {
		return nil
	}
	for _, vertical := range []bool{false, true} {
		limit := width
		if vertical {
			limit = height
		}
		if limit > 0 && extent(p.Block, vertical) > limit+tolerance {
			out = append(out, p.overhang(vertical, limit, tolerance))
		}
	}
	return out
}

// span is a line's extent in the dimension that is looked at.
type span struct{ lo, hi float64 }

func spanOf(r geom.Rect, vertical bool) span {
	if vertical {
		return span{r.Y0, r.Y1}
	}
	return span{r.X0, r.X1}
}

func extent(r geom.Rect, vertical bool) float64 {
	s := spanOf(r, vertical)
	return s.hi - s.lo
}

// maxWindows caps the places at which the window is tried.
const maxWindows = 2000

// overhang tries the window at every line's edge.
func (p *Page) overhang(vertical bool, limit, tolerance float64) Overhang {
	spans := make([]span, len(p.Lines))
	for i := range p.Lines {
		spans[i] = spanOf(p.Lines[i].Box, vertical)
	}
	size := limit + tolerance
	best, bestOut, bestReach := 0.0, math.MaxInt, math.Inf(1)
	for i := 0; i < len(spans) && i < maxWindows/2; i++ {
		for _, lo := range [2]float64{spans[i].lo, spans[i].hi - size} {
			if n, reach := outside(spans, lo, lo+size); n < bestOut || n == bestOut && reach < bestReach {
				best, bestOut, bestReach = lo, n, reach
			}
		}
	}
	o := Overhang{Vertical: vertical, Extent: extent(p.Block, vertical), Reach: bestReach + tolerance, Window: p.Block}
	if vertical {
		o.Window.Y0, o.Window.Y1 = best, best+size
	} else {
		o.Window.X0, o.Window.X1 = best, best+size
	}
	for i, s := range spans {
		if s.lo < best-slack || s.hi > best+size+slack {
			o.Lines = append(o.Lines, i)
		}
	}
	return o
}

// slack absorbs rounding when a window is laid at a line's own edge.
const slack = 1e-6

// outside counts the spans that stick out of [lo, hi] and how far the worst does.
func outside(spans []span, lo, hi float64) (n int, reach float64) {
	for _, s := range spans {
		if d := math.Max(lo-s.lo, s.hi-hi); d > slack {
			n++
			reach = math.Max(reach, d)
		}
	}
	return n, reach
}
