package outline

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// thousandth is the FontMatrix of fonts that give none.
func thousandth() geom.Matrix { return geom.Scaling(0.001, 0.001) }

// fontMatrix returns the matrix of six numbers; ok is false when no font can
// have it: an em is between 16 and 65,536 units.
func fontMatrix(n []float64) (m geom.Matrix, ok bool) {
	if len(n) < 6 {
		return m, false
	}
	m = geom.Matrix{A: n[0], B: n[1], C: n[2], D: n[3], E: n[4], F: n[5]}
	return m, plausible(m)
}

func plausible(m geom.Matrix) bool {
	size := math.Sqrt(math.Abs(m.Det()))
	return m.Finite() && size >= 1.0/(1<<16) && size <= 1.0/16
}
