package structure

import "testing"

// TestScalesWeighAsTheirTables: to the last bit, as sums in another order would not.
func TestScalesWeighAsTheirTables(t *testing.T) {
	l := compose(t, columnsOf(0), heading(leftColumn, topLine, "References")+set(leftColumn, topLine-24, entries(12)...)+
		set(rightColumn, topLine, "Figure 1: The loom.")+small(rightColumn, footLine+24, "1 See the mill of Lyon, 1843.")+heading(rightColumn, topLine-60, "A Appendix")+set(rightColumn, topLine-84, prose(0, 12)...))
	for _, table := range zoneTables() {
		scale, differ := newScale(*table), map[float64]bool{}
		for _, p := range l.Pages {
			for _, line := range p.text() {
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
