package traits

// What tells the stretched words of a justified line from the cells of a row.
const (
	stretchedGaps = 3    // the least wide gaps behind the first, which may follow a mark
	sameStretch   = 0.03 // ems: they are alike
	otherWords    = 1.0  // ems: words differ in width, the numbers of a table may not
)

// isStretched reports whether the words of a line stand equally far apart, and differ in
// width: cells that stand below others do not.
func (l *Line) isStretched() bool {
	if len(l.Runs) < stretchedGaps+2 {
		return false
	}
	var gap, width span
	start, n := l.Runs[1].X0, 0
	for i := 2; i < len(l.Runs); i++ {
		d := l.Runs[i].X0 - l.Runs[i-1].X1
		if d <= alignGap*l.Style.Size {
			continue
		}
		gap.take(d)
		width.take(l.Runs[i-1].X1 - start)
		start, n = l.Runs[i].X0, n+1
	}
	return n >= stretchedGaps && gap.most-gap.least <= sameStretch*l.Style.Size && width.most-width.least >= otherWords*l.Style.Size
}

// span is the least and the most of some lengths.
type span struct{ least, most float64 }

func (s *span) take(d float64) {
	if s.most == 0 {
		s.least = d
	}
	s.least, s.most = min(s.least, d), max(s.most, d)
}
