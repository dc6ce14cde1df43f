package measure

import (
	"testing"
)

// Rules that belong to a line of text are measured with it; those below it are drawn.
func TestRulesOfLinesAreNoFigures(t *testing.T) {
	for name, test := range map[string]struct {
		rule string
		want int
	}{
		"an underscore in a word": {"80 399 5 .4 re f", 0},
		"a line under words":      {"60 398.5 80 .4 re f", 0},
		"a rule below the line":   {"60 390 80 .4 re f", 1},
		"a longer one":            {"54 398.5 230 .4 re f", 1},
	} {
		page := set(leftColumn, topLine, prose(0, 20)...) + set(leftColumn, 400, "some name of a function in a line of text") + set(leftColumn, 360, prose(40, 5)...) + test.rule + "\n"
		if got := len(facts(t, page).Pages[0].Figures); got != test.want {
			t.Errorf("%s: %d drawings, want %d", name, got, test.want)
		}
	}
}
