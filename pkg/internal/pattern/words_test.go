package pattern

import (
	"slices"
	"testing"
)

// Words are what patterns spell out: branches, options and pairs of letters, but
// no classes; of all patterns that were made.
func TestWords(t *testing.T) {
	before := Words()
	New(`(?i)\bqfig(?:ure|\.)?\b|^qanonymi[sz]ed?\s+qAu(?:thor)?s*[a-z]+qtail$`)
	Known("qknown")
	New(`q(`) // broken, and never used
	New(`(?:qa|qb|qc|qg)(?:x|y){1,3}((?:1|2|3|4|5)(6|7|8|9)(?:a|b|c|d|e)){20}qlast`)
	var got []string
	for _, w := range Words() {
		if !slices.Contains(before, w) {
			got = append(got, w)
		}
	}
	for _, w := range []string{"qfig", "qfigure", "qanonymise", "qanonymized", "qau", "qauthor", "qtail", "qa", "qg", "qlast", "qknown"} {
		if !slices.Contains(got, w) {
			t.Errorf("%q is not in %v", w, got)
		}
	}
	if !slices.IsSorted(Words()) || len(got) > 40 {
		t.Errorf("%d words: %v", len(got), got)
	}
}
