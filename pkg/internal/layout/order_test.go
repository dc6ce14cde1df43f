package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// A page is read column by column between what stands across the columns.
func TestReadingOrder(t *testing.T) {
	title := setIn("F2", 17, 20, 150, topLine, "Analytical Engines that Weave")
	caption := func(row int) string {
		return set(leftColumn, at(row), "Table 1: All the cards of the loom by flower and by the day on which they were punched in Lyon")
	}
	column := func(x float64, row int, words ...string) string { return set(x, at(row), words...) }
	for name, c := range map[string]struct {
		page string
		want string
	}{
		"two columns":            {column(leftColumn, 10, "one", "two") + column(rightColumn, 10, "three", "four"), "one two three four"},
		"painted right to left":  {column(rightColumn, 10, "three", "four") + column(leftColumn, 10, "one", "two"), "one two three four"},
		"painted line by line":   {column(leftColumn, 10, "one") + column(rightColumn, 10, "three") + column(leftColumn, 11, "two") + column(rightColumn, 11, "four"), "one two three four"},
		"the right one higher":   {column(leftColumn, 12, "one", "two") + column(rightColumn, 10, "three", "four"), "one two three four"},
		"below a title":          {title + column(leftColumn, 10, "one") + column(rightColumn, 10, "two"), "Analytical one two"},
		"a float at the head":    {caption(6) + column(leftColumn, 10, "one") + column(rightColumn, 10, "two"), "Table one two"},
		"a float at the foot":    {column(leftColumn, 10, "one") + column(rightColumn, 10, "two") + caption(30), "one two Table"},
		"a float in the middle":  {column(leftColumn, 10, "one") + column(rightColumn, 10, "two") + caption(20) + column(leftColumn, 30, "three") + column(rightColumn, 30, "four"), "one two Table three four"},
		"two floats":             {caption(6) + column(leftColumn, 10, "one") + column(rightColumn, 10, "two") + caption(20) + column(leftColumn, 30, "three") + column(rightColumn, 30, "four"), "Table one two Table three four"},
		"a float of two lines":   {column(leftColumn, 10, "one") + column(rightColumn, 10, "two") + caption(20) + set(leftColumn, at(21), wide(0, 1)[0]) + column(leftColumn, 30, "three") + column(rightColumn, 30, "four"), "one two Table nnnnnnn three four"},
		"a footnote on the left": {column(leftColumn, 10, "one") + column(leftColumn, 50, "two") + column(rightColumn, 10, "three") + column(rightColumn, 30, "four"), "one two three four"},
	} {
		t.Run(name, func(t *testing.T) {
			l := compose(t, columnsOf(0), columnsOf(1), c.page)
			var got []string
			for _, line := range l.Pages[2].Lines {
				got = append(got, strings.Fields(line.Text)[0])
			}
			if want := strings.Fields(c.want); !slices.Equal(got, want) {
				t.Errorf("read as %q, want %q", got, want)
			}
		})
	}
}

// Successive lines of one column at the usual distance are one block.
func TestBlocks(t *testing.T) {
	l := compose(t, columnsOf(0), set(leftColumn, topLine, prose(9, 10)...)+set(leftColumn, at(10)-6, prose(30, 10)...)+
		setIn("F2", 12, 12, leftColumn, at(22), "2 Looms")+set(leftColumn, at(24), prose(41, 10)...)+set(rightColumn, topLine, prose(52, 30)...))
	sizes := map[int]int{}
	for _, line := range l.Pages[1].Lines {
		sizes[line.Block]++
	}
	got := slices.Sorted(func(yield func(int) bool) {
		for _, n := range sizes {
			if !yield(n) {
				return
			}
		}
	})
	if want := []int{1, 10, 10, 10, 30}; !slices.Equal(got, want) {
		t.Errorf("blocks of %v lines, want %v", got, want)
	}
}

// A rule alone in the middle of the page ends both columns; the rules of a table do not,
// nor one that text stands beside.
func TestRuleThatEndsTheColumns(t *testing.T) {
	rule := func(width, y float64) string {
		return fmt.Sprintf("%.1f %.1f %.1f .6 re f\n", (leftColumn+rightColumn+measure-width)/2, y, width)
	}
	page := set(leftColumn, topLine, prose(0, 20)...) + set(rightColumn, topLine, prose(40, 20)...) + set(leftColumn, at(24), prose(80, 20)...) + set(rightColumn, at(24), prose(120, 20)...)
	for name, c := range map[string]struct {
		rules string
		ends  bool
	}{
		"alone": {rule(245, at(21)), true}, "two alike": {rule(245, at(21)) + rule(245, at(23)), false}, "too wide": {rule(500, at(21)), false}, "beside text": {rule(245, at(5)+3), false}, "none": {"", false},
	} {
		t.Run(name, func(t *testing.T) {
			l := compose(t, page+c.rules, columnsOf(1))
			want := prose(80, 1)[0]
			if c.ends {
				want = prose(40, 1)[0]
			}
			if got := l.Pages[0].Lines[20].Text; got != want {
				t.Errorf("the 21st line is %q, want %q", got, want)
			}
		})
	}
}
