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

// Many lines of authors in capitals, or of marked affiliations, are no text, and the
// abstract behind them is one; a paragraph that begins with capitals is text.
func TestManyLinesOfAuthors(t *testing.T) {
	names := []string{"ADA LOVELACE, CHARLES BABBAGE, J. M. JACQUARD,", "LUIGI MENABREA, MARY SOMERVILLE, AUGUSTUS DE", "MORGAN, MICHAEL FARADAY, CHARLES WHEATSTONE,", "ANDREW CROSSE, DAVID BREWSTER, and JOHN HERSCHEL"}
	mills := []string{"1Department of Looms and Cards, the University of", "Mills of Lyon, 2 Rue de la Soie, 69001 Lyon, France,", "and School of Engines, the London Institute of Mills,", "12 St James's Square, London, the United Kingdom"}
	text := []string{"THE LOOM, which weaves all that we have said is", "no engine. It has cards and it is not of much use", "to those who do not weave. We do all of that and", "show what the cards do. They are what it is about"}
	for name, c := range map[string]struct {
		lines             []string
		authors, abstract int
	}{
		"names":        {names, 4, 12},
		"affiliations": {mills, 4, 12},
		"text":         {text, 0, 0},
	} {
		page := setIn("F2", 17, 20, 100, topLine, "Analytical Engines that Weave") + setIn("F1", 10.9, 13, leftColumn, at(4), c.lines...) +
			setIn("F1", 9, 11, leftColumn, at(10), prose(0, 12)...) + heading(leftColumn, at(23), "1 Introduction") + set(leftColumn, at(25), prose(40, deep-25)...)
		l := compose(t, page, set(leftColumn, topLine, prose(5, deep)...))
		authors, abstract := len(linesOf(l, Author)), len(linesOf(l, Abstract))
		if authors != c.authors || c.abstract > 0 && abstract != c.abstract {
			t.Errorf("%s: %d lines of authors and %d of abstract, want %d and %d\n%s", name, authors, abstract, c.authors, c.abstract, outline(l))
		}
	}
}

// What stands below a caption at the head of a column names no author, whatever it is
// above the opening of the text.
func TestTableBelowItsCaption(t *testing.T) {
	title := setIn("F2", 17, 20, 150, topLine, "Analytical Engines that Weave") + set(230, at(3), "Ada Lovelace")
	text := heading(leftColumn, at(22), "1 Introduction") + set(leftColumn, at(24), prose(0, 20)...) + set(rightColumn, at(30), prose(13, 20)...)
	table := set(rightColumn, at(6), "Table 1: What weaves", "which flowers.")
	for i, row := range []string{"Flower Cards", "Ada Rose 1204", "Tea Lily 907"} {
		table += setIn("F1", 9, 11, rightColumn, at(9+2*i), row)
	}
	wantLines(t, compose(t, title+text+table, columnsOf(1)), Author, "Ada Lovelace")
}

// The name of the first section ends an abstract in whatever type it is.
func TestPlainIntroduction(t *testing.T) {
	title := setIn("F2", 17, 20, leftColumn, topLine, "Analytical Engines that Weave") + set(leftColumn, at(3), "Ada Lovelace")
	page := title + set(leftColumn, at(6), "Abstract") + set(leftColumn, at(8), prose(0, 5)...) + set(leftColumn, at(15), "1. Introduction") +
		set(leftColumn, at(17), prose(20, 30)...) + set(rightColumn, at(6), prose(13, 40)...)
	wantLines(t, compose(t, page, columnsOf(1)), Abstract, append([]string{"Abstract"}, prose(0, 5)...)...)
}
