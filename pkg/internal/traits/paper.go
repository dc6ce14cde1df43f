// Package traits tells what can be seen of the lines of a paper, without deciding what
// they are: what a line says, how it is set, what stands beside it.
//
// The first pass reads lines (Of), the second the blocks that they form (Paper.Cut). No
// trait asks for what others decide by it: package structure does so, from traits alone.
package traits

import (
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
)

// Paper is a paper and what can be seen of its lines.
type Paper struct {
	Pages   []*Page
	Lines   []*Line      // of text, in reading order
	Body    layout.Style // the body's type; zero when there is none
	Leading float64      // the body's usual baseline distance; 0 when unknown
}

// Page is one page.
type Page struct {
	*layout.Page
	Text     []*Line     // those of the paper's lines that stand on it
	Blocks   []*Block    // of them, once they are cut
	Drawings []geom.Rect // of the page's figures those that are no backdrop
}

// Of reads the traits of a paper's lines: each by itself, then beside its neighbours.
func Of(l *layout.Layout) *Paper {
	s := &Paper{Body: l.Body, Leading: l.Leading}
	for _, p := range l.Pages {
		s.Pages = append(s.Pages, &Page{Page: p})
	}
	s.findDrawings()
	r := &reader{Paper: s}
	r.readTraits()
	return s
}

// Cut is the second pass: it cuts the lines into blocks, which end where a part of the
// paper does, and reads the traits of these, and the places of front matter.
func (s *Paper) Cut(part func(line int) int) {
	first := 0
	var c cutter
	for _, p := range s.Pages {
		for _, l := range p.Text {
			l.place = Always
		}
		p.Blocks = c.blocksOf(p.Text, func(line int) int { return part(first + line) })
		first += len(p.Text)
		for _, b := range p.Blocks {
			s.readBlock(b)
		}
		for k := range max(0, len(p.Blocks)-1) {
			p.Blocks[k].set(CellRows, p.Blocks[k].headsRows(p.Blocks[k+1]))
		}
		s.readListings(p.Text)
		s.readFeet(p, p.Blocks)
	}
	s.readFront()
}

// Evidence returns the traits of a line's block, with the line's place in front matter.
func (l *Line) Evidence() *Set {
	if l.place == Always {
		return &l.of.Set
	}
	t := l.of.Set
	t.set(l.place, true)
	return &t
}
