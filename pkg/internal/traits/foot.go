package traits

import (
	"cmp"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/lexicon"
	"github.com/paperfit/paperfit/pkg/internal/lexicon/scan"
)

// listingReach is how far below, in leadings, a listing's lines follow each other.
const listingReach = 2.5

// readListings gives the traits AfterListing and Step to the small type and the
// numbered lines that follow the caption of a listing or algorithm in its column:
// code need not be set in a fixed pitch.
func (s *Paper) readListings(lines []*Line) {
	last := map[int]*Line{}
	for _, l := range lines {
		b, prev := l.of, last[l.Column]
		caption := b.Has(CaptionBlock)
		switch {
		case caption && (prev != nil && prev.of == b || l.listing):
			last[l.Column] = l
		case prev != nil && !caption && (scan.IsStep(l.Text) || s.isSmallText(l)) && l.Baseline-prev.Baseline < listingReach*s.UsualLeading():
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
	return l.Style.Size < Smaller*s.Body.Size && !t.HasAny(HeadingType, CellRows, DrawingText)
}

// readFeet gives the trait ColumnFoot to the small blocks at the foot of each
// column, from the last one upwards, which a rule or a raised mark tells from text.
func (s *Paper) readFeet(p *Page, blocks []*Block) {
	done, notice := map[int]bool{}, map[int]float64{} // the size of type of a column's notice on rights
	upwards := slices.Clone(blocks)
	slices.SortStableFunc(upwards, func(a, b *Block) int { return cmp.Compare(b.first().Baseline, a.first().Baseline) })
	for _, b := range upwards {
		first := b.first()
		t := &b.Set
		if done[first.Column] || t.HasAny(DrawingText, CaptionBlock, FixedPitch, HeadingType, CellRows, FormulaMarks) {
			continue
		}
		small := first.Style.Size <= footnoteSize*s.Body.Size
		rights := small && (first.tellsRights() || layout.SameSize(first.Style.Size, notice[first.Column]))
		if small && !rights && p.ruleAbove(first, false) {
			t.set(BelowRule, true)
			continue
		}
		if !small || !first.StartsFootnote() && !p.ruleAbove(first, true) && !first.Has(FootnoteStart) && !rights {
			done[first.Column] = true
			continue
		}
		t.set(ColumnFoot, true)
		if rights {
			notice[first.Column] = first.Style.Size
		}
	}
}

// tellsRights reports whether a line of the first page begins what a publisher sets at its
// foot: the authors' addresses, who may copy the paper, who holds the rights.
func (l *Line) tellsRights() bool {
	if l.Page != 1 {
		return false
	}
	return strings.HasPrefix(l.Text, "©") || l.begins(lexicon.Rights)
}

// ruleAbove reports whether a horizontal rule no wider than the measure stands right
// above the line: a short one, or one that is not.
func (p *Page) ruleAbove(l *Line, short bool) bool {
	measure := p.MeasureOf(l.Line)
	return slices.ContainsFunc(p.Rules, func(r geom.Rect) bool {
		d := l.Baseline - r.Y1
		return r.Height() <= thinRule && r.Width() > leastRule && r.Width() <= measure+edgeSlack && isShortRule(r, measure) == short &&
			d > 0 && d < noteRuleReach*l.Style.Size && r.X0 < l.X1 && r.X1 > l.X0
	})
}
