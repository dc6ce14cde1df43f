package layout

import (
	"math"
	"strings"
)

// How a head that repeats the paper's title is told from text.
const (
	leastTitle = 12 // letters: shorter titles may be words of the text
	titleStart = 24 // letters: heads shorten longer titles
)

// runningTitle returns the letters by which a running head names the paper: the
// beginning of its title, "" when it has none that tells.
func runningTitle(pages []*Page) string {
	if len(pages) == 0 {
		return ""
	}
	var title strings.Builder
	for _, line := range pages[0].titleLines(pages[0].usualSize()) {
		title.WriteString(letters(line.Text))
	}
	runes := []rune(title.String())
	if len(runes) < leastTitle {
		return ""
	}
	return string(runes[:min(len(runes), titleStart)])
}

// says reports whether the row holds the title in a line across the columns, or
// beside what else a head holds, in type no larger than the page's. The head of a
// paper whose first page has none stands on one page alone; text never crosses
// the gutter.
func (r *row) says(p *Page, title string) bool {
	if title == "" || len(p.Columns) < 2 || r.size > sameAsText*r.usual {
		return false
	}
	across, said := r.reachesEdges(p), false
	for _, l := range r.lines {
		across = across || l.Column == Across
		said = said || strings.Contains(letters(l.Text), title)
	}
	return across && said
}

// Shapes of heads of two parts.
const (
	sameAsText = 1.02 // sizes of type: a head is no larger than the page's text
	edgeSlack  = 3.0  // points by which its parts miss the edges of the block
	setOff     = 2.0  // ems: a part set flush right begins so far into its column
)

// reachesEdges reports whether the row's first line begins at the left edge of
// the block and its last one ends at the right edge.
func (r *row) reachesEdges(p *Page) bool {
	first, last := r.ends()
	return len(r.lines) > 1 && math.Abs(first.X0-p.Columns[0].X0) <= edgeSlack &&
		math.Abs(last.X1-p.Columns[len(p.Columns)-1].X1) <= edgeSlack
}

// ends returns the row's leftmost and rightmost lines.
func (r *row) ends() (first, last *Line) {
	first, last = r.lines[0], r.lines[0]
	for _, l := range r.lines {
		if l.X0 < first.X0 {
			first = l
		}
		if l.X1 > last.X1 {
			last = l
		}
	}
	return first, last
}

// isSpread reports whether the row is two short parts, one flush left with the
// block and one flush right with it, as heads are set: lines of text in the last
// column begin where it begins.
func (r *row) isSpread(p *Page) bool {
	if len(p.Columns) < 2 || r.full || r.bold() || r.size > sameAsText*r.usual || !r.reachesEdges(p) {
		return false
	}
	first, last := r.ends()
	column := p.Columns[len(p.Columns)-1]
	return first.X1 < column.X0 && last.X0 > column.X0+setOff*last.Style.Size
}

// besideNumber reports whether row k of page i stands beside or beyond a page
// number at whose height another page has one too, as a publisher's notice does
// on the first page.
func besideNumber(ends [][]row, i, k int) bool {
	for j := k; j < len(ends[i]); j++ {
		if r := &ends[i][j]; !r.full && r.holdsNumber() && numberAt(ends, i, r.baseline) {
			return !ends[i][k].full
		}
	}
	return false
}

// holdsNumber reports whether a part of the row is a page number.
func (r *row) holdsNumber() bool {
	for _, l := range r.lines {
		if IsPageNumber(l.Text) {
			return true
		}
	}
	return false
}

// numberAt reports whether a page besides i has a number at the height, alone or
// in a row with others.
func numberAt(ends [][]row, i int, height float64) bool {
	for j := range ends {
		for k := range ends[j] {
			if o := &ends[j][k]; j != i && math.Abs(o.baseline-height) <= alikePlace && o.holdsNumber() {
				return true
			}
		}
	}
	return false
}
