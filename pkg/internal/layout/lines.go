package layout

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// How runs join into lines, relative to the size of type.
const (
	sameBaseline = 0.10 // baselines nearer than this are one line
	acrossGap    = 1.30 // wider gaps part what stands across the columns
	mostOverlap  = 2.00 // runs that overlap more are of two columns
)

// lineBuilder joins the runs of one sheet into lines.
type lineBuilder struct {
	sheet   *Sheet
	columns []Column
	lines   []*Line
	zones   []int // of the runs of a baseline; kept from one to the next
}

// buildLines returns the sheet's lines in no particular order.
func buildLines(s *Sheet, columns []Column) []*Line {
	b := &lineBuilder{sheet: s, columns: columns}
	upright := make([]Run, 0, len(s.Runs))
	for _, r := range s.Runs {
		if r.Rotated {
			b.lines = append(b.lines, &Line{Page: s.Number, Column: Across, Rotated: true, Runs: []Run{r}})
			continue
		}
		upright = append(upright, r)
	}
	b.joinBaselines(upright)
	b.attachScripts()
	for _, l := range b.lines {
		l.Text = l.textOf(l.Runs)
	}
	b.settleOverfull()
	return b.lines
}

// joinBaselines gathers the runs of each baseline and cuts them into lines.
func (b *lineBuilder) joinBaselines(runs []Run) {
	sortRuns(runs, func(r *Run) float64 { return r.Baseline })
	for start := 0; start < len(runs); {
		end := start + 1
		for end < len(runs) && runs[end].Baseline-runs[end-1].Baseline <= sameBaseline*min(runs[end].Size, runs[end-1].Size) {
			end++
		}
		b.cutBaseline(runs[start:end])
		start = end
	}
}

// cutColumns cuts the runs of one baseline, from left to right, into lines by columns; what crosses a
// gutter, and what stands close to it, is a line across.
func (b *lineBuilder) cutColumns(runs []Run) {
	runs = b.takeLineNumbers(withoutTwins(runs))
	zones := b.zones[:0]
	for i := range runs {
		zones = append(zones, b.zone(runs[i].X0, runs[i].X1))
	}
	b.zones = zones
	b.spreadAcross(runs, zones)
	for i := 0; i < len(runs); {
		j := i + 1
		for j < len(runs) && zones[j] == zones[i] && (zones[i] != Across || adjacent(&runs[j-1], &runs[j])) {
			j++
		}
		b.lines = append(b.lines, &Line{Page: b.sheet.Number, Column: zones[i], Runs: runs[i:j:j]})
		i = j
	}
}

// twinReach is how far apart, in ems, type is painted twice to look bold.
const twinReach = 0.12

// withoutTwins joins the runs of one baseline, from left to right, that repeat the
// one before them at nearly the same place: their text is read once.
func withoutTwins(runs []Run) []Run {
	kept := runs[:0]
	for _, r := range runs {
		if n := len(kept); n > 0 && kept[n-1].Text == r.Text &&
			math.Abs(kept[n-1].X0-r.X0) <= twinReach*r.Size && math.Abs(kept[n-1].X1-r.X1) <= twinReach*r.Size {
			kept[n-1].Box = kept[n-1].Box.Union(r.Box)
			kept[n-1].Chars += r.Chars // its glyphs are there to be seen
			continue
		}
		kept = append(kept, r)
	}
	return kept
}

// spreadAcross lets pieces of one line that straddles a gutter hang together.
func (b *lineBuilder) spreadAcross(runs []Run, zones []int) {
	for i := 1; i < len(runs); i++ {
		if zones[i] == zones[i-1] || !adjacent(&runs[i-1], &runs[i]) {
			continue
		}
		if zones[i-1] >= 0 && zones[i] >= 0 && runs[i].X0-runs[i-1].X1 > 0.6*b.gutterAt(zones[i-1]) {
			continue
		}
		for j := i; j >= 0 && (j == i || zones[j] != Across && adjacent(&runs[j], &runs[j+1])); j-- {
			zones[j] = Across
		}
	}
	for i := 1; i < len(runs); i++ {
		if zones[i-1] == Across && zones[i] != Across && adjacent(&runs[i-1], &runs[i]) {
			zones[i] = Across
		}
	}
}

// adjacent reports whether b goes on where a ends: close behind it, and not over it.
func adjacent(a, b *Run) bool {
	gap, size := b.X0-a.X1, max(a.Size, b.Size)
	return gap <= acrossGap*size && gap >= -mostOverlap*size
}

// gutterAt returns the width of the gutter right of column i.
func (b *lineBuilder) gutterAt(i int) float64 {
	if i+1 < len(b.columns) {
		return b.columns[i+1].X0 - b.columns[i].X1
	}
	return math.Inf(1)
}

// zone returns the column that the extent lies in, or Across. What lies beside
// all columns belongs to the nearest one: a margin note, a line number.
func (b *lineBuilder) zone(x0, x1 float64) int {
	switch len(b.columns) {
	case 0, 1:
		return 0
	}
	first, last := -1, -1
	for i, c := range b.columns {
		reach := min(c.Width()/4, 6)
		if x1 > c.X0+reach && x0 < c.X1-reach {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	switch {
	case first < 0:
		return b.nearest((x0 + x1) / 2)
	case first == last:
		return first
	}
	return Across
}

func (b *lineBuilder) nearest(x float64) int {
	best, dist := 0, math.Inf(1)
	for i, c := range b.columns {
		if d := max(c.X0-x, x-c.X1); d < dist {
			best, dist = i, d
		}
	}
	return best
}

// update sets extent, style and baseline from the runs.
func (l *Line) update() {
	sortRuns(l.Runs, leftOf)
	l.X0, l.X1, l.Chars, l.Box = math.Inf(1), math.Inf(-1), 0, geom.Empty()
	for i := range l.Runs {
		r := &l.Runs[i]
		l.X0, l.X1 = min(l.X0, r.X0), max(l.X1, r.X1)
		l.Box = l.Box.Union(r.Box)
		l.Chars += r.Chars
	}
	l.Style = dominantStyle(l.Runs)
	l.Baseline = baselineOf(l.Runs, l.Style.Size)
}

// maxStyles caps the styles that are told apart within one line.
const maxStyles = 32

// dominantStyle returns the size with the most characters and the font with the
// most characters at that size.
func dominantStyle(runs []Run) Style {
	if isOfOneStyle(runs) {
		return Style{runs[0].Font, runs[0].Size}
	}
	var styles [maxStyles]Style
	var chars [maxStyles]int
	n := 0
	for i := range runs {
		at := styleIndex(styles[:n], runs[i].Font, runs[i].Size)
		if at == maxStyles {
			continue
		}
		if at == n {
			styles[n] = Style{runs[i].Font, runs[i].Size}
			n++
		}
		chars[at] += runs[i].Chars
	}
	size := commonSize(styles[:n], chars[:n])
	best := -1
	for i := range n {
		if sameSize(styles[i].Size, size) && (best < 0 || chars[i] > chars[best]) {
			best = i
		}
	}
	return styles[best]
}

// isOfOneStyle reports whether all runs have the style of the first one.
func isOfOneStyle(runs []Run) bool {
	for i := 1; i < len(runs); i++ {
		if !sameFont(runs[0].Font, runs[i].Font) || !sameSize(runs[0].Size, runs[i].Size) {
			return false
		}
	}
	return true
}

// styleIndex returns the place of the style, or len(styles).
func styleIndex(styles []Style, f *font.Font, size float64) int {
	for i := range styles {
		if sameFont(styles[i].Font, f) && sameSize(styles[i].Size, size) {
			return i
		}
	}
	return len(styles)
}

// commonSize returns the size with the most characters over all fonts.
func commonSize(styles []Style, chars []int) float64 {
	best, most := 0.0, -1
	for i := range styles {
		sum := 0
		for j := range styles {
			if sameSize(styles[i].Size, styles[j].Size) {
				sum += chars[j]
			}
		}
		if sum > most {
			best, most = styles[i].Size, sum
		}
	}
	return best
}

// baselineOf returns the baseline of the runs of the dominant size.
func baselineOf(runs []Run, size float64) float64 {
	base, most := runs[0].Baseline, 0
	for i := range runs {
		if sameSize(runs[i].Size, size) && runs[i].Chars > most {
			base, most = runs[i].Baseline, runs[i].Chars
		}
	}
	return base
}

// finish updates the line and puts its text together.
func (l *Line) finish() {
	l.update()
	l.Text = l.textOf(l.Runs)
}

// textOf returns the text of successive runs of the line, with the spaces that
// can be seen between them.
func (l *Line) textOf(runs []Run) string {
	if len(runs) == 1 {
		return validText(runs[0].Text)
	}
	var text strings.Builder
	size := len(runs)
	for i := range runs {
		size += len(runs[i].Text)
	}
	text.Grow(size)
	end := math.Inf(-1)
	for i := range runs {
		r := &runs[i]
		if text.Len() > 0 && r.X0-end > wordGap*min(r.Size, l.Style.Size) {
			text.WriteByte(' ')
		}
		text.WriteString(r.Text)
		end = r.X1
	}
	return validText(text.String())
}

// validText returns a text with replacement characters for what is none; nearly all is
// valid, and that is told faster.
func validText(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}
