package layout

import (
	"math"
	"slices"
	"sort"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// sortReading puts the lines of a page into reading order: what stands across
// the columns parts the page into bands, and within a band the columns are read
// from left to right.
func (p *Page) sortReading() {
	sortLines(p.Lines, func(a, b *Line) int { return compare(a.Box.Y1, b.Box.Y1) })
	across := p.dividers(p.Columns)
	for _, l := range p.Lines {
		if l.Column == Across && !l.Rotated && l.Role != FigureText && l.Role != Furniture {
			across = append(across, l.Baseline)
		}
	}
	slices.Sort(across)
	placed := make([]placedLine, len(p.Lines))
	for i, l := range p.Lines {
		placed[i] = placedLine{l, sort.Search(len(across), func(k int) bool { return across[k] > l.Baseline })}
	}
	slices.SortStableFunc(placed, comparePlaces)
	for i := range placed {
		p.Lines[i] = placed[i].line
	}
}

// placedLine is a line, and the band of the page that it stands in: the number of
// dividers and lines across down to it.
type placedLine struct {
	line *Line
	band int
}

// comparePlaces compares lines by where they are read; what stands across the columns,
// whose number is the least, comes first in its band.
func comparePlaces(a, b placedLine) int {
	if a.band != b.band {
		return a.band - b.band
	}
	if a.line.Column != b.line.Column {
		return a.line.Column - b.line.Column
	}
	return byBaseline(a.line, b.line)
}

// sortByBaseline sorts lines from top to bottom, then from left to right.
func sortByBaseline(lines []*Line) { sortLines(lines, byBaseline) }

func byBaseline(a, b *Line) int {
	if c := compare(a.Baseline, b.Baseline); c != 0 {
		return c
	}
	return compare(a.X0, b.X0)
}

// A rule in the middle of the page that ends the columns above it.
const (
	thinDivider  = 2.5  // points
	leastDivider = 72.0 // points
	mostDivider  = 0.6  // of the width of all columns
	dividerSlack = 4.0  // points off the middle
)

// dividers returns the heights of the rules at which the columns end and begin again:
// short ones in the middle of all columns, across the gutter, alone at their width and
// with no text beside them. The rules of a table have others alike.
func (p *Page) dividers(columns []Column) []float64 {
	if len(columns) != 2 {
		return nil
	}
	left, right := columns[0], columns[1]
	var out []float64
	for i, r := range p.Rules {
		if r.Height() <= thinDivider && r.Width() >= leastDivider && r.Width() <= mostDivider*(right.X1-left.X0) &&
			math.Abs(r.Center().X-(left.X0+right.X1)/2) <= dividerSlack && r.X0 < left.X1 && r.X1 > right.X0 && p.standsAlone(i) {
			out = append(out, r.Y1)
		}
	}
	return out
}

// standsAlone reports whether a rule has no other of its width on the page, and no text
// or figure beside it.
func (p *Page) standsAlone(i int) bool {
	r := p.Rules[i]
	for k, o := range p.Rules {
		if k != i && math.Abs(o.Width()-r.Width()) <= 1 {
			return false
		}
	}
	beside := func(b geom.Rect) bool { return b.Y0 < r.Y1 && b.Y1 > r.Y0 }
	return !slices.ContainsFunc(p.Lines, func(l *Line) bool { return l.Role != Furniture && beside(l.Box) }) &&
		!slices.ContainsFunc(p.Figures, func(f Figure) bool { return beside(f.Box) })
}
