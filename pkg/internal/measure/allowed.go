package measure

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// Allowed returns where a block of the given size lies on the page for the rules
// that ask for it: by text alone in a dimension in which text sticks out of it,
// by text and figures in the other. Where all fits, it begins at their top left.
// A dimension whose limit is 0 is as large as text and figures. It is empty where
// no limit is asked or the page shows nothing.
func (p *Page) Allowed(width, height, tolerance float64) geom.Rect {
	if width <= 0 && height <= 0 || len(p.Lines)+len(p.Figures) == 0 {
		return geom.Empty()
	}
	x := p.allowed(false, width, tolerance, p.Size.X)
	y := p.allowed(true, height, tolerance, p.Size.Y)
	return geom.Rect{X0: x.lo, Y0: y.lo, X1: x.hi, Y1: y.hi}
}

// allowed returns the block's extent in one dimension, in which the page is side
// long.
func (p *Page) allowed(vertical bool, limit, tolerance, side float64) span {
	spans := p.lineSpans(vertical)
	if all := hull(spans); len(spans) == 0 || all.hi-all.lo <= limit+tolerance || limit <= 0 {
		spans = append(spans, spansOf(p.Figures, vertical)...)
	}
	all := hull(spans)
	switch {
	case limit <= 0:
		return all
	case all.hi-all.lo > limit:
		lo := edgesOf(spans).bestWindow(limit)
		return span{lo, lo + limit}
	}
	lo := math.Max(math.Min(all.lo, side-limit), all.hi-limit) // on the page, and around all
	return span{lo, lo + limit}
}

// hull returns the extent of all spans.
func hull(spans []span) span {
	out := span{math.Inf(1), math.Inf(-1)}
	for _, s := range spans {
		out.lo, out.hi = math.Min(out.lo, s.lo), math.Max(out.hi, s.hi)
	}
	return out
}

// Outside returns the ink of the lines and figures of overhangs, each once.
func (p *Page) Outside(overhangs ...Overhang) []geom.Rect {
	var out []geom.Rect
	seen := map[geom.Rect]bool{}
	add := func(r geom.Rect) {
		if !seen[r] {
			seen[r] = true
			out = append(out, r)
		}
	}
	for _, o := range overhangs {
		for _, i := range o.Lines {
			add(p.Lines[i].Box)
		}
		for _, i := range o.Figures {
			add(p.Figures[i])
		}
	}
	return out
}
