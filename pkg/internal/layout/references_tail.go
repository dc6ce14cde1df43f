package layout

import "math"

// How text that follows a reference list without a heading is told from entries:
// the list has marks and hanging indents, and the text begins where marks do.
const (
	tailMarks = 3   // so many marked entries show how the list is set
	tailLong  = 12  // where so many lines follow, two entries show it
	tailHang  = 0.8 // the share of its other lines that hang
	tailLines = 4   // so many lines at the marks' edge, one after the other, are text
	hangLeast = 0.5 // ems: the least hanging indent
	fullLine  = 0.8 // of the measure: what a line of text takes
)

// freeTail takes the role of an entry from text that follows the last one of a
// list with hanging indents. Smaller type may be a table or notes.
func (l *Layout) freeTail(lines []*Line) {
	marks, last, edge := l.lastMark(lines)
	hangs := func(line *Line) bool { return l.indent(line) > edge+hangLeast*line.Style.Size }
	if marks < 2 || !mostHang(lines[:last], hangs) {
		return
	}
	var tail []*Line
	flush, most := 0, 0
	for _, line := range lines[last+1:] {
		if line.Role != Reference || len(tail) == 0 && hangs(line) || line.Style.Size < smallType*l.Body.Size {
			continue
		}
		tail = append(tail, line)
		if flush++; hangs(line) || line.Chars < proseRunChars {
			flush = 0
		}
		most = max(most, flush)
	}
	if most < tailLines || marks < tailMarks && most < tailLong {
		return
	}
	for _, line := range tail {
		line.Role = Body
	}
}

// freeLarger takes the role of an entry from running text in the body's size
// within a list that is set in smaller type.
func (l *Layout) freeLarger(lines []*Line) {
	if size := entrySize(lines); size == 0 || size >= smallType*l.Body.Size {
		return
	}
	var run []*Line
	full, most := 0, 0 // lines that take the measure, one after the other: a table has none
	free := func() {
		if most >= tailLines {
			block(run).setRole(Body)
		}
		run, full, most = run[:0], 0, 0
	}
	for _, line := range lines {
		switch {
		case line.Role != Reference:
		case sameSize(line.Style.Size, l.Body.Size) && !entryMark.MatchString(line.Text):
			run = append(run, line)
			if full++; line.Chars < proseRunChars || line.Width() < fullLine*l.Pages[line.Page-1].measureOf(line) {
				full = 0
			}
			most = max(most, full)
		default:
			free()
		}
	}
	free()
}

// entrySize returns the usual size of the first entries; 0 when there are none.
func entrySize(lines []*Line) float64 {
	c, n := sizeCount{}, 0
	for _, line := range lines {
		if line.Role == Reference && n < entryLook {
			c.add(line.Style.Size, line.Chars)
			n++
		}
	}
	return c.mode()
}

// lastMark returns how many lines of the list have a mark, the index of the last
// one, and how far the leftmost mark stands from its column's edge.
func (l *Layout) lastMark(lines []*Line) (marks, last int, edge float64) {
	edge = math.Inf(1)
	for i, line := range lines {
		if line.Role == Reference && entryMark.MatchString(line.Text) {
			marks, last = marks+1, i
			edge = math.Min(edge, l.indent(line))
		}
	}
	return marks, last, edge
}

// mostHang reports whether nearly all lines of entries without a mark hang.
func mostHang(lines []*Line, hangs func(*Line) bool) bool {
	hanging, others := 0, 0
	for _, line := range lines {
		if line.Role == Reference && !entryMark.MatchString(line.Text) {
			if others++; hangs(line) {
				hanging++
			}
		}
	}
	return others > 0 && float64(hanging) >= tailHang*float64(others)
}

// indent returns how far a line begins from the left edge of its column.
func (l *Layout) indent(line *Line) float64 {
	columns := l.Pages[line.Page-1].Columns
	switch {
	case len(columns) == 0:
		return line.X0
	case line.Column < 0 || line.Column >= len(columns):
		return line.X0 - columns[0].X0
	}
	return line.X0 - columns[line.Column].X0
}
