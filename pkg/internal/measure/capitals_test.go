package measure

import (
	"math"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// Capitals of smaller type behind large ones are small capitals of the larger type;
// small letters, and capitals of one size, are of their own.
func TestImitatedSmallCapitals(t *testing.T) {
	line := func(y, large float64, words string) string {
		out, x := "", leftColumn
		for _, w := range strings.Fields(words) {
			out += setIn("F1", large, 12, x, y, w[:1]) + setIn("F1", 8, 12, x+0.75*large, y, w[1:])
			x += 0.75*large + 7*float64(len(w))
		}
		return out
	}
	for name, c := range map[string]struct {
		words string
		large float64
		want  float64
	}{
		"imitated":       {"LINEARIZABLE SEQUENTIAL", 10, 10},
		"of one size":    {"LINEARIZABLE SEQUENTIAL", 8, 8},
		"small letters":  {"Linearizable Sequential", 10, 8},
		"figures":        {"L1950 S1843 S1844 S1845", 10, 8},
		"a drop capital": {"LINEARIZABLELOOMSANDCARDS", 24, 8},
	} {
		b := pdftest.New()
		b.AddPage(pdftest.Page{Content: set(leftColumn, topLine, prose(0, 20)...) + line(at(22), c.large, c.words) + set(leftColumn, at(24), prose(24, 20)...) + set(rightColumn, topLine, prose(13, deep)...)})
		got := 0.0
		for _, l := range factsOf(t, b).Pages[0].Lines {
			if up := strings.ToUpper(l.Text); strings.Contains(up, "INEAR") || strings.Contains(up, "1950") {
				got = l.Size
			}
		}
		if math.Abs(got-c.want) > 0.01 {
			t.Errorf("%s: %.2f pt, want %g", name, got, c.want)
		}
	}
}
