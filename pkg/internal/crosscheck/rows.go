package crosscheck

import (
	"cmp"
	"math"
	"slices"
)

// place is where a row of characters stands and how large they are.
type place struct{ baseline, size float64 }

// rows counts the upright characters of a page by their place.
type rows map[place]int

// unit is the fineness in points at which places are distinguished.
const unit = 1e-4

// add counts n more characters at a place.
func (r rows) add(baseline, size float64, n int) {
	r[place{inUnits(baseline), inUnits(size)}] += n
}

func inUnits(x float64) float64 { return math.Round(x/unit) * unit }

// row is a place of either reading.
type row struct {
	place
	ours, theirs int // characters
}

// both lists the places of two readings from the top of the page down, and at a
// baseline by size.
func both(ours, theirs rows) []row {
	out := make([]row, 0, len(ours)+len(theirs))
	for p, n := range ours {
		out = append(out, row{place: p, ours: n})
	}
	for p, n := range theirs {
		out = append(out, row{place: p, theirs: n})
	}
	slices.SortFunc(out, func(a, b row) int {
		return cmp.Or(cmp.Compare(a.baseline, b.baseline), cmp.Compare(a.size, b.size),
			cmp.Compare(b.ours, a.ours), cmp.Compare(b.theirs, a.theirs))
	})
	return out
}

// parts cuts a list that is sorted by key where two neighbours are further
// apart than a tolerance.
func parts(list []row, key func(row) float64, tolerance float64) [][]row {
	var out [][]row
	for start, i := 0, 1; i <= len(list); i++ {
		if i == len(list) || key(list[i])-key(list[i-1]) > tolerance {
			out = append(out, list[start:i])
			start = i
		}
	}
	return out
}

// sum adds up the characters of both readings.
func sum(list []row) (ours, theirs int) {
	for _, r := range list {
		ours, theirs = ours+r.ours, theirs+r.theirs
	}
	return ours, theirs
}
