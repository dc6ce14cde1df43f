package structure

import "testing"

// The items of a list in a paper without references begin as authors do, a word and a
// comma; without names, venues and years nothing says that they are entries.
func TestItemsOpenNoList(t *testing.T) {
	items := []string{"First Item, Step 1", "First Item, Step 2", "First Item, Step 3", "First Item, Step 4", "Second Item, Step 4", "Second Item, Step 3", "Second Item, Step 2", "Second Item, Step 1", "Third Item, Step 1", "Third Item, Step 2", "Third Item, Step 3", "Third Item, Step 4"}
	for name, gap := range map[string]float64{"close": 12, "apart": 18} {
		page := set(leftColumn, topLine, prose(9, 12)...) + heading(leftColumn, at(14), "2.3.1 Items")
		for i, item := range items {
			page += set(leftColumn+16*float64(i%4), at(16)-gap*float64(i), item)
		}
		l := compose(t, columnsOf(0), page)
		if r := l.References; r.Status != Absent || r.Unsure() {
			t.Errorf("%s: status %v, margin %.1f\n%s", name, r.Status, r.Margin, outline(l))
		}
	}
}
