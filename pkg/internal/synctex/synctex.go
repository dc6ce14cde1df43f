// Package synctex finds the lines of a TeX source that made a place of a page, by the
// file that TeX writes beside the PDF with -synctex=1 (synctex(5)).
//
// TeX records where on a page each box, glue, kern, rule and formula stands, and which
// line of which file it was reading then. Trace keeps the records of the pages that are
// asked for; Trace.Source answers with the lines of most records in a box.
package synctex

import (
	"cmp"
	"math"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// Source is where a place comes from: lines of a file, from 1, as TeX named it.
type Source struct {
	File      string
	From, To  int
	Directory string // where TeX ran; "" where the name does not say
}

// link is a line of an input file, which is known by its tag.
type link struct{ tag, line int32 }

// node is a record with an extent: glue, kerns, formulas and the ends of words are
// points on a baseline, boxes and rules have a size. Lengths are in points of the page,
// from its top left corner.
type node struct {
	link
	box  geom.Rect
	leaf bool // no box that holds others
	late bool // it was made with the box around it, as the glue that ends a line with the paragraph
	last bool // it was made with the page, as its head and foot; LuaTeX has such records in lines too
}

// sheet is what is known of a page.
type sheet struct{ nodes []node }

// Trace is what a SyncTeX file says of some pages.
type Trace struct {
	inputs map[int32]string
	sheets map[int]*sheet
	pages  int
}

// Pages returns the number of pages that the file tells of.
func (t *Trace) Pages() int { return t.pages }

const (
	// reach is how far outside of a box, in points, a record may stand that belongs to
	// it: glue ends where a word begins.
	reach = 1.0
	// beside is how far to its sides, where nothing stands within: XeTeX records nothing
	// of the first word of a line but the space after it.
	beside = 6.0
	// leastShare is how much of a box without records within has to be covered by the
	// box of TeX that made it.
	leastShare = 0.5
	// mostTimes is how many times as large that box of TeX may be; larger ones hold
	// half the page, unless they are as high as a line or two.
	mostTimes = 4
	mostLines = 1.5
	// mostApart is how many lines of a file lie at most between two records of a
	// place: what stands farther off came by a macro or a mark.
	mostApart = 30
)

// Source returns the lines that made what stands in a box of a page, in points from
// the page's top left corner; false where nothing is known of it.
func (t *Trace) Source(page int, box geom.Rect) (Source, bool) {
	s := t.sheets[page]
	if s == nil || box.IsEmpty() {
		return Source{}, false
	}
	own := func(n *node) bool { return !n.late && !n.last }
	links := t.within(s, box.Grow(geom.Point{X: reach, Y: reach}), own)
	if len(links) == 0 {
		links = t.within(s, box.Grow(geom.Point{X: reach, Y: reach}), func(n *node) bool { return n.late && !n.last })
	}
	if len(links) == 0 {
		links = t.within(s, box.Grow(geom.Point{X: beside, Y: reach}), own)
	}
	if len(links) == 0 {
		links = t.around(s, box)
	}
	if len(links) == 0 {
		return Source{}, false
	}
	links = ofOneFile(links)
	from, to := lines(links)
	directory, file := split(t.inputs[links[0].tag])
	return Source{File: file, From: from, To: to, Directory: directory}, true
}

// within returns the links of such leaves as stand in a box.
func (t *Trace) within(s *sheet, box geom.Rect, such func(*node) bool) []link {
	var out []link
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.leaf && such(n) && box.Contains(n.box.Center()) && t.isPaper(n.tag) {
			out = append(out, n.link)
		}
	}
	return out
}

// around returns the link of the smallest box that covers enough of another, as the
// box of a figure does; none where there is none.
func (t *Trace) around(s *sheet, box geom.Rect) []link {
	var out []link
	least := math.Inf(1)
	for i := range s.nodes {
		n := &s.nodes[i]
		common := n.box.Intersect(box)
		large := n.box.Area() > mostTimes*box.Area() && n.box.Height() > mostLines*box.Height()
		if common.IsEmpty() || common.Area() < leastShare*box.Area() || large || n.box.Area() >= least || n.last || !t.isPaper(n.tag) {
			continue
		}
		least, out = n.box.Area(), []link{n.link}
	}
	return out
}

// ofOneFile returns the links of the file that has most of them.
func ofOneFile(links []link) []link {
	counts := map[int32]int{}
	for _, l := range links {
		counts[l.tag]++
	}
	best := links[0].tag
	for _, l := range links {
		if counts[l.tag] > counts[best] {
			best = l.tag
		}
	}
	return slices.DeleteFunc(links, func(l link) bool { return l.tag != best })
}

// lines returns the first and the last line of links of one file, without those that
// stand far from most.
func lines(links []link) (from, to int) {
	slices.SortFunc(links, func(a, b link) int { return cmp.Compare(a.line, b.line) })
	best := links[:1]
	for start := 0; start < len(links); {
		end := start + 1
		for end < len(links) && links[end].line-links[end-1].line <= mostApart {
			end++
		}
		if end-start > len(best) {
			best = links[start:end]
		}
		start = end
	}
	return int(best[0].line), int(best[len(best)-1].line)
}
