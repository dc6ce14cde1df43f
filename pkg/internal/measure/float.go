package measure

import (
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// How the inside of tables, algorithms and boxes is told from running text.
const (
	cellGap     = 2.0  // ems: a wider gap parts cells
	smallerType = 0.97 // against the body
	leastRule   = 40.0 // points: shorter rules bound nothing
	frameSlack  = 3.0  // points by which the sides of a frame miss its corners, or its text touches them
)

// hasCells reports whether wide gaps part the line, as they part the cells of a
// table's row.
func hasCells(line *structure.Line) bool {
	for i := 1; i < len(line.Runs); i++ {
		if line.Runs[i].X0-line.Runs[i-1].X1 > cellGap*line.Style.Size {
			return true
		}
	}
	return false
}

// inFloat reports whether a line of small type stands in a frame, or between two
// rules as wide as itself with nothing but small type between them: a table, an
// algorithm, a boxed listing. It is no running text then. A frame drawn as four
// rules may hold a larger heading.
func inFloat(p *structure.Page, line *structure.Line, usual float64) bool {
	if line.Style.Size >= smallerType*usual {
		return false
	}
	for _, f := range p.Figures {
		if f.Box.Covers(line.Box.Inset(1)) {
			return true
		}
	}
	above, below, ok := rulesAround(p, line)
	return ok && (framed(p, line, above, below) || onlySmall(p, geom.Rect{X0: line.X0, X1: line.X1, Y0: above, Y1: below}, smallerType*usual))
}

// usualSize returns the size of the largest type that full lines of running text
// on the page are set in.
func usualSize(p *structure.Page) float64 {
	size := 0.0
	for _, l := range p.Lines {
		if isRunning(l) && l.Column >= 0 && l.Column < len(p.Columns) && l.Width() >= fullShare*p.Columns[l.Column].Width() {
			size = max(size, l.Style.Size)
		}
	}
	return size
}

// rulesAround returns the heights of the nearest rules above and below the line
// that cover its width.
func rulesAround(p *structure.Page, line *structure.Line) (above, below float64, ok bool) {
	up, down := false, false
	for _, r := range p.Rules {
		if r.Width() < leastRule || r.X0 > line.X0+2 || r.X1 < line.X1-2 {
			continue
		}
		y := (r.Y0 + r.Y1) / 2
		if y <= line.Baseline && (!up || y > above) {
			above, up = y, true
		}
		if y > line.Baseline && (!down || y < below) {
			below, down = y, true
		}
	}
	return above, below, up && down
}

// framed reports whether rules to the left and right of the line join those above
// and below it.
func framed(p *structure.Page, line *structure.Line, above, below float64) bool {
	left, right := false, false
	for _, r := range p.Rules {
		if r.Height() < r.Width() || r.Y0 > above+frameSlack || r.Y1 < below-frameSlack || r.Height() > below-above+2*frameSlack {
			continue
		}
		left, right = left || r.X1 <= line.X0+frameSlack, right || r.X0 >= line.X1-frameSlack
	}
	return left && right
}

// onlySmall reports whether all text in the box is smaller than limit.
func onlySmall(p *structure.Page, box geom.Rect, limit float64) bool {
	for _, l := range p.Lines {
		if l.Role != structure.Furniture && l.Style.Size >= limit && l.Box.Overlaps(box.Inset(1)) {
			return false
		}
	}
	return true
}
