package layout

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/font"
)

// blockGap is the widest baseline distance within a block, in leadings.
const blockGap = 1.28

// assignBlocks numbers the blocks of a page: successive lines of one column, in
// one size and weight, at the usual distance. The last line of what is set across the
// columns may stand in the first one alone.
func (l *Layout) assignBlocks(p *Page) {
	last := make([]*Line, 1+max(1, len(p.Columns))) // of what stands across, then by column
	n := 0
	for i, line := range p.Lines {
		if line.Role == Furniture || line.Role == FigureText || line.Rotated {
			n++
			line.Block = n
			continue
		}
		prev := last[1+line.Column]
		if i > 0 && line.endsAcross(p.Lines[i-1]) {
			prev = p.Lines[i-1]
		}
		if prev == nil || !l.sameBlock(prev, line) {
			n++
			line.Block = n
		} else {
			line.Block = prev.Block
		}
		last[1+line.Column] = line
	}
}

// endsAcross reports whether a line of the first column begins where a line across the
// columns does, in the same type.
func (l *Line) endsAcross(prev *Line) bool {
	return l.Column == 0 && prev.Column == Across && prev.isText() && sameFont(l.Style.Font, prev.Style.Font) && math.Abs(l.X0-prev.X0) <= edgeSlack
}

// sameBlock reports whether line goes on where prev ends.
func (l *Layout) sameBlock(prev, line *Line) bool {
	gap := line.Baseline - prev.Baseline
	return gap >= 0 && gap <= blockGap*l.LeadingAt(math.Max(line.Style.Size, prev.Style.Size)) &&
		math.Abs(line.Style.Size-prev.Style.Size) <= 0.12*line.Style.Size && line.bold() == prev.bold()
}

// LeadingAt scales the paper's leading to another size of type.
func (l *Layout) LeadingAt(size float64) float64 {
	if l.Body.Size <= 0 || l.Leading <= 0 {
		return 1.25 * size
	}
	return math.Max(1.05*size, l.Leading*size/l.Body.Size)
}

func (l *Line) bold() bool { return l.Style.Font != nil && l.Style.Font.Bold() }

func (l *Line) italic() bool { return l.Style.Font != nil && l.Style.Font.Italic() }

// Bold reports whether the line's dominant font is bold.
func (l *Line) Bold() bool { return l.bold() }

// Italic reports whether the line's dominant font is slanted.
func (l *Line) Italic() bool { return l.italic() }

// MeasureOf returns the width of the line's column, for a line across the width of
// all columns together.
func (p *Page) MeasureOf(l *Line) float64 { return p.measureOf(l) }

// SameSize reports whether two sizes of type look alike.
func SameSize(a, b float64) bool { return sameSize(a, b) }

// SameFont reports whether two fonts are the same to a reader.
func SameFont(a, b *font.Font) bool { return sameFont(a, b) }

// BodyStyle returns the type of the running text, without the lines that skip
// reports.
func (l *Layout) BodyStyle(skip func(*Line) bool) Style { return l.bodyStyle(skip) }
