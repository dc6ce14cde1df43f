package structure

import (
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/traits"
)

// Of tells what each line of a paper is.
func Of(l *layout.Layout) *Structure {
	s := &Structure{Body: l.Body, Leading: l.Leading, PageNumbers: l.PageNumbers()}
	seen := traits.Of(l)
	lines := make([]*Line, 0, len(seen.Lines))
	for _, p := range seen.Pages {
		page := newPage(p, len(lines))
		s.Pages = append(s.Pages, page)
		lines = page.appendText(lines)
	}
	r := newReading(seen, lines)
	for i, z := range r.zones() {
		lines[i].Zone = z
	}
	s.findReferences(r)
	s.findContent(r)
	s.findUnexplained(r)
	findMerged(l, r)
	s.label(r)
	s.findBoxed(r)
	if s.References.Status == Found {
		s.settleBody(l, r)
		s.findBiographies(r)
	}
	s.countColumns(l)
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
		s.label(r)
		s.findBoxed(r)
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

// newPage returns a page whose lines have no role yet. Its text begins with the line of
// index first.
func newPage(p *traits.Page, first int) *Page {
	out := &Page{Page: p.Page, Lines: make([]*Line, len(p.Lines)), Margin: certain, drawings: p.Drawings}
	lines, at := make([]Line, len(p.Lines)), 0
	for i, line := range p.Lines {
		l := &lines[i]
		*l = Line{Line: line, Block: line.Block, page: out, text: -1}
		if at < len(p.Text) && p.Text[at].Line == line {
			l.seen, l.text = p.Text[at], first+at
			l.Prose, l.RunIn, l.cells = l.seen.Prose, l.seen.RunIn, l.seen.Has(traits.Cells)
			at++
		} else {
			l.Beside = line.Role != layout.Furniture && p.NumbersMargin(line)
		}
		out.Lines[i] = l
	}
	return out
}

// appendText appends the page's lines of text.
func (p *Page) appendText(out []*Line) []*Line {
	for _, l := range p.Lines {
		if l.seen != nil {
			out = append(out, l)
		}
	}
	return out
}
