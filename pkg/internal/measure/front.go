package measure

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// front returns the title and what stands between it and the text.
func front(l *structure.Structure) Front {
	var f Front
	if len(l.Pages) == 0 {
		return f
	}
	p := l.Pages[0]
	f.Place = Place{Page: p.Number, Box: geom.Empty()}
	var title []string
	var authors []*structure.Line
	for _, line := range p.Lines {
		switch line.Role {
		case structure.Title:
			title = append(title, line.Text)
			f.Place.Box = f.Place.Box.Union(line.Box)
		case structure.Author:
			authors = append(authors, line)
			f.Place.Box = f.Place.Box.Union(line.Box)
		}
	}
	slices.SortStableFunc(authors, byRow)
	for _, line := range authors {
		f.Authors = append(f.Authors, commaText(line))
	}
	f.Title = strings.Join(title, " ")
	f.Place.Text = f.Title
	return f
}

// byRow orders lines as they are read across the page: names beside each other may be
// lines of their own.
func byRow(a, b *structure.Line) int {
	if math.Abs(a.Baseline-b.Baseline) >= sameRow {
		return cmp.Compare(a.Baseline, b.Baseline)
	}
	return cmp.Compare(a.Box.X0, b.Box.X0)
}

// commaText returns a line's text with commas where wide gaps part it: authors who
// stand beside each other.
func commaText(line *structure.Line) string {
	var parts []string
	for _, piece := range line.Pieces() {
		parts = append(parts, piece.Text)
	}
	return strings.Join(parts, ", ")
}
