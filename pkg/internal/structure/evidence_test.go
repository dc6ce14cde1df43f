package structure

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/traits"
)

// TestScalesWeighAsTheirTables: to the last bit, as sums in another order would not.
func TestScalesWeighAsTheirTables(t *testing.T) {
	l := compose(t, columnsOf(0), heading(leftColumn, topLine, "References")+set(leftColumn, topLine-24, entries(12)...)+
		set(rightColumn, topLine, "Figure 1: The loom.")+small(rightColumn, footLine+24, "1 See the mill of Lyon, 1843.")+heading(rightColumn, topLine-60, "A Appendix")+set(rightColumn, topLine-84, prose(0, 12)...))
	for _, table := range zoneTables() {
		scale, differ := newScale(*table), map[float64]bool{}
		for _, p := range l.Pages {
			for _, line := range p.appendText(nil) {
				got, want := scale.weigh(&line.seen.Set), weigh(*table, &line.seen.Set)
				if got != want {
					t.Errorf("%q: %v on the scale, %v by the table", line.Text, got, want)
				}
				differ[want] = true
			}
		}
		if len(differ) < 2 {
			t.Errorf("all lines weigh the same by %q", (*table)[0].Why)
		}
	}
}

// TestScalesHaveRoom: a trait has one place in a table, and all places are bits of a word.
func TestScalesHaveRoom(t *testing.T) {
	for _, table := range zoneTables() {
		seen := map[traits.Trait]bool{}
		for _, e := range *table {
			if seen[e.Trait] {
				t.Errorf("“%s” stands twice in the table of %q", e.Trait, (*table)[0].Why)
			}
			seen[e.Trait] = true
		}
		if len(*table) > 64 {
			t.Errorf("the table of %q has %d traits", (*table)[0].Why, len(*table))
		}
	}
}
