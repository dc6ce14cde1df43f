package structure

import (
	"fmt"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/traits"
)

// spread returns a line of 9 points with wider spaces between its words.
func spread(x, y, wider float64, line string) string {
	return fmt.Sprintf("%g Tw\n", wider) + setIn("F1", 9, 11, x, y, line) + "0 Tw\n"
}

// Stretched lines are no rows of cells, though some of their words stand below others;
// numbers that are equally wide and far apart are.
func TestStretchedLines(t *testing.T) {
	for name, c := range map[string]struct {
		lines [2]string
		want  bool
	}{
		"words":        {[2]string{"9. BitLoom Research: Atomic Swaps and", "9. BitLoom Research: The Inadvertent Call"}, false},
		"behind marks": {[2]string{"[12] Mill Research: Atomic Swaps and", "[13] Mill Research: Looms in Lyon"}, false},
		"numbers":      {[2]string{"A 12.5 13.5 14.5 15.5 16.5", "B 22.5 23.5 24.5 25.5 26.5"}, true},
	} {
		y := at(deep / 2)
		page := set(leftColumn, topLine, prose(0, deep/2-1)...) + spread(leftColumn, y, 16, c.lines[0]) + spread(leftColumn, y-11, 16, c.lines[1]) + set(rightColumn, topLine, prose(13, deep)...)
		l := lineWith(t, compose(t, page, columnsOf(1)), c.lines[0])
		if l.seen.Has(traits.Cells) != c.want || l.seen.Has(traits.AboveCell) != c.want {
			t.Errorf("%s: cells %v, above others %v, want %v", name, l.seen.Has(traits.Cells), l.seen.Has(traits.AboveCell), c.want)
		}
	}
}

// The name that a biography begins with stands in any other type.
func TestBiographyInAnotherFont(t *testing.T) {
	for name, c := range map[string]struct {
		font, rest string
		want       bool
	}{
		"bold": {"F2", "received the degree of", true}, "Helvetica": {"F3", "(M’42) was born in the city", true},
		"one font": {"F1", "received the degree of", false}, "no life": {"F3", "weaves what the loom of", false},
	} {
		life := setIn(c.font, 8, 9.5, rightColumn, topLine, "ADA A. LOVELACE") + setIn("F1", 8, 9.5, rightColumn+100, topLine, c.rest) + setIn("F1", 8, 9.5, rightColumn, topLine-9.5, prose(3, 12)...)
		l := compose(t, columnsOf(0), heading(leftColumn, topLine, "References")+small(leftColumn, at(2), entries(16)...)+life)
		if got := lineWith(t, l, "LOVELACE").Biography; got != c.want {
			t.Errorf("%s: a biography: %v\n%s", name, got, outline(l))
		}
	}
}

// What stands above the notice on rights in its type is part of it.
func TestNoticeInTwoBlocks(t *testing.T) {
	for size, want := range map[float64]int{8: 5, 10: 1} {
		foot := setIn("F1", size, 9.5, leftColumn, 146, "The weavers may do with this as they like, and all", "that they have to do is to say so to the owner of", "the mill in Lyon.") + setIn("F1", size, 9.5, leftColumn, 105, "To appear at the Looms.") +
			setIn("F1", 8, 9.5, leftColumn, 83, "Copyright 1843 the weavers.")
		page := set(leftColumn, topLine, prose(0, 46)...) + foot + set(rightColumn, topLine, prose(13, deep)...)
		if l := compose(t, page, columnsOf(1)); len(linesOf(l, Footnote)) != want {
			t.Errorf("%g pt: notes %q, want %d\n%s", size, linesOf(l, Footnote), want, outline(l))
		}
	}
}
