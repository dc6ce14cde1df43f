package face

import (
	"math"
	"slices"
)

// When letters have the advances of a face, whatever the unit of these is.
const (
	minKnown   = 6     // different letters
	maxRounded = 0.6   // by how much an advance is rounded to pixels, the unit of bitmaps
	maxStray   = 0.015 // and by how much, in ems, it may stray besides
	minKnownEm = 24    // units of an em: else rounding hides the differences
)

// IsKnown reports whether the advances of letters, in any unit not finer than pixels, are
// those of a known face: then they are these letters.
func IsKnown(letters []Drawn) bool {
	if distinct(letters) < minKnown {
		return false
	}
	return slices.ContainsFunc(Known(), func(f Face) bool { return f.hasAdvances(letters) })
}

// hasAdvances reports whether all letters have the face's advances in one scale.
func (f *Face) hasAdvances(letters []Drawn) bool {
	sum, squares := 0.0, 0.0
	for _, l := range letters {
		sum += l.Program * f.Advances[l.Letter]
		squares += f.Advances[l.Letter] * f.Advances[l.Letter]
	}
	em := sum / squares
	return em >= minKnownEm && !slices.ContainsFunc(letters, func(l Drawn) bool {
		return math.Abs(l.Program-em*f.Advances[l.Letter]) > maxRounded+maxStray*em
	})
}
