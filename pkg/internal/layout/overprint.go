package layout

// How a word stands on one in other type, in sizes of type.
const (
	overSize  = 1.15 // larger by so much
	overReach = 2.0  // the least overlap
	overChars = 4    // letters of the shorter word at least
)

// printedOver returns how many runs of a baseline, from left to right, are of the type
// that a word is set in which stands on words of clearly smaller type: 0 for no such
// word. Broken classes set the first line of a section on its heading.
func printedOver(runs []Run) int {
	for i := 1; i < len(runs); i++ {
		a, b := &runs[i-1], &runs[i]
		large, small := max(a.Size, b.Size), min(a.Size, b.Size)
		if large < overSize*small || min(a.X1, b.X1)-b.X0 < overReach*small || min(a.Chars, b.Chars) < overChars {
			continue
		}
		n := 0
		for k := range runs {
			if runs[k].Size*overSize > large {
				n++
			}
		}
		return n
	}
	return 0
}

// cutBaseline cuts the runs of one baseline into lines, those of larger type printed over
// others first.
func (b *lineBuilder) cutBaseline(runs []Run) {
	sortRuns(runs, leftOf)
	over := printedOver(runs)
	if over > 0 {
		sortRuns(runs, func(r *Run) float64 { return -r.Size })
		sortRuns(runs[:over], leftOf)
		b.cutColumns(runs[:over:over])
		sortRuns(runs[over:], leftOf)
	}
	b.cutColumns(runs[over:])
}
