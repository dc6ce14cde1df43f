package outline

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// pen follows an outline and keeps the box of what is inked. Points come in
// glyph space and are mapped before they are measured, because the box of a
// slanted glyph is not the slanted box of the glyph.
type pen struct {
	matrix geom.Matrix // glyph space → text space
	box    geom.Rect   // text space
	at     geom.Point  // current point, text space
	wild   bool        // a point was farther away than maxEms, or no number
}

// reset begins a new glyph.
func (p *pen) reset(m geom.Matrix) {
	*p = pen{matrix: m, box: geom.Empty()}
}

// result returns the box of everything drawn.
func (p *pen) result() (geom.Rect, error) {
	if p.wild {
		return geom.Empty(), &LimitError{"maxEms", maxEms}
	}
	if p.box.X0 == p.box.X1 && p.box.Y0 == p.box.Y1 {
		return geom.Empty(), nil // a point has no ink
	}
	return p.box, nil
}

// place maps a point of glyph space, as the method Apply of a copy of the matrix does.
func (p *pen) place(x, y float64) geom.Point {
	m := &p.matrix
	pt := geom.Point{X: m.A*x + m.C*y + m.E, Y: m.B*x + m.D*y + m.F}
	if !(math.Abs(pt.X) <= maxEms && math.Abs(pt.Y) <= maxEms) {
		p.wild = true
	}
	return pt
}

// include widens the box. The builtin min and max would take care of what is no number,
// which place has noted.
func (p *pen) include(pt geom.Point) {
	if pt.X < p.box.X0 {
		p.box.X0 = pt.X
	}
	if pt.X > p.box.X1 {
		p.box.X1 = pt.X
	}
	if pt.Y < p.box.Y0 {
		p.box.Y0 = pt.Y
	}
	if pt.Y > p.box.Y1 {
		p.box.Y1 = pt.Y
	}
}

// moveTo starts a contour; it inks nothing by itself.
func (p *pen) moveTo(x, y float64) { p.at = p.place(x, y) }

func (p *pen) lineTo(x, y float64) {
	p.include(p.at)
	p.at = p.place(x, y)
	p.include(p.at)
}

// curveTo draws a cubic Bézier curve.
func (p *pen) curveTo(x1, y1, x2, y2, x3, y3 float64) {
	a, b, c, d := p.at, p.place(x1, y1), p.place(x2, y2), p.place(x3, y3)
	p.include(a)
	p.include(d)
	if !p.box.Contains(b) || !p.box.Contains(c) {
		p.box.X0, p.box.X1 = cubicRange(p.box.X0, p.box.X1, a.X, b.X, c.X, d.X)
		p.box.Y0, p.box.Y1 = cubicRange(p.box.Y0, p.box.Y1, a.Y, b.Y, c.Y, d.Y)
	}
	p.at = d
}

// quadTo draws a quadratic Bézier curve, as a cubic one.
func (p *pen) quadTo(x1, y1, x2, y2 float64) {
	a, b, c := p.at, p.place(x1, y1), p.place(x2, y2)
	p.include(a)
	p.include(c)
	if !p.box.Contains(b) {
		p.box.X0, p.box.X1 = quadRange(p.box.X0, p.box.X1, a.X, b.X, c.X)
		p.box.Y0, p.box.Y1 = quadRange(p.box.Y0, p.box.Y1, a.Y, b.Y, c.Y)
	}
	p.at = c
}

// quadRange widens [lo, hi] by the extremum of a quadratic curve along one axis,
// where its derivative (b−a)(1−t) + (c−b)t is zero.
func quadRange(lo, hi, a, b, c float64) (float64, float64) {
	t := (a - b) / (a - 2*b + c)
	if !(t > 0 && t < 1) {
		return lo, hi
	}
	v := (1-t)*(1-t)*a + 2*t*(1-t)*b + t*t*c
	return min(lo, v), max(hi, v)
}

// cubicRange widens [lo, hi] by the extrema of a cubic curve along one axis. Its
// derivative is 3(u t² + v t + w).
func cubicRange(lo, hi, a, b, c, d float64) (float64, float64) {
	if min(b, c) >= lo && max(b, c) <= hi {
		return lo, hi // the curve stays between its control points
	}
	u, v, w := d-3*c+3*b-a, 2*(a-2*b+c), b-a
	disc := v*v - 4*u*w
	if !(disc >= 0) {
		return lo, hi
	}
	// q/u and w/q are the two roots without cancellation
	q := -(v + math.Copysign(math.Sqrt(disc), v)) / 2
	for _, t := range [2]float64{q / u, w / q} {
		if t > 0 && t < 1 {
			s := 1 - t
			x := s*s*s*a + 3*s*t*(s*b+t*c) + t*t*t*d
			lo, hi = min(lo, x), max(hi, x)
		}
	}
	return lo, hi
}
