package measure

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

const (
	// usualShare is the least share of the pages that tells how far a paper's text
	// usually reaches: a cover page or a stray line does not widen it.
	usualShare = 1.0 / 3
	// How far in points an image may reach out of where text usually stands: the ink
	// of a first line begins a little below the top of its block.
	settledAcross = 1.0
	settledDown   = 3.6
)

// Unsettled returns for each page whether the margins of its images matter: where
// a figure with images reaches out of where the paper's text usually stands, or
// makes the page's block larger than those of text. The paper alone tells, so that
// its measures are the same for every venue: a limit that an image breaks without
// reaching out is one that the paper's text breaks too.
func (f *Facts) Unsettled() []bool {
	out := make([]bool, len(f.Pages))
	usual := f.usualBlocks()
	for i := range f.Pages {
		p := &f.Pages[i]
		images := p.doubtfulFigures()
		if images.IsEmpty() {
			continue
		}
		text, all := usual[p.Size], images.Union(p.Block)
		out[i] = !settled(text).Covers(images) || all.Width() > text.Width()+settledAcross || all.Height() > text.Height()+settledDown
	}
	return out
}

// doubtfulFigures returns the box of the figures that hold images whose margins
// may be white.
func (p *Page) doubtfulFigures() geom.Rect {
	out := geom.Empty()
	for i, r := range p.Figures {
		if r != p.SureFigures[i] {
			out = out.Union(r)
		}
	}
	return out
}

// settled returns the area inside which an image reaches out of nothing.
func settled(text geom.Rect) geom.Rect {
	return geom.Rect{X0: text.X0 - settledAcross, Y0: text.Y0 - settledDown, X1: text.X1 + settledAcross, Y1: text.Y1 + settledDown}
}

// usualBlocks returns for each size of page how far text reaches, on each side, on
// a share of its pages.
func (f *Facts) usualBlocks() map[geom.Point]geom.Rect {
	sides := map[geom.Point][4][]float64{}
	for i := range f.Pages {
		if b := f.Pages[i].Block; !b.IsEmpty() {
			s := sides[f.Pages[i].Size]
			for k, v := range [4]float64{b.X0, b.Y0, -b.X1, -b.Y1} { // outermost first
				s[k] = append(s[k], v)
			}
			sides[f.Pages[i].Size] = s
		}
	}
	out := map[geom.Point]geom.Rect{}
	for size, s := range sides {
		var at [4]float64
		for k := range s {
			slices.Sort(s[k])
			at[k] = s[k][int(usualShare*float64(len(s[k])-1))]
		}
		out[size] = geom.Rect{X0: at[0], Y0: at[1], X1: -at[2], Y1: -at[3]}
	}
	return out
}
