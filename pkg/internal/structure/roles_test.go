package structure

import (
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// between returns a paper whose second page holds something in the left column
// at the rows 20 to 29, set apart from the prose above and below by more than a
// line.
func between(s string) []string {
	first := frontPage(setIn("F2", 17, 20, 150, topLine, "Analytical Engines that Weave"))
	return []string{first, set(leftColumn, topLine, prose(0, 18)...) + s + set(leftColumn, at(32), prose(18, 22)...) + set(rightColumn, topLine, prose(13, deep)...)}
}

// A caption begins with its word and number, and sets them off.
func TestCaptions(t *testing.T) {
	for name, c := range map[string]struct {
		font string
		size float64
		text string
		want Role
	}{
		"a colon":              {"F1", 10, "Figure 3: The throughput of the loom", Caption},
		"a full stop":          {"F1", 10, "Figure 3. The throughput of the loom", Caption},
		"in Spanish":           {"F1", 10, "Cuadro 3: El telar", Caption},
		"Fig.":                 {"F1", 10, "Fig. 3. The throughput of the loom", Caption},
		"capitals":             {"F1", 10, "FIGURE 3: THE LOOM", Caption},
		"a table":              {"F1", 10, "Table 2: Cards for each flower", Caption},
		"a roman number":       {"F1", 10, "TABLE IV. CARDS FOR EACH FLOWER", Caption},
		"a bar":                {"F1", 10, "Figure 2 | The throughput of the loom", Caption},
		"a dash":               {"F1", 10, "Figure 2 — The throughput of the loom", Caption},
		"a sub-figure":         {"F1", 10, "Figure 2(a) The first loom", Caption},
		"an appendix":          {"F1", 10, "Figure A1: The first loom", Caption},
		"a part":               {"F1", 10, "Figure 3.2: The first loom", Caption},
		"a listing":            {"F1", 10, "Listing 1: The program of the engine", Caption},
		"an algorithm":         {"F1", 10, "Algorithm 1: Weaving", Caption},
		"a number alone":       {"F1", 10, "Figure 3", Caption},
		"bold, without a mark": {"F2", 10, "Figure 3 The throughput of the loom", Caption},
		"small, without one":   {"F1", 9, "Table 1 Cards for each flower", Caption},
		"a sentence":           {"F1", 10, "Figure 3 shows that the loom is fast", Body},
		"two figures":          {"F1", 10, "Figure 1 and Table 2 show that it is", Body},
		"a verb":               {"F1", 10, "Figure out how the loom works first", Body},
		"a noun":               {"F1", 10, "Table salt is what we weighed then", Body},
		"a comma":              {"F1", 10, "Figure 3, like the others, is small", Body},
		"without a number":     {"F1", 10, "Tables and figures are all drawn", Body},
		"within a line":        {"F1", 10, "as in Figure 3: it is the fastest one", Body},
	} {
		t.Run(name, func(t *testing.T) {
			l := compose(t, between(setIn(c.font, c.size, 12, leftColumn, at(21), append([]string{c.text}, prose(40, 2)...)...))...)
			if line := lineWith(t, l, c.text); line.Role != c.want {
				t.Errorf("%q is %s, want %s", line.Text, line.Role, c.want)
			}
		})
	}
}

// Known faults, each with the smallest paper that shows it.
func TestRolesToBeMended(t *testing.T) {
	t.Run("a caption that begins with Fig", func(t *testing.T) {
		l := compose(t, between(set(leftColumn, at(21), "Fig 3: The throughput of the loom"))...)
		wantLines(t, l, Caption, "Fig 3: The throughput of the loom")
	})
	t.Run("an equation in italics", func(t *testing.T) {
		l := compose(t, between(setIn("F5", 10, 12, 130, at(22), "a = b + c"))...)
		wantLines(t, l, Equation, "a = b + c")
	})
}

// All lines of a caption have its role, and no line around it.
func TestCaptionsEndWithTheirBlock(t *testing.T) {
	caption := append([]string{"Figure 3: The throughput of the loom by"}, "the number of its cards, measured in the", "winter of 1843.")
	l := compose(t, between(setIn("F1", 9, 11, leftColumn, at(21), caption...))...)
	wantLines(t, l, Caption, caption...)
	if n := len(l.Pages[1].Lines) - len(caption); n != 18+22+deep {
		t.Errorf("%d lines around the caption, want %d", n, 18+22+deep)
	}
}

// A caption's label may have a line of its own, and the text below it smaller type.
func TestCaptionBelowItsLabel(t *testing.T) {
	text := []string{"WE OBSERVE THAT THE LOOM OF THE ENGINE IS AS", "FAST AS IT CAN BE."}
	for name, c := range map[string]struct {
		label string
		gap   float64 // points to the text
		want  int
	}{
		"a label":  {"TABLE IV", 9, 3},
		"far away": {"TABLE IV", 24, 1},
		"no label": {"THE TABLE", 9, 0},
	} {
		l := compose(t, between(setIn("F1", 8, 9, leftColumn+90, at(20), c.label)+setIn("F1", 6.4, 9, leftColumn, at(20)-c.gap, text...))...)
		if got := len(linesOf(l, Caption)); got != c.want {
			t.Errorf("%s: %d lines, want %d\n%s", name, got, c.want, outline(l))
		}
	}
}

// A paragraph that begins like a caption but is as long as text is text.
func TestALongParagraphIsNoCaption(t *testing.T) {
	lines := append([]string{"Figure 3: this is how a paragraph goes on"}, prose(40, 20)...)
	l := compose(t, set(leftColumn, topLine, lines...)+set(rightColumn, topLine, prose(13, deep)...))
	wantLines(t, l, Caption)
}

func TestRolesInTheText(t *testing.T) {
	bold := func(y float64, s ...string) string { return setIn("F2", 12, 14, leftColumn, y, s...) }
	cells := func(y float64, words ...string) string {
		var out strings.Builder
		for i, w := range words {
			out.WriteString(set(leftColumn+60*float64(i), y, w))
		}
		return out.String()
	}
	for name, c := range map[string]struct {
		content string
		role    Role
		want    []string
	}{
		"a heading":              {bold(at(22), "3 The Loom"), Heading, []string{"3 The Loom"}},
		"a heading in body size": {setIn("F2", 10, 12, leftColumn, at(22), "3.1 Its Cards"), Heading, []string{"3.1 Its Cards"}},
		"a heading of two lines": {bold(at(21), "3 The Loom and what it", "is able to weave"), Heading, []string{"3 The Loom and what it", "is able to weave"}},
		"a heading in capitals":  {set(leftColumn, at(22), "III. THE LOOM"), Heading, []string{"III. THE LOOM"}},
		"a heading in italics":   {setIn("F5", 10, 12, leftColumn, at(22), "A. Its cards"), Heading, []string{"A. Its cards"}},
		"code":                   {setIn("F4", 9, 10, leftColumn, at(20), "for card in cards:", "    weave(card)", "    advance()"), Code, []string{"for card in cards:", "weave(card)", "advance()"}},
		"a list":                 {set(leftColumn+10, at(20), "• the first card") + set(leftColumn+10, at(22), "• the second card"), List, []string{"• the first card", "• the second card"}},
		"a numbered list":        {set(leftColumn+10, at(20), "1. the first card") + set(leftColumn+10, at(22), "2. the second card"), List, []string{"1. the first card", "2. the second card"}},
		"a table":                {cells(at(20), "Flower", "Cards", "Hours", "Price") + cells(at(21), "rose", "1204", "31", "12") + cells(at(22), "lily", "907", "22", "9"), Table, []string{"Flower Cards Hours Price", "rose 1204 31 12", "lily 907 22 9"}},
		"an equation":            {setIn("F3", 10, 12, 130, at(22), "a = b + c") + set(280, at(22), "(1)"), Equation, []string{"a = b + c (1)"}},
	} {
		t.Run(name, func(t *testing.T) { wantLines(t, compose(t, between(c.content)...), c.role, c.want...) })
	}
}

// Small type at a column's foot is a footnote when a rule or a raised mark says so.
func TestFootnotes(t *testing.T) {
	rule := "54 118 90 0.4 re f\n"
	note := []string{"The engine was never built, for want of", "money and of patience."}
	small := func(y float64) string { return setIn("F1", 8, 9.5, leftColumn, y, note...) }
	mark := pdftest.Text("F1", 6, leftColumn, 107, "1") + setIn("F1", 8, 9.5, leftColumn+3, 104, note[0]) + setIn("F1", 8, 9.5, leftColumn, 94.5, note[1])
	page := func(s string) string {
		return set(leftColumn, topLine, prose(0, 48)...) + s + set(rightColumn, topLine, prose(13, deep)...)
	}
	marked := []string{"1" + note[0], note[1]}
	for name, c := range map[string]struct {
		content string
		want    []string
	}{
		"a rule above":         {rule + small(108), note},
		"a raised mark":        {mark, marked},
		"an asterisk":          {setIn("F1", 8, 9.5, leftColumn, 104, "*"+note[0], note[1]), []string{"*" + note[0], note[1]}},
		"a dagger":             {setIn("F1", 8, 9.5, leftColumn, 104, "†"+note[0], note[1]), []string{"†" + note[0], note[1]}},
		"two notes, one rule":  {rule + mark + setIn("F1", 6, 6, leftColumn, 82, "2") + setIn("F1", 8, 9.5, leftColumn+3, 79, "Another note of the same kind."), append([]string{"2Another note of the same kind."}, marked...)},
		"an address":           {rule + pdftest.Text("F1", 6, leftColumn+11, 107, "1") + setIn("F4", 8, 9.5, leftColumn+14, 104, "https://looms.example/cards"), []string{"1https://looms.example/cards"}},
		"small, nothing more":  {small(104), nil},
		"a rule, body size":    {rule + set(leftColumn, 104, note...), nil},
		"a rule farther above": {"54 190 90 0.4 re f\n" + small(104), nil},
	} {
		t.Run(name, func(t *testing.T) { wantLines(t, compose(t, page(c.content)), Footnote, c.want...) })
	}
}

// What a publisher sets at the foot of the first page is a note, below a wide rule or none.
func TestRightsAtTheFoot(t *testing.T) {
	for name, c := range map[string]struct {
		first string
		size  float64
		want  int
	}{
		"addresses":    {"Authors' address: Ada Lovelace, ada@looms.example;", 8, 2},
		"permission":   {"Permission to make digital copies of all of this", 8, 2},
		"in body size": {"Permission to make digital copies of all of this", 10, 0},
		"any sentence": {"Addresses of looms are what we weave, and all of", 8, 0},
		"on page two":  {"", 8, 0},
	} {
		foot := setIn("F1", c.size, 9.5, leftColumn, 104, c.first, "them are free, Mill of Lyon, 2 Rue de la Soie.")
		page := set(leftColumn, topLine, prose(0, 48)...) + foot + set(rightColumn, topLine, prose(13, deep)...)
		pages := []string{page, columnsOf(1)}
		if c.first == "" {
			pages = []string{columnsOf(1), page + setIn("F1", 8, 9.5, leftColumn, 113.5, "Permission to make digital copies of all of this")}
		}
		if got := len(linesOf(compose(t, pages...), Footnote)); got != c.want {
			t.Errorf("%s: %d lines of notes, want %d", name, got, c.want)
		}
	}
}

// set2 returns lines of bold type, 10 on 12.
func set2(x, y float64, lines ...string) string { return setIn("F2", 10, 12, x, y, lines...) }

// front is the head of a first page; the columns begin below it.
func frontPage(head string, left ...string) string {
	return head + set(leftColumn, at(12), append(left, prose(0, deep-12-len(left))...)...) + set(rightColumn, at(12), prose(13, deep-12)...)
}

func TestFrontMatter(t *testing.T) {
	title := setIn("F2", 17, 20, 150, topLine, "Analytical Engines that Weave")
	authors := setIn("F1", 12, 14, 230, at(3), "Ada Lovelace", "University of London") + set(390, at(3), "Charles Babbage")
	for name, c := range map[string]struct {
		page  string
		roles map[Role][]string
	}{
		"title and authors": {frontPage(title + authors), map[Role][]string{
			Title:  {"Analytical Engines that Weave"},
			Author: {"Ada Lovelace", "University of London", "Charles Babbage"},
		}},
		"a title of two lines": {frontPage(setIn("F2", 17, 20, 130, topLine, "Analytical Engines that Weave", "Flowers and Leaves") + set(230, at(5), "Ada Lovelace")), map[Role][]string{
			Title:  {"Analytical Engines that Weave", "Flowers and Leaves"},
			Author: {"Ada Lovelace"},
		}},
		"a title that is not bold": {frontPage(setIn("F1", 16, 20, 150, topLine, "Analytical Engines that Weave") + set(230, at(3), "Ada Lovelace")), map[Role][]string{
			Title: {"Analytical Engines that Weave"}, Author: {"Ada Lovelace"},
		}},
		"a title in plain bold": {frontPage(set2(220, topLine, "Analytical Engines that Weave Flowers") + set(230, at(3), "Ada Lovelace of London")), map[Role][]string{
			Title: {"Analytical Engines that Weave Flowers"}, Author: {"Ada Lovelace of London"},
		}},
		"headings larger than the title": {set2(220, topLine, "Analytical Engines that Weave Flowers") + set(230, at(3), "Ada Lovelace of London") +
			set(leftColumn, at(8), prose(0, 10)...) + heading(leftColumn, at(20), "2 The Loom") + set(leftColumn, at(22), prose(20, 20)...) + set(rightColumn, at(8), prose(13, 46)...), map[Role][]string{
			Title: {"Analytical Engines that Weave Flowers"}, Author: {"Ada Lovelace of London"},
		}},
		"a title in its column": {setIn("F2", 17, 20, leftColumn, topLine, "Analytical Engines", "that Weave") + set(leftColumn, at(4), "Ada Lovelace", "London") +
			set(leftColumn, at(8), prose(0, 46)...) + set(rightColumn, topLine, prose(13, deep)...), map[Role][]string{
			Title: {"Analytical Engines", "that Weave"}, Author: {"Ada Lovelace", "London"},
		}},
		"no authors": {frontPage(title), map[Role][]string{Title: {"Analytical Engines that Weave"}, Author: nil}},
		"no title":   {columnsOf(0), map[Role][]string{Title: nil, Author: nil}},
		"an abstract": {title + set(230, at(3), "Ada Lovelace") + setIn("F2", 12, 14, 140, at(8), "Abstract") + set(leftColumn, at(10), prose(0, 6)...) +
			setIn("F2", 12, 14, leftColumn, at(18), "1 Introduction") + set(leftColumn, at(20), prose(6, 30)...) + set(rightColumn, at(8), prose(13, 40)...), map[Role][]string{
			Title: {"Analytical Engines that Weave"}, Author: {"Ada Lovelace"}, Abstract: prose(0, 6), Heading: {"Abstract", "1 Introduction"},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			l := compose(t, c.page)
			for role, want := range c.roles {
				wantLines(t, l, role, want...)
			}
		})
	}
}

// Names fill as many lines as they like, with a name that is a word elsewhere; sentences
// without the words that join them have fewer commas.
func TestLinesOfNames(t *testing.T) {
	names := []string{"A. Lovelace, T. Babbage, W. Jacquard, D. Morris, M.", "Hartz, P. de Loom, J. Li, C. Mill, H. Kugel, P. Lyon,", "S. Card, M. Scott, K. Gin Sie Xie, N. Yarn, H. Seide,", "F. Weaver, S. Yen, A. Zimmer, R. Walters, M. Thread"}
	text := []string{"Looms weave flowers, leaves and others of all the kinds", "in silk and in wool, and cards drive looms in all mills", "and all of the mills of Lyon, and of Rouen, weave in silk", "for weavers of cards and of looms in silk of all of kinds"}
	for i, lines := range [][]string{names, text} {
		page := setIn("F2", 17, 20, leftColumn, topLine, "Analytical Engines") + set(leftColumn, at(3), lines...) + setIn("F1", 8, 9.5, leftColumn, at(8), "aUniversity of Lyon, Department of Looms") +
			heading(leftColumn, at(11), "1 Introduction") + set(leftColumn, at(13), prose(0, 40)...) + set(rightColumn, topLine, prose(13, deep)...)
		want := append(slices.Clone(lines), "aUniversity of Lyon, Department of Looms")
		if i > 0 {
			want = nil
		}
		wantLines(t, compose(t, page, columnsOf(1)), Author, want...)
	}
}

// Type in a drawing belongs to the figure; a frame around text makes none.
func TestFigureText(t *testing.T) {
	axes := "60 420 m 60 500 l 200 500 l 200 420 l h S 70 430 m 190 490 l S\n"
	label := setIn("F3", 7, 8, 90, 460, "cards per hour")
	l := compose(t, between(axes+label)...)
	wantLines(t, l, FigureText, "cards per hour")
	if f := l.Pages[1].Figures; len(f) != 1 || !f[0].Text {
		t.Errorf("figures %+v", f)
	}

	frame := "0.9 g 50 300 248 240 re f 0 g\n"
	paper := between(set(leftColumn, at(20), prose(40, 8)...))
	l = compose(t, paper[0], frame+paper[1])
	wantLines(t, l, FigureText)
}

// A step of an algorithm that is bold and stands apart is no heading.
func TestBoldStep(t *testing.T) {
	steps := []string{"1: weave", "2: if torn then", "3: mend", "4: end if"}
	page := set(leftColumn, topLine, prose(0, 18)...) + setIn("F2", 10, 12, leftColumn, at(20), "Algorithm 1") + set(leftColumn+62, at(20), "The Loom") +
		set(leftColumn, at(22), steps[:3]...) + setIn("F2", 10, 12, leftColumn, at(25)-6, steps[3]) +
		set(leftColumn, at(28), prose(24, 26)...) + set(rightColumn, topLine, prose(13, deep)...)
	wantLines(t, compose(t, page, columnsOf(1)), Code, steps...)
}
