package structure

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/traits"
)

// Margins are differences between the best reading of a paper and the best one
// that says otherwise. They are scores of evidence: 2 is a trait of some weight.

// certain is the margin where no other reading is possible.
const certain = 60

// Below these margins a conclusion is in doubt. Each has a threshold of its own:
// a page hangs on single lines, the list's beginning on all of its lines.
const (
	LeastReferencesMargin = 2
	LeastPageMargin       = 2
)

// Unsure reports whether it is in doubt where the reference list begins.
func (r *References) Unsure() bool { return r.Margin < LeastReferencesMargin }

// Unsure reports whether it is in doubt that the page holds anything besides
// references (or that it does not).
func (p *Page) Unsure() bool {
	return p.Hinge != nil && p.Margin < LeastPageMargin || len(p.Unexplained) >= leastUnexplained || len(p.Merged) >= leastMerged
}

// Lines of entries that no list explains.
const (
	leastUnexplained = 20
)

// Lines of two columns that are read as one.
const (
	leastMerged = 3
	mergedGap   = 1.1 // leadings: what stands across is set apart by more
)

// findMerged gathers the lines across the columns that follow a column's line as
// the next one of the same text does: they are two lines, which the gutter did not
// part. The first column alone tells nothing: so stands the last line of a paragraph
// that is set across.
func findMerged(of *layout.Layout, r *reading) {
	for i := range r.lines {
		l := r.lines[i]
		if l.Column != layout.Across || l.seen.Heading || l.seen.Has(traits.InFigure) || len(l.page.Columns) < 2 {
			continue
		}
		for j := max(0, i-mergedReach); j < min(len(r.lines), i+mergedReach); j++ {
			o := r.lines[j]
			d := math.Abs(o.Baseline-l.Baseline) / of.LeadingAt(l.Style.Size)
			if o.page == l.page && (o.Column > 0 && o.Prose || l.page.lastMerged() == o) && d > 0.5 && d <= mergedGap && layout.SameSize(o.Style.Size, l.Style.Size) {
				l.page.Merged = append(l.page.Merged, l)
				break
			}
		}
	}
}

// lastMerged returns the last line that was found to be merged: the next one of the
// same text is, too.
func (p *Page) lastMerged() *Line {
	if len(p.Merged) == 0 {
		return nil
	}
	return p.Merged[len(p.Merged)-1]
}

// mergedReach is how many lines before and after are looked at.
const mergedReach = 120

// noEntry are the traits of a line that names and years do not make one of an entry.
var noEntry = []traits.Trait{traits.FullProse, traits.InFigure, traits.Cells, traits.Row, traits.Ruled, traits.FootnoteStart, traits.MarginNote, traits.AmongNotes, traits.OwnCitation, traits.InAppendix}

// findUnexplained gathers the lines that look like entries outside any list.
func (s *Structure) findUnexplained(r *reading) {
	for i := range r.lines {
		l := r.lines[i]
		t := &l.seen.Set
		if l.Zone != BodyZone && l.Zone != BackZone || !l.seen.Telling || t.HasAny(noEntry...) {
			continue
		}
		if (t.Share(traits.EvidenceBefore)+t.Share(traits.EvidenceAfter))/2 >= traits.AmongEntries {
			l.page.Unexplained = append(l.page.Unexplained, l)
		}
	}
}

// referencesAt returns for each page (0: none) the best reading in which the
// reference list begins there, and the line at which it does.
func (r *reading) referencesAt(pages int) (best []float64, at []int) {
	best, at = make([]float64, pages+1), make([]int, pages+1)
	for p := range best {
		best[p], at[p] = never, -1
	}
	n := len(r.lines)
	if n == 0 {
		return best, at
	}
	best[0] = r.through(n-1, BodyZone)
	for i := range r.lines {
		v := r.entering(i)
		if p := r.lines[i].Page; p <= pages && v > best[p] {
			best[p], at[p] = v, i
		}
	}
	return best, at
}

// entering returns the best reading in which the first reference list begins
// with line i.
func (r *reading) entering(i int) float64 {
	if i == 0 {
		return max(r.through(0, ListHeadingZone), r.through(0, ListZone))
	}
	best := math.Inf(-1)
	step := &r.grammar[r.lines[i].seen.Start]
	for _, to := range [2]Zone{ListHeadingZone, ListZone} {
		best = max(best, r.forward[i-1][BodyZone]+step[BodyZone][to]+r.evidence[i][to]+r.backward[i][to])
	}
	return best
}

// isList reports whether a zone is that of a reference list or its heading.
func isList(z Zone) bool { return z == ListHeadingZone || z == ListZone }

// pageMargin returns by how much a page, whose lines are from to end, is better
// explained as references alone than with anything else on it (below zero: worse),
// and the line that would be something else.
func (r *reading) pageMargin(from, end int) (margin float64, hinge int) {
	alone := r.onlyList(from, end)
	only := max(alone[ListHeadingZone]+r.backward[end-1][ListHeadingZone], alone[ListZone]+r.backward[end-1][ListZone])
	other, at := math.Inf(-1), from
	for i := from; i < end; i++ {
		for z := range zoneCount {
			if v := r.through(i, z); !isList(z) && v > other {
				other, at = v, i
			}
		}
	}
	return max(-certain, min(certain, only-other)), at
}

// onlyList returns the best ways to the last of the lines from from to end, those of a
// page, in which all of them are the list's.
func (r *reading) onlyList(from, end int) scores {
	var way scores
	for i := from; i < end; i++ {
		heading, list := r.forward[i][ListHeadingZone]-r.evidence[i][ListHeadingZone], r.forward[i][ListZone]-r.evidence[i][ListZone]
		if i > from {
			price := &r.grammar[r.lines[i].seen.Start]
			heading = max(way[ListHeadingZone]+price[ListHeadingZone][ListHeadingZone], way[ListZone]+price[ListZone][ListHeadingZone])
			list = max(way[ListHeadingZone]+price[ListHeadingZone][ListZone], way[ListZone]+price[ListZone][ListZone])
		}
		way[ListHeadingZone] = max(heading+r.evidence[i][ListHeadingZone], never)
		way[ListZone] = max(list+r.evidence[i][ListZone], never)
	}
	return way
}

// findReferences tells where the reference list begins, and by what margin.
func (s *Structure) findReferences(r *reading) {
	pages := 0
	for _, p := range s.Pages {
		pages = max(pages, p.Number)
	}
	best, at := r.referencesAt(pages)
	page, rival := 0, -1
	for p := range best {
		if best[p] > best[page] {
			page = p
		}
	}
	for p := range best {
		if p != page && (rival < 0 || best[p] > best[rival]) {
			rival = p
		}
	}
	s.References.Margin = certain
	if rival >= 0 && len(r.lines) > 0 {
		s.References.Margin = min(certain, best[page]-best[rival])
		if at[rival] >= 0 {
			s.References.Rival = r.lines[at[rival]]
		}
	}
	if page == 0 {
		s.doubtHeading(r)
		return
	}
	first := r.lines[at[page]]
	s.References.First = first
	switch {
	case first.Zone == ListHeadingZone:
		s.References.Status, s.References.Heading = Found, first
		return
	case first.seen.Has(traits.BelowListRule):
		s.References.Status = Found
		return
	}
	s.References.Status, s.References.Seen = Unclear, seenEntries(r.lines[at[page]:])
}

// oneInText is how many lines there are in text for one of prose, headings and displays
// among them.
const oneInText = 3

// doubtHeading leaves a paper without a list in doubt where a heading names one and
// what follows is no text (addresses, or words that cannot be read), or where it names
// notes that cite.
func (s *Structure) doubtHeading(r *reading) {
	for i := range r.lines {
		l := r.lines[i]
		if l.seen.Has(traits.CitingNotes) {
			s.References.Margin, s.References.Rival = min(s.References.Margin, 0), l
		}
		if !l.seen.Has(traits.ListHeading) || !l.seen.Heading {
			continue
		}
		after := r.lines[i+1 : min(len(r.lines), i+1+traits.Neighbours)]
		prose := 0
		for k := range after {
			if after[k].Prose {
				prose++
			}
		}
		if len(after) > 0 && prose*oneInText <= len(after) {
			s.References.Margin, s.References.Rival = min(s.References.Margin, 0), r.lines[i]
		}
	}
}

// seenEntries returns what entries without a heading look like.
func seenEntries(lines []*Line) string {
	for i := range lines[:min(len(lines), traits.Neighbours)] {
		switch t := &lines[i].seen.Set; {
		case t.Has(traits.BracketMark), t.Has(traits.LabelMark):
			return "bracketed"
		case t.Has(traits.NumberMark):
			return "numbered"
		}
	}
	return "author-year"
}

// findContent tells by what margin each page holds references alone, or not.
func (s *Structure) findContent(r *reading) {
	for from := 0; from < len(r.lines); {
		end := from + 1
		for end < len(r.lines) && r.lines[end].Page == r.lines[from].Page {
			end++
		}
		margin, at := r.pageMargin(from, end)
		p := r.lines[from].page
		p.Margin, p.Hinge = math.Abs(margin), r.lines[at]
		from = end
	}
}
