package layout

import (
	"math"
	"slices"
	"sort"
)

// What tells the line numbers of a review copy from other numbers beside the
// columns, such as those of a listing, which belong to it.
const (
	leastLineNumbers = 3    // of the paper
	besideRunning    = 0.33 // the share of those beside text that stand beside running text
	runningWidth     = 0.8  // of the measure: a line of running text
	runningChars     = 12   // in the narrowest columns
	runningSize      = 0.95 // of the page's usual size
	ownReach         = 3.0  // ems: a listing's number stands so near to its line
	manyNumbers      = 8    // on one page
	numberLook       = 4    // neighbours among which the next lower number is sought
	endRowsGap       = 2.0  // leadings between the text and a row at the end of the page that is not numbered
)

// numberStrip is the numbers that stand below each other on pages of one size.
type numberStrip struct {
	x0, x1 float64
	pages  map[*Page][]*Line
}

// markLineNumbers finds the margin line numbers of review copies: numbers beside
// the columns that count down the pages beside running text.
func markLineNumbers(pages []*Page, leading float64) {
	bySize := map[slotSize][]*numberStrip{}
	for _, p := range pages {
		for _, l := range p.Lines {
			if l.Role != FigureText && !l.Rotated && isNumber(l.Text) && besideText(p.Columns, l) {
				bySize[sizeOf(p)] = withNumber(bySize[sizeOf(p)], p, l)
			}
		}
	}
	for _, strips := range bySize {
		for _, s := range strips {
			s.mark(leading)
		}
	}
	markStrayNumbers(pages, leading)
}

// maxStrips caps the strips of a paper: more are no line numbers.
const maxStrips = 64

// withNumber adds a number to the strip that it stands in.
func withNumber(strips []*numberStrip, p *Page, l *Line) []*numberStrip {
	for _, s := range strips {
		if l.X0 < s.x1 && l.X1 > s.x0 {
			s.x0, s.x1 = math.Min(s.x0, l.X0), math.Max(s.x1, l.X1)
			s.pages[p] = append(s.pages[p], l)
			return strips
		}
	}
	if len(strips) == maxStrips {
		return strips
	}
	return append(strips, &numberStrip{l.X0, l.X1, map[*Page][]*Line{p: {l}}})
}

// mark gives the role to the strip's numbers if they count and stand beside
// running text.
func (s *numberStrip) mark(leading float64) {
	if s.numbersPages() {
		s.markPageNumbers()
		return
	}
	var numbers []*Line
	running, beside := 0, 0
	for p, lines := range s.pages {
		if lines = counting(lines); len(lines) == 0 {
			continue
		}
		texts, usual, width := p.textRows(), p.usualSize(), runningWidth
		if spans(lines, texts, leading) {
			width = 0
		}
		for _, l := range lines {
			near := ownLine(l, p.textBeside(texts, l, leading))
			if len(near) > 0 {
				beside++
			}
			if slices.ContainsFunc(near, func(t *Line) bool { return p.isRunningText(t, usual, width) }) {
				running++
			}
		}
		numbers = append(numbers, lines...)
	}
	if len(numbers) < leastLineNumbers || running == 0 || float64(running) < besideRunning*float64(beside) {
		return
	}
	for _, l := range numbers {
		l.Role, l.Kind = Furniture, LineNumber
	}
}

// markPageNumbers makes the strip's numbers heads or feet, which stand beside text.
func (s *numberStrip) markPageNumbers() {
	for p, lines := range s.pages {
		for _, l := range lines {
			l.Role, l.Kind = Furniture, endKind(l.Baseline < p.Size.Y/2)
		}
	}
}

// numbersPages reports whether the strip has one number on each page, all at one
// height, that counts up with the pages.
func (s *numberStrip) numbersPages() bool {
	if len(s.pages) < leastLineNumbers {
		return false
	}
	baseline, before := math.NaN(), 0 // before the number of the first page
	for p, lines := range s.pages {
		l := lines[0]
		if math.IsNaN(baseline) {
			baseline, before = l.Baseline, valueOf(l.Text)-p.Number
		}
		if len(lines) > 1 || math.Abs(l.Baseline-baseline) > alikePlace || valueOf(l.Text)-p.Number != before {
			return false
		}
	}
	return true
}

// counting returns the lines of a page's strip whose numbers are higher than one
// of those above, or lower than one of those below: a page number under them is
// not. A lone number counts; where many stand, as high a one does: some makers cut
// the last figure off.
func counting(lines []*Line) []*Line {
	sortLines(lines, func(a, b *Line) int { return compare(a.Baseline, b.Baseline) })
	if len(lines) == 1 {
		return lines
	}
	var out []*Line
	for i, l := range lines {
		for j := max(0, i-numberLook); j < min(len(lines), i+numberLook+1); j++ {
			a, b := lines[min(i, j)], lines[max(i, j)]
			step := valueOf(b.Text) - valueOf(a.Text)
			if i != j && a.Baseline < b.Baseline && (step > 0 || step == 0 && len(lines) >= manyNumbers) {
				out = append(out, l)
				break
			}
		}
	}
	return out
}

// textRows returns the page's lines of type in columns, from top to bottom.
func (p *Page) textRows() []*Line {
	out := make([]*Line, 0, len(p.Lines))
	for l := range p.textLines() {
		if l.Column >= 0 && !(isNumber(l.Text) && besideText(p.Columns, l)) {
			out = append(out, l)
		}
	}
	sortByBaseline(out)
	return out
}

// textBeside returns the line nearest to the number in each column next to it.
func (p *Page) textBeside(texts []*Line, number *Line, leading float64) []*Line {
	at := sort.Search(len(texts), func(i int) bool { return texts[i].Baseline >= number.Baseline-leading })
	var near []*Line
	for _, t := range texts[at:] {
		if t.Baseline > number.Baseline+leading {
			break
		}
		if !p.nextTo(number, t.Column) {
			continue
		}
		same := slices.IndexFunc(near, func(n *Line) bool { return n.Column == t.Column })
		switch {
		case same < 0:
			near = append(near, t)
		case math.Abs(t.Baseline-number.Baseline) < math.Abs(near[same].Baseline-number.Baseline):
			near[same] = t
		}
	}
	return near
}

// ownLine returns, of the lines beside a number, the one right of it on its
// baseline, to which the number of a listing belongs; all of them when there is none.
func ownLine(number *Line, near []*Line) []*Line {
	for i, t := range near {
		if reach := t.X0 - number.X1; reach >= 0 && reach <= ownReach*t.Style.Size && math.Abs(t.Baseline-number.Baseline) <= sameBaseline*t.Style.Size {
			return near[i : i+1]
		}
	}
	return near
}

// spans reports whether numbers run down the page beside all its text, from the
// first line to the last, heads and feet aside.
func spans(numbers, texts []*Line, leading float64) bool {
	texts = betweenEnds(texts, leading)
	if len(texts) == 0 {
		return false
	}
	first, last := numbers[0].Baseline, numbers[len(numbers)-1].Baseline
	step := math.Max(leading, (last-first)/math.Max(1, float64(len(numbers)-1)))
	return first <= texts[0].Baseline+step && last >= texts[len(texts)-1].Baseline-step
}

// betweenEnds returns a page's rows without the few at its top and bottom that stand
// apart: which are heads and feet is found when the line numbers are known.
func betweenEnds(texts []*Line, leading float64) []*Line {
	apart := func(i int) bool { return texts[i].Baseline-texts[i-1].Baseline >= endRowsGap*leading }
	from, to := 0, len(texts)
	for i := 1; i < len(texts) && i <= maxOnceRows; i++ {
		if apart(i) {
			from = i
		}
	}
	for i := len(texts) - 1; i > from && i >= len(texts)-maxOnceRows; i-- {
		if apart(i) {
			to = i
		}
	}
	return texts[from:to]
}

// isRunningText reports whether a line takes a share of its measure, is not of
// fixed pitch, and in the size of the page's text.
func (p *Page) isRunningText(l *Line, usual, width float64) bool {
	return l.Chars >= runningChars && l.Width() >= width*p.measureOf(l) && l.Style.Size >= runningSize*usual &&
		(l.Style.Font == nil || !l.Style.Font.FixedPitch())
}

// nextTo reports whether no other column stands between the number and this one.
func (p *Page) nextTo(number *Line, column int) bool {
	left, right := -1, len(p.Columns)
	for i, c := range p.Columns {
		if c.X1 <= number.X0+1 {
			left = i
		} else if c.X0 >= number.X1-1 {
			right = min(right, i)
		}
	}
	return column == left || column == right
}

// isNumber reports whether the text is a number of few digits.
func isNumber(text string) bool {
	return len(text) > 0 && len(text) <= maxNumeralDigits && leading(text, isDigit) == len(text)
}

// takeLineNumbers makes lines of their own of the numbers beside the columns, so
// that they do not become part of the text they stand next to.
func (b *lineBuilder) takeLineNumbers(runs []Run) []Run {
	kept := runs[:0]
	for i := range runs {
		if l := b.lineNumber(&runs[i]); l != nil {
			b.lines = append(b.lines, l)
			continue
		}
		kept = append(kept, runs[i])
	}
	return kept
}

// lineNumber returns the line that a number beside the columns makes; nil for other runs.
func (b *lineBuilder) lineNumber(r *Run) *Line {
	if !isNumber(r.Text) {
		return nil
	}
	if beside(b.columns, r.X0, r.X1) || r.stray || r.counted && standsOut(b.columns, r) {
		return &Line{Page: b.sheet.Number, Column: b.nearest((r.X0 + r.X1) / 2), X0: r.X0, X1: r.X1, Text: r.Text, Runs: []Run{*r}}
	}
	return nil
}

// beside reports whether what reaches from x0 to x1 stands outside all columns.
func beside(columns []Column, x0, x1 float64) bool {
	for _, c := range columns {
		if x1 > c.X0+1 && x0 < c.X1-1 {
			return false
		}
	}
	return len(columns) > 0
}
