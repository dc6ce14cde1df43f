package structure

import (
	"fmt"
	"testing"
)

// ground paints a box behind what is set on it.
func ground(x, y, width, height float64) string {
	return fmt.Sprintf("0.7 g %g %g %g %g re f 0 g\n", x, y, width, height)
}

// frame draws the border of a box.
func frame(x, y, width, height float64) string {
	return fmt.Sprintf("1 w %g %g %g %g re S\n", x, y, width, height)
}

// addresses returns entries of three lines with little that tells them: they alone do
// not outweigh a drawing.
func addresses(n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("[%d] Site of the looms, with cards and", i+1), "shuttles for all kinds of threads:", fmt.Sprintf("http://looms.example/%d.", i))
	}
	return out
}

// TestListOnAGround: magazines set the reference list in a coloured box. It is no
// drawing with labels.
func TestListOnAGround(t *testing.T) {
	t.Parallel()
	for name, box := range map[string]string{
		"ground": ground(leftColumn-8, at(40), measure+16, 12*40+20),
		"frame":  frame(leftColumn-8, at(40), measure+16, 12*40+20),
		"wide":   ground(leftColumn-8, at(40), 2*measure+40, 12*40+20),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := compose(t, paperThen(box+heading(leftColumn, topLine, "References")+set(leftColumn, at(2), addresses(5)...))...)
			wantReferences(t, l, "References", 15)
		})
	}
}

// TestFrameOfEveryPage: a border around all type, or a ground of the whole page,
// draws nothing on it.
func TestFrameOfEveryPage(t *testing.T) {
	t.Parallel()
	for name, box := range map[string]string{"border": frame(40, 30, 532, 730), "page": ground(0, 0, 612, 792), "bleed": ground(-9, -9, 630, 810)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := compose(t, box+columnsOf(0), box+columnsOf(1), box+heading(leftColumn, topLine, "References")+set(leftColumn, at(2), addresses(5)...))
			wantReferences(t, l, "References", 15)
			if n := len(linesOf(l, Body)); n != 4*deep {
				t.Errorf("%d lines of text, want %d", n, 4*deep)
			}
		})
	}
}

// TestTablesAreNoLists: the rows of a table hold years, or cite works by author and
// year, and none of them is an entry.
func TestTablesAreNoLists(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]func(i int) string{
		"numbers of faults": func(i int) string { return fmt.Sprintf("set_area_%c %d CVE-20%02d-%d", 'a'+i, i%3+1, 10+i, 8133+7*i) },
		"citations": func(i int) string {
			return []string{"[Lovelace et al. 18%02d]", "looms [Babbage 18%02d]", "[Lovelace and Babbage 18%02d]"}[i%3]
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var rows []string
			for i := range 24 {
				text := row(i)
				if name == "citations" {
					text = fmt.Sprintf(text, 40+i)
				}
				rows = append(rows, text)
			}
			table := set(leftColumn, topLine, "Table 3: What was found in looms of this kind so far") + small(leftColumn+60, at(2), rows...)
			l := compose(t, columnsOf(0), table+set(leftColumn, at(28), prose(3, 20)...)+set(rightColumn, topLine, prose(40, deep)...),
				heading(leftColumn, topLine, "References")+small(leftColumn, at(2), entries(12)...))
			wantReferences(t, l, "References", 36)
		})
	}
}

// TestHeadingsInImitatedCapitals: their letters are those of both sizes.
func TestHeadingsInImitatedCapitals(t *testing.T) {
	t.Parallel()
	l := compose(t, paperThen(heading(leftColumn, topLine, "reFerences")+small(leftColumn, at(2), entries(12)...))...)
	wantReferences(t, l, "reFerences", 36)
}

// TestHeadingWithoutEntries: where a heading names a list, and what follows is neither
// text nor known as entries, nobody can say that the paper has none.
func TestHeadingWithoutEntries(t *testing.T) {
	t.Parallel()
	for name, after := range map[string]struct {
		lines  []string
		unsure bool
	}{
		"commands": {[]string{"Pages of the manual:", "weave(1) cards(8) loom(8)", "Pages on parts:", "shuttle(2) thread(2)", "Others:", "card(7) hole(7)"}, true},
		"text":     {prose(9, 12), false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := compose(t, paperThen(heading(leftColumn, topLine, "References")+set(leftColumn, at(2), after.lines...))...)
			if got := l.References.Unsure(); got != after.unsure || l.References.Status != Absent {
				t.Errorf("status %v, unsure %v, want %v\n%s", l.References.Status, got, after.unsure, outline(l))
			}
		})
	}
}
