package layout

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// across returns a page set across both columns.
func across(page int) string { return set(leftColumn, topLine, wide(5*page, deep)...) }

// tablePage is filled by the lines of a table as wide as the block.
func tablePage() string {
	var out strings.Builder
	for i := range deep {
		for c := range 6 {
			out.WriteString(set(leftColumn+85*float64(c), at(i), fmt.Sprintf("cell %d in row %d", c, i)))
		}
	}
	return out.String()
}

// ragged returns lines of text that end at no common edge, and up to so many letters
// before it.
func ragged(n, most int) []string {
	out := prose(0, n)
	for i := range out {
		out[i] = out[i][:len(out[i])-7*i%most]
	}
	return out
}

func TestColumnsAndGutter(t *testing.T) {
	small := func(x float64) string { return setIn("F1", 7, 9, x, topLine, prose(0, 60)...) } // 168 wide
	shifted := func(page int, by float64) string {
		return set(leftColumn+by, topLine, prose(5*page, deep)...) + set(rightColumn+by, topLine, prose(5*page+13, deep)...)
	}
	for name, c := range map[string]struct {
		pages   []string
		columns int
		gutter  float64
	}{
		"one":                       {[]string{set(leftColumn, topLine, wide(0, deep)...)}, 1, 0},
		"one, narrow":               {[]string{set(leftColumn, topLine, prose(0, deep)...)}, 1, 0},
		"two":                       {[]string{columnsOf(0)}, 2, 24},
		"two, no common baseline":   {[]string{set(leftColumn, topLine, prose(0, deep)...) + set(rightColumn, topLine-5, prose(13, deep)...)}, 2, 24},
		"two, another leading":      {[]string{set(leftColumn, topLine, prose(0, deep)...) + setIn("F1", 10, 12.5, rightColumn, topLine, prose(13, 50)...)}, 2, 24},
		"two, narrow gutter":        {[]string{set(leftColumn, topLine, prose(0, deep)...) + set(leftColumn+measure+9, topLine, prose(13, deep)...)}, 2, 9},
		"two, last page half empty": {[]string{columnsOf(0), set(leftColumn, topLine, prose(5, 20)...)}, 2, 24},
		"two, few lines":            {[]string{columnsOf(0), set(leftColumn, topLine, prose(5, 4)...)}, 2, 24},
		"three":                     {[]string{small(36) + small(216) + small(396)}, 3, 12},
		"pooled over a wide table":  {[]string{columnsOf(0), tablePage(), columnsOf(1)}, 2, 24},
		"two-sided":                 {[]string{shifted(0, 0), shifted(1, 36), shifted(2, 0), shifted(3, 36)}, 2, 24},
		"two-sided, three pages":    {[]string{shifted(0, 0), shifted(1, 36), shifted(2, 0)}, 2, 24},
		"most pages across":         {[]string{across(0), across(1), columnsOf(2)}, 1, 0},
		"one page across":           {[]string{columnsOf(0), across(1), columnsOf(2)}, 2, 24},
		"two, the last one short":   {[]string{set(leftColumn, topLine, prose(0, deep)...) + set(rightColumn, topLine, prose(13, 5)...)}, 2, 24},
		"one, with a short note":    {[]string{set(leftColumn, topLine, prose(0, deep)...) + setIn("F1", 8, 10, rightColumn, topLine, prose(13, 5)...)}, 1, 0},
		"one, with notes far away":  {[]string{set(36, topLine, prose(0, deep)...) + set(370, topLine, prose(13, 5)...)}, 1, 0},
		"the first of two":          {[]string{set(leftColumn, topLine, prose(0, 30)...)}, 2, 0},
		"two, the last of a line":   {[]string{set(leftColumn, topLine, prose(0, deep)...) + set(rightColumn, topLine, "of the loom.")}, 2, 0},
		"one, short, ragged":        {[]string{set(leftColumn, topLine, ragged(30, 31)...)}, 1, 0},
		"one, short, right":         {[]string{set(rightColumn, topLine, prose(0, 30)...)}, 1, 0},
		"one, short, narrow":        {[]string{setIn("F1", 7, 9, leftColumn, topLine, prose(0, 30)...)}, 1, 0},
		"no text":                   {[]string{""}, 0, 0},
		"a word":                    {[]string{set(leftColumn, topLine, "word")}, 1, 0},
	} {
		t.Run(name, func(t *testing.T) {
			l := compose(t, c.pages...)
			if n, gutter := columnsIn(l); n != c.columns || math.Abs(gutter-c.gutter) > 0.01 {
				t.Errorf("%d columns, gutter %.2f; want %d and %.2f", n, gutter, c.columns, c.gutter)
			}
		})
	}
}

// The pages of a paper keep its columns whatever else stands on them.
func TestColumnsOfEachPage(t *testing.T) {
	l := compose(t, columnsOf(0), tablePage(), across(2), columnsOf(3))
	for i, want := range []int{2, 2, 1, 2} {
		if got := len(l.Pages[i].Columns); got != want {
			t.Errorf("page %d has %d columns, want %d", i+1, got, want)
		}
	}
	for _, line := range l.Pages[2].Lines {
		if line.Column != 0 {
			t.Fatalf("on the page set across, %q stands in column %d", line.Text, line.Column)
		}
	}
}

// Every line of a two-column page stands in the column that it was set in.
func TestLinesStandInTheirColumn(t *testing.T) {
	for name, shift := range map[string]float64{"same baselines": 0, "other baselines": 5, "nearly the same": 0.4} {
		t.Run(name, func(t *testing.T) {
			l := compose(t, set(leftColumn, topLine, prose(0, deep)...)+set(rightColumn, topLine-shift, prose(13, deep)...))
			want := append(append([]string{}, prose(0, deep)...), prose(13, deep)...)
			lines := l.Pages[0].Lines
			if len(lines) != len(want) {
				t.Fatalf("%d lines, want %d", len(lines), len(want))
			}
			for i, line := range lines {
				if line.Text != want[i] || line.Column != i/deep || line.Role != Text {
					t.Fatalf("line %d is %s %q in column %d, want %q in %d", i, line.Role, line.Text, line.Column, want[i], i/deep)
				}
				if math.Abs(line.Width()-measure) > 0.01 {
					t.Fatalf("line %d is %.3f wide, want %.0f", i, line.Width(), measure)
				}
			}
		})
	}
}

// Pages of two sizes keep their own columns: a landscape page in a paper.
func TestColumnsOfAnotherPageSize(t *testing.T) {
	b := pdftest.New()
	b.AddPage(pdftest.Page{Content: columnsOf(0)})
	b.AddPage(pdftest.Page{MediaBox: "0 0 792 612", Content: set(100, 550, wide(0, 40)...)})
	l := composeFile(t, b)
	if n, _ := columnsIn(l); len(l.Pages[0].Columns) != 2 || len(l.Pages[1].Columns) != 1 || n != 2 {
		t.Errorf("%d and %d columns, of the paper %d; want 2, 1 and 2", len(l.Pages[0].Columns), len(l.Pages[1].Columns), n)
	}
}

// The block of a two-sided paper of one column lies elsewhere on left and right
// pages: the numbers of its lines stand beside it on both.
func TestTwoSidedPagesOfOneColumn(t *testing.T) {
	page := func(n int) string {
		x := leftColumn + 36*float64(n%2)
		var numbers strings.Builder
		for i := range deep {
			numbers.WriteString(setIn("F1", 6, 7, x-24, at(i), fmt.Sprint(100+deep*n+i)))
		}
		return set(x, topLine, wide(5*n, deep)...) + numbers.String()
	}
	l := compose(t, page(1), page(2), page(3), page(4))
	for _, p := range l.Pages {
		if len(p.Columns) != 1 || math.Abs(p.Columns[0].X0-leftColumn-36*float64(p.Number%2)) > 2 {
			t.Errorf("page %d: columns %v", p.Number, p.Columns)
		}
		for _, line := range p.Lines {
			if line.Style.Size < 7 && line.Role != Furniture {
				t.Errorf("page %d: line number %q is %v", p.Number, line.Text, line.Role)
			}
		}
	}
}

// The body of a paper keeps its two columns where an appendix in one is longer: if
// two pages show them, or one and a page that ends within the first. Entries hang
// and are ragged. A single page that looks so does not.
func TestColumnsBeforeALongAppendix(t *testing.T) {
	appendix := []string{across(2), across(3), across(4), across(5), across(6), across(7)}
	hanging := setIn("F1", 10, 12, leftColumn+12, topLine, ragged(30, 8)...)
	below := set(leftColumn, topLine, wide(0, 24)...) + set(leftColumn, at(26), prose(0, deep-26)...) + set(rightColumn, at(26), prose(13, deep-26)...)
	for name, c := range map[string]struct {
		body []string
		want []int
	}{
		"one page":          {[]string{columnsOf(0)}, []int{1}},
		"two pages":         {[]string{columnsOf(0), columnsOf(1)}, []int{2, 2}},
		"ends in the first": {[]string{columnsOf(0), hanging}, []int{2, 2}},
		"another first":     {[]string{columnsOf(0), set(leftColumn+60, topLine, prose(0, 30)...)}, []int{1, 1}},
		"hanging in both":   {[]string{columnsOf(0), hanging + set(rightColumn+12, topLine, ragged(30, 8)...)}, []int{2, 2}},
		"below an abstract": {[]string{below, columnsOf(0)}, []int{2, 2}},
		"two pages of one":  {[]string{hanging, hanging}, []int{1, 1}},
	} {
		t.Run(name, func(t *testing.T) {
			l := compose(t, append(c.body, appendix...)...)
			for i, want := range c.want {
				if got := len(l.Pages[i].Columns); got != want {
					t.Errorf("page %d has %d columns, want %d", i+1, got, want)
				}
			}
			if got := len(l.Pages[len(c.body)].Columns); got != 1 {
				t.Errorf("the appendix has %d columns", got)
			}
		})
	}
}

// A line too long for its column runs into the next one and stays a line of its own
// column; what stands across has nothing beside it.
func TestOverfullLines(t *testing.T) {
	long := wide(40, 1)[0] // 504 wide
	for name, c := range map[string]struct {
		shift float64 // of the right column
		gap   int     // rows left free there
		want  int
	}{
		"between two lines":  {6, 0, 0},
		"near to one":        {3, 0, 0},
		"on a line's height": {0, 0, 0},
		"across":             {0, 1, Across},
	} {
		t.Run(name, func(t *testing.T) {
			right := set(rightColumn, topLine-c.shift, prose(13, 20)...) + set(rightColumn, at(20+c.gap)-c.shift, prose(33, deep-20-c.gap)...)
			page := set(leftColumn, topLine, prose(0, 20)...) + set(leftColumn, at(20), long) + set(leftColumn, at(21), prose(60, deep-21)...) + right
			l := compose(t, columnsOf(1), page, columnsOf(2))
			for _, line := range l.Pages[1].Lines {
				if line.Width() > 300 && line.Column != c.want {
					t.Errorf("%q stands in column %d, want %d", line.Text, line.Column, c.want)
				}
			}
			if n := len(l.Pages[1].Lines); n != 2*deep-c.gap {
				t.Errorf("%d lines", n)
			}
		})
	}
}

// An address that is too long for its column stays there, though nothing stands beside it:
// what follows the end of the next column does not come before the rest of this one.
func TestOverfullAddresses(t *testing.T) {
	const address = "https://looms.example/cards/and/other/things/of/the/mill/in/Lyon/for/all/of/the/weavers/of/silk"
	for name, c := range map[string]struct {
		line string
		rows int // between it and the lines above and below
		want int
	}{
		"among lines":   {address, 1, 0},
		"after a word":  {"Mill, " + address, 1, 0},
		"by itself":     {address, 3, Across},
		"no address":    {strings.ReplaceAll(address, "/", "-"), 1, Across},
		"across, words": {address + " and all of the other mills", 1, Across},
	} {
		left := set(leftColumn, topLine, prose(0, 30)...) + set(leftColumn, at(29+c.rows), c.line) + set(leftColumn, at(29+2*c.rows), prose(33, deep-29-2*c.rows)...)
		page := left + set(rightColumn, topLine, prose(13, 20)...)
		l := compose(t, columnsOf(1), page, columnsOf(2))
		for _, line := range l.Pages[1].Lines {
			if strings.Contains(line.Text, "looms.example") && line.Column != c.want {
				t.Errorf("%s: column %d, want %d", name, line.Column, c.want)
			}
		}
	}
}

// A line that is too long by half of a narrow gutter, beside a line on its own
// height, is parted from it: that begins where its column does, or where the lines
// beside it hang.
func TestOverfullLinesInANarrowGutter(t *testing.T) {
	const right = leftColumn + measure + 10 // points
	for name, c := range map[string]struct {
		x    float64 // of the line beside
		want int     // lines
	}{
		"at the column's edge": {right, 2 * deep},
		"hanging":              {right + 20, 2 * deep},
		"elsewhere":            {right - 2, 2*deep - 1},
	} {
		t.Run(name, func(t *testing.T) {
			left := prose(0, deep)
			left[20] += "n" // 5 points
			hang := 0.0
			if c.x == right+20 {
				hang = 20
			}
			page := set(leftColumn, topLine, left...) + set(right, topLine, prose(13, 18)...) + set(right+hang, at(18), prose(31, 2)...) +
				set(c.x, at(20), prose(33, 1)...) + set(right+hang, at(21), prose(34, deep-21)...)
			if n := len(compose(t, page, page).Pages[0].Lines); n != c.want {
				t.Errorf("%d lines, want %d", n, c.want)
			}
		})
	}
}

// A list that begins left of the text does not make a column of what hangs out, however
// many of its lines end there; notes in the margin do.
func TestListWiderThanTheText(t *testing.T) {
	const text = leftColumn + 130
	page := func(i int) string { return set(text, topLine, longer(prose(5*i, deep))...) }
	list := func(i, short int) string {
		lines := longer(longer(prose(5*i, deep)))
		for k := 1; k < len(lines); k += short {
			lines[k] = lines[k][:24]
		}
		return set(leftColumn, topLine, lines...)
	}
	notes := func(i int) string { return page(i) + set(leftColumn, topLine, cut(prose(i+90, 30), 22)...) }
	for name, c := range map[string]struct {
		pages []string
		want  int
	}{
		"a list":            {[]string{page(0), page(1), page(2), page(3), list(4, 6), list(5, 6)}, 1},
		"a third are short": {[]string{page(0), page(1), page(2), list(3, 3), list(4, 3)}, 1},
		"notes":             {[]string{notes(0), notes(1), notes(2)}, 2},
	} {
		for _, p := range compose(t, c.pages...).Pages[:3] {
			if len(p.Columns) != c.want || p.Columns[c.want-1].X0 < text-3 {
				t.Errorf("%s, page %d: columns %v, want %d", name, p.Number, p.Columns, c.want)
			}
		}
	}
}

// longer and cut return lines that are half as long again, and no longer than n bytes.
func longer(lines []string) []string {
	out := slices.Clone(lines)
	for i, more := range prose(40, len(lines)) {
		out[i] += more[:20]
	}
	return out
}

func cut(lines []string, n int) []string {
	out := slices.Clone(lines)
	for i := range out {
		out[i] = out[i][:n]
	}
	return out
}
