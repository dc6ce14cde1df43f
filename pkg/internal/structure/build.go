package structure

import (
	"github.com/paperfit/paperfit/pkg/internal/layout"
)

// Of tells what each line of a paper is.
func Of(l *layout.Layout) *Structure {
	s := &Structure{Columns: l.Columns, Gutter: l.Gutter, Body: l.Body, Leading: l.Leading}
	for _, p := range l.Pages {
		s.Pages = append(s.Pages, newPage(p))
	}
	r := s.readZones()
	s.findReferences(r)
	s.findContent(r)
	return s
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
