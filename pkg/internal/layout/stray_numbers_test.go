package layout

import (
	"fmt"
	"slices"
	"testing"
)

// lineno sets the numbers of a column's last lines, or of the next one's first, in the
// margin of its neighbour: they take the place in the count that the others leave.
func TestStrayLineNumbers(t *testing.T) {
	const next = 2*deep + 1 // after the first page
	one := func(size, x float64, row, n int) string { return setIn("F3", size, 12, x, at(row), fmt.Sprint(n)) }
	left, right := numbers(34, next, deep-2), numbers(572, next+deep, deep)
	for name, c := range map[string]struct {
		page string
		want int
	}{
		"last of the left column, in the gutter": {left + right + one(6, 303, deep-2, next+deep-2) + one(6, 303, deep-1, next+deep-1), 2 * deep},
		"first of the page, in the gutter":       {numbers(34, next+1, deep) + numbers(572, next+deep+1, deep) + one(6, 303, 0, next), 2*deep + 1},
		"not in the count":                       {left + right + one(6, 303, deep-2, 9000) + one(6, 303, deep-1, 7), 2*deep - 2},
		"counted before":                         {left + right + one(6, 303, deep-2, next+3), 2*deep - 2},
		"twice":                                  {left + right + one(6, 303, deep-2, next+deep-2) + one(6, 303, deep-1, next+deep-2), 2*deep - 2},
		"of another size":                        {left + right + one(10, 303, deep-2, next+deep-2), 2*deep - 2},
		"below the text":                         {left + right + one(6, 303, deep+2, next+deep-2), 2*deep - 2},
		"in a column":                            {left + right + one(6, rightColumn+30, deep+1, next+deep-2), 2*deep - 2},
	} {
		if n := numbersOnSecond(t, columnsOf(1)+c.page); n != c.want {
			t.Errorf("%s: %d line numbers, want %d", name, n, c.want)
		}
	}

	// Where the right column ends earlier, they may reach over its edge.
	const short = deep - 10
	columns := set(leftColumn, topLine, prose(5, deep)...) + set(rightColumn, topLine, prose(18, short)...)
	page := left + numbers(572, next+deep, short) + one(6, rightColumn-6, deep-2, next+deep-2) + one(6, rightColumn-6, deep-1, next+deep-1)
	if n, want := numbersOnSecond(t, columns+page), deep+short; n != want {
		t.Errorf("over the right column's edge: %d line numbers, want %d", n, want)
	}
}

// numbersOnSecond counts the line numbers of a page after one whose lines are numbered.
func numbersOnSecond(t *testing.T, page string) int {
	l := compose(t, columnsOf(0)+numbers(34, 1, deep)+numbers(572, deep+1, deep), page)
	n := 0
	for _, line := range l.Pages[1].Lines {
		if line.Kind == LineNumber {
			n++
		}
	}
	return n
}

// Within a column, beside its text, they are line numbers where they fill a gap in the
// count, and words of the text otherwise.
func TestStrayLineNumbersInAColumn(t *testing.T) {
	const gap = 7 // the row whose number is missing
	column := set(leftColumn, topLine, prose(5, gap)...) + set(leftColumn, at(gap), "Abstract") + set(leftColumn, at(gap+1), prose(13, deep-gap-1)...)
	for name, c := range map[string]struct {
		number, size float64
		left         string
		want         bool
	}{
		"fills the gap":       {deep + gap, 6, numbers(34, deep, gap) + setIn("F3", 6, 12, 34, at(gap+1), ordinals(deep+gap+1, deep-gap-1)...), true},
		"of another size":     {deep + gap, 10, numbers(34, deep, gap) + setIn("F3", 6, 12, 34, at(gap+1), ordinals(deep+gap+1, deep-gap-1)...), false},
		"there is no gap":     {deep + gap, 6, numbers(34, deep, deep), false},
		"after the last":      {2 * deep, 6, numbers(34, deep, deep), false},
		"a few rows' numbers": {4, 6, numbers(34, 1, 3) + setIn("F3", 6, 12, 34, at(4), ordinals(5, 5)...), false},
	} {
		page := column + c.left + set(rightColumn, topLine, prose(18, deep)...) + setIn("F3", c.size, 12, leftColumn+80, at(gap), fmt.Sprint(int(c.number)))
		l := compose(t, page)
		if got := slices.Contains(linesOf(l, Text), "Abstract"); got != c.want {
			t.Errorf("%s: the number is apart from the text: %v, want %v", name, got, c.want)
		}
	}
}

// ordinals returns n numbers in order.
func ordinals(from, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprint(from + i)
	}
	return out
}
