package layout

import (
	"math"
	"slices"
)

// markStrayNumbers gives the role of line numbers to the few that stand in another
// margin than the rest: lineno numbers the last lines of a column, or the first of the
// next, in the margin of its neighbour. Each takes the place in the count that the
// others leave.
func markStrayNumbers(pages []*Page, leading float64) {
	before := numbersOf(nil)
	for i, p := range pages {
		var after pageNumbers
		if i+1 < len(pages) {
			after = numbersOf(pages[i+1])
		}
		here := numbersOf(p)
		if len(here.values)+len(before.values)+len(after.values) > 0 {
			here.takeStrays(p, before, after, leading)
		}
		before = here
	}
}

// pageNumbers are the line numbers of a page.
type pageNumbers struct {
	values   map[int]bool
	low      int
	high     int
	sameType *Line // one of them
}

// numbersOf returns the line numbers of a page; of nil, none.
func numbersOf(p *Page) pageNumbers {
	n := pageNumbers{low: math.MaxInt}
	if p == nil {
		return n
	}
	for _, l := range p.Lines {
		if l.Kind == LineNumber {
			n.add(l)
		}
	}
	return n
}

func (n *pageNumbers) add(l *Line) {
	if n.values == nil {
		n.values = map[int]bool{}
	}
	v := valueOf(l.Text)
	n.values[v] = true
	n.low, n.high = min(n.low, v), max(n.high, v)
	n.sameType = l
}

// takeStrays marks the page's numbers that continue its count, or that between the
// pages before and after, each from the one next to it.
func (n *pageNumbers) takeStrays(p *Page, before, after pageNumbers, leading float64) {
	strays := p.strayNumbers(n.firstOf(before, after), leading)
	for found := true; found && len(strays) > 0; {
		found = false
		for v, l := range strays {
			follows := len(before.values) > 0 && v == before.high+1
			precedes := len(after.values) > 0 && v == after.low-1
			if n.values[v] || !(n.values[v-1] || n.values[v+1] || follows || precedes) {
				continue
			}
			l.Role, l.Kind = Furniture, LineNumber
			n.add(l)
			delete(strays, v)
			found = true
		}
	}
}

// firstOf returns a line number of this page or of its neighbours.
func (n *pageNumbers) firstOf(before, after pageNumbers) *Line {
	for _, l := range []*Line{n.sameType, before.sameType, after.sameType} {
		if l != nil {
			return l
		}
	}
	return nil
}

// maxStrays caps the numbers of a page in other margins: more are a strip.
const maxStrays = 16

// strayNumbers returns, by value, the page's numbers apart from its columns, in the type
// of its line numbers, that are none yet. A value that stands twice is no line number.
func (p *Page) strayNumbers(like *Line, leading float64) map[int]*Line {
	out, twice := map[int]*Line{}, map[int]bool{}
	var texts []*Line
	for _, l := range p.Lines {
		if l.Kind == LineNumber || l.Role == FigureText || l.Rotated || !isNumber(l.Text) || l.Style != like.Style || !isApart(p.Columns, l) {
			continue
		}
		if texts == nil {
			texts = p.textRows()
		}
		v := valueOf(l.Text)
		if len(p.textBeside(texts, l, leading)) == 0 || twice[v] {
			continue
		}
		if out[v] != nil {
			twice[v] = true
			delete(out, v)
			continue
		}
		if out[v] = l; len(out) > maxStrays {
			return nil
		}
	}
	return out
}

// isApart reports whether a number is not wholly within a column, or where it fills a
// gap in the count: a narrow gutter pushes it over the text.
func isApart(columns []Column, l *Line) bool {
	return len(l.Runs) == 1 && (l.Runs[0].stray || standsOut(columns, &l.Runs[0]))
}

// leastForGaps is how many numbers of one type count down a page with a gap that another
// number fills: of fewer, such as a table's rows, none is missed.
const leastForGaps = 20

// countOf is the numbers of one type on a sheet: those that count, and others by value;
// nil for one that stands twice.
type countOf struct {
	known  map[int]bool
	others map[int]*Run
}

// findStrays marks the numbers that fill the gaps in the count of those in their type.
func findStrays(numbers []*Run) {
	if !slices.ContainsFunc(numbers, (*Run).Counted) {
		return
	}
	counts := map[Style]*countOf{}
	for _, r := range numbers {
		style := Style{Font: r.Font, Size: r.Size}
		c := counts[style]
		if c == nil {
			c = &countOf{map[int]bool{}, map[int]*Run{}}
			counts[style] = c
		}
		v := valueOf(r.Text)
		_, twice := c.others[v]
		switch {
		case r.counted:
			c.known[v] = true
		case twice:
			c.others[v] = nil
		default:
			c.others[v] = r
		}
	}
	for _, c := range counts {
		if len(c.known) < leastForGaps {
			continue
		}
		for v, r := range c.others {
			if r != nil && !c.known[v] && c.reaches(v, -1) && c.reaches(v, 1) {
				r.counted, r.stray = true, true
			}
		}
	}
}

// reaches reports whether numbers that fill the same gap lead from a value to one that
// counts.
func (c *countOf) reaches(v, step int) bool {
	for range maxStrays {
		if v += step; c.known[v] {
			return true
		}
		if c.others[v] == nil {
			return false
		}
	}
	return false
}
