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

// Stretch returns how high and how wide a program's FontMatrix makes its glyphs, where
// one of the two is that of a thousand units to the em and the other is less: 1 and 1
// for all other programs, of which nothing can be told.
func Stretch(p Program) (height, width float64) {
	m := thousandth()
	switch p := p.(type) {
	case *type1:
		m = p.matrix
	case *cff:
		if !p.top.cid {
			m = p.matrix
		}
	}
	switch usual := thousandth().A; {
	case m.A == usual && m.D > 0 && m.D < usual:
		return m.D / usual, 1
	case m.D == usual && m.A > 0 && m.A < usual:
		return 1, m.A / usual
	}
	return 1, 1
}
