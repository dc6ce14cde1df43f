package measure

import (
	"math"

	"github.com/paperfit/paperfit/pkg/geom"
)

// Stretch is successive lines of running text in one column that are all set
// smaller than a limit.
type Stretch struct {
	Page  int
	Box   geom.Rect
	Size  float64 // the usual size of its lines
	Depth float64 // what its lines take of the column's height
	Lines int

	last float64 // the last line's baseline
}

// SmallStretches returns the stretches of running text below limit points that
// are at least depth points deep. What is no running text between their lines
// (a caption, a heading) neither ends a stretch nor belongs to it; a full line
// of running text at the limit or above ends it.
func (f *Facts) SmallStretches(limit, depth float64) []Stretch {
	var out []Stretch
	for i := range f.Pages {
		for _, s := range f.Pages[i].smallStretches(limit) {
			if s.Depth >= depth {
				out = append(out, s)
			}
		}
	}
	return out
}

func (p *Page) smallStretches(limit float64) []Stretch {
	var out []Stretch
	open := map[int]*Stretch{}
	for i := range p.Lines {
		l := &p.Lines[i]
		if !l.Running || l.Column < 0 {
			continue
		}
		s := open[l.Column]
		switch {
		case l.Size < limit && s != nil:
			s.add(l)
		case l.Size < limit && l.Full:
			open[l.Column] = newStretch(p.Number, l)
		case l.Full && s != nil:
			out = append(out, *s)
			delete(open, l.Column)
		}
	}
	for column := range p.Columns {
		if s := open[column]; s != nil {
			out = append(out, *s)
		}
	}
	return out
}

func newStretch(page int, l *Line) *Stretch {
	return &Stretch{Page: page, Box: l.Box, Size: l.Size, Depth: lineDepth * l.Size, Lines: 1, last: l.Baseline}
}

// A stretch grows by the distance of its baselines, of which gaps (a figure
// between two paragraphs) count no more than maxStep sizes of type.
const (
	lineDepth = 1.2
	maxStep   = 2.5
)

func (s *Stretch) add(l *Line) {
	s.Box = s.Box.Union(l.Box)
	s.Size = math.Max(s.Size, l.Size)
	s.Depth += math.Min(math.Max(0, l.Baseline-s.last), maxStep*l.Size)
	s.Lines++
	s.last = l.Baseline
}
