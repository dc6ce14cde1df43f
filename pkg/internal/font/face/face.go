// Package face knows how large the letters of some two dozen faces are, by which type
// is told that is drawn smaller or narrower than it says.
//
// Lengths are in ems.
package face

import (
	"slices"
	"strconv"
	"strings"
)

//go:generate go run ./internal/gen -out table.go ../../../../fonts

// Letters are the letters of a face, in the order of the table.
const Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// Letters that are as high as x, and those that are as high as a capital or higher.
const (
	xLetters    = "acemnorsuvwxz"
	tallLetters = "ABCDEFGHIKLMNOPRSTUVWXYZbdfhkl"
)

// Face is a known design: the advances and heights of its letters.
type Face struct {
	Name     string  // "Times", "Computer Modern 10"
	Size     float64 // in TeX points, that it is designed for; 0: any
	Advances letters
	Heights  letters // of the ink above the baseline
}

// letters are measures of Letters.
type letters [len(Letters)]float64

// Known returns the known faces, which must not be changed.
func Known() []Face { return table[:] }

// sizedNames are how the names of fonts begin that have their size in them: Computer
// Modern, Latin Modern, cm-super, EC, New Computer Modern and MLModern.
var sizedNames = [...]string{"cm", "computermodern", "lm", "sf", "ec", "newcm", "mlm"}

// DesignSize returns the size that is in the name of a Computer Modern: 10 in CMR10~a8
// and LMRoman10-Regular, 10.95 in SFRM1095; 0 for none.
func DesignSize(name string) float64 {
	plain := strings.ToLower(strings.ReplaceAll(name, "-", ""))
	start := strings.IndexAny(name, digits)
	isSized := func(begin string) bool { return strings.HasPrefix(plain, begin) }
	if start < 0 || !slices.ContainsFunc(sizedNames[:], isSized) {
		return 0
	}
	name = name[start:]
	number := name[:len(name)-len(strings.TrimLeft(name, digits))]
	n, err := strconv.Atoi(number)
	switch {
	case err != nil:
		return 0
	case len(number) >= 3: // EC fonts give hundredths
		return float64(n) / 100
	}
	return float64(n)
}

const digits = "0123456789"
