package layout

import "slices"

func leftOf(r *Run) float64 { return r.X0 }

// sortRuns sorts runs by a measure and keeps the order of those that are equal in it.
// Most are sorted already.
func sortRuns(runs []Run, measure func(*Run) float64) {
	for i := 1; i < len(runs); i++ {
		if measure(&runs[i]) < measure(&runs[i-1]) {
			arrange(runs, orderOf(runs, measure))
			return
		}
	}
}

// ranked is a run by its index, and its measure.
type ranked struct {
	measure float64
	run     int
}

// orderOf sorts the indexes of runs, not the runs, which are large.
func orderOf(runs []Run, measure func(*Run) float64) []ranked {
	order := make([]ranked, len(runs))
	for i := range runs {
		order[i] = ranked{measure(&runs[i]), i}
	}
	slices.SortStableFunc(order, func(a, b ranked) int { return compare(a.measure, b.measure) })
	return order
}

// compare is cmp.Compare for what is a number.
func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case b < a:
		return 1
	}
	return 0
}

// sortLines sorts lines and keeps the order of equal ones. Most are sorted already.
func sortLines(lines []*Line, compare func(a, b *Line) int) {
	if !slices.IsSortedFunc(lines, compare) {
		slices.SortStableFunc(lines, compare)
	}
}

// arrange brings runs into an order, which is void then: each takes the place of the
// one that took its own.
func arrange(runs []Run, order []ranked) {
	for i := range order {
		first, at := runs[i], i
		for order[at].run != i {
			from := order[at].run
			runs[at], order[at].run = runs[from], at
			at = from
		}
		runs[at], order[at].run = first, at
	}
}
