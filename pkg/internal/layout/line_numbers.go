package layout

import (
	"slices"
	"sort"
)

const (
	lineNumberRows  = 8 // so many numbers beside the columns of a page are line numbers
	lineNumberStrip = 3 // of which so many stand below each other
)

// markLineNumbers finds the margin line numbers of review copies: many short
// numbers, one below the other, beside the columns. A number that stands elsewhere
// beside the columns is none: a page number does, below the gutter.
func markLineNumbers(p *Page) {
	var numbers []*Line
	for _, l := range p.Lines {
		if l.Role != FigureText && !l.Rotated && isLineNumber(l) && beside(p.Columns, l) {
			numbers = append(numbers, l)
		}
	}
	in := slices.DeleteFunc(strips(numbers), func(strip []*Line) bool { return len(strip) < lineNumberStrip })
	numbers = slices.Concat(in...)
	if len(numbers) < lineNumberRows {
		return
	}
	for _, l := range numbers {
		l.Role, l.Kind = Furniture, LineNumber
	}
}

// strips parts lines into those that stand below each other.
func strips(lines []*Line) [][]*Line {
	sort.SliceStable(lines, func(i, j int) bool { return lines[i].X0 < lines[j].X0 })
	var out [][]*Line
	end := 0.0
	for _, l := range lines {
		if n := len(out); n > 0 && l.X0 < end {
			out[n-1] = append(out[n-1], l)
			end = max(end, l.X1)
			continue
		}
		out, end = append(out, []*Line{l}), l.X1
	}
	return out
}

func isLineNumber(l *Line) bool {
	if len(l.Text) == 0 || len(l.Text) > 4 {
		return false
	}
	for _, r := range l.Text {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

// beside reports whether the line stands outside all columns.
func beside(columns []Column, l *Line) bool {
	for _, c := range columns {
		if l.X1 > c.X0+1 && l.X0 < c.X1-1 {
			return false
		}
	}
	return len(columns) > 0
}
