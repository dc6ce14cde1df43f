package structure

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// label gives every line its role, its runner-up and its margin.
func (s *Structure) label(r *reading) {
	for _, p := range s.Pages {
		for _, line := range p.Lines {
			line.Role, line.Margin = roleOfLayout[line.Line.Role], certain
		}
	}
	blocks := make([][]*block, len(s.Pages))
	at, tokens := 0, make([]token, 0, maxTokens)
	for i, p := range s.Pages {
		from := at
		for at < len(r.lines) && r.lines[at].page == p {
			at++
		}
		blocks[i] = blocksOf(r.lines[from:at])
		for _, b := range blocks[i] {
			s.readBlock(b, tokens)
		}
		for k := range max(0, len(blocks[i])-1) {
			blocks[i][k].t.set(CellRows, blocks[i][k].headsRows(blocks[i][k+1]))
		}
		s.readListings(r.lines[from:at])
		s.readFeet(p, blocks[i])
	}
	s.readFront(blocks)
	for i := range blocks {
		for _, b := range blocks[i] {
			s.labelBlock(r, b)
		}
	}
}

// roleOfLayout gives the roles that geometry alone tells.
var roleOfLayout = map[layout.Role]Role{layout.Furniture: Furniture, layout.FigureText: FigureText}

// zoneRoles are the roles that a zone gives by itself.
var zoneRoles = map[Zone]Role{ListHeadingZone: ReferenceHeading, ListZone: Reference, PartHeadingZone: Heading}

func (s *Structure) labelBlock(r *reading, b *block) {
	role, runnerUp, margin := choose(&b.t)
	for _, l := range b.lines {
		l.Role, l.RunnerUp, l.Margin, l.evidence = role, runnerUp, margin, &b.t
		if l.place != Always {
			t := b.t
			t.set(l.place, true)
			l.Role, l.RunnerUp, l.Margin = choose(&t)
			l.evidence = &t
		}
		switch given, ok := zoneRoles[l.Zone]; {
		case ok:
			l.Role, l.RunnerUp, l.Margin = given, l.Role, r.lineMargin(l.text, l.Zone)
		case l.RunnerUp == l.Role: // nothing else speaks for another role
			l.RunnerUp, l.Margin = Reference, r.lineMargin(l.text, ListZone)
		}
	}
}

// choose returns the role for which traits say most, the next one for which they
// say anything (the role itself without one), and by how much less.
func choose(t *traits) (role, runnerUp Role, margin float64) {
	best, next := math.Inf(-1), math.Inf(-1)
	for k := range roleEvidence {
		v := weigh(roleEvidence[k], t)
		switch {
		case v <= 0:
		case v > best:
			next, runnerUp = best, role
			best, role = v, Role(k)
		case v > next:
			next, runnerUp = v, Role(k)
		}
	}
	if math.IsInf(next, -1) {
		return role, role, certain
	}
	return role, runnerUp, best - next
}

// lineMargin returns by how much the paper is better explained with line i in the
// zone than in any other (or the other way, where it has another).
func (r *reading) lineMargin(i int, zone Zone) float64 {
	other := math.Inf(-1)
	for z := range zoneCount {
		if z != zone {
			other = max(other, r.through(i, z))
		}
	}
	return min(certain, math.Abs(r.through(i, zone)-other))
}

// smallType is the share of the body's size that smaller type is below.
const smallType = 0.97

// listingReach is how far below, in leadings, a listing's lines follow each other.
const listingReach = 2.5

// readListings gives the traits AfterListing and Step to the small type and the
// numbered lines that follow the caption of a listing or algorithm in its column:
// code need not be set in a fixed pitch.
func (s *Structure) readListings(lines []textLine) {
	last := map[int]*textLine{}
	for i := range lines {
		l := &lines[i]
		b, prev := l.of, last[l.Column]
		caption := b.t.has(CaptionBlock)
		switch {
		case caption && (prev != nil && prev.of == b || l.listing):
			last[l.Column] = l
		case prev != nil && !caption && (isStep(l.Text) || s.isSmallText(l)) && l.Baseline-prev.Baseline < listingReach*s.leadingAt(s.Body.Size):
			b.t.set(AfterListing, true)
			b.t.set(Step, isStep(l.Text))
			last[l.Column] = l
		default:
			delete(last, l.Column)
		}
	}
}

// isSmallText reports whether a line is smaller than the body and no heading, row
// or label.
func (s *Structure) isSmallText(l *textLine) bool {
	t := &l.of.t
	return l.Style.Size < smallType*s.Body.Size && !t.has(HeadingType) && !t.has(CellRows) && !t.has(DrawingText)
}

// leadingAt scales the paper's leading to another size of type.
func (s *Structure) leadingAt(size float64) float64 {
	if s.Body.Size <= 0 || s.Leading <= 0 {
		return 1.25 * size
	}
	return max(1.05*size, s.Leading*size/s.Body.Size)
}

// readFeet gives the trait ColumnFoot to the small blocks at the foot of each
// column, from the last one upwards, which a rule or a raised mark tells from text.
func (s *Structure) readFeet(p *Page, blocks []*block) {
	done := map[int]bool{}
	upwards := slices.Clone(blocks)
	slices.SortStableFunc(upwards, func(a, b *block) int { return cmp.Compare(b.first().Baseline, a.first().Baseline) })
	for _, b := range upwards {
		first := b.first()
		t := &b.t
		if done[first.Column] || t.has(DrawingText) || t.has(CaptionBlock) || t.has(FixedPitch) || t.has(HeadingType) || t.has(CellRows) || t.has(FormulaMarks) {
			continue
		}
		small := first.Style.Size <= footnoteSize*s.Body.Size
		rights := small && first.tellsRights()
		if small && !rights && p.ruleAbove(first, mostNoteRule, 1) {
			t.set(BelowRule, true)
			continue
		}
		if !small || !first.StartsFootnote() && !p.ruleAbove(first, 0, mostNoteRule) && !first.t.has(FootnoteStart) && !rights {
			done[first.Column] = true
			continue
		}
		t.set(ColumnFoot, true)
	}
}

// tellsRights reports whether a line of the first page begins what a publisher sets at its
// foot: the authors' addresses, who may copy the paper, who holds the rights.
func (l *textLine) tellsRights() bool {
	if l.Page != 1 {
		return false
	}
	text := strings.TrimSpace(l.Text)
	h := lexicon.HeadingOf(text[:min(len(text), maxRunInWord)], nil)
	return strings.HasPrefix(text, "©") || h.Begins(lexicon.Rights)
}

// thinRule is the most points that a rule is thick, leastRule the least that one
// above footnotes is long.
const thinRule, leastRule = 2.5, 20

// ruleAbove reports whether a horizontal rule that takes more than least and at
// most the other share of the measure stands right above the line.
func (p *Page) ruleAbove(l *textLine, least, most float64) bool {
	measure := p.MeasureOf(l.Line.Line)
	for _, r := range p.Rules {
		d := l.Baseline - r.Y1
		if r.Height() <= thinRule && r.Width() > leastRule && r.Width() > least*measure && r.Width() <= most*measure+edgeSlack && d > 0 && d < 2.2*l.Style.Size && r.X0 < l.X1 && r.X1 > l.X0 {
			return true
		}
	}
	return false
}
