package layout

import "math"

// settleOverfull finds the column of lines that are too long for it, as unbroken
// addresses are: they cross the gutter like what stands across the columns, but run
// into the lines of the next one.
func (b *lineBuilder) settleOverfull() {
	if len(b.columns) < 2 {
		return
	}
	sortByBaseline(b.lines)
	for i, l := range b.lines {
		if l.Column == Across && !l.Rotated && b.runsInto(i) {
			l.Column = b.nearest(l.X0)
		}
	}
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
