package measure

import (
	"fmt"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"slices"
	"strings"
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
func fonts(l *layout.Layout) []Font {
	index := map[string]int{}
	var out []Font
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			for i := range line.Runs {
				r := &line.Runs[i]
				key := fmt.Sprint(r.Font.Name, r.Font.Kind, r.Font.Embedded)
				at, ok := index[key]
				if !ok {
					at = len(out)
					index[key] = at
					out = append(out, Font{
						Name: r.Font.Name, Embedded: r.Font.Embedded, Type3: r.Font.Kind == "Type3",
						First: Place{Page: p.Number, Box: line.Box},
					})
				}
				out[at].Chars += r.Chars
				if isProse(line) {
					out[at].InText += r.Chars
				}
			}
		}
	}
	return out
}

// isProse reports whether a line is text to be read: no figure, code, equation,
// author block or furniture.
func isProse(line *layout.Line) bool {
	switch line.Role {
	case layout.FigureText, layout.Code, layout.Equation, layout.Author, layout.Furniture, layout.Table:
		return false
	}
	return true
}

// pageNumbers returns the page numbers among the heads and feet: lines that are
// nothing but a number, and numbers that count on from page to page.
func pageNumbers(l *layout.Layout) []Place {
	var out []Place
	counting := countingOffsets(l)
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if line.Kind != layout.Head && line.Kind != layout.Foot {
				continue
			}
			if layout.IsPageNumber(line.Text) || counts(counting, p.Number, line.Text) {
				out = append(out, Place{p.Number, line.Box, line.Text})
			}
		}
	}
	return out
}

// countingOffsets returns the differences between a number in a head or foot
// and the page it stands on that more than one page shows. Heads that pages
// repeat to the letter hold other numbers, such as dates.
func countingOffsets(l *layout.Layout) map[int]bool {
	seen := map[int]map[int]bool{}
	same := repeated(l)
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if line.Kind != layout.Head && line.Kind != layout.Foot {
				continue
			}
			if same[line.Text] > 1 {
				continue
			}
			for _, n := range NumbersIn(line.Text) {
				if seen[n-p.Number] == nil {
					seen[n-p.Number] = map[int]bool{}
				}
				seen[n-p.Number][p.Number] = true
			}
		}
	}
	out := map[int]bool{}
	for offset, pages := range seen {
		if len(pages) > 1 {
			out[offset] = true
		}
	}
	return out
}

// repeated counts how often each head or foot stands in the paper.
func repeated(l *layout.Layout) map[string]int {
	out := map[string]int{}
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if line.Kind == layout.Head || line.Kind == layout.Foot {
				out[line.Text]++
			}
		}
	}
	return out
}

func counts(offsets map[int]bool, page int, text string) bool {
	for _, n := range NumbersIn(text) {
		if offsets[n-page] {
			return true
		}
	}
	return false
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
