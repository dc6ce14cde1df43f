package structure

import "testing"

// Text between title and first heading is an abstract if it is as short as one and
// set apart by its type, or if the introduction follows; text that no heading ends
// is not.
func TestAbstractWithoutItsWord(t *testing.T) {
	for name, c := range map[string]struct {
		lines   int
		font    string
		size    float64
		heading string
		want    int
	}{
		"an abstract":             {20, "F1", 9, "1 Looms", 20},
		"in bold":                 {20, "F2", 10, "1 Looms", 20},
		"before the introduction": {20, "F1", 10, "1 Introduction", 20},
		"an introduction":         {20, "F1", 10, "1 Looms", 0},
		"half a page":             {40, "F1", 9, "1 Looms", 0},
		"without heading":         {20, "F1", 9, "", 0},
		"nothing between":         {0, "F1", 9, "1 Introduction", 0},
	} {
		lines := prose(0, c.lines)
		if c.font == "F2" {
			lines = shortened(lines, 42) // to the column's width
		}
		page := setIn("F2", 17, 20, 150, topLine, "Analytical Engines") + setIn(c.font, c.size, 12, leftColumn, at(4), lines...)
		if c.heading != "" {
			page += heading(leftColumn, at(5+c.lines), c.heading)
		}
		page += set(leftColumn, at(7+c.lines), prose(40, deep-7-c.lines)...) + set(rightColumn, at(4), prose(13, deep-4)...)
		l := compose(t, page, columnsOf(1))
		if got := len(linesOf(l, Abstract)); got != c.want {
			t.Errorf("%s: %d lines, want %d\n%s", name, got, c.want, outline(l))
		}
	}
}

// Labels between title and introduction are no abstract: they say no sentence.
func TestLabelsAreNoAbstract(t *testing.T) {
	figure := setIn("F1", 8, 40, leftColumn, at(6), "overhead and interconnection of throughput", "specification or catalyst and abstraction")
	caption := set(leftColumn, at(12), append([]string{"Figure 1: the looms and the cards do not weave"}, prose(0, 2)...)...)
	page := setIn("F2", 17, 20, 150, topLine, "Analytical Engines that Weave") + set(230, at(2), "Ada Lovelace of London and all of her friends there") + figure + caption +
		setIn("F1", 8, 40, leftColumn, at(16), "overhead and interconnection of throughput") + heading(leftColumn, at(18), "1 Introduction") +
		set(leftColumn, at(20), prose(40, deep-20)...) + set(rightColumn, at(4), prose(13, deep-4)...)
	if got := linesOf(compose(t, page, columnsOf(1)), Abstract); len(got) > 0 {
		t.Errorf("abstract: %q", got)

	}
}

// What follows a listing's caption in small type is code, up to text of the
// body's size.
func TestListingInAnyFont(t *testing.T) {
	page := set(leftColumn, topLine, prose(0, 10)...) +
		set(leftColumn, at(12), "Listing 1: Set-up.") + setIn("F1", 8, 9, leftColumn, at(13), "int a;", "int b;") +
		set(leftColumn, at(16), "The text goes on.") + setIn("F1", 8, 9, leftColumn, at(18), "small text that is no listing") +
		set(leftColumn, at(22), "Figure 2: A plot.") + setIn("F1", 8, 9, leftColumn, at(23), "small text below a figure") +
		set(leftColumn, at(26), prose(20, 20)...) + set(rightColumn, topLine, prose(13, deep)...)
	l := compose(t, page, columnsOf(1))
	wantLines(t, l, Code, "int a;", "int b;")
	wantLines(t, l, Caption, "Listing 1: Set-up.", "Figure 2: A plot.")
}

// shortened cuts lines to their first n letters.
func shortened(lines []string, n int) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = line[:min(n, len(line))]
	}
	return out
}
