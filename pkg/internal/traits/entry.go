package traits

import "github.com/paperfit/paperfit/pkg/internal/layout"

// setOff is how much farther, in distances of the entries from each other, a line
// stands from the list that is none of its entries.
const setOff = 1.4

// isApart reports whether a line begins apart from the numbered entries above it.
// One number alone may be a footnote's.
func (r *reader) isApart(l *Line) bool {
	if r.last.n == 0 || len(r.Lines)-r.last.line >= markReach {
		return false
	}
	return r.Lines[r.last.line].Has(NextMark) && l.prev != nil && l.gap > headGap && !l.prev.inFloat()
}

// inFloat reports whether a line is a float's, by its caption or drawing.
func (l *Line) inFloat() bool {
	return l.HasAny(CaptionStart, InCaption, InFigure)
}

// isUnmarked reports whether a line is set in a font that the entries above it do not
// have; addresses within them have one, too.
func (r *reader) isUnmarked(l *Line) bool {
	return !isFixed(l) && !layout.SameFont(l.Style.Font, r.Lines[r.last.line].Style.Font)
}
