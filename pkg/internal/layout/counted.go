package layout

import (
	"math"
	"slices"
)

// What tells numbers that count down a page from the other numbers on it. They are
// sought before the columns are known: line numbers in a narrow gutter would close it.
const (
	leastCounted = 5   // below each other on one page
	equalSteps   = 0.8 // share of the steps that are the usual one
	flush        = 0.6 // points by which ends that are flush differ
)

// Counted reports whether the run is a number that counts down the page, below others.
func (r *Run) Counted() bool { return r.counted }

// findCounted marks the sheet's runs that are numbers below each other, flush right or
// left, and count by equal steps.
func (s *Sheet) findCounted() {
	var numbers []*Run
	for i := range s.Runs {
		if r := &s.Runs[i]; !r.Rotated && isNumber(r.Text) {
			numbers = append(numbers, r)
		}
	}
	for _, end := range []func(*Run) float64{func(r *Run) float64 { return r.X1 }, func(r *Run) float64 { return r.X0 }} {
		slices.SortStableFunc(numbers, func(a, b *Run) int { return compare(end(a), end(b)) })
		for from := 0; from < len(numbers); {
			to := from + 1
			for to < len(numbers) && end(numbers[to])-end(numbers[to-1]) <= flush {
				to++
			}
			markCounted(numbers[from:to])
			from = to
		}
	}
	findStrays(numbers)
}

// markCounted marks numbers that stand below each other if they count.
func markCounted(numbers []*Run) {
	if len(numbers) < leastCounted {
		return
	}
	below := slices.Clone(numbers)
	slices.SortStableFunc(below, func(a, b *Run) int { return compare(a.Baseline, b.Baseline) })
	steps := map[int]int{}
	usual := 1
	for i := 1; i < len(below); i++ {
		step := valueOf(below[i].Text) - valueOf(below[i-1].Text)
		if steps[step]++; step > 0 && steps[step] > steps[usual] {
			usual = step
		}
	}
	if float64(steps[usual]) < equalSteps*float64(len(below)-1) {
		return
	}
	for _, r := range below {
		r.counted = true
	}
}

// standsOut reports whether a run is not wholly within a column: numbers that count
// reach into the text where the gutter is too narrow for them.
func standsOut(columns []Column, r *Run) bool {
	return len(columns) > 0 && !slices.ContainsFunc(columns, func(c Column) bool {
		return math.Min(r.X1, c.X1)-math.Max(r.X0, c.X0) > r.X1-r.X0-1
	})
}

// besideText reports whether a line stands outside all columns, or counts and is not
// wholly within one.
func besideText(columns []Column, l *Line) bool {
	return beside(columns, l.X0, l.X1) || len(l.Runs) == 1 && l.Runs[0].counted && standsOut(columns, &l.Runs[0])
}
