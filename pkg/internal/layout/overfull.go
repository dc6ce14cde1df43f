package layout

import (
	"math"
	"strings"
)

// settleOverfull finds the column of lines that are too long for it, as unbroken
// addresses are: they cross the gutter like what stands across the columns, but run
// into the lines of the next one.
func (b *lineBuilder) settleOverfull() {
	if len(b.columns) < 2 {
		return
	}
	sortByBaseline(b.lines)
	var cut []*Line
	for i, l := range b.lines {
		if l.Column != Across || l.Rotated {
			continue
		}
		if b.runsInto(i) || b.overshoots(i) {
			l.Column = b.nearest(l.X0)
		} else if at := b.seam(i); at > 0 {
			cut = append(cut, b.cutAt(l, at))
		}
	}
	b.lines = append(b.lines, cut...)
}

// How lines of two columns are told from one across them.
const (
	seamSlack = 0.5  // points that the second one begins off its column's edge, or the lines beside it
	seamEms   = 0.06 // and ems: columns are found to a point, marks hang out of lines
	seamReach = 2.0  // sizes of type to the lines above or below that show the columns
)

// seam returns the index of the run of line i with which a line of the next column
// begins: the line before it is too long by most of the gutter, and both columns
// have lines right above or below. It returns 0 where there is none.
func (b *lineBuilder) seam(i int) int {
	l := b.lines[i]
	column := b.nearest(l.X0)
	if column+1 >= len(b.columns) {
		return 0
	}
	for _, step := range [2]int{-1, 1} {
		edge, shown := b.showColumns(i, step, column)
		for at := 1; shown && at < len(l.Runs); at++ {
			slack, x := seamSlack+seamEms*l.Style.Size, l.Runs[at].X0
			if math.Abs(x-edge) <= slack || math.Abs(x-b.columns[column+1].X0) <= slack {
				return at
			}
		}
	}
	return 0
}

// showColumns reports whether the lines above (step -1) or below (1) line i, of its
// own type, stand in the column and in the next one, and where that begins.
func (b *lineBuilder) showColumns(i, step, column int) (edge float64, shown bool) {
	l, left, right := b.lines[i], false, false
	for j := i + step; j >= 0 && j < len(b.lines) && max(i-j, j-i) <= maxScriptLook; j += step {
		o := b.lines[j]
		if math.Abs(o.Baseline-l.Baseline) > seamReach*l.Style.Size {
			break
		}
		if o.Rotated || !sameSize(o.Style.Size, l.Style.Size) {
			continue
		}
		left = left || o.Column == column
		if o.Column == column+1 && !right {
			edge, right = o.X0, true
		}
	}
	return edge, left && right
}

// cutAt ends a line of a column before a run, and returns the line of the next
// column that begins with it.
func (b *lineBuilder) cutAt(l *Line, at int) *Line {
	column := b.nearest(l.X0)
	rest := &Line{Page: l.Page, Column: column + 1, Runs: l.Runs[at:]}
	if column+2 < len(b.columns) && b.zone(rest.Runs[0].X0, l.X1) == Across {
		rest.Column = Across
	}
	l.Column, l.Runs = column, l.Runs[:at:at]
	l.finish()
	rest.finish()
	return rest
}

// overshootHang is how many points, at most, the line of an address that is too long for
// its column begins off the line above or below.
const overshootHang = 50.0

// overshoots reports whether line i is too long for its column by an unbroken address,
// and follows a line of the column, of its own type, or precedes one.
func (b *lineBuilder) overshoots(i int) bool {
	l := b.lines[i]
	own := b.nearest(l.X0)
	text := strings.TrimSpace(l.Text)
	before := strings.LastIndexByte(text, ' ') + 1
	from := l.X0 + l.Width()*float64(before)/float64(max(1, len(text))) // about
	if own+1 >= len(b.columns) || from >= b.columns[own].X1 || !strings.Contains(text[before:], "/") {
		return false
	}
	for _, step := range [2]int{-1, 1} {
		for j := i + step; j >= 0 && j < len(b.lines) && max(i-j, j-i) <= maxScriptLook; j += step {
			o := b.lines[j]
			if math.Abs(o.Baseline-l.Baseline) > seamReach*l.Style.Size {
				break
			}
			if o.Column == own && !o.Rotated && sameSize(o.Style.Size, l.Style.Size) && math.Abs(o.X0-l.X0) <= overshootHang {
				return true
			}
		}
	}
	return false
}

// besideRise is how near, in sizes of type, the baselines of lines are that stand
// beside each other: nearer than those of successive lines.
const besideRise = 0.8

// runsInto reports whether line i runs into a line of another column, right of its
// own.
func (b *lineBuilder) runsInto(i int) bool {
	l := b.lines[i]
	own := b.nearest(l.X0)
	for _, step := range []int{-1, 1} {
		for j := i + step; j >= 0 && j < len(b.lines) && max(i-j, j-i) <= maxScriptLook; j += step {
			o := b.lines[j]
			if math.Abs(o.Baseline-l.Baseline) > besideRise*l.Style.Size {
				break
			}
			if o.Column > own && !o.Rotated && o.X0 < l.X1 {
				return true
			}
		}
	}
	return false
}
