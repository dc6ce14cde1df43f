package layout

import "math"

// What tells the text of pages on which lists and figures reach farther left.
const (
	leastInset = 40.0 // points that the text stands in: entries hang less
	innerEdge  = 6.0  // points by which it ends elsewhere at the most
	innerPages = 2    // pages that show the same
)

// assignInner gives the pages whose text begins clearly right of the only column, and
// ends with it, the column that they show together.
func assignInner(out [][]Column, sheets []*Sheet, group []int, size float64, pooled []Column, alone [][]Column) {
	if len(pooled) != 1 {
		return
	}
	isInner := func(own []Column) bool {
		return len(own) == 1 && own[0].X0-pooled[0].X0 >= leastInset && math.Abs(own[0].X1-pooled[0].X1) <= innerEdge
	}
	var inner []int
	for k, i := range group {
		if len(out[i]) == 1 && isInner(alone[k]) {
			inner = append(inner, i)
		}
	}
	if own := poolColumns(sheets, inner, size); len(inner) >= innerPages && isInner(own) {
		for _, i := range inner {
			out[i] = own
		}
	}
}
