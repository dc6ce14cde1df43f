package geom

import "math"

// Matrix is the affine map [A B C D E F] of ISO 32000-2, 8.3.3:
// x' = A·x + C·y + E, y' = B·x + D·y + F.
type Matrix struct{ A, B, C, D, E, F float64 }

// Identity leaves every point where it is.
func Identity() Matrix { return Matrix{A: 1, D: 1} }

// Translation moves every point by (x, y).
func Translation(x, y float64) Matrix { return Matrix{1, 0, 0, 1, x, y} }

// Scaling stretches by sx and sy about the origin.
func Scaling(sx, sy float64) Matrix { return Matrix{A: sx, D: sy} }

// Mul returns the map that applies m first and then n (m × n in PDF's order).
func (m Matrix) Mul(n Matrix) Matrix {
	return Matrix{
		m.A*n.A + m.B*n.C, m.A*n.B + m.B*n.D,
		m.C*n.A + m.D*n.C, m.C*n.B + m.D*n.D,
		m.E*n.A + m.F*n.C + n.E, m.E*n.B + m.F*n.D + n.F,
	}
}

// Apply maps a point.
func (m Matrix) Apply(p Point) Point {
	return Point{m.A*p.X + m.C*p.Y + m.E, m.B*p.X + m.D*p.Y + m.F}
}

// ApplyVector maps a vector: as Apply, without the translation.
func (m Matrix) ApplyVector(v Point) Point {
	return Point{m.A*v.X + m.C*v.Y, m.B*v.X + m.D*v.Y}
}

// ApplyRect returns the box of the mapped rectangle.
func (m Matrix) ApplyRect(r Rect) Rect {
	if r.IsEmpty() {
		return r
	}
	if m.B == 0 && m.C == 0 {
		return RectOf(Point{m.A*r.X0 + m.E, m.D*r.Y0 + m.F}, Point{m.A*r.X1 + m.E, m.D*r.Y1 + m.F})
	}
	out := Empty()
	for _, p := range [4]Point{{r.X0, r.Y0}, {r.X1, r.Y0}, {r.X0, r.Y1}, {r.X1, r.Y1}} {
		out = out.Extend(m.Apply(p))
	}
	return out
}

// Det returns the determinant: the signed factor by which areas grow.
func (m Matrix) Det() float64 { return m.A*m.D - m.B*m.C }

// XScale returns the length of the mapped unit vector along x.
func (m Matrix) XScale() float64 { return math.Hypot(m.A, m.B) }

// YScale returns the height of the mapped unit square above the mapped x axis:
// the size of type, whatever slant or horizontal stretch is applied to it.
func (m Matrix) YScale() float64 {
	if x := m.XScale(); x > 0 {
		return math.Abs(m.Det()) / x
	}
	return math.Hypot(m.C, m.D)
}

// Inverse returns the map that undoes m; ok is false when there is none.
func (m Matrix) Inverse() (inv Matrix, ok bool) {
	det := m.Det()
	if det == 0 || math.IsNaN(det) || math.IsInf(det, 0) {
		return Identity(), false
	}
	return Matrix{
		m.D / det, -m.B / det, -m.C / det, m.A / det,
		(m.C*m.F - m.D*m.E) / det, (m.B*m.E - m.A*m.F) / det,
	}, true
}

// Finite reports whether all six numbers are ordinary numbers.
func (m Matrix) Finite() bool {
	s := m.A + m.B + m.C + m.D + m.E + m.F
	return !math.IsNaN(s) && !math.IsInf(s, 0)
}

// Axial reports whether m maps horizontal lines to horizontal or vertical ones.
func (m Matrix) Axial() bool { return (m.B == 0 && m.C == 0) || (m.A == 0 && m.D == 0) }
