package measure

import "testing"

// A page of biographies behind the reference list has no size of running text; an
// appendix in small type has, whatever is bold at its beginning.
func TestPageOfBiographies(t *testing.T) {
	const width = 4.3 // points for each letter of bold 8 pt, about
	life := func(name, rest string) string {
		page := ""
		for i, x := range []float64{leftColumn, leftColumn, rightColumn} {
			y := topLine - 140*float64(i%2)
			page += setIn("F2", 8, 9, x, y, name) + setIn("F1", 8, 9, x+width*float64(len(name)), y, rest) + setIn("F1", 8, 9, x, y-9, longer(prose(20*i, 12))...)
		}
		return page
	}
	list := setIn("F2", 12, 14, leftColumn, topLine, "References") + set(leftColumn, at(2), entries(16)...) + set(rightColumn, topLine, entries(18)...)
	for name, c := range map[string]struct {
		page string
		told bool
	}{
		"is":           {life("Ada Lovelace", "is the professor of looms at the mill"), false},
		"a grade":      {life("A. K. Lovelace", "(M'42-SM'43) received the B.S."), false},
		"a particle":   {life("Ada de la Loom", "was with the mill of Lyon from"), false},
		"no verb":      {life("Ada Lovelace", "and the looms of all of the mill"), true},
		"no name":      {life("The looms", "is what we call all of the mills we"), true},
		"one word":     {life("Looms", "is what we call all of the mills we"), true},
		"a full stop":  {life("Loom Theory.", "is what we call all of the mills"), true},
		"nothing bold": {setIn("F1", 8, 9, leftColumn, topLine, longer(append([]string{"Ada Lovelace is the professor of all of the looms"}, prose(20, 20)...))...), true},
	} {
		f := facts(t, columnsOf(0), columnsOf(1), list, c.page)
		if got := f.Pages[3].BodySize.Known; got != c.told {
			t.Errorf("%s: the page's size is known: %v, want %v", name, got, c.told)
		}
		if got := len(f.SmallStretches(9.9, 100)) > 0; got != c.told {
			t.Errorf("%s: a stretch is small: %v, want %v", name, got, c.told)
		}
	}
	f := facts(t, columnsOf(0), life("Ada Lovelace", "is the professor of looms at the mill"), list)
	if !f.Pages[1].BodySize.Known {
		t.Error("before the list nothing is a biography")
	}
}

// longer returns lines that take their measure in 8 pt, too.
func longer(lines []string) []string {
	for i := range lines {
		lines[i] += " and the mills"
	}
	return lines
}
