package layout

import (
	"context"
	"math"
)

// Compose arranges the sheets of all pages, in order, into a Layout. The error
// is the context's.
func Compose(ctx context.Context, sheets []*Sheet) (*Layout, error) {
	usual := usualSize(sheets)
	for _, s := range sheets {
		s.findFigureForms(usual)
		s.findCounted()
	}
	columns := findColumns(sheets, usual)
	out := &Layout{Pages: make([]*Page, len(sheets)), usual: usual, columns: columns}
	if err := forEach(ctx, len(sheets), func(i int) { out.Pages[i] = newPage(sheets[i], columns[i]) }); err != nil {
		return nil, err
	}
	out.Leading = out.usualLeading(usual)
	markFurniture(out.Pages, out.Leading)
	for _, p := range out.Pages {
		p.sortReading()
		p.settleColumns(usual)
	}
	out.Body = out.bodyStyle(nil)
	out.Leading = out.usualLeading(out.Body.Size)
	if err := forEach(ctx, len(out.Pages), func(i int) { out.assignBlocks(out.Pages[i]) }); err != nil {
		return nil, err
	}
	return out, nil
}

// usualSize returns the size of type with the most characters in the paper.
func usualSize(sheets []*Sheet) float64 {
	c := sizeCount{}
	for _, s := range sheets {
		for i := range s.Runs {
			if r := &s.Runs[i]; !r.Rotated {
				c.add(r.Size, r.Chars)
			}
		}
	}
	return c.mode()
}

func newPage(s *Sheet, columns []Column) *Page {
	p := &Page{Number: s.Number, Size: s.Size, Columns: columns, Hidden: s.Hidden, Lies: s.Lies, Undrawn: s.Undrawn}
	p.Lines = buildLines(s, columns)
	p.Figures, p.Rules = findFigures(s)
	markFigureText(s, p)
	return p
}

// usualLeading returns the most common baseline distance of successive lines of
// about the given size in the same column: a first estimate.
func (l *Layout) usualLeading(size float64) float64 {
	c := sizeCount{}
	for _, p := range l.Pages {
		last := make([]*Line, max(1, len(p.Columns))) // by column
		for _, line := range p.byHeight() {
			if line.Column < 0 || !sameSize(line.Style.Size, size) {
				continue
			}
			if prev := last[line.Column]; prev != nil {
				if gap := line.Baseline - prev.Baseline; gap > 0.5*size && gap < 4*size {
					c.add(gap, 1)
				}
			}
			last[line.Column] = line
		}
	}
	return c.mode()
}

// bodyStyle returns the type of the running text: the most common size of the
// long lines in columns, and the font most common at that size. Lines that skip
// reports are left out.
func (l *Layout) bodyStyle(skip func(*Line) bool) Style {
	for _, share := range []float64{0.85, 0.5, 0} { // short of long lines, shorter ones tell
		c, lines := sizeCount{}, make([]*Line, 0, l.countLines())
		for _, p := range l.Pages {
			for line := range p.textLines() {
				if skip != nil && skip(line) || line.Width() < share*p.measureOf(line) {
					continue
				}
				if line.Style.Font != nil && line.Style.Font.FixedPitch() && share > 0 {
					continue
				}
				lines = append(lines, line)
				c.add(line.Style.Size, line.Chars)
			}
		}
		if size := c.mode(); size > 0 {
			return Style{dominantFont(lines, size), meanSize(lines, size)}
		}
	}
	return Style{}
}

// countLines counts the lines of all pages.
func (l *Layout) countLines() int {
	n := 0
	for _, p := range l.Pages {
		n += len(p.Lines)
	}
	return n
}

// CountColumns returns the number of columns that most of the lines of running text
// are set in, and the width of the gutter; 0 where there is no text or one column.
// Of each page and line, by their indexes, running reports whether it is such text.
func (l *Layout) CountColumns(running func(page, line int) bool) (n int, gutter float64) {
	chars := map[int]int{}
	for i, p := range l.Pages {
		for k, line := range p.Lines {
			if line.isText() && line.Column >= 0 && running(i, k) {
				chars[len(p.Columns)] += line.Chars
			}
		}
	}
	for k, c := range chars {
		if n == 0 || c > chars[n] || c == chars[n] && k > n {
			n = k
		}
	}
	var gutters []float64
	for i, p := range l.Pages {
		if g := p.gutter(func(k int) bool { return running(i, k) }); len(p.Columns) == n && n > 1 && g > 0 {
			gutters = append(gutters, g)
		}
	}
	return n, median(gutters)
}

// gutter returns the width between the type of the first two columns: from the
// usual right end of full lines of running text to the usual left edge.
func (p *Page) gutter(running func(line int) bool) float64 {
	if len(p.Columns) < 2 {
		return 0
	}
	var ends, starts []float64
	for k, l := range p.Lines {
		switch {
		case !l.isText():
		case l.Column == 0 && l.Width() > 0.9*p.Columns[0].Width() && running(k):
			ends = append(ends, l.X1)
		case l.Column == 1 && l.Width() > 0.9*p.Columns[1].Width() && running(k):
			starts = append(starts, l.X0)
		}
	}
	if len(ends) == 0 || len(starts) == 0 {
		return 0
	}
	return math.Max(0, median(starts)-median(ends))
}

// isText reports whether the line is upright and neither figure text nor furniture.
func (l *Line) isText() bool { return l.Role == Text && !l.Rotated }

// settleColumns sets a page across when most of its running text crosses the
// gutters that the paper's other pages have.
func (p *Page) settleColumns(size float64) {
	if len(p.Columns) < 2 {
		if len(p.Columns) == 0 {
			p.Columns = p.ownColumn()
		}
		return
	}
	across, within := 0, 0
	for l := range p.textLines() {
		switch {
		case l.Column != Across:
			within += l.Chars
		case sameSize(l.Style.Size, size) && l.Width() > 0.8*p.measureOf(l):
			across += l.Chars
		}
	}
	if across > 2*within {
		p.Columns = []Column{{p.Columns[0].X0, p.Columns[len(p.Columns)-1].X1}}
		for _, l := range p.Lines {
			l.Column = 0
		}
	}
}

// ownColumn returns one column as wide as the page's upright type.
func (p *Page) ownColumn() []Column {
	x0, x1 := math.Inf(1), math.Inf(-1)
	for l := range p.textLines() {
		x0, x1 = math.Min(x0, l.X0), math.Max(x1, l.X1)
	}
	if x0 >= x1 {
		return nil
	}
	return []Column{{x0, x1}}
}

// byHeight returns the text lines from top to bottom.
func (p *Page) byHeight() []*Line {
	lines := p.gatherText()
	sortByBaseline(lines)
	return lines
}
