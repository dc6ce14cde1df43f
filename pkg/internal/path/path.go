// Package path holds the current path of a page (ISO 32000-2, 8.5.2): its box as
// it grows, its straight pieces, what a window leaves of it, and whether a point
// is inside. Coordinates are those of page space.
package path

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// Path is a path under construction. A new one has to be cleared first.
type Path struct {
	Box  geom.Rect  // of all that is drawn; of curves by their true extrema
	At   geom.Point // the current point
	Clip Rule       // W or W* wait for the end of the path

	figure
	start geom.Point // of the subpath
	begun bool       // there is a current point
}

// figure is the segments of a path.
type figure struct {
	verbs  []verb
	points []geom.Point
}

type verb uint8

const (
	moveTo    verb = iota // one point
	lineTo                // one point
	curveTo               // three points
	closePath             // none
)

// Rule describes what is inside of a path (8.5.3.3).
type Rule uint8

// The rules.
const (
	NoRule Rule = iota // the path is not used so
	Nonzero
	EvenOdd
)

// Clear makes the path one without segments, and keeps its memory.
func (p *Path) Clear() {
	*p = Path{figure: figure{p.verbs[:0], p.points[:0]}, Box: geom.Empty()}
}

// IsEmpty reports whether the path has no segment.
func (p *Path) IsEmpty() bool { return len(p.verbs) == 0 }

// Points returns how many points the path has, those of curves counted.
func (p *Path) Points() int { return len(p.points) }

// Move begins a subpath. A point that is not a number is left out, here and below.
func (p *Path) Move(q geom.Point) {
	if !q.Finite() {
		return
	}
	p.At, p.start, p.begun = q, q, true
	if n := len(p.verbs); n > 0 && p.verbs[n-1] == moveTo { // replaces the one before
		p.points[len(p.points)-1] = q
		return
	}
	p.verbs = append(p.verbs, moveTo)
	p.points = append(p.points, q)
}

// Line adds a line. Without a current point there is none, as in viewers; the
// same goes for curves.
func (p *Path) Line(q geom.Point) {
	if !p.begun || !q.Finite() {
		return
	}
	p.resume()
	extend(&p.Box, p.At)
	extend(&p.Box, q)
	p.verbs = append(p.verbs, lineTo)
	p.points = append(p.points, q)
	p.At = q
}

// Curve adds a Bézier curve.
func (p *Path) Curve(a, b, c geom.Point) {
	if !p.begun || !a.Finite() || !b.Finite() || !c.Finite() {
		return
	}
	p.resume()
	extend(&p.Box, p.At)
	extend(&p.Box, c)
	if !p.Box.Contains(a) || !p.Box.Contains(b) {
		p.extendCurve(p.At, a, b, c)
	}
	p.verbs = append(p.verbs, curveTo)
	p.points = append(p.points, a, b, c)
	p.At = c
}

// resume begins a subpath where the last one was closed (8.5.2.1).
func (p *Path) resume() {
	if n := len(p.verbs); n > 0 && p.verbs[n-1] == closePath {
		p.verbs = append(p.verbs, moveTo)
		p.points = append(p.points, p.At)
	}
}

// Close ends the subpath where it began.
func (p *Path) Close() {
	if n := len(p.verbs); n == 0 || p.verbs[n-1] == closePath {
		return
	}
	p.verbs = append(p.verbs, closePath)
	p.At = p.start
}

// extend makes a box hold a point, which is finite.
func extend(b *geom.Rect, q geom.Point) {
	if q.X < b.X0 {
		b.X0 = q.X
	}
	if q.X > b.X1 {
		b.X1 = q.X
	}
	if q.Y < b.Y0 {
		b.Y0 = q.Y
	}
	if q.Y > b.Y1 {
		b.Y1 = q.Y
	}
}

// extendCurve adds the places where a Bézier curve is furthest out.
func (p *Path) extendCurve(q0, q1, q2, q3 geom.Point) {
	xs := extrema(q0.X, q1.X, q2.X, q3.X)
	ys := extrema(q0.Y, q1.Y, q2.Y, q3.Y)
	for _, t := range [4]float64{xs[0], xs[1], ys[0], ys[1]} {
		if t > 0 && t < 1 {
			w := weightsAt(t)
			extend(&p.Box, w.mix(q0, q1, q2, q3))
		}
	}
}

// extrema returns the parameters at which one coordinate of a Bézier curve
// turns; what is not a turn is outside of 0 to 1 or not a number.
func extrema(a, b, c, d float64) [2]float64 {
	// The derivative is 3(u + 2vt + wt²).
	u, v, w := b-a, a-2*b+c, d-a+3*(b-c)
	if math.Abs(w) < 1e-12 {
		return [2]float64{-u / (2 * v), -1}
	}
	root := math.Sqrt(v*v - u*w)
	return [2]float64{(-v + root) / w, (-v - root) / w}
}

// weights are those of the four points of a Bézier curve at one place of it (8.5.2.2).
type weights [4]float64

// weightsAt returns the weights at t, from 0 at the beginning to 1 at the end.
func weightsAt(t float64) weights {
	s := 1 - t
	return weights{s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t}
}

// mix returns the place on a curve.
func (w *weights) mix(q0, q1, q2, q3 geom.Point) geom.Point {
	return geom.Point{
		X: w[0]*q0.X + w[1]*q1.X + w[2]*q2.X + w[3]*q3.X,
		Y: w[0]*q0.Y + w[1]*q1.Y + w[2]*q2.Y + w[3]*q3.Y,
	}
}
