package layout

import (
	"math"
	"slices"
)

// findColumns finds the columns of each sheet from all sheets together: pages of
// one size are pooled, then, because two-sided papers shift the block, pages of
// one parity; a page that shows other columns by itself keeps its own.
func findColumns(sheets []*Sheet, size float64) [][]Column {
	out := make([][]Column, len(sheets))
	for _, group := range groupBySize(sheets) {
		pooled := poolColumns(sheets, group, size)
		if len(pooled) < 2 {
			assignByParity(out, sheets, group, size, pooled)
			alone := poolAlone(sheets, group, size)
			assignInner(out, sheets, group, size, pooled, alone)
			assignAlone(out, sheets, group, size, alone)
			continue
		}
		for _, i := range group {
			out[i] = pooled
		}
	}
	return out
}

func assignByParity(out [][]Column, sheets []*Sheet, group []int, size float64, pooled []Column) {
	var halves [2][]int
	for _, i := range group {
		parity := sheets[i].Number % 2
		halves[parity] = append(halves[parity], i)
	}
	columns := [2][]Column{poolColumns(sheets, halves[0], size), poolColumns(sheets, halves[1], size)}
	shifted := len(columns[0]) == 1 && len(columns[1]) == 1 && columns[0][0].isShifted(columns[1][0])
	for parity, half := range halves {
		if len(columns[parity]) < 2 && len(pooled) > 0 && !shifted {
			columns[parity] = pooled
		}
		for _, i := range half {
			out[i] = columns[parity]
		}
	}
}

// poolAlone returns the columns that each page of a group shows by itself.
func poolAlone(sheets []*Sheet, group []int, size float64) [][]Column {
	alone := make([][]Column, len(group))
	for k := range group {
		alone[k] = poolColumns(sheets, group[k:k+1], size)
	}
	return alone
}

// assignAlone gives the columns that a page shows by itself, where the pages
// together show fewer, to those that another page shows, too: the body of a paper
// whose appendix is longer and set in one column. A page may end within the first,
// and the first page may show them only below a title and abstract across.
func assignAlone(out [][]Column, sheets []*Sheet, group []int, size float64, alone [][]Column) {
	most := 0
	for _, columns := range alone {
		most = max(most, len(columns))
	}
	if most > 1 && len(alone[0]) == 1 {
		if columns := coverageOf(sheets, group[:1], size, sheets[group[0]].Size.Y/2).columns(); len(columns) == most {
			alone[0] = columns
		}
	}
	for k, i := range group {
		for j := range group {
			columns := alone[k]
			if len(alone[j]) > len(columns) {
				columns = alone[j]
			}
			if j != k && len(columns) > max(1, len(out[i])) && beginsAs(columns, alone[k]) && beginsAs(columns, alone[j]) {
				out[i] = columns
				break
			}
		}
	}
	poolAlike(out, sheets, group, size, most)
}

// poolAlike gives the pages that show n columns the columns that these pages show
// together, where each of them begins as those do: a page of entries alone shows its
// columns without the labels that hang out.
func poolAlike(out [][]Column, sheets []*Sheet, group []int, size float64, n int) {
	var alike []int
	for _, i := range group {
		if n > 1 && len(out[i]) == n {
			alike = append(alike, i)
		}
	}
	pooled := poolColumns(sheets, alike, size)
	if len(pooled) != n {
		return
	}
	for _, i := range alike {
		if beginsAs(pooled, out[i]) && !pooled[0].isShifted(out[i][0]) {
			out[i] = pooled
		}
	}
}

// beginsAs reports whether the first of a page's columns stand where those of
// another page do. Where it holds entries alone, most of its lines hang, or end
// early.
func beginsAs(columns, first []Column) bool {
	return len(first) > 0 && len(first) <= len(columns) && slices.EqualFunc(columns[:len(first)], first, func(a, b Column) bool {
		return math.Abs(a.X0-b.X0) <= widestHang && math.Abs(a.X1-b.X1) <= widestHang
	})
}

// widestHang is how far the lines of entries stand off their column's edges, in
// points.
const widestHang = 24.0

// How the block of two-sided papers is shifted from page to page.
const (
	leastShift = 6.0 // points
	sameWidth  = 4.0 // points by which the blocks' widths may differ
)

// isShifted reports whether a column is as wide as another and stands beside it.
func (c Column) isShifted(o Column) bool {
	return math.Abs(c.Width()-o.Width()) <= sameWidth && math.Abs(c.X0-o.X0) >= leastShift
}

// groupBySize groups sheets whose sizes differ by less than a point.
func groupBySize(sheets []*Sheet) [][]int {
	index := map[[2]int]int{}
	var groups [][]int
	for i, s := range sheets {
		key := [2]int{int(math.Round(s.Size.X)), int(math.Round(s.Size.Y))}
		g, ok := index[key]
		if !ok {
			g = len(groups)
			index[key] = g
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], i)
	}
	return groups
}

func poolColumns(sheets []*Sheet, group []int, size float64) []Column {
	if len(group) == 0 {
		return nil
	}
	c := coverageOf(sheets, group, size, math.Inf(-1))
	columns := c.columns()
	if len(columns) == 1 && c.isFirstOfTwo(columns[0]) && endsEarly(sheets, group, columns[0], size) {
		columns = append(columns, columns[0].mirrored(sheets[group[0]].Size.X))
	}
	return columns
}
