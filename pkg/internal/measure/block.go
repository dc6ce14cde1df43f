package measure

import "github.com/paperfit/paperfit/pkg/internal/geom"

// Overhang is what sticks out of the allowed block on one page, in one dimension.
type Overhang struct {
	Vertical bool
	Extent   float64 // width or height of the page's block
	Reach    float64 // how far the worst line reaches beyond the limit
	Excess   float64 // how much larger than the limit the text as a whole is
	Out      int     // lines that reach beyond limit + tolerance
	Lines    []int   // indexes into Page.Lines of those, or of what does not belong there
	Figures  []int   // likewise into Page.Figures
	Doubtful bool    // only images reach out, whose margins may be white
	Window   geom.Rect
}

// Overhangs holds the page's text against a window of the allowed size, placed
// where it leaves the least outside. A dimension whose limit is 0 is not asked.
func (p *Page) Overhangs(width, height, tolerance float64) []Overhang {
	return p.overhangs(p.Block, width, height, tolerance, p.overhang)
}

// FigureOverhangs holds the page's drawings and images against the window that
// leaves the least text and figures outside. Where nothing but images reach out
// that may have white margins, it says so.
func (p *Page) FigureOverhangs(width, height, tolerance float64) []Overhang {
	out := p.overhangsOf(p.Figures, width, height, tolerance)
	if len(out) == 0 {
		return nil
	}
	sure := p.overhangsOf(p.SureFigures, width, height, tolerance)
	for i := range out {
		out[i].Doubtful = true
		for _, s := range sure {
			if s.Vertical == out[i].Vertical {
				out[i] = s
			}
		}
	}
	return out
}

func (p *Page) overhangsOf(figures []geom.Rect, width, height, tolerance float64) []Overhang {
	all := p.Block
	for _, f := range figures {
		all = all.Union(f)
	}
	return p.overhangs(all, width, height, tolerance, func(vertical bool, limit, tolerance float64) Overhang {
		return p.figureOverhang(figures, vertical, limit, tolerance)
	})
}

func (p *Page) overhangs(block geom.Rect, width, height, tolerance float64, look func(bool, float64, float64) Overhang) []Overhang {
	var out []Overhang
	for _, vertical := range []bool{false, true} {
		limit := width
		if vertical {
			limit = height
		}
		if limit > 0 && !block.IsEmpty() && extent(block, vertical) > limit+tolerance {
			if o := look(vertical, limit, tolerance); len(o.Lines)+len(o.Figures) > 0 {
				out = append(out, o)
			}
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
	spans := p.lineSpans(vertical)
	edges := edgesOf(spans)
	size := limit + tolerance
	best := edges.bestWindow(size)
	o := Overhang{Vertical: vertical, Extent: extent(p.Block, vertical), Reach: edges.reach(spans, limit)}
	o.Lines = sticking(spans, best, best+size)
	o.Out, o.Excess = len(o.Lines), edges.excess(p.Block, vertical, limit)
	o.setWindow(p.Block, best, size)
	if vertical {
		p.nameLines(&o, spans, size)
	}
	return o
}

// figureOverhang places the window by text and figures together and looks at
// what figures stick out of it.
func (p *Page) figureOverhang(boxes []geom.Rect, vertical bool, limit, tolerance float64) Overhang {
	spans := p.lineSpans(vertical)
	figures := spansOf(boxes, vertical)
	all := geom.Empty()
	for _, f := range boxes {
		all = all.Union(f)
	}
	size := limit + tolerance
	edges := edgesOf(append(spans, figures...))
	best := edges.bestWindow(size)
	o := Overhang{Vertical: vertical, Extent: extent(all.Union(p.Block), vertical), Reach: edges.reach(figures, limit)}
	o.Figures = sticking(figures, best, best+size)
	o.setWindow(all, best, size)
	return o
}

func (p *Page) lineSpans(vertical bool) []span {
	spans := make([]span, len(p.Lines), len(p.Lines)+len(p.Figures))
	for i := range p.Lines {
		spans[i] = spanOf(p.Lines[i].Box, vertical)
	}
	return spans
}

func spansOf(boxes []geom.Rect, vertical bool) []span {
	spans := make([]span, len(boxes))
	for i, f := range boxes {
		spans[i] = spanOf(f, vertical)
	}
	return spans
}

func (o *Overhang) setWindow(block geom.Rect, lo, size float64) {
	o.Window = block
	if o.Vertical {
		o.Window.Y0, o.Window.Y1 = lo, lo+size
	} else {
		o.Window.X0, o.Window.X1 = lo, lo+size
	}
}

// sticking returns the indexes of the spans that stick out of [lo, hi].
func sticking(spans []span, lo, hi float64) []int {
	var out []int
	for i, s := range spans {
		if s.lo < lo-slack || s.hi > hi+slack {
			out = append(out, i)
		}
	}
	return out
}

// slack absorbs rounding when a window is laid at a line's own edge.
const slack = 1e-6

// worst returns how far the worst of the spans sticks out of [lo, hi].
func worst(spans []span, lo, hi float64) (reach float64) {
	for _, s := range spans {
		if d := max(lo-s.lo, s.hi-hi); d > slack {
			reach = max(reach, d)
		}
	}
	return reach
}
