package layout

import (
	"iter"
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"
)

// row is the lines that share a height of the page, near one of its ends.
type row struct {
	lines    []*Line
	baseline float64
	size     float64
	usual    float64     // the page's usual size of type
	gap      float64     // distance to the next row towards the middle of the page
	alone    bool        // it is the only row of the page
	full     bool        // some line takes the full measure of its column
	titled   bool        // it says the paper's title across the columns
	numerals [][]numeral // of each line
	counts   bool        // it holds a number that counts the pages
	key      string      // its lines' letters, sorted; the text where there are none
}

// endRows returns the rows nearest to one end of the page, whose usual size of type is usual.
func (p *Page) endRows(atTop bool, usual float64) []row {
	lines := p.gatherText()
	sortLines(lines, func(a, b *Line) int { return compare(a.Baseline, b.Baseline) })
	if !atTop {
		lines = fromBelow(lines)
	}
	var rows []row
	for _, l := range lines {
		if n := len(rows); n > 0 && math.Abs(rows[n-1].baseline-l.Baseline) <= 0.5*l.Style.Size {
			rows[n-1].add(p, l)
			continue
		}
		if n := len(rows); n > 0 {
			rows[n-1].gap = math.Abs(rows[n-1].baseline - l.Baseline)
		}
		if len(rows) == maxEndRows {
			break
		}
		r := row{baseline: l.Baseline, usual: usual, gap: math.Inf(1)}
		r.add(p, l)
		rows = append(rows, r)
	}
	if n := len(rows); n > 0 && math.IsInf(rows[n-1].gap, 1) {
		rows[n-1].gap, rows[n-1].alone = 0, n == 1 // there is nothing that it could be set apart from
	}
	for i := range rows {
		rows[i].settle()
	}
	return rows
}

// fromBelow returns lines that are sorted by their baselines from bottom to top; those of
// one baseline keep their order.
func fromBelow(lines []*Line) []*Line {
	out := make([]*Line, 0, len(lines))
	for end := len(lines); end > 0; {
		from := end - 1
		for from > 0 && lines[from-1].Baseline == lines[from].Baseline {
			from--
		}
		out = append(out, lines[from:end]...)
		end = from
	}
	return out
}

func (r *row) add(p *Page, l *Line) {
	r.lines = append(r.lines, l)
	r.size = math.Max(r.size, l.Style.Size)
	r.full = r.full || l.isFull(p)
}

// settle puts the row's key together: two-sided papers swap what stands left and
// right.
func (r *row) settle() {
	var words []string
	for _, l := range r.lines {
		words = append(words, letters(l.Text))
	}
	sort.Strings(words)
	if r.key = strings.Join(words, ""); r.key != "" {
		return
	}
	for _, l := range r.lines {
		r.key += strings.Join(strings.Fields(l.Text), "") + " "
	}
}

// fullShare and setOffGap tell lines that take the full measure: a line of two
// parts set far apart is a head.
const (
	fullShare = 0.9
	setOffGap = 3.0 // ems
)

// isFull reports whether the line takes the full measure of its column, without
// a gap that no text has.
func (l *Line) isFull(p *Page) bool {
	if l.Width() < fullShare*p.measureOf(l) || l.Chars < proseRunChars {
		return false
	}
	for i := 1; i < len(l.Runs); i++ {
		if l.Runs[i].X0-l.Runs[i-1].X1 > setOffGap*l.Style.Size {
			return false
		}
	}
	return true
}

// textLines returns the upright lines that are neither figure text nor furniture.
func (p *Page) textLines() iter.Seq[*Line] {
	return func(yield func(*Line) bool) {
		for _, l := range p.Lines {
			if l.Role != FigureText && l.Role != Furniture && !l.Rotated && !yield(l) {
				return
			}
		}
	}
}

// gatherText returns these lines in room for all lines, so that they are gathered without
// being moved.
func (p *Page) gatherText() []*Line {
	return slices.AppendSeq(make([]*Line, 0, len(p.Lines)), p.textLines())
}

// caption reports whether a line of the row begins like a caption.
func (r *row) caption() bool {
	return slices.ContainsFunc(r.lines, func(l *Line) bool { return beginsCaption(l.Text) })
}

// unreadable reports whether most of the row's characters are not known: its words
// tell nothing.
func (r *row) unreadable() bool {
	known, unknown := 0, 0
	for _, l := range r.lines {
		for _, c := range l.Text {
			switch {
			case c == unicode.ReplacementChar:
				unknown++
			case !unicode.IsSpace(c):
				known++
			}
		}
	}
	return unknown > known
}

// numeric reports whether the row is nothing but numbers as pages carry them.
func (r *row) numeric() bool {
	for _, l := range r.lines {
		if !IsPageNumber(l.Text) && !(r.counts && isBareNumber(l.Text)) {
			return false
		}
	}
	return true
}

func (r *row) bold() bool {
	return slices.ContainsFunc(r.lines, func(l *Line) bool { return l.bold() })
}

// alikeKey is what rows of several pages have in common: what they say but for
// digits, and about where.
type alikeKey struct {
	key    string
	height int
}

func heightOf(baseline float64) int { return int(math.Round(baseline / alikePlace)) }

// findAlike notes where each row stands.
func (e *pageEnds) findAlike() {
	e.alike = map[alikeKey][]int{}
	for i := range e.rows {
		for k := range e.rows[i] {
			at := alikeKey{e.rows[i][k].key, heightOf(e.rows[i][k].baseline)}
			e.alike[at] = append(e.alike[at], i)
		}
	}
}

// alikePages returns how many other pages have a row that says the same but for
// digits at the same height.
func (e *pageEnds) alikePages(i int, r *row) int {
	n, last := 0, map[int]bool{i: true}
	for h := -1; h <= 1; h++ {
		for _, j := range e.alike[alikeKey{r.key, heightOf(r.baseline) + h}] {
			if !last[j] {
				last[j] = true
				n++
			}
		}
	}
	return n
}

// usualSize returns the size with the most characters on the page.
func (p *Page) usualSize() float64 {
	c := sizeCount{}
	for l := range p.textLines() {
		c.add(l.Style.Size, l.Chars)
	}
	return c.mode()
}
