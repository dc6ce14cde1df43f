package layout

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

// outreach is how far the text of a page reaches, and its figures that hold images whose
// margins may be white.
type outreach struct{ text, images geom.Rect }

// Unsettled returns for each page whether the margins of its images matter: where
// a figure with images reaches out of where the paper's text usually stands, or
// makes the page's block larger than those of text. The paper alone tells, so that
// its measures are the same for every venue: a limit that an image breaks without
// reaching out is one that the paper's text breaks too.
func (l *Layout) Unsettled() []bool {
	out, pages := make([]bool, len(l.Pages)), make([]outreach, len(l.Pages))
	doubtful := false
	for i, p := range l.Pages {
		pages[i].images = p.doubtfulFigures()
		doubtful = doubtful || !pages[i].images.IsEmpty()
	}
	if !doubtful {
		return out
	}
	for i, p := range l.Pages {
		pages[i].text = p.textBox()
	}
	usual := l.usualBlocks(pages)
	for i, p := range l.Pages {
		images := pages[i].images
		if images.IsEmpty() {
			continue
		}
		text, all := usual[p.Size], images.Union(pages[i].text)
		out[i] = !settled(text).Covers(images) || all.Width() > text.Width()+settledAcross || all.Height() > text.Height()+settledDown
	}
	return out
}

// doubtfulFigures returns the box of the figures that hold images whose margins
// may be white.
func (p *Page) doubtfulFigures() geom.Rect {
	out := geom.Empty()
	for i := range p.Figures {
		if f := &p.Figures[i]; f.Box != f.Sure && !f.IsBackground(p) {
			out = out.Union(f.Box)
		}
	}
	return out
}

// textBox returns the box of the page's text without furniture and figure text.
func (p *Page) textBox() geom.Rect {
	out := geom.Empty()
	for _, l := range p.Lines {
		if l.Role == Text {
			out = out.Union(l.Box)
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
func (l *Layout) usualBlocks(pages []outreach) map[geom.Point]geom.Rect {
	sides := map[geom.Point][4][]float64{}
	for i, p := range l.Pages {
		if b := pages[i].text; !b.IsEmpty() {
			s := sides[p.Size]
			for k, v := range [4]float64{b.X0, b.Y0, -b.X1, -b.Y1} { // outermost first
				s[k] = append(s[k], v)
			}
			sides[p.Size] = s
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
