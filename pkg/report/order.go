package report

import (
	"cmp"
	"slices"
)

// SortFindings puts the findings into the one order that readers see: by rule
// in the order of the checks, page, position from the top, from the left, and
// last by what they say, so that a report is the same bytes on every run.
func SortFindings(findings []Finding, checks []Check) {
	if len(findings) < 2 {
		return
	}
	rank := make(map[string]int, len(checks))
	for i, c := range checks {
		rank[c.Rule] = i - len(checks) // below 0, the rank of a rule without a check
	}
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(rank[a.Rule], rank[b.Rule]),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Page, b.Page),
			compareBoxes(a.Box, b.Box),
			a.Sentence.Compare(b.Sentence),
			cmp.Compare(a.Message, b.Message), // of what has no kind
			cmp.Compare(a.Place, b.Place),
		)
	})
}

// compareBoxes orders boxes by top, left, bottom and right edge; what has no
// box concerns the whole page and comes first.
func compareBoxes(a, b *[4]float64) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	return cmp.Or(
		cmp.Compare(a[1], b[1]), cmp.Compare(a[0], b[0]),
		cmp.Compare(a[3], b[3]), cmp.Compare(a[2], b[2]),
	)
}
