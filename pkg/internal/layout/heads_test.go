package layout

import "testing"

// titled returns two pages of text: the first begins with the title, the second
// with a line as wide as the block above it.
func titled(title, head string) []string {
	first := setIn("F2", 17, 20, 120, topLine, title) + set(270, at(3), "Ada Lovelace") +
		set(leftColumn, at(6), prose(0, 40)...) + set(rightColumn, at(6), prose(13, 40)...)
	return []string{first, columnsOf(1) + head}
}

// The head of a paper's second page may be as wide as the block when it says the
// title; any other line as wide as that is text.
func TestHeadOnTheSecondPageAlone(t *testing.T) {
	const title = "Analytical Engines that Weave Flowers"
	head := func(y, size float64, text string) string { return setIn("F1", size, 12, leftColumn, y, text) }
	said := "Second Workshop on Looms and Cards, Lyon: Analytical Engines that Weave Flowers, by A. Lovelace and others of London"
	for name, c := range map[string]struct {
		title, head string
		furniture   bool
	}{
		"the title":              {title, head(headLine, 10, said), true},
		"the title, foot":        {title, head(footLine, 10, said), true},
		"no title":               {title, head(headLine, 10, wide(40, 1)[0]), false},
		"too near":               {title, head(topLine+12, 10, said), false},
		"larger type":            {title, head(headLine, 10.6, said), false},
		"a title of a few words": {"Weaving", head(headLine, 10, "We describe how weaving with cards was done in the city of Lyon in the years before the engine was drawn in London"), false},
	} {
		t.Run(name, func(t *testing.T) {
			l := compose(t, titled(c.title, c.head)...)
			if got := len(furniture(l)) > 0; got != c.furniture {
				t.Errorf("furniture: %v, want %v\n%s", got, c.furniture, outline(l))
			}
		})
	}
	column := set(leftColumn, headLine, "Analytical Engines that Weave Flowers are made of brass")
	wantFurniture(t, compose(t, titled(title, column)...), nil)
	twoLines := head(headLine, 10, said) + head(headLine-13, 10, wide(40, 1)[0])
	wantFurniture(t, compose(t, titled(title, twoLines)...), nil)
}

// A head on one page alone may be of two parts, at the edges of the block.
func TestHeadOfTwoParts(t *testing.T) {
	parts := func(y float64, left string, x float64, right string) string {
		return set(leftColumn, y, left) + set(x, y, right)
	}
	const edge = 558 - 72.8 // where "Lovelace and Ada" ends at the right edge
	text := func(page int, above string) string {
		return set(leftColumn, at(2), prose(5*page, 50)...) + set(rightColumn, at(2), prose(5*page+13, 50)...) + above
	}
	for name, c := range map[string]struct {
		above string
		want  int
	}{
		"left and right":                  {parts(headLine, "Engines that Weave", edge, "Lovelace and Ada"), 2},
		"in italics":                      {setIn("F5", 9, 0, leftColumn, headLine, "Engines that Weave") + setIn("F5", 9, 0, 493, headLine, "Lovelace and Ada"), 2},
		"last lines of two columns":       {parts(headLine, "of the engine.", rightColumn, "in the cards of Lyon."), 0},
		"a last line and a full line":     {parts(headLine, "of the engine.", rightColumn, prose(90, 1)[0]), 0},
		"headings":                        {setIn("F2", 10, 0, leftColumn, headLine, "2 Looms") + setIn("F2", 10, 0, 480, headLine, "Lovelace and Ada"), 0},
		"a last line and an indented one": {parts(headLine, "of the engine.", rightColumn+10, "The cards of Lyon were"), 0},
	} {
		t.Run(name, func(t *testing.T) {
			if got := furniture(compose(t, columnsOf(0), text(1, c.above))); len(got) != c.want {
				t.Errorf("furniture %q, want %d lines", got, c.want)
			}
		})
	}
}

// What is asked before the expression of a section's number lets through all that it
// matches, of all texts of a few signs.
func TestMayBeginSection(t *testing.T) {
	matched := 0
	var try func(text string, left int)
	try = func(text string, left int) {
		if sectionStart.MatchString(text) {
			if matched++; !mayBeginSection(text) {
				t.Errorf("%q is not let through", text)
			}
		}
		if left > 0 {
			for _, sign := range []string{" ", "\t", "§", "1", "X", "B", ".", ")", "a", "Ä"} {
				try(text+sign, left-1)
			}
		}
	}
	try("", 5)
	if matched == 0 || mayBeginSection("Looms and Cards") || mayBeginSection("XVI looms") || mayBeginSection("ACM") {
		t.Errorf("%d texts match, and heads of words are let through", matched)
	}
}
