package structure

import (
	"github.com/paperfit/paperfit/pkg/internal/layout"
)

// Of tells what each line of a paper is.
func Of(l *layout.Layout) *Structure {
	s := &Structure{Body: l.Body, Leading: l.Leading, PageNumbers: l.PageNumbers()}
	for _, p := range l.Pages {
		s.Pages = append(s.Pages, newPage(p))
	}
	s.findDrawings()
	r := s.readZones()
	s.findReferences(r)
	s.findContent(r)
	s.findUnexplained(r)
	s.findMerged(r)
	s.label(r)
	s.findBoxed()
	if s.References.Status == Found {
		s.settleBody(l, r)
		s.findBiographies(r)
	}
	s.countColumns(l)
	for i := range r.lines {
		line := &r.lines[i]
		line.Line.cells = line.t.has(Cells)
	}
	return s
}

// countColumns counts the columns of the body. What follows the reference list may
// be longer and set otherwise: it counts only in a paper that holds nothing else.
func (s *Structure) countColumns(l *layout.Layout) {
	for _, most := range []Zone{BodyZone, BackZone} {
		s.Columns, s.Gutter = l.CountColumns(func(page, line int) bool {
			of := s.Pages[page].Lines[line]
			return of.Role == Body && of.text >= 0 && of.Zone <= most
		})
		if s.Columns > 0 {
			return
		}
	}
}

// settleBody takes the body's type without the reference list and what stands in
// frames, which may outweigh it, and without captions and footnotes. Where another
// type comes out, roles are given by it.
func (s *Structure) settleBody(l *layout.Layout, r *reading) {
	skip := map[*layout.Line]bool{}
	for _, p := range s.Pages {
		for _, line := range p.Lines {
			if line.Role == Reference || line.Role == Caption || line.Role == Footnote || line.Boxed {
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
		s.findBoxed()
	}
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
