package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// The line numbers of review copies stand beside the columns and are no text.
func TestLineNumbers(t *testing.T) {
	for name, c := range map[string]struct {
		page string
		want int
	}{
		"left":               {columnsOf(0) + numbers(34, 1, deep), deep},
		"right":              {columnsOf(0) + numbers(572, 1, deep), deep},
		"both":               {columnsOf(0) + numbers(34, 1, deep) + numbers(572, 55, deep), 2 * deep},
		"near the text":      {columnsOf(0) + numbers(44, 10, deep), deep},
		"in the gutter":      {columnsOf(0) + numbers(303, 10, deep), deep},
		"and a page number":  {columnsOf(0) + numbers(34, 1, deep) + setIn("F3", 10, 12, 303, 36, "7"), deep},
		"painted first":      {numbers(34, 1, deep) + columnsOf(0), deep},
		"every fifth":        {columnsOf(0) + everyFifth(34), 11},
		"few in each margin": {columnsOf(0) + numbers(34, 1, 5) + numbers(572, 55, 5), 10},
		"a few":              {columnsOf(0) + numbers(34, 1, 5), 5},
		"two are no such":    {columnsOf(0) + numbers(34, 1, 2), 0},
		"in the column, not": {columnsOf(0) + numbers(leftColumn, 1, 0), 0},
	} {
		t.Run(name, func(t *testing.T) {
			l := compose(t, c.page)
			n, text := 0, []string{}
			for _, line := range l.Pages[0].Lines {
				if line.Kind == LineNumber {
					n++
				} else if slices.Contains(allProse, line.Text) {
					text = append(text, line.Text)
				}
			}
			if n != c.want || len(text) != 2*deep {
				t.Errorf("%d line numbers, want %d; %d lines of text without them, want %d", n, c.want, len(text), 2*deep)
			}
		})
	}
}

// Line numbers as large as the text do not close a narrow gutter, and number no column
// of their own: each page has two, and lines of two halves.
func TestLineNumbersInANarrowGutter(t *testing.T) {
	const narrow = leftColumn + measure + 12 // the second column begins here
	page := func(number func(x float64) string) string {
		return set(leftColumn, topLine, prose(0, deep)...) + set(narrow, topLine, prose(13, deep)...) + number(narrow)
	}
	countOnFrom := func(first, step int) func(x float64) string {
		return func(x float64) string {
			var out strings.Builder
			for i := 0; i < deep; i += step {
				n := fmt.Sprint(first + i)
				out.WriteString(setIn("F3", 8, 12, x-2-4.8*float64(len(n)), at(i), n))
			}
			return out.String()
		}
	}
	for name, c := range map[string]struct {
		page string
		want int
	}{
		"of two digits":                   {page(countOnFrom(11, 1)), deep},
		"of three, over the text's end":   {page(countOnFrom(155, 1)), deep},
		"of two digits and then of three": {page(countOnFrom(88, 1)), deep},
		"every second":                    {page(countOnFrom(12, 2)), deep / 2},
	} {
		l := compose(t, c.page, columnsAt(narrow))
		n := 0
		for _, line := range l.Pages[0].Lines {
			if line.Kind == LineNumber {
				n++
			}
		}
		columns, _ := columnsIn(l)
		if first := l.Pages[0].Columns; n != c.want || columns != 2 || len(first) != 2 || first[0].X1 > narrow-10 {
			t.Errorf("%s: %d line numbers, want %d; %d columns %v", name, n, c.want, columns, first)
		}
		if got := len(linesOf(l, Text)); got != 4*deep {
			t.Errorf("%s: %d lines of text, want %d", name, got, 4*deep)
		}
	}
}

// columnsAt returns a page without numbers whose second column begins at x.
func columnsAt(x float64) string {
	return set(leftColumn, topLine, prose(27, deep)...) + set(x, topLine, prose(40, deep)...)
}

// Numbers within a column that count, as those of a table's rows, stay in their rows.
func TestCountedRowsOfATable(t *testing.T) {
	var table strings.Builder
	for i := range 10 {
		table.WriteString(set(leftColumn+6, at(i), fmt.Sprint(i+1)) + set(leftColumn+60, at(i), "a row of the table"))
	}
	l := compose(t, table.String()+set(leftColumn, at(12), prose(0, deep-12)...)+set(rightColumn, topLine, prose(13, deep)...))
	for i := range 10 {
		if want := fmt.Sprint(i+1) + " a row of the table"; !slices.Contains(linesOf(l, Text), want) {
			t.Errorf("no row %q", want)
		}
	}
}

func everyFifth(x float64) string {
	var out strings.Builder
	for i := 0; i < deep; i += 5 {
		out.WriteString(setIn("F3", 6, 12, x, at(i), fmt.Sprint(i+5)))
	}
	return out.String()
}

// A ruler numbers the page, not its lines: it has a leading of its own, and runs from the
// first line to the last beside short paragraphs and between the head and the foot.
func TestRulerBesideShortParagraphs(t *testing.T) {
	page := func(first int, number string) string {
		var out strings.Builder
		for i := range 55 { // 10 on 11; one in four is as wide as the column
			line, x := wide(i, 1)[0], 108.0
			switch half := len(line) / 2; i % 4 {
			case 1, 3:
				line = line[:half]
			case 2:
				line, x = line[half:], x+5*float64(half)
			}
			out.WriteString(set(x, topLine-11*float64(i), line))
		}
		for i := range 50 {
			out.WriteString(setIn("F3", 8, 12, 73, at(i), fmt.Sprintf("%03d", first+i)))
		}
		return out.String() + set(108, headLine, "Under review at a conference") + set(303, footLine-8, number)
	}
	l := compose(t, page(0, "1"), page(50, "2"), page(100, "3"))
	n := 0
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if line.Kind == LineNumber {
				n++
			}
		}
	}
	if n != 150 {
		t.Errorf("%d line numbers, want 150\n%s", n, outline(l))
	}
	if got := len(linesOf(l, Text)); got != 3*55 {
		t.Errorf("%d lines of text, want %d", got, 3*55)
	}
}

// The numbers of a listing that stands between text on a page are its own, though its
// lines are as wide and as large as text.
func TestNumbersOfAListingBetweenText(t *testing.T) {
	page := set(108, topLine, wide(0, 8)...) + set(108, headLine, "A head") + set(303, footLine-8, "1")
	for i := range 20 {
		page += setIn("F3", 8, 12, 73, at(10+i), fmt.Sprint(1+i)) + set(108, at(10+i), wide(30+i, 1)[0][:20])
	}
	page += set(108, at(32), wide(10, 18)...)
	for _, p := range compose(t, page).Pages {
		for _, line := range p.Lines {
			if line.Kind == LineNumber {
				t.Errorf("%s is a line number", line.Text)
			}
		}
	}
}
