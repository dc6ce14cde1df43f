package measure

import (
	"fmt"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// Where tells in words where on the page a line of text stands: "right column,
// line 4 from the top". It is "" for a box that is no line's.
func (p *Page) Where(box geom.Rect) string {
	var line *Line
	for i := range p.Lines {
		if p.Lines[i].Box == box {
			line = &p.Lines[i]
			break
		}
	}
	if line == nil {
		return ""
	}
	above, below := 0, 0
	for i := range p.Lines {
		o := &p.Lines[i]
		switch {
		case o.Column != line.Column:
		case o.Baseline < line.Baseline:
			above++
		case o.Baseline > line.Baseline:
			below++
		}
	}
	if above <= below {
		return inColumn(line.Column, p.Columns, fmt.Sprintf("line %d from the top", above+1))
	}
	return inColumn(line.Column, p.Columns, fmt.Sprintf("line %d from the bottom", below+1))
}

// inColumn describes a place, which may be "", in a column among n.
func inColumn(column, n int, where string) string {
	parts := []string{fmt.Sprintf("column %d", column+1), where}
	switch {
	case n < 2:
		parts[0] = ""
	case column < 0:
		parts = []string{where, "full width"}
	case n == 2:
		parts[0] = [2]string{"left column", "right column"}[min(column, 1)]
	}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), ", ")
}

// fonts returns the fonts that show type, in order of first use.
func fonts(l *structure.Structure) []Font {
	type key struct {
		name     string
		kind     font.Kind
		embedded bool
	}
	index := map[key]int{}
	var out []Font
	var last *font.Font // that of most runs is that of the one before
	at := 0
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			prose := isProse(line)
			for i := range line.Runs {
				r := &line.Runs[i]
				if f := r.Font; f != last {
					k := key{f.Name, f.Kind, f.Embedded}
					known := false
					if at, known = index[k]; !known {
						at = len(out)
						index[k] = at
						out = append(out, Font{Name: f.Name, Embedded: f.Embedded, Type3: f.Kind == font.Type3, First: Place{Page: p.Number, Box: line.Box}})
					}
					last = f
				}
				out[at].Chars += r.Chars
				if prose {
					out[at].InText += r.Chars
				}
			}
		}
	}
	return out
}

// isProse reports whether a line is text to be read: no figure, code, equation,
// author block or furniture.
func isProse(line *structure.Line) bool {
	switch line.Role {
	case structure.FigureText, structure.Code, structure.Equation, structure.Author, structure.Furniture, structure.Table:
		return false
	}
	return true
}

// pageNumbers returns the page numbers among the heads and feet.
func pageNumbers(l *structure.Structure) []Place {
	var out []Place
	for _, line := range l.PageNumbers {
		out = append(out, Place{line.Page, line.Box, line.Text})
	}
	return out
}

// NumbersIn returns the whole numbers of at most four digits in s.
func NumbersIn(s string) []int {
	var out []int
	n, digits := 0, 0
	for _, r := range s + " " {
		if r >= '0' && r <= '9' {
			n, digits = n*10+int(r-'0'), digits+1
			n %= 1_000_000
			continue
		}
		if digits > 0 && digits <= 4 {
			out = append(out, n)
		}
		n, digits = 0, 0
	}
	return out
}
