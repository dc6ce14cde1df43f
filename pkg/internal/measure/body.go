package measure

import (
	"iter"
	"math"
	"slices"
	"sort"

	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// How type is measured.
const (
	sizeBin       = 0.1  // points: sizes nearer than this count together
	gapWindow     = 1.0  // points: the width of the cluster of baseline distances
	minGaps       = 5    // baseline distances that a paper's leading needs
	bodySizes     = 0.02 // the share by which sizes of body lines may differ
	leastGap      = 0.85 // sizes: lines nearer than this are pieces of a display
	minGapsOfPage = 10   // those that a page's own leading needs
	minPageChars  = 200  // body characters that a page's own size needs
	leastPile     = 3    // full lines below each other make a paragraph: what stands below the parts of a figure has two
)

// measureBody takes the paper's body size, font and leading.
func measureBody(f *Facts, l *structure.Structure) {
	f.BodySize = bodySize(l.Pages)
	if !f.BodySize.Known && l.Body.Size > 0 {
		f.BodySize = known(l.Body.Size * drawnSize(l.Body.Font))
	}
	f.Leading = leading(l)
	f.Unread.Spacing = spacingUnread(l)
	if f.Unread.Size = sizeUnread(l, f.BodySize); f.Unread.Size.Kind != "" {
		f.forgetSize()
	}
	if l.Body.Font != nil {
		f.BodyFont = l.Body.Font.Name
	}
}

// leadings are the sizes of type between which a leading can lie.
const (
	leastLeading = 0.8
	mostLeading  = 4.0
)

// forgetSize makes the size of the body's type unknown, and the leading where even
// an estimate of the size says that it can be none.
func (f *Facts) forgetSize() {
	size := f.BodySize.Value
	f.BodySize = Number{}
	outside := func(n Number) bool {
		return size < leastBody || size > mostBody || n.Value < leastLeading*size || n.Value > mostLeading*size
	}
	if outside(f.Leading) {
		f.Leading = Number{}
	}
	for i := range f.Pages {
		p := &f.Pages[i]
		if p.BodySize = (Number{}); outside(p.Leading) {
			p.Leading = Number{}
		}
	}
}

// bodySize returns the size that most characters of running text look like.
func bodySize(pages []*structure.Page) Number {
	c := sizeCluster{}
	for _, p := range pages {
		for _, line := range p.Lines {
			if line.Role != structure.Body || line.Rotated || line.Boxed || line.Biography {
				continue
			}
			for i := range line.Runs {
				c.add(line.Runs[i].Size*drawnSize(line.Runs[i].Font), line.Runs[i].Chars)
			}
		}
	}
	return c.dominant()
}

// clusterBy returns the dominant size of a page's full lines of running text. Where it
// is smaller than the body, paragraphs alone tell it.
func clusterBy(lines []Line, body float64, size func(*Line) float64) Number {
	c := sizeCluster{}
	for i := range lines {
		if l := &lines[i]; l.Running && l.Full {
			c.add(size(l), l.Chars)
		}
	}
	if n := c.dominant(); !n.Known || n.Value >= body*(1-bodySizes) {
		return n
	}
	c = sizeCluster{}
	for from := 0; from < len(lines); {
		end := from + 1
		for end < len(lines) && goesOnFull(&lines[end-1], &lines[end]) {
			end++
		}
		if end-from >= leastPile {
			for i := from; i < end; i++ {
				c.add(size(&lines[i]), lines[i].Chars)
			}
		}
		from = end
	}
	return c.dominant()
}

// goesOnFull reports whether full lines of running text follow each other.
func goesOnFull(a, b *Line) bool {
	d := b.Baseline - a.Baseline
	return a.Running && a.Full && b.Running && b.Full && a.Column == b.Column && d > 0 && d <= maxStep*b.Size
}

// sizeCluster counts characters by size of type.
type sizeCluster struct {
	counts map[int]*sizeCount // by bin
	bin    int
	last   *sizeCount // of that bin: most lines and runs are in the size of the one before
}

type sizeCount struct {
	chars int
	sum   float64 // of sizes, by character
}

func (c *sizeCluster) add(size float64, chars int) {
	if bin := int(math.Round(size / sizeBin)); c.last == nil || bin != c.bin {
		c.bin, c.last = bin, c.of(bin)
	}
	c.last.chars += chars
	c.last.sum += size * float64(chars)
}

// of returns the count of a bin.
func (c *sizeCluster) of(bin int) *sizeCount {
	n := c.counts[bin]
	if n == nil {
		if c.counts == nil {
			c.counts = map[int]*sizeCount{}
		}
		n = new(sizeCount)
		c.counts[bin] = n
	}
	return n
}

// at returns what was counted in a bin.
func (c *sizeCluster) at(bin int) sizeCount {
	if n := c.counts[bin]; n != nil {
		return *n
	}
	return sizeCount{}
}

// dominant returns the mean of the most populated cluster of three bins; unknown
// where there are few characters. Of equals the larger size wins.
func (c *sizeCluster) dominant() Number {
	best, most, total := 0, -1, 0
	for bin, b := range c.counts {
		total += b.chars
		n := c.at(bin-1).chars + 2*b.chars + c.at(bin+1).chars
		if n > most || n == most && bin > best {
			best, most = bin, n
		}
	}
	if total < minPageChars {
		return Number{}
	}
	below, of, above := c.at(best-1), c.at(best), c.at(best+1)
	return known((below.sum + of.sum + above.sum) / float64(below.chars+of.chars+above.chars))
}

// leading returns the mean of the most populated cluster of the distances
// between successive baselines of body lines of one block in the body's size.
// Where there are enough, only distances within paragraphs count: TeX stretches
// the space between them.
func leading(l *structure.Structure) Number {
	gaps := gapsOf(l.Pages, l.Body.Size, false)
	if len(gaps) < minGaps {
		gaps = gapsOf(l.Pages, l.Body.Size, true)
	}
	return clusterOf(gaps, minGaps)
}

// leadingOf returns the leading of one page's running text, which is set at size,
// and its StepError: only distances within paragraphs count.
func leadingOf(p *structure.Page, size Number) (leading Number, off float64) {
	if !size.Known {
		return Number{}, 0
	}
	within := gapsOf([]*structure.Page{p}, size.Value, false)
	leading = clusterOf(within, minGapsOfPage)
	if leading.Known {
		off = stepError(within, leading.Value)
	}
	return leading, off
}

// gapsOf returns the baseline distances of body lines in the body's size: all, or those
// within paragraphs.
func gapsOf(pages []*structure.Page, body float64, all bool) []float64 {
	var out []float64
	for _, p := range pages {
		out = slices.Grow(out, len(p.Lines))
		for g := range bodyGaps(p, body) {
			if all || g.within {
				out = append(out, g.distance)
			}
		}
	}
	return out
}

func clusterOf(gaps []float64, least int) Number {
	if len(gaps) < least {
		return Number{}
	}
	return known(clusterMean(gaps))
}

// gap is the distance of two successive baselines.
type gap struct {
	distance float64
	within   bool // both lines belong to one paragraph
	lower    *structure.Line
}

// bodyGaps yields the baseline distances within the body blocks of a page.
func bodyGaps(p *structure.Page, body float64) iter.Seq[gap] {
	return func(yield func(gap) bool) {
		last := make([]*structure.Line, len(p.Columns))
		for _, line := range p.Lines {
			if line.Role != structure.Body || line.Rotated || line.Column < 0 || line.Column >= len(p.Columns) {
				continue
			}
			if math.Abs(line.Style.Size-body) > bodySizes*body {
				continue
			}
			prev := last[line.Column]
			last[line.Column] = line
			if prev == nil || prev.Block != line.Block || math.Abs(prev.Style.Size-line.Style.Size) > sizeBin {
				continue
			}
			if d := line.Baseline - prev.Baseline; d >= leastGap*line.Style.Size && !yield(gap{d, sameParagraph(p, prev, line), line}) {
				return
			}
		}
	}
}

// How paragraphs are told: their last line is short, their first is indented.
const (
	paragraphEnd    = 0.85 // of the column's width
	paragraphIndent = 0.5  // ems
)

func sameParagraph(p *structure.Page, prev, line *structure.Line) bool {
	c := p.Columns[line.Column]
	return prev.X1-c.X0 >= paragraphEnd*c.Width() && line.X0-prev.X0 < paragraphIndent*line.Style.Size
}

// clusterMean returns the mean of the cluster, gapWindow wide, that holds most
// values. The window is then laid about its own mean until it rests, so that it
// does not lean towards what happens to lie at one of its ends, but not away from
// many of its values: makers that snap baselines to device pixels alternate two
// distances, of which one may be twice as frequent.
func clusterMean(values []float64) float64 {
	sort.Float64s(values)
	in := fullestWindow(values)
	for range maxShifts {
		mean := meanOf(in)
		next := between(values, mean-gapWindow/2, mean+gapWindow/2)
		if len(next) == 0 || areSteps(in, len(next)) || math.Abs(meanOf(next)-mean) < 1e-6 {
			break
		}
		in = next
	}
	return meanOf(in)
}

const (
	maxShifts    = 20   // steps until the window rests
	deviceStep   = 0.8  // points: a device pixel of 96 dpi, at the most
	steppedShare = 0.15 // of the values: so many at one end are a step of the device
)

// areSteps reports whether values within one step of a device would lose many of
// them, so that kept are left.
func areSteps(sorted []float64, kept int) bool {
	lost := len(sorted) - kept
	return lost > 1 && float64(lost) > steppedShare*float64(len(sorted)) && sorted[len(sorted)-1]-sorted[0] <= deviceStep
}

// fullestWindow returns the values in the gapWindow that holds most.
func fullestWindow(sorted []float64) []float64 {
	var most []float64
	lo := 0
	for hi, v := range sorted {
		for v-sorted[lo] > gapWindow {
			lo++
		}
		if hi-lo+1 > len(most) {
			most = sorted[lo : hi+1]
		}
	}
	return most
}

// between returns the values from lo to hi.
func between(sorted []float64, lo, hi float64) []float64 {
	from := sort.SearchFloat64s(sorted, lo)
	to := sort.Search(len(sorted), func(i int) bool { return sorted[i] > hi })
	return sorted[from:max(from, to)]
}

func meanOf(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}
