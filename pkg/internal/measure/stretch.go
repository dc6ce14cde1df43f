package measure

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
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
	full int     // full lines
}

// SmallStretches returns the stretches of running text below limit points that
// are at least depth points deep. What is no running text between their lines
// (a caption, a heading) neither ends a stretch nor belongs to it; a full line
// of running text at the limit or above ends it. Most of its lines must be full:
// tables and algorithms are ragged. Prose within a table, a frame, a listing or a
// drawing is a stretch of its own.
func (f *Facts) SmallStretches(limit, depth float64) []Stretch {
	var out []Stretch
	for i := range f.Pages {
		p := &f.Pages[i]
		for _, s := range append(p.smallStretches(limit), p.guisedStretches(limit)...) {
			if s.Depth >= depth && float64(s.full) >= minFull*float64(s.Lines) {
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
			fresh := newStretch(p.Number)
			s = &fresh
			open[l.Column] = s
			s.add(l)
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

func newStretch(page int) Stretch { return Stretch{Page: page, Box: geom.Empty()} }

// A stretch begins with lineDepth sizes of type and grows by the distance of its
// baselines, of which gaps (a figure between two paragraphs) count no more than
// maxStep sizes.
const (
	lineDepth = 1.2
	maxStep   = 2.5
	minFull   = 0.6 // the share of its lines that take the column's width
)

func (s *Stretch) add(l *Line) {
	step := math.Min(math.Max(0, l.Baseline-s.last), maxStep*l.Size)
	if s.Lines == 0 {
		step = lineDepth * l.Size
	}
	s.Box = s.Box.Union(l.Box)
	s.Size = math.Max(s.Size, l.Size)
	s.Depth += step
	s.Lines++
	s.last = l.Baseline
	if l.Full {
		s.full++
	}
}
