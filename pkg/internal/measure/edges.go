package measure

import (
	"math"
	"slices"
	"sort"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// edges are spans and their ends in order, so that a window need not be compared with
// each span.
type edges struct {
	spans  []span
	lo, hi []float64
}

func edgesOf(spans []span) *edges {
	e := &edges{spans: spans, lo: make([]float64, len(spans)), hi: make([]float64, len(spans))}
	for i, s := range spans {
		e.lo[i], e.hi[i] = s.lo, s.hi
	}
	slices.Sort(e.lo)
	slices.Sort(e.hi)
	return e
}

// bestWindow returns where a window of the size leaves the fewest spans outside
// and, of equals, the least of the worst.
func (e *edges) bestWindow(size float64) float64 {
	long := e.longer(size)
	best, bestOut, bestReach := 0.0, math.MaxInt, math.Inf(1)
	tried := [2]float64{math.NaN(), math.NaN()}
	for i := 0; i < len(e.spans) && i < maxWindows/2; i++ {
		for k, lo := range [2]float64{e.spans[i].lo, e.spans[i].hi - size} {
			if lo == tried[k] { // lines of one column begin, and end, at one edge
				continue
			}
			tried[k] = lo
			if n, reach := e.outside(lo, lo+size, long, bestOut); n < bestOut || n == bestOut && reach < bestReach {
				best, bestOut, bestReach = lo, n, reach
			}
		}
	}
	return best
}

// longer returns the spans longer than a window, which may stick out at both ends.
func (e *edges) longer(size float64) []span {
	var out []span
	for _, s := range e.spans {
		if s.hi-s.lo > size {
			out = append(out, s)
		}
	}
	return out
}

// outside counts the spans that stick out of [lo, hi] and how far the worst does; long
// are those longer than that. More than enough are not counted further.
func (e *edges) outside(lo, hi float64, long []span, enough int) (n int, reach float64) {
	n = sort.Search(len(e.lo), func(i int) bool { return lo-e.lo[i] <= slack })
	if n-len(long) > enough {
		return n, 0
	}
	n += len(e.hi) - sort.Search(len(e.hi), func(i int) bool { return e.hi[i]-hi > slack })
	if n == 0 {
		return 0, 0
	}
	for _, s := range long {
		if lo-s.lo > slack && s.hi-hi > slack {
			n--
		}
	}
	return n, max(lo-e.lo[0], e.hi[len(e.hi)-1]-hi)
}

// reach returns how far the worst of some spans sticks out of a window of exactly
// the limit, placed where it leaves the fewest of all outside.
func (e *edges) reach(some []span, limit float64) float64 {
	lo := e.bestWindow(limit)
	return worst(some, lo, lo+limit)
}

// aside is how many of the outermost lines excess leaves aside.
const aside = 2

// excess returns how much larger than the limit the block is as a whole: in depth
// as it is, in width with its two outermost lines left aside.
func (e *edges) excess(block geom.Rect, vertical bool, limit float64) float64 {
	if vertical {
		return extent(block, true) - limit
	}
	if len(e.spans) <= aside {
		return 0
	}
	least := math.Inf(1)
	for left := range aside + 1 { // so many aside at the left, the others at the right
		least = min(least, e.hi[len(e.hi)-1-(aside-left)]-e.lo[left])
	}
	return least - limit
}
