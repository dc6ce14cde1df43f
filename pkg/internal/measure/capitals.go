package measure

import (
	"math"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/layout"
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
	if !hasLarger(line) {
		return 0 // most
	}
	size, most, imitated := 0.0, 0, 0
	for i := range line.Runs {
		r := &line.Runs[i]
		letters, only := countCapitals(r.Text)
		if !only {
			return 0
		}
		switch {
		case letters > most && isLarger(line, r) && math.Abs(r.Baseline-line.Baseline) <= sizeBin*r.Size:
			size, most = r.Size, letters
		case math.Abs(line.Style.Size/r.Size-1) <= bodySizes:
			imitated += letters
		}
	}
	if imitated < leastCapitals {
		return 0
	}
	return size
}

// isLarger reports whether a line's type may imitate the small capitals of a run's.
func isLarger(line *structure.Line, r *layout.Run) bool {
	share := line.Style.Size / r.Size
	return share >= leastImitated && share <= mostImitated
}

// hasLarger reports whether a line has such a run in it.
func hasLarger(line *structure.Line) bool {
	for i := range line.Runs {
		if isLarger(line, &line.Runs[i]) {
			return true
		}
	}
	return false
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
