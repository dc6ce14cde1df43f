package traits

import (
	"math"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/layout"
)

// labelReach is how many lines the next label is away at the most.
const labelReach = 8

// followsPlainLabels reports whether the line begins as the entries above it do, of
// which one has a label without brackets.
func (r *reader) followsPlainLabels(l *Line) bool {
	for i := len(r.Lines) - 2; i >= max(0, len(r.Lines)-labelReach); i-- {
		p := r.Lines[i]
		if p.Has(LabelMark) && !strings.HasPrefix(p.Text, "[") {
			return math.Abs(p.X0-l.X0) <= edgeSlack && layout.SameSize(p.Style.Size, l.Style.Size)
		}
	}
	return false
}

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
	return !l.mostlyFixed() && !layout.SameFont(l.Style.Font, r.Lines[r.last.line].Style.Font)
}
