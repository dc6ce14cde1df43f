package measure

import "github.com/paperfit/paperfit/pkg/internal/structure"

// SmallBelow is the size in points up to which a venue may ask more of the type
// in figures and tables.
const SmallBelow = 8.0

// small returns, in the order of the pages, the lines in figures and tables that
// can be read and are smaller than a venue may ask for.
func small(l *structure.Structure) []Tiny {
	var out []Tiny
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			size := sizeOf(line)
			if isLabel(line) && size >= TinyBelow && size < SmallBelow && line.Chars >= minTinyChars {
				out = append(out, Tiny{Place{p.Number, line.Box, line.Text}, size})
			}
		}
	}
	return out
}

// isLabel reports whether a line is text in a figure or table.
func isLabel(line *structure.Line) bool {
	return line.Role == structure.FigureText || line.Role == structure.Table
}
