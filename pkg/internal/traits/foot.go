package traits

import (
	"cmp"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
	"github.com/paperfit/paperfit/pkg/internal/lexicon/scan"
)

// SmallType is the share of the body's size that smaller type is below.
const SmallType = 0.97

// listingReach is how far below, in leadings, a listing's lines follow each other.
const listingReach = 2.5

// readListings gives the traits AfterListing and Step to the small type and the
// numbered lines that follow the caption of a listing or algorithm in its column:
// code need not be set in a fixed pitch.
func (s *Paper) readListings(lines []Line) {
	last := map[int]*Line{}
	for i := range lines {
		l := &lines[i]
		b, prev := l.of, last[l.Column]
		caption := b.Has(CaptionBlock)
		switch {
		case caption && (prev != nil && prev.of == b || l.listing):
			last[l.Column] = l
		case prev != nil && !caption && (scan.IsStep(l.Text) || s.isSmallText(l)) && l.Baseline-prev.Baseline < listingReach*s.LeadingAt(s.Body.Size):
			b.set(AfterListing, true)
			b.set(Step, scan.IsStep(l.Text))
			last[l.Column] = l
		default:
			delete(last, l.Column)
		}
	}
}

// isSmallText reports whether a line is smaller than the body and no heading, row
// or label.
func (s *Paper) isSmallText(l *Line) bool {
	t := &l.of.Set
	return l.Style.Size < SmallType*s.Body.Size && !t.Has(HeadingType) && !t.Has(CellRows) && !t.Has(DrawingText)
}

// LeadingAt scales the paper's leading to another size of type.
func (s *Paper) LeadingAt(size float64) float64 {
	if s.Body.Size <= 0 || s.Leading <= 0 {
		return 1.25 * size
	}
	return max(1.05*size, s.Leading*size/s.Body.Size)
}

// readFeet gives the trait ColumnFoot to the small blocks at the foot of each
// column, from the last one upwards, which a rule or a raised mark tells from text.
func (s *Paper) readFeet(p *Page, blocks []*Block) {
	done := map[int]bool{}
	upwards := slices.Clone(blocks)
	slices.SortStableFunc(upwards, func(a, b *Block) int { return cmp.Compare(b.first().Baseline, a.first().Baseline) })
	for _, b := range upwards {
		first := b.first()
		t := &b.Set
		if done[first.Column] || t.HasAny(DrawingText, CaptionBlock, FixedPitch, HeadingType, CellRows, FormulaMarks) {
			continue
		}
		small := first.Style.Size <= footnoteSize*s.Body.Size
		rights := small && first.tellsRights()
		if small && !rights && p.ruleAbove(first, mostNoteRule, 1) {
			t.set(BelowRule, true)
			continue
		}
		if !small || !first.StartsFootnote() && !p.ruleAbove(first, 0, mostNoteRule) && !first.Has(FootnoteStart) && !rights {
			done[first.Column] = true
			continue
		}
		t.set(ColumnFoot, true)
	}
}

// tellsRights reports whether a line of the first page begins what a publisher sets at its
// foot: the authors' addresses, who may copy the paper, who holds the rights.
func (l *Line) tellsRights() bool {
	if l.Page != 1 {
		return false
	}
	h := lexicon.HeadingOf(l.opening(), nil)
	return strings.HasPrefix(l.Text, "©") || h.Begins(lexicon.Rights)
}

// thinRule is the most points that a rule is thick, leastRule the least that one
// above footnotes is long.
const thinRule, leastRule = 2.5, 20

// ruleAbove reports whether a horizontal rule that takes more than least and at
// most the other share of the measure stands right above the line.
func (p *Page) ruleAbove(l *Line, least, most float64) bool {
	measure := p.MeasureOf(l.Line)
	for _, r := range p.Rules {
		d := l.Baseline - r.Y1
		if r.Height() <= thinRule && r.Width() > leastRule && r.Width() > least*measure && r.Width() <= most*measure+edgeSlack && d > 0 && d < 2.2*l.Style.Size && r.X0 < l.X1 && r.X1 > l.X0 {
			return true
		}
	}
	return false
}
