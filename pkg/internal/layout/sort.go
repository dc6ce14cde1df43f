package layout

import "sort"

func leftOf(r *Run) float64 { return r.X0 }

// sortRuns sorts runs by a measure and keeps the order of those that are equal in it.
// Most are sorted already.
func sortRuns(runs []Run, measure func(*Run) float64) {
	for i := 1; i < len(runs); i++ {
		if measure(&runs[i]) < measure(&runs[i-1]) {
			sort.SliceStable(runs, func(i, j int) bool { return measure(&runs[i]) < measure(&runs[j]) })
			return
		}
	}
}
