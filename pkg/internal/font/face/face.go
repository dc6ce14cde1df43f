// Package face knows how large the letters of some two dozen faces are, by which type
// is told that is drawn smaller or narrower than it says.
//
// Lengths are in ems.
package face

import (
	_ "embed" // the table
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:generate go run ./internal/gen -out faces.txt ../../../../fonts

// table is made from font programs: measures alone, no outlines.
//
//go:embed faces.txt
var table string

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
	Advances [len(Letters)]float64
	Heights  [len(Letters)]float64 // of the ink above the baseline
}

// Known returns the known faces, which must not be changed. The table is read when it
// is first needed.
var Known = sync.OnceValue(func() []Face {
	out := make([]Face, 0, strings.Count(table, "\n"))
	for row := range strings.Lines(table) {
		if name, numbers, _ := strings.Cut(row, " "); name != "#" {
			out = append(out, readFace(name, numbers))
		}
	}
	return out
})

// readFace reads a row of the table, which is ours and tested.
func readFace(name, numbers string) Face {
	f := Face{Name: strings.ReplaceAll(name, "-", " "), Size: designSize(name)}
	at := 0
	next := func() float64 {
		n := 0
		for ; at < len(numbers) && numbers[at] >= '0'; at++ {
			n = 10*n + int(numbers[at]-'0')
		}
		at++ // the space behind
		return float64(n) / 1000
	}
	for i := range Letters {
		f.Advances[i], f.Heights[i] = next(), next()
	}
	return f
}

// sizedNames are how the names of fonts begin that have their size in them: Computer
// Modern, Latin Modern, cm-super, EC, New Computer Modern and MLModern.
var sizedNames = [...]string{"cm", "computermodern", "lm", "sf", "ec", "newcm", "mlm"}

// designSize returns the size that is in the name of a Computer Modern: 10 in CMR10~a8
// and LMRoman10-Regular, 10.95 in SFRM1095; 0 for none.
func designSize(name string) float64 {
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
