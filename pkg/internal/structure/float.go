package structure

import (
	"math"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/traits"
)

// How the inside of tables, algorithms and boxes is told from running text.
const (
	frameSlack = 3.0 // points by which the sides of a frame miss its corners, or its text touches them
	fullShare  = 0.8 // of its column's measure: a full line
)

// IsRunning reports whether the line is running text by its role.
func (l *Line) IsRunning() bool { return !l.Rotated && (l.Role == Body || l.Role == List) }

// IsFull reports whether a line takes most of its column's measure.
func (p *Page) IsFull(l *Line) bool {
	return l.Column >= 0 && l.Column < len(p.Columns) && l.Width() >= fullShare*p.Columns[l.Column].Width()
}

// HasCells reports whether wide gaps part the line, as they part the cells of a
// table's row.
func (l *Line) HasCells() bool { return l.cells }

// findBoxed finds the small type that floats hold: it is no running text.
func (s *Structure) findBoxed(r *reading) {
	for _, p := range s.Pages {
		usual := p.usualSize()
		for _, l := range p.Lines {
			l.Boxed = p.isBoxed(l, usual) || usual < s.Body.Size && p.isBoxed(l, s.Body.Size) && p.inRuledFloat(l, traits.CaptionReach*r.seen.UsualLeading())
		}
	}
}

// isBoxed reports whether a line of type smaller than usual stands in a frame, or
// between two rules as wide as itself with nothing but small type between them: a
// table, an algorithm, a boxed listing. A frame drawn as four rules may hold a larger
// heading.
func (p *Page) isBoxed(line *Line, usual float64) bool {
	if line.Style.Size >= traits.Smaller*usual {
		return false
	}
	for _, f := range p.drawings {
		if f.Covers(line.Box.Inset(1)) {
			return true
		}
	}
	above, below, ok := p.rulesAround(line)
	return ok && (p.framed(line, above, below) || p.onlySmall(geom.Rect{X0: line.X0, X1: line.X1, Y0: above, Y1: below}, traits.Smaller*usual))
}

// usualSize returns the size of the largest type that full lines of running text
// on the page are set in.
func (p *Page) usualSize() float64 {
	size := 0.0
	for _, l := range p.Lines {
		if l.IsRunning() && p.IsFull(l) {
			size = max(size, l.Style.Size)
		}
	}
	return size
}

// rulesAround returns the heights of the nearest rules above and below the line
// that cover its width.
func (p *Page) rulesAround(line *Line) (above, below float64, ok bool) {
	up, down := false, false
	for _, r := range p.Rules {
		if r.Width() < traits.LeastBound || r.X0 > line.X0+2 || r.X1 < line.X1-2 {
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

// inRuledFloat reports whether a line stands between rules of one width, as those of a
// table, with a caption within reach above or below them all: a page may hold nothing
// else, and heads and feet have rules, too, but no caption.
func (p *Page) inRuledFloat(line *Line, reach float64) bool {
	n, top, bottom := 0, line.Baseline, line.Baseline
	var first geom.Rect
	for _, r := range p.Rules {
		alike := n == 0 || math.Abs(r.X0-first.X0) <= frameSlack && math.Abs(r.X1-first.X1) <= frameSlack
		if r.Width() < traits.LeastBound || r.X0 > line.X0+2 || r.X1 < line.X1-2 || !alike {
			continue
		}
		if n == 0 {
			first = r
		}
		n, top, bottom = n+1, min(top, r.Y0), max(bottom, r.Y1)
	}
	return n >= traits.LeastRules && slices.ContainsFunc(p.Lines, func(l *Line) bool {
		above, below := top-l.Baseline, l.Box.Y0-bottom
		return l.Role == Caption && (above >= 0 && above <= reach || below >= 0 && below <= reach)
	})
}

// framed reports whether rules to the left and right of the line join those above
// and below it.
func (p *Page) framed(line *Line, above, below float64) bool {
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
func (p *Page) onlySmall(box geom.Rect, limit float64) bool {
	for _, l := range p.Lines {
		if l.Role != Furniture && l.Style.Size >= limit && l.Box.Overlaps(box.Inset(1)) {
			return false
		}
	}
	return true
}
