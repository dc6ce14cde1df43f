package traits

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
)

// What a backdrop is: it covers the page, or returns in its place.
const (
	wholePage = 0.95 // of the page's width and height
	samePlace = 2.0  // points
	nextPages = 2    // left and right pages may have backdrops of their own
)

// findDrawings tells the drawings of each page from its backdrops: a ground or frame
// that holds most of the type, and covers the page or returns on another one.
func (s *Paper) findDrawings() {
	for n, p := range s.Pages {
		for i := range p.Figures {
			box := p.Figures[i].Box
			if !p.holdsType(box) || !p.coversPage(box) && !s.returns(box, n) {
				p.Drawings = append(p.Drawings, box)
			}
		}
	}
}

// holdsType reports whether most lines of text stand in a box.
func (p *Page) holdsType(box geom.Rect) bool {
	in, all := 0, 0
	for _, l := range p.Lines {
		if l.Role != layout.Text {
			continue
		}
		all++
		if box.Contains(l.Box.Center()) {
			in++
		}
	}
	return 2*in > all
}

func (p *Page) coversPage(box geom.Rect) bool {
	return box.Width() >= wholePage*p.Size.X && box.Height() >= wholePage*p.Size.Y
}

// returns reports whether a page next to page n has a figure in the same place.
func (s *Paper) returns(box geom.Rect, n int) bool {
	for i := max(0, n-nextPages); i < min(len(s.Pages), n+nextPages+1); i++ {
		for _, f := range s.Pages[i].Figures {
			if i != n && alike(f.Box, box) {
				return true
			}
		}
	}
	return false
}

// alike reports whether two boxes are in the same place.
func alike(a, b geom.Rect) bool {
	const d = samePlace
	return math.Abs(a.X0-b.X0) < d && math.Abs(a.Y0-b.Y0) < d && math.Abs(a.X1-b.X1) < d && math.Abs(a.Y1-b.Y1) < d
}

// markFramedLists takes the trait InFigure from the lines of a box that holds the
// heading of a list and entries below it: magazines set their lists on a ground.
func (r *reader) markFramedLists() {
	for i, head := range r.Lines {
		if !head.Has(ListHeading) || !head.Has(InFigure) || !head.Has(HeadingBeforeEntry) {
			continue
		}
		for _, box := range head.page.Drawings {
			if box.Contains(head.Box.Center()) {
				head.page.clearDrawing(box, r.Lines[i:])
			}
		}
	}
}

// clearDrawing takes the trait InFigure from the lines of the page that stand in a box.
func (p *Page) clearDrawing(box geom.Rect, lines []*Line) {
	for _, l := range lines {
		if l.page != p {
			return
		}
		if box.Contains(l.Box.Center()) {
			l.drop(InFigure)
		}
	}
}
