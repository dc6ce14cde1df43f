package rules

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/measure"
)

// The good paper's columns are 240 points wide, 24 apart.

// wider moves the right edges of a column's lines on the page; the gutter loses
// what the left column wins.
func wider(f *measure.Facts, page, column int, by float64) {
	lines := f.Pages[page].Lines
	for i := range lines {
		if lines[i].Column == column {
			lines[i].Box.X1 += by
		}
	}
}

// everyPage does the same to all of the pages.
func everyPage(f *measure.Facts, column int, by float64) {
	for page := range f.Pages {
		wider(f, page, column, by)
	}
}

// fewLines leaves each column n lines.
func fewLines(f *measure.Facts, n int) {
	for i := range f.Pages {
		var left []measure.Line
		seen := map[int]int{}
		for _, l := range f.Pages[i].Lines {
			if seen[l.Column]++; seen[l.Column] <= n {
				left = append(left, l)
			}
		}
		f.Pages[i].Lines = left
	}
}

// oneColumn makes the paper one of a single column.
func oneColumn(f *measure.Facts) {
	f.Columns = known(1)
	for i := range f.Pages {
		f.Pages[i].Columns = 1
		for j := range f.Pages[i].Lines {
			f.Pages[i].Lines[j].Column = 0
		}
	}
}

func TestGutter(t *testing.T) { // 24 points are 1/3 in; the tolerance is 1 point
	hold(t, "gutter", "gutter: 24pt\ntolerance: {gutter: 1pt}", []askedCase{
		{"as asked", nil, "pass", "0.33"},
		{"just inside", func(f *measure.Facts) { wider(f, 1, 0, 0.9) }, "pass", "0.32"},
		{"just outside, on one page", func(f *measure.Facts) { wider(f, 1, 0, 1.1) }, "fail", "0.31"},
		{"one long line", func(f *measure.Facts) { f.Pages[1].Lines[3].Box.X1 += 12 }, "pass", "0.33"},
		{"twelve lines in a column", func(f *measure.Facts) { fewLines(f, 12); everyPage(f, 0, 1.1) }, "fail", "0.31"},
		{"eleven lines in a column", func(f *measure.Facts) { fewLines(f, 11); everyPage(f, 0, 1.1) }, "unknown", ""},
		{"one column has no gutter", oneColumn, "pass", "1 column"},
		{"nothing is known", none, "unknown", ""},
	})
}

func TestColumnWidth(t *testing.T) {
	hold(t, "column-width", "column: 240pt\ntolerance: {columns: 1pt}", []askedCase{
		{"as asked", nil, "pass", "3.33"},
		{"narrower", func(f *measure.Facts) { everyPage(f, 1, -20) }, "pass", "3.33"},
		{"just inside", func(f *measure.Facts) { wider(f, 0, 1, 0.9) }, "pass", "3.34"},
		{"just outside, on one page", func(f *measure.Facts) { wider(f, 0, 1, 1.1) }, "fail", "3.34"},
		{"one long line", func(f *measure.Facts) { f.Pages[0].Lines[70].Box.X1 += 30 }, "pass", "3.33"},
		{"eleven lines in a column", func(f *measure.Facts) { fewLines(f, 11); everyPage(f, 0, 9) }, "unknown", ""},
		{"nothing is known", none, "unknown", ""},
	})
}

func TestEqualColumns(t *testing.T) {
	hold(t, "equal-columns", "tolerance: {columns: 1pt}", []askedCase{
		{"equal", nil, "pass", "at most 0 in apart"},
		{"just inside", func(f *measure.Facts) { everyPage(f, 0, 0.9) }, "pass", "at most 0.012 in apart"},
		{"just outside", func(f *measure.Facts) { everyPage(f, 0, 1.1) }, "fail", "at most 0.015 in apart"},
		{"on one page of three", func(f *measure.Facts) { wider(f, 0, 0, 9) }, "pass", "at most 0.125 in apart"},
		{"on one page of two", func(f *measure.Facts) { f.Pages = f.Pages[:2]; wider(f, 0, 0, 9) }, "pass", "at most 0.125 in apart"},
		{"on two pages of three", func(f *measure.Facts) { wider(f, 0, 0, 9); wider(f, 1, 1, 9) }, "fail", "at most 0.125 in apart"},
		{"five long lines of 54", func(f *measure.Facts) {
			for i := range f.Pages {
				for j := range 5 {
					f.Pages[i].Lines[j].Box.X1 += 9
				}
			}
		}, "pass", "at most 0 in apart"},
		{"one column", oneColumn, "pass", "1 column"},
		{"eleven lines in a column", func(f *measure.Facts) { fewLines(f, 11); everyPage(f, 0, 9) }, "unknown", ""},
		{"nothing is known", none, "unknown", ""},
	})
}
