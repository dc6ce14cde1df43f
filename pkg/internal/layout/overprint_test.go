package layout

import (
	"slices"
	"testing"
)

// A heading that stands on the first line of its section is a line of its own; words
// beside each other, and a small word on a letter, are one line.
func TestHeadingPrintedOverText(t *testing.T) {
	for name, c := range map[string]struct {
		page string
		want []string
	}{
		"over a label": {setIn("F2", 12, 14, leftColumn, topLine, "7.") + set(leftColumn+3, topLine, "[1] A. Lovelace and C. Babbage. Notes on") + setIn("F2", 12, 14, leftColumn+22, topLine, "REFERENCES"),
			[]string{"7. REFERENCES", "[1] A. Lovelace and C. Babbage. Notes on"}},
		"beside":      {setIn("F2", 12, 14, leftColumn, topLine, "Looms") + set(leftColumn+45, topLine, "are what we weave in all the mills"), []string{"Looms are what we weave in all the mills"}},
		"on a letter": {setIn("F1", 24, 24, leftColumn, topLine, "O") + set(leftColumn+2, topLine, "looms are what we weave in all"), []string{"Olooms are what we weave in all"}},
		"in one size": {setIn("F2", 10, 12, leftColumn, topLine, "Looms of Lyon") + set(leftColumn+30, topLine, "are what we weave in mills"), []string{"Looms of Lyonare what we weave in mills"}},
	} {
		var got []string
		for _, l := range compose(t, c.page+set(leftColumn, at(3), prose(0, 40)...)).Pages[0].Lines {
			if l.Baseline < 85 {
				got = append(got, l.Text)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
