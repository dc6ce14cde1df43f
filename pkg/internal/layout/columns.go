package layout

import (
	"math"
	"slices"
	"sort"
)

// Shapes of columns. A gutter is a vertical strip that few lines cross.
const (
	minGutter      = 6.0  // points
	minColumn      = 80.0 // points: narrower strips of type are no columns
	gutterCoverage = 0.33 // share of the usual coverage that a gutter may have
	columnCoverage = 0.20 // share of the usual coverage that a column must have
	narrowStrip    = 0.60 // share of its neighbour's width that a strip of notes has at most
	noGutter       = 0.50 // share of such a strip's lines that do not cross a gutter
)

// coverage counts, for each point of the page's width, the lines of type over it.
type coverage struct {
	bins []float64
}

func newCoverage(width float64) *coverage {
	return &coverage{bins: make([]float64, max(1, min(int(width)+1, 20_000)))}
}

// add counts a piece of a line from x0 to x1.
func (c *coverage) add(x0, x1 float64) {
	from, to := max(0, int(math.Ceil(x0))), min(len(c.bins)-1, int(math.Floor(x1)))
	for i := from; i <= to; i++ {
		c.bins[i]++
	}
}

// usual returns the coverage that the text columns have: the upper quarter of
// the strips with any type.
func (c *coverage) usual() float64 {
	var seen []float64
	for _, n := range c.bins {
		if n > 0 {
			seen = append(seen, n)
		}
	}
	if len(seen) == 0 {
		return 0
	}
	sort.Float64s(seen)
	return seen[len(seen)*3/4]
}

// columns returns the strips between the gutters.
func (c *coverage) columns() []Column {
	usual := c.usual()
	if usual < 3 {
		return nil
	}
	strips := c.strips(usual * gutterCoverage)
	strips = c.joinGaps(strips)
	var out []Column
	for _, s := range strips {
		if s.Width() >= minColumn && c.mean(s) >= columnCoverage*usual {
			out = append(out, s)
		}
	}
	return c.withShortColumn(out)
}

// Shapes of a last column of few lines, against the column before it.
const (
	shortColumnLines = 3    // more than cross its gutter
	columnSlack      = 0.15 // share of the width by which columns differ
	widestGutter     = 0.35 // share of the width that a gutter has at most
)

// withShortColumn adds a last column that holds too few lines to be usual, as on
// papers of a page or less: it is as wide as the column before it, and more lines
// stand in it than cross its gutter.
func (c *coverage) withShortColumn(columns []Column) []Column {
	if len(columns) == 0 {
		return columns
	}
	last := columns[len(columns)-1]
	from, width := int(last.X1), last.Width()
	crossing := math.Inf(1)
	for x := from; x < min(len(c.bins), from+int(widestGutter*width)); x++ {
		crossing = math.Min(crossing, c.bins[x])
	}
	beyond := coverage{append([]float64(nil), c.bins...)}
	clear(beyond.bins[:from])
	for _, s := range beyond.strips(math.Max(2*crossing, crossing+shortColumnLines-1)) {
		gutter := s.X0 - last.X1
		if gutter >= minGutter && gutter <= widestGutter*width && math.Abs(s.Width()-width) <= columnSlack*width {
			return append(columns, s)
		}
	}
	return columns
}

// strips returns the stretches of bins above the threshold.
func (c *coverage) strips(threshold float64) []Column {
	var out []Column
	start := -1
	for i := 0; i <= len(c.bins); i++ {
		over := i < len(c.bins) && c.bins[i] > threshold
		switch {
		case over && start < 0:
			start = i
		case !over && start >= 0:
			out = append(out, Column{float64(start), float64(i)})
			start = -1
		}
	}
	return out
}

// joinGaps joins strips that a narrow gap parts, and drops what hangs out of a column:
// the lines of a list that is wider than the text.
func (c *coverage) joinGaps(strips []Column) []Column {
	var out []Column
	for _, s := range strips {
		n := len(out) - 1
		switch {
		case n < 0:
			out = append(out, s)
		case s.X0-out[n].X1 < minGutter:
			out[n].X1 = s.X1
		case c.hangsOut(out[n], s):
			out[n] = s
		case !c.hangsOut(s, out[n]):
			out = append(out, s)
		}
	}
	return out
}

// hangsOut reports whether a strip is narrow and sparse beside another, and most of its
// lines go on in that.
func (c *coverage) hangsOut(s, o Column) bool {
	gap := c.bins[int(min(s.X1, o.X1)):int(max(s.X0, o.X0))]
	return s.Width() < narrowStrip*o.Width() && c.mean(s) < c.mean(o) && slices.Min(gap) > noGutter*c.mean(s)
}

func (c *coverage) mean(s Column) float64 {
	sum := 0.0
	for i := int(s.X0); i < int(s.X1); i++ {
		sum += c.bins[i]
	}
	return sum / math.Max(1, s.Width())
}

// findColumns finds the columns of each sheet from all sheets together: pages of
// one size are pooled, then, because two-sided papers shift the block, pages of
// one parity; a page that shows other columns by itself keeps its own.
func findColumns(sheets []*Sheet, size float64) [][]Column {
	out := make([][]Column, len(sheets))
	for _, group := range groupBySize(sheets) {
		pooled := poolColumns(sheets, group, size)
		if len(pooled) < 2 {
			assignByParity(out, sheets, group, size, pooled)
			assignInner(out, sheets, group, size, pooled)
			assignAlone(out, sheets, group, size)
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

// assignAlone gives the columns that a page shows by itself, where the pages
// together show fewer, to those that another page shows, too: the body of a paper
// whose appendix is longer and set in one column. A page may end within the first,
// and the first page may show them only below a title and abstract across.
func assignAlone(out [][]Column, sheets []*Sheet, group []int, size float64) {
	alone, most := make([][]Column, len(group)), 0
	for k, i := range group {
		alone[k] = poolColumns(sheets, []int{i}, size)
		most = max(most, len(alone[k]))
	}
	if most > 1 && len(alone[0]) == 1 {
		c := newCoverage(sheets[group[0]].Size.X)
		c.addBelow(sheets[group[0]], size, sheets[group[0]].Size.Y/2)
		if columns := c.columns(); len(columns) == most {
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
	c := newCoverage(sheets[group[0]].Size.X)
	for _, i := range group {
		c.addSheet(sheets[i], size)
	}
	columns := c.columns()
	if len(columns) == 1 && c.isFirstOfTwo(columns[0]) && endsEarly(sheets, group, columns[0], size) {
		columns = append(columns, columns[0].mirrored(sheets[group[0]].Size.X))
	}
	return columns
}

// addSheet counts the sheet's runs of running type: sizes near the usual one.
func (c *coverage) addSheet(s *Sheet, size float64) { c.addBelow(s, size, math.Inf(-1)) }

// addBelow counts those below a height.
func (c *coverage) addBelow(s *Sheet, size, top float64) {
	for i := range s.Runs {
		r := &s.Runs[i]
		if r.Baseline > top && !r.Rotated && !r.counted && r.Size > 0.72*size && r.Size < 1.3*size && !s.inFigureForm(r.Form) {
			c.add(r.X0, r.X1)
		}
	}
}
