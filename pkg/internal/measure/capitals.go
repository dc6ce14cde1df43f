package measure

import (
	"math"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// Small capitals that are imitated by capitals of smaller type, as "PLAIN" with a large
// P, are so much smaller than the type that they are to be of.
const (
	leastImitated = 0.65 // a drop capital is larger still
	mostImitated  = 0.93
	leastCapitals = 4 // of the smaller type: fewer, and figures, are labels
)

// capitalsSize returns the size of the large capitals of a line whose other letters are
// capitals of smaller type, 0 for any other line: readers take it for small capitals of
// the larger type.
func capitalsSize(line *structure.Line) float64 {
	size, most, imitated := 0.0, 0, 0
	for i := range line.Runs {
		r := &line.Runs[i]
		letters, only := countCapitals(r.Text)
		if !only {
			return 0
		}
		share := line.Style.Size / r.Size
		switch {
		case letters > most && share >= leastImitated && share <= mostImitated && math.Abs(r.Baseline-line.Baseline) <= sizeBin*r.Size:
			size, most = r.Size, letters
		case math.Abs(share-1) <= bodySizes:
			imitated += letters
		}
	}
	if imitated < leastCapitals {
		return 0
	}
	return size
}

// countCapitals counts the letters of a text that has only capitals; those of scripts
// without capitals are none.
func countCapitals(s string) (n int, only bool) {
	for _, r := range s {
		if unicode.IsUpper(r) {
			n++
		} else if unicode.IsLetter(r) {
			return n, false
		}
	}
	return n, true
}
