package layout

import (
	"math"
	"slices"
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
	bins []int
}

// maxBins caps the width of a page on which lines are counted.
const maxBins = 20_000

// coverageOf counts the runs of running type, of sizes near the usual one, on sheets of
// one size, below a height.
func coverageOf(sheets []*Sheet, group []int, size, top float64) *coverage {
	bins := max(1, min(int(sheets[group[0]].Size.X)+1, maxBins))
	c := &coverage{bins: make([]int, bins+1)}
	for _, i := range group {
		s := sheets[i]
		for k := range s.Runs {
			r := &s.Runs[k]
			if r.Baseline > top && !r.Rotated && !r.counted && r.Size > 0.72*size && r.Size < 1.3*size && !s.inFigureForm(r.Form) {
				c.addStep(r.X0, r.X1)
			}
		}
	}
	c.sumSteps()
	return c
}

// addStep counts a piece of a line from x0 to x1: one more from the first bin on, one
// less behind the last.
func (c *coverage) addStep(x0, x1 float64) {
	from, to := max(0, int(math.Ceil(x0))), min(len(c.bins)-1, int(math.Floor(x1))+1)
	if from < to {
		c.bins[from]++
		c.bins[to]--
	}
}

// sumSteps turns the steps from bin to bin into the counts of bins. What ends at the
// page's edge has its step behind the last one, which is given up.
func (c *coverage) sumSteps() {
	for i := 1; i < len(c.bins); i++ {
		c.bins[i] += c.bins[i-1]
	}
	c.bins = c.bins[:len(c.bins)-1]
}

// usual returns the coverage that the text columns have: the upper quarter of
// the strips with any type.
func (c *coverage) usual() float64 {
	strips := make([]int, slices.Max(c.bins)+1) // by how many lines stand over them
	typed := 0
	for _, n := range c.bins {
		if n > 0 {
			strips[n]++
			typed++
		}
	}
	below := typed * 3 / 4 // strips that are to have no more lines
	for n, of := range strips {
		if below < of {
			return float64(n)
		}
		below -= of
	}
	return 0
}

// columns returns the strips between the gutters.
func (c *coverage) columns() []Column {
	usual := c.usual()
	if usual < 3 {
		return nil
	}
	strips := c.strips(0, usual*gutterCoverage)
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
	gutter := c.bins[from:min(len(c.bins), from+int(widestGutter*width))]
	if len(gutter) == 0 {
		return columns
	}
	crossing := slices.Min(gutter)
	for _, s := range c.strips(from, float64(max(2*crossing, crossing+shortColumnLines-1))) {
		gutter := s.X0 - last.X1
		if gutter >= minGutter && gutter <= widestGutter*width && math.Abs(s.Width()-width) <= columnSlack*width {
			return append(columns, s)
		}
	}
	return columns
}

// strips returns the stretches of bins above the threshold, from one bin on.
func (c *coverage) strips(from int, threshold float64) []Column {
	var out []Column
	start := -1
	for i := from; i <= len(c.bins); i++ {
		over := i < len(c.bins) && float64(c.bins[i]) > threshold
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
	return s.Width() < narrowStrip*o.Width() && c.mean(s) < c.mean(o) && float64(slices.Min(gap)) > noGutter*c.mean(s)
}

func (c *coverage) mean(s Column) float64 {
	sum := 0
	for i := int(s.X0); i < int(s.X1); i++ {
		sum += c.bins[i]
	}
	return float64(sum) / max(1, s.Width())
}
