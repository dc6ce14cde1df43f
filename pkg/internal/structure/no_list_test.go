package structure

import (
	"slices"
	"testing"
)

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

// What stands on the first page below a heading that says how to cite the paper is its own
// citation, no list.
func TestOwnCitation(t *testing.T) {
	cite := []string{"Ada Lovelace, C. Babbage, L. F. Menabrea, Mary Somerville,", "A. De Morgan, G. Boole, and J. Herschel. 1843. Notes on an", "Engine. In Proceedings of the Conference on Looms (LOOM ’43),", "July 1843, London. ACM, New York, NY, USA, 12 pages.", "https://doi.org/10.1145/1111111.1111111"}
	long := append(slices.Clone(cite[:2]), append(slices.Clone(cite[:2]), cite...)...)
	for _, head := range []string{"ACM Reference Format:", "PVLDB Reference Format:", "ACM Reference format:", "How to cite this article:", "Recommended Citation"} {
		for _, c := range [][]string{cite, long} {
			page := set(leftColumn, topLine, prose(0, 20)...) + setIn("F2", 8, 10, leftColumn, at(22), head) + setIn("F1", 8, 10, leftColumn, at(23), c...) +
				heading(leftColumn, at(33), "1 Introduction") + set(leftColumn, at(35), prose(30, deep-35)...) + set(rightColumn, topLine, prose(13, deep)...)
			l := compose(t, page, columnsOf(1))
			if r := l.References; r.Status != Absent || r.Unsure() {
				t.Errorf("%s, %d lines: status %v, margin %.1f\n%s", head, len(c), r.Status, r.Margin, outline(l))
			}
		}
	}
}

// A list that follows the paper's own citation is one.
func TestListBehindTheOwnCitation(t *testing.T) {
	page := set(leftColumn, topLine, prose(0, 20)...) + setIn("F2", 8, 10, leftColumn, at(22), "How to cite this abstract:") + setIn("F1", 8, 10, leftColumn, at(23), "A. Lovelace. 1843. Notes on an Engine. In Looms, London.") +
		heading(leftColumn, at(26), "References") + set(leftColumn, at(28), entries(8)...) + set(rightColumn, topLine, prose(13, 40)...)
	l := compose(t, page)
	if r := l.References; r.Status != Found || r.Unsure() || len(linesOf(l, Reference)) != 24 {
		t.Errorf("status %v, margin %.1f, %d lines\n%s", r.Status, r.Margin, len(linesOf(l, Reference)), outline(l))
	}
}
