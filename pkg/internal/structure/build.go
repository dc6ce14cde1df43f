package structure

import (
	"math"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/layout"
)

// Of tells what each line of a paper is.
func Of(l *layout.Layout) *Structure {
	s := &Structure{Columns: l.Columns, Gutter: l.Gutter, Body: l.Body, Leading: l.Leading, PageNumbers: l.PageNumbers()}
	for _, p := range l.Pages {
		s.Pages = append(s.Pages, newPage(p))
	}
	r := s.readZones()
	s.findReferences(r)
	s.findContent(r)
	s.findUnexplained(r)
	s.label(r)
	if s.References.Status == Found {
		s.settleBody(l, r)
	}
	s.Columns, s.Gutter = s.countColumns()
	return s
}

// settleBody takes the body's type without the reference list, which may outweigh
// it, and without captions and footnotes. Where another type comes out, roles are
// given by it.
func (s *Structure) settleBody(l *layout.Layout, r *reading) {
	skip := map[*layout.Line]bool{}
	for _, p := range s.Pages {
		for _, line := range p.Lines {
			if line.Role == Reference || line.Role == Caption || line.Role == Footnote {
				skip[line.Line] = true
			}
		}
	}
	before := s.Body.Size
	s.Body = l.BodyStyle(func(line *layout.Line) bool { return skip[line] })
	if !layout.SameSize(before, s.Body.Size) {
		for i := range r.lines {
			r.lines[i].place = Always
		}
		s.label(r)
	}
}

// countColumns returns the number of columns that most of the body is set in, and
// the width of the gutter.
func (s *Structure) countColumns() (n int, gutter float64) {
	chars := map[int]int{}
	for _, p := range s.Pages {
		for _, line := range p.Lines {
			if line.Column >= 0 && line.Role == Body && line.text >= 0 {
				chars[len(p.Columns)] += line.Chars
			}
		}
	}
	for k, c := range chars {
		if n == 0 || c > chars[n] || c == chars[n] && k > n {
			n = k
		}
	}
	var gutters []float64
	for _, p := range s.Pages {
		if g := p.gutter(); len(p.Columns) == n && n > 1 && g > 0 {
			gutters = append(gutters, g)
		}
	}
	return n, median(gutters)
}

// gutter returns the width between the type of the first two columns: from the
// usual right end of full lines to the usual left edge.
func (p *Page) gutter() float64 {
	if len(p.Columns) < 2 {
		return 0
	}
	var ends, starts []float64
	for _, l := range p.Lines {
		switch {
		case l.Role != Body || l.text < 0:
		case l.Column == 0 && l.Width() > proseShare*p.Columns[0].Width():
			ends = append(ends, l.X1)
		case l.Column == 1 && l.Width() > proseShare*p.Columns[1].Width():
			starts = append(starts, l.X0)
		}
	}
	if len(ends) == 0 || len(starts) == 0 {
		return 0
	}
	return math.Max(0, median(starts)-median(ends))
}

// median returns the middle of xs, 0 when there are none. It sorts xs.
func median(xs []float64) float64 {
	if len(xs) == 0 {
		return 0
	}
	slices.Sort(xs)
	return xs[len(xs)/2]
}

// newPage returns a page whose lines have no role yet.
func newPage(p *layout.Page) *Page {
	out := &Page{Page: p, Lines: make([]*Line, len(p.Lines)), Margin: certain}
	lines := make([]Line, len(p.Lines))
	for i, line := range p.Lines {
		lines[i] = Line{Line: line, Block: line.Block}
		out.Lines[i] = &lines[i]
	}
	return out
}

// readZones gives each line its zone.
func (s *Structure) readZones() *reading {
	r := newReading(s.readTraits())
	for i, z := range r.zones() {
		r.lines[i].Zone = z
	}
	return r
}

// Before returns the text lines before a line in reading order.
func (s *Structure) Before(line *Line) []*Line {
	var out []*Line
	for _, p := range s.Pages {
		for _, l := range p.Lines {
			if l == line {
				return out
			}
			if l.text >= 0 && l.Role != FigureText {
				out = append(out, l)
			}
		}
	}
	return out
}
