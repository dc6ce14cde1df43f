package traits

import (
	"cmp"
	"math"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// How a table is told by its rules: three or more that are equally wide, one below the
// other, with cells between them.
const (
	LeastRules = 3
	LeastBound = 40.0 // points: shorter rules bound nothing
	maxRules   = 400  // of a page: a grid of more is no table
	ruleSlack  = 2.0  // points by which their ends differ
	fullRow    = 0.9  // of the rules' width: a line that takes as much is text, or has cells
)

// Horizontal rules, and those that are shorter than the head of a table: above footnotes,
// and in place of the heading of a list.
const (
	thinRule  = 2.5  // points: thicker ones are no rules
	leastRule = 20.0 // points
	shortRule = 0.55 // of the measure
)

func isShortRule(r geom.Rect, measure float64) bool {
	return r.Height() <= thinRule && r.Width() >= leastRule && r.Width() <= shortRule*measure
}

// headingTraits are the traits of a heading by its words and look. What stands in a table
// or a figure has none of them, whatever it says.
var headingTraits = []Trait{
	ListHeading, StrongListHeading, ListWord, RunInList, AppendixHeading, AppendixWord, ClosingHeading, RunInClosing,
	Acknowledgments, OpeningHeading, LetteredHeading, NumberedHeading, PlainHeading,
}

// apartTraits are the traits of a line by its distance from the entries above it. Below
// a float they say nothing.
var apartTraits = []Trait{Unmarked, SetOff}

// markRuled gives the trait Ruled to the lines of a page that stand between the rules
// of a table.
func (r *reader) markRuled(p *Page) {
	for _, table := range p.ruledTables() {
		for _, l := range p.Text {
			if !table.Contains(l.Box.Center()) {
				if l.prev != nil && table.Contains(l.prev.Box.Center()) {
					l.drop(apartTraits...)
				}
				continue
			}
			l.set(Ruled, true)
			l.dropHeading()
		}
	}
}

// ruledTables returns the boxes of a page's tables from their first rule to the last.
func (p *Page) ruledTables() []geom.Rect {
	if len(p.Rules) < LeastRules || len(p.Rules) > maxRules {
		return nil
	}
	rules := slices.DeleteFunc(slices.Clone(p.Rules), func(r geom.Rect) bool { return r.Height() > thinRule || r.Width() < LeastBound })
	slices.SortStableFunc(rules, func(a, b geom.Rect) int { return cmp.Compare(a.Y0, b.Y0) })
	var out []geom.Rect
	used := make([]bool, len(rules))
	for i := range rules {
		table, n := rules[i], 1
		for k := i + 1; k < len(rules) && !used[i]; k++ {
			next := rules[k]
			if used[k] || math.Abs(next.X0-table.X0) > ruleSlack || math.Abs(next.X1-table.X1) > ruleSlack {
				continue
			}
			if holdsText(geom.Rect{X0: table.X0, X1: table.X1, Y0: table.Y1, Y1: next.Y0}, p.Text) {
				break
			}
			table.Y1, used[k], n = next.Y1, true, n+1
		}
		if n >= LeastRules {
			out = append(out, table)
		}
	}
	return out
}

// holdsText reports whether something else than cells stands in a box: prose, a full
// line without gaps, or what reaches beyond it.
func holdsText(box geom.Rect, lines []*Line) bool {
	for _, l := range lines {
		beyond := false
		switch {
		case l.Box.Y1 < box.Y0 || l.Box.Y0 > box.Y1:
			continue
		case !box.Contains(l.Box.Center()):
			beyond = l.Baseline > box.Y0 && l.Baseline < box.Y1 && l.X0 < box.X1 && l.X1 > box.X0
		case l.Prose, l.X0 < box.X0-ruleSlack, l.X1 > box.X1+ruleSlack:
			beyond = true
		default:
			beyond = l.Width() >= fullRow*box.Width() && l.Chars > proseChars && l.cells(alignGap) < 2
		}
		if beyond {
			return true
		}
	}
	return false
}
