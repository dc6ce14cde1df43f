package structure

import "testing"

// centred sets a line in the middle of the left column; wide is its width.
func centred(font string, wide, y float64, text string) string {
	return setIn(font, 10, 12, leftColumn+(measure-wide)/2, y, text)
}

// A line in the body's size and weight is a heading by its place: apart and in the
// middle of its column, with a number, the name of a part or a font of its own. A
// display and the last line of a paragraph are none.
func TestHeadingsByTheirPlace(t *testing.T) {
	for name, c := range map[string]struct {
		line string
		want string // its text as a heading, "" for none
	}{
		"numbered":           {centred("F1", 40, at(21), "II. Looms"), "II. Looms"},
		"a part":             {centred("F1", 45, at(21), "Appendix"), "Appendix"},
		"another font":       {centred("F3", 65.6, at(21), "Engine Rooms"), "Engine Rooms"},
		"the body's font":    {centred("F1", 60, at(21), "Engine Rooms"), ""},
		"small letters":      {centred("F3", 63, at(21), "engine rooms"), ""},
		"a part at the edge": {setIn("F3", 10, 12, leftColumn, at(21), "Appendix A: Engines"), "Appendix A: Engines"},
		"its name alone":     {set(leftColumn, at(21), "Appendix"), "Appendix"},
		"with its letter":    {set(leftColumn, at(21), "Appendix A: Engines"), "Appendix A: Engines"},
		"in small capitals":  {setIn("F1", 8, 12, leftColumn, at(21), "APPENDIX A: THE ENGINE aND tHE LOOM"), "APPENDIX A: THE ENGINE aND tHE LOOM"},
		"its name in text":   {set(leftColumn, at(20), "Appendix A: Engines"), ""},
		"a sentence":         {set(leftColumn, at(21), "Appendix A: Engines are there."), ""},
		"at the left edge":   {set(leftColumn, at(21), "2. Looms run"), ""},
	} {
		page := set(leftColumn, topLine, prose(0, 20)...) + c.line + set(leftColumn, at(23), prose(24, 30)...) + set(rightColumn, topLine, prose(13, deep)...)
		l := compose(t, page, columnsOf(1))
		var want []string
		if c.want != "" {
			want = []string{c.want}
		}
		t.Run(name, func(t *testing.T) { wantLines(t, l, Heading, want...) })
	}
}

// The lines of an algorithm are code in the body's size too, by their numbers below
// its caption; so are they when the caption stands close above them.
func TestAlgorithmInTheBodysSize(t *testing.T) {
	steps := []string{"1: weave", "2: if torn then", "3: mend", "4: end if"}
	for name, gap := range map[string]int{"apart": 22, "close": 21} {
		page := set(leftColumn, topLine, prose(0, 18)...) +
			setIn("F2", 10, 12, leftColumn, at(20), "Algorithm 1") + set(leftColumn+62, at(20), "The Loom") + set(leftColumn, at(gap), steps...) +
			set(leftColumn, at(28), prose(24, 26)...) + set(rightColumn, topLine, prose(13, deep)...)
		t.Run(name, func(t *testing.T) {
			l := compose(t, page, columnsOf(1))
			wantLines(t, l, Code, steps...)
			wantLines(t, l, Caption, "Algorithm 1 The Loom")
		})
	}
	// Numbered lines without a caption are text.
	page := set(leftColumn, topLine, prose(0, 18)...) + set(leftColumn, at(20), steps...) + set(leftColumn, at(28), prose(24, 26)...) + set(rightColumn, topLine, prose(13, deep)...)
	wantLines(t, compose(t, page, columnsOf(1)), Code)
}

// Where entries are numbered, a line that begins apart in another font without a
// number is no entry, and the page holds more than references.
func TestAddressesBehindTheList(t *testing.T) {
	for name, c := range map[string]struct {
		font string
		row  int
		want bool // an entry's
	}{
		"an address":     {"F5", 46, false},
		"an entry's end": {"F5", 44, true},
		"the same font":  {"F1", 46, true},
	} {
		list := heading(leftColumn, topLine, "References") + set(leftColumn, at(2), entries(14)...)
		page := list + setIn(c.font, 10, 12, leftColumn, at(c.row), "Lakeside Research, Lyon, France")
		l := compose(t, columnsOf(1), page)
		if got := lineWith(t, l, "Lakeside").Role; got == Reference != c.want {
			t.Errorf("%s is taken for %v\n%s", name, got, outline(l))
		}
	}
}

// A list without numbers begins as any other does, whatever is numbered before it:
// items of the text, or a footnote among the entries.
func TestEntriesBehindOtherNumbers(t *testing.T) {
	items := set(leftColumn, at(48), "1. Looms are mended.", "2. Looms are torn.", "3. Looms are sold.")
	list := authorYear(7)
	for name, page := range map[string]string{
		"items before":     set(leftColumn, topLine, prose(0, 47)...) + items + heading(rightColumn, topLine, "References") + setIn("F5", 10, 20, rightColumn, at(2), list...),
		"a footnote among": heading(leftColumn, topLine, "References") + set(leftColumn, at(2), list[:8]...) + setIn("F1", 8, 9, leftColumn, at(50), "1 We do what the looms do, and no more than that.") + setIn("F5", 10, 20, rightColumn, topLine, list[8:]...),
	} {
		l := compose(t, columnsOf(0), columnsOf(1), page)
		if got := len(linesOf(l, Reference)); got != len(list) {
			t.Errorf("%s: %d lines of entries, want %d\n%s", name, got, len(list), outline(l))
		}
	}
}

// The heading of an appendix or of acknowledgments runs into its paragraph in bold or
// italics, with a mark behind it and words of its own perhaps. Labels of items and
// other words have none of that.
func TestHeadingsThatRunIn(t *testing.T) {
	for _, c := range []struct{ font, head, next, want string }{
		{"F2", "Acknowledgments.", "", "Acknowledgments"},
		{"F2", "Appendix A:", "", "Appendix A"},
		{"F5", "Appendix A.", "", "Appendix A"},
		{"F2", "Appendix A: Looms.", "", "Appendix A: Looms"},
		{"F5", "Appendix A: The looms which we sold.", "", "Appendix A: The looms which we sold"},
		{"F2", "Danksagung.", "", "Danksagung"},
		{"F2", "Appendix", "", ""},
		{"F5", "Appendix", "", ""},
		{"F1", "Appendix A.", "", ""},
		{"F2", "Appendix looms.", "", ""},
		{"F5", "appendix. The looms which we sold.", "", ""},
		{"F2", "Appendix looms: A.", "", ""},
		{"F2", "Looms.", "", ""},
		{"F2", "Appendix:", "Engine:", ""},
		{"F2", "Appendix:", "Engine", "Appendix"},
	} {
		width := max(110, 5*float64(len(c.head)))
		page := set(leftColumn, topLine, prose(0, 20)...) + setIn(c.font, 10, 12, leftColumn, at(22), c.head) + set(leftColumn+width, at(22), "nnnn no do uuuu no do nnnn no"[:int((measure-width)/4.5)])
		if c.next != "" {
			page += setIn("F2", 10, 12, leftColumn, at(23), c.next) + set(leftColumn+110, at(23), "no do nnnn no uuuu no do nnnn")
		}
		page += set(leftColumn, at(24), prose(24, 29)...) + set(rightColumn, topLine, prose(13, deep)...)
		l := compose(t, page, columnsOf(1))
		if got := lineWith(t, l, c.head).RunIn; got != c.want {
			t.Errorf("%q in %s before %q runs in as %q, want %q", c.head, c.font, c.next, got, c.want)
		}
	}
}

// The heading of an appendix stands alone where a list follows, or in small capitals
// of the body's font close above its paragraph.
func TestHeadingsOfAppendicesAlone(t *testing.T) {
	rest := set(rightColumn, topLine, prose(13, deep)...)
	page := set(leftColumn, topLine, prose(0, 20)...) + setIn("F5", 10, 12, leftColumn, at(21)+8, "Appendix.") + set(leftColumn+10, at(22)+6, "1. the first card", "2. the second card") + rest
	if got := lineWith(t, compose(t, page, columnsOf(1)), "Appendix.").RunIn; got != "Appendix" {
		t.Errorf("above a list it runs in as %q", got)
	}
	page = set(leftColumn, topLine, prose(0, 20)...) + set(leftColumn, at(21), "Appendix A: Fast Looms") + set(leftColumn, at(22)-2, prose(30, 20)...) + rest
	wantLines(t, compose(t, page, columnsOf(1)), Heading, "Appendix A: Fast Looms")
	page = set(leftColumn, topLine, prose(0, 20)...) + setIn("F1", 8, 10, leftColumn+9, at(22), "APPENDIX A: THE ENGINES THAT WEAVE IN THEORY") + set(leftColumn, at(24), prose(30, 20)...) + rest
	wantLines(t, compose(t, page, columnsOf(1)), Heading, "APPENDIX A: THE ENGINES THAT WEAVE IN THEORY")
}

// A label far above another one, with a paragraph between them, is no item's.
func TestHeadingsThatRunInApart(t *testing.T) {
	head := func(i int, word string) string {
		return setIn("F2", 10, 12, leftColumn, at(i), word) + set(leftColumn+90, at(i), "no do nnnn no uuuu no do nnnn")
	}
	page := set(leftColumn, topLine, prose(0, 20)...) + head(22, "Appendix.") + set(leftColumn, at(23), prose(24, 2)...) + set(leftColumn+10, at(25), prose(30, 1)...) +
		set(leftColumn, at(26), prose(31, 2)...) + head(28, "Engines.") + set(leftColumn, at(29), prose(34, 20)...) + set(rightColumn, topLine, prose(13, deep)...)
	if got := lineWith(t, compose(t, page, columnsOf(1)), "Appendix.").RunIn; got != "Appendix" {
		t.Errorf("it runs in as %q", got)
	}
}

// The heading of an appendix may take all of its paragraph's first line and end in
// the second one.
func TestHeadingThatRunsInOverTwoLines(t *testing.T) {
	for _, c := range []struct{ first, end, want string }{
		{"Appendix A: The Engine and the", "Looms.", "Appendix A: The Engine and the Looms"},
		{"Appendix A: The Engine and the", "Looms", ""},
		{"Lemma A: The engine and the", "looms.", ""},
	} {
		page := set(leftColumn, topLine, prose(0, 20)...) + setIn("F5", 10, 12, leftColumn, at(22), c.first) +
			setIn("F5", 10, 12, leftColumn, at(23), c.end) + set(leftColumn+60, at(23), "nnnn no do uuuu no do nnnn no do") +
			set(leftColumn, at(24), prose(24, 29)...) + set(rightColumn, topLine, prose(13, deep)...)
		if got := lineWith(t, compose(t, page, columnsOf(1)), c.first).RunIn; got != c.want {
			t.Errorf("%q before %q runs in as %q, want %q", c.first, c.end, got, c.want)
		}
	}
}

// A table at the head of the second column, beside the abstract, names no author; an
// affiliation in a column of its own does.
func TestTableBesideTheAbstract(t *testing.T) {
	title := setIn("F2", 17, 20, 150, topLine, "Analytical Engines that Weave") + set(230, at(3), "Ada Lovelace")
	text := heading(leftColumn, at(8), "Abstract") + set(leftColumn, at(10), prose(0, 20)...) + set(rightColumn, at(20), prose(13, 30)...)
	table := func(y float64) string {
		return set(rightColumn, y, "Flower", "rose", "lily") + set(rightColumn+120, y, "Cards", "1204", "907")
	}
	wantLines(t, compose(t, title+text+table(at(8)+4), columnsOf(1)), Author, "Ada Lovelace")
	wantLines(t, compose(t, title+text+set(rightColumn, at(5), "University of London"), columnsOf(1)), Author, "Ada Lovelace", "University of London")
}

// across returns n lines of running text as wide as both columns.
func across(from, n int) []string {
	out := prose(from, n)
	for i := range out {
		out[i] += " " + out[i]
	}
	return out
}

// The last line of a caption across the columns may stand in the first one alone.
func TestCaptionAcrossTheColumns(t *testing.T) {
	caption := []string{"Figure 1: The engine as it was built, and as it was not, drawn by the one who did not build it.", "It is not to scale."}
	page := set(leftColumn, topLine, caption...) + set(leftColumn, at(4), prose(0, 40)...) + set(rightColumn, at(4), prose(13, 40)...)
	wantLines(t, compose(t, page, columnsOf(1)), Caption, caption...)
}

// An abstract of two lines in one column, without its word, names no author.
func TestAbstractOfTwoLines(t *testing.T) {
	title := setIn("F2", 17, 20, 150, topLine, "Analytical Engines that Weave") + set(leftColumn, at(3), "Ada Lovelace, London")
	abstract := []string{across(0, 1)[0][:59] + " looms. We find that no do uuuu no do nnnn uuuu", "nnnn no do uuuu it is so."}
	l := compose(t, title+setIn("F1", 9, 11, leftColumn, at(5), abstract...)+heading(leftColumn, at(8), "1 Introduction")+set(leftColumn, at(10), across(20, 40)...))
	wantLines(t, l, Author, "Ada Lovelace, London")
	wantLines(t, l, Abstract, abstract...)
}

// Sentences end behind citations, too: an abstract that has them names no author.
func TestShortAbstractWithCitations(t *testing.T) {
	for _, cite := range []string{"[20].", "[4, 17].", "(Lovelace 1843)."} {
		title := setIn("F2", 17, 20, leftColumn, topLine, "Analytical Engines that Weave") + set(leftColumn, at(3), "Ada Lovelace, University of London", "Charles Babbage, University of London")
		abstract := []string{
			"Uuuu nnnn bbbb " + cite + " Nnnn uuuuuu bbbbbbbb nnnnnn uuuuuuuu bbbbbbbb nnnnnn uuuuuuuu bbbbbb",
			"uuuuuu nnnnnnn bbb " + cite + " Uuuuuu bbbbbbb nnnnnnnn uuuuuu bbbbbbbbb nnnnnnn uuuuuu nnnnnn uuu",
			"nnnnnn uuuu bbbbbbbbb nnnnnn uuuuuuu nnnnnnn uuuuu.",
		}
		l := compose(t, title+setIn("F1", 9, 11, leftColumn, at(6), abstract...)+heading(leftColumn, at(10), "1 Introduction")+set(leftColumn, at(12), across(20, 40)...))
		wantLines(t, l, Abstract, abstract...)
		wantLines(t, l, Author, "Ada Lovelace, University of London", "Charles Babbage, University of London")
	}
}

// An abstract that is narrower than the text, with a sentence that ends in it, names no
// author; affiliations as wide as it do.
func TestNarrowAbstract(t *testing.T) {
	title := setIn("F2", 17, 20, 180, topLine, "Analytical Engines that Weave") + set(250, at(3), "Ada Lovelace")
	for name, c := range map[string]struct {
		lines []string
		role  Role
	}{
		"an abstract": {[]string{
			"Uuuu no nnnn is bbbb no looms. Nnnn do uuuuuu no bbbbbbbb of nnnnnn uuuuuuuu by bbbbbbbb",
			"nnnnnn uuuuuuuu bbbbbb uuuuuu nnnnnnn bbb uuuuuu bbbbbbb nnnnnnnn uuuuuu bbbbbbbbb nnnn",
			"uuuuuu nnnnnn uuu.",
		}, Abstract},
		"affiliations": {[]string{
			"Department of Looms and Cards of the University of London, Mill Lane 20, London, England,",
			"Institute of Engines of the Academy of Sciences, Weaver Street 30, Lyon, France, and also",
			"with the Mill of Lyon",
		}, Author},
	} {
		l := compose(t, title+setIn("F1", 9, 11, 110, at(5), c.lines...)+heading(leftColumn, at(9), "1 Introduction")+set(leftColumn, at(11), prose(20, 40)...)+set(rightColumn, at(9), prose(13, 44)...), columnsOf(1))
		if line := lineWith(t, l, c.lines[1]); line.Role != c.role {
			t.Errorf("%s: %v, want %v\n%s", name, line.Role, c.role, outline(l))
		}
	}
}

// A teaser's caption between the title and the abstract names no author, and a
// short abstract is none either; the caption does not end it before it begins.
func TestBetweenTitleAndText(t *testing.T) {
	page := setIn("F2", 17, 20, 150, topLine, "Analytical Engines") + set(230, at(2), "Ada Lovelace") +
		setIn("F1", 9, 11, leftColumn, at(10), "Figure 0. The engine as it was built and as it was not, drawn by the one who did not build it, for us") +
		set(leftColumn, at(13), "We find that the loom weaves as it does. We", "show that it is so, and how it is done for us.") +
		heading(leftColumn, at(16), "1 Introduction") + set(leftColumn, at(18), prose(40, deep-18)...) + set(rightColumn, at(13), prose(13, deep-13)...)
	l := compose(t, page, columnsOf(1))
	wantLines(t, l, Author, "Ada Lovelace")
	wantLines(t, l, Abstract, "We find that the loom weaves as it does. We", "show that it is so, and how it is done for us.")
}

// A page behind the list that holds a line of display type alone is no entry, and
// one in the body's size is as it stands among entries.
// TestAuthorsBesideEachOther checks authors who take a whole line, as their
// institutions and addresses do.
func TestAuthorsBesideEachOther(t *testing.T) {
	row := func(i int, a, b, c string) string {
		return setIn("F1", 9, 11, leftColumn, at(i), a) + setIn("F1", 9, 11, 240, at(i), b) + setIn("F1", 9, 11, 420, at(i), c)
	}
	l := compose(t, setIn("F2", 17, 17, 220, topLine, "Looms in Theory")+
		row(3, "Augusta Ada King", "Charles Babbage", "Luigi Federico Menabrea")+
		row(4, "Institute of Looms", "Institute of Mills and Stores", "Academy of Sciences")+
		row(5, "ada@looms.example", "charles@mills.example", "luigi@academy.example")+
		setIn("F2", 12, 12, 280, at(8), "Abstract")+set(leftColumn, at(10), across(0, 6)...)+
		heading(leftColumn, at(19), "1 Introduction")+set(leftColumn, at(21), across(10, 30)...), set(leftColumn, topLine, across(60, deep)...), set(leftColumn, topLine, across(120, deep)...))
	if got := len(linesOf(l, Author)); got != 3 {
		t.Errorf("%d lines of authors, want 3\n%s", got, outline(l))
	}
}

func TestClosingWordsBehindTheList(t *testing.T) {
	list := heading(leftColumn, topLine, "References") + set(leftColumn, at(2), entries(6)...)
	for size, want := range map[float64]bool{24: false, 10: true} {
		l := compose(t, columnsOf(0), columnsOf(1), list, setIn("F1", size, 28, 150, 400, "Thank you! Our looms?"))
		line := lineWith(t, l, "Thank you")
		if got := line.Role == Reference; got != want || !want && l.Pages[3].Unsure() {
			t.Errorf("at %g pt it is %v, by %.1f, hinge %v", size, line.Role, line.Margin, l.Pages[3].Unsure())
		}
	}
}

// What a publisher says in bold behind the list is no entry, and no doubt.
func TestPublishersNoteBehindTheList(t *testing.T) {
	for head, says := range map[string]string{
		"Publisher's Note": "The mill remains neutral with regard",
		"Open Access":      "This article is distributed under the",
		"Disclaimer:":      "The statements of this paper are those",
	} {
		list := heading(leftColumn, topLine, "References") + small(leftColumn, at(2), entries(14)...)
		note := setIn("F2", 9, 11, leftColumn, 200, head) + small(leftColumn+5*float64(len(head)), 200, says) + small(leftColumn, 189, "to jurisdictional claims of cards and of affiliations.")
		l := compose(t, paperThen(list+note)...)
		if line := lineWith(t, l, says); line.Role == Reference || l.Pages[2].Unsure() {
			t.Errorf("%q is %s; the page by %.1f\n%s", head, line.Role, l.Pages[2].Margin, outline(l))
		}
	}
	wantReferences(t, compose(t, paperThen(heading(leftColumn, topLine, "References")+small(leftColumn, at(2), append(entries(6), "[7] A. Lovelace and C. Babbage. Access for all:", "Open Access to the cards of looms. In Journal", "of Looms and Cards, pages 1 to 20. 1843.")...))...), "References", 21)
}

// The columns are those of the body, though what follows the list is longer and set
// in one.
func TestColumnsOfTheBody(t *testing.T) {
	wide := func() string {
		lines := prose(0, deep)
		for i := range lines {
			lines[i] += " " + lines[i] + " no"
		}
		return set(leftColumn, topLine, lines...)
	}
	list := heading(leftColumn, topLine, "References") + set(leftColumn, at(2), entries(14)...) + set(rightColumn, topLine, entries(14)...)
	appendix := heading(leftColumn, 740, "Appendix") + wide()
	for n, want := range map[int]int{0: 2, 4: 2} {
		pages := []string{columnsOf(0), columnsOf(1), list}
		for range n {
			pages = append(pages, appendix)
		}
		if l := compose(t, pages...); l.Columns != want {
			t.Errorf("with %d pages of appendix %d columns, want %d", n, l.Columns, want)
		}
	}
	if l := compose(t, wide(), wide(), list); l.Columns != 1 {
		t.Errorf("a body in one column before a list in two: %d", l.Columns)
	}
}

// A table and its caption, over the columns too, interrupt a list that goes on below
// and are no part behind it.
func TestTableWithinTheList(t *testing.T) {
	row := func(i int) string {
		return set(rightColumn, at(i), "79.2") + set(rightColumn+60, at(i), "24.9")
	}
	var table string
	for i := range 10 {
		table += row(i)
	}
	list := entries(30)
	page := table + set(leftColumn, at(12), "Table 1: We find that each of the looms is as it is, and that it does what it has to do, which we know", "A loom has a card and an appendix. The card of the loom is what tells what it does, and we know that too", "the loom.") +
		set(leftColumn, at(17), list[24:60]...) + set(rightColumn, at(17), list[60:84]...)
	l := compose(t, columnsOf(0), heading(leftColumn, topLine, "References")+set(leftColumn, at(2), list[:24]...), page)
	wantLines(t, l, Heading)
	if got := len(linesOf(l, Reference)); got != 84 {
		t.Errorf("%d lines of entries, want 84\n%s", got, outline(l))
	}
}

// The lines of a caption among entries are no entries, though its words are few that
// hold sentences together.
func TestCaptionWithinTheList(t *testing.T) {
	list := entries(24)
	page := set(leftColumn, topLine, list[:24]...) + set(leftColumn, at(26), "Figure 2: Looms of the mills that we use.", "Cards, mills of looms that do engines.", "Mills, cards, the looms.") + set(leftColumn, at(31), list[24:45]...)
	l := compose(t, columnsOf(0), heading(leftColumn, topLine, "References")+set(leftColumn, at(2), entries(8)...), page, columnsOf(2))
	for _, text := range []string{"Figure 2", "Cards, mills of looms", "Mills, cards"} {
		if line := lineWith(t, l, text); line.Role == Reference || line.Zone != InterruptionZone {
			t.Errorf("%q is %v in %v", text, line.Role, line.Zone)
		}
	}
}

// Lines that join two columns leave it in doubt what a page of references holds;
// what stands across the columns, set apart, does not.
func TestMergedColumnsAreInDoubt(t *testing.T) {
	both := func(y float64, n int) string {
		lines := prose(80, n)
		for i := range lines {
			lines[i] += " " + lines[i] + " no"
		}
		return set(leftColumn, y, lines...)
	}
	list := heading(leftColumn, topLine, "References") + set(leftColumn, at(2), prose(0, 18)...) + set(rightColumn, at(2), prose(20, 18)...)
	below := set(leftColumn, at(26), prose(40, 20)...) + set(rightColumn, at(26), prose(61, 20)...)
	paragraphs := "" // each ends within the first column
	for i := range 5 {
		paragraphs += both(at(22+4*i), 3) + set(leftColumn, at(25+4*i), prose(7*i, 1)...)
	}
	for name, c := range map[string]struct {
		page string
		want int
	}{
		"merged":    {list + both(at(20), 5) + below, 5},
		"set apart": {list + both(at(22), 3) + below, 0},
		"one text":  {list + paragraphs, 0},
	} {
		l := compose(t, columnsOf(0), columnsOf(1), c.page)
		if got := len(l.Pages[2].Merged); got != c.want || l.Pages[2].Unsure() != (c.want > 0) {
			t.Errorf("%s: %d merged lines, want %d", name, got, c.want)
		}
	}
}
