// Package geom holds the plane geometry that all stages share: points,
// rectangles and affine maps.
//
// Lengths are PDF points (1/72 in). From the content stage on, coordinates are
// in page space: the origin is the top left corner of the visible page and y
// grows downwards.
package geom

import "math"

// PointsPerInch is the number of PDF points in an inch.
const PointsPerInch = 72.0

// Point is a place in the plane.
type Point struct{ X, Y float64 }

// Sub returns the vector from q to p.
func (p Point) Sub(q Point) Point { return Point{p.X - q.X, p.Y - q.Y} }

// Add returns p moved by v.
func (p Point) Add(v Point) Point { return Point{p.X + v.X, p.Y + v.Y} }

// Norm returns the length of p taken as a vector.
func (p Point) Norm() float64 { return math.Hypot(p.X, p.Y) }

// Finite reports whether both coordinates are ordinary numbers.
func (p Point) Finite() bool {
	return !math.IsNaN(p.X+p.Y) && !math.IsInf(p.X+p.Y, 0)
}
