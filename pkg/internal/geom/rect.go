package geom

import "math"

// Rect is an axis-parallel rectangle. It is empty when X1 < X0 or Y1 < Y0; a
// rectangle without width or height (a hairline, a point) is not empty.
type Rect struct{ X0, Y0, X1, Y1 float64 }

// Empty returns the rectangle that holds nothing: the neutral element of Union.
func Empty() Rect {
	return Rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
}

// Everything returns the rectangle that holds the whole plane: the neutral
// element of Intersect.
func Everything() Rect {
	return Rect{math.Inf(-1), math.Inf(-1), math.Inf(1), math.Inf(1)}
}

// RectOf returns the rectangle spanned by two opposite corners in any order.
func RectOf(a, b Point) Rect {
	return Rect{min(a.X, b.X), min(a.Y, b.Y), max(a.X, b.X), max(a.Y, b.Y)}
}

// IsEmpty reports whether r holds no point.
func (r Rect) IsEmpty() bool { return !(r.X0 <= r.X1 && r.Y0 <= r.Y1) }

// Width returns the extent of r in x; 0 when empty.
func (r Rect) Width() float64 { return max(0, r.X1-r.X0) }

// Height returns the extent of r in y; 0 when empty.
func (r Rect) Height() float64 { return max(0, r.Y1-r.Y0) }

// Area returns width times height.
func (r Rect) Area() float64 { return r.Width() * r.Height() }

// Center returns the middle of r.
func (r Rect) Center() Point { return Point{(r.X0 + r.X1) / 2, (r.Y0 + r.Y1) / 2} }

// Union returns the smallest rectangle that holds r and s.
func (r Rect) Union(s Rect) Rect {
	if r.IsEmpty() {
		return s
	}
	if s.IsEmpty() {
		return r
	}
	return Rect{min(r.X0, s.X0), min(r.Y0, s.Y0), max(r.X1, s.X1), max(r.Y1, s.Y1)}
}

// Extend returns the smallest rectangle that holds r and p.
func (r Rect) Extend(p Point) Rect {
	if r.IsEmpty() {
		return Rect{p.X, p.Y, p.X, p.Y}
	}
	return Rect{min(r.X0, p.X), min(r.Y0, p.Y), max(r.X1, p.X), max(r.Y1, p.Y)}
}

// Intersect returns the part that r and s share, which may be empty.
func (r Rect) Intersect(s Rect) Rect {
	return Rect{max(r.X0, s.X0), max(r.Y0, s.Y0), min(r.X1, s.X1), min(r.Y1, s.Y1)}
}

// Overlaps reports whether r and s share a point.
func (r Rect) Overlaps(s Rect) bool { return !r.Intersect(s).IsEmpty() }

// Contains reports whether p is in r or on its border.
func (r Rect) Contains(p Point) bool {
	return p.X >= r.X0 && p.X <= r.X1 && p.Y >= r.Y0 && p.Y <= r.Y1
}

// Covers reports whether all of s is in r.
func (r Rect) Covers(s Rect) bool {
	return s.IsEmpty() || (s.X0 >= r.X0 && s.X1 <= r.X1 && s.Y0 >= r.Y0 && s.Y1 <= r.Y1)
}

// Inset returns r with every side moved inwards by d (outwards when negative).
func (r Rect) Inset(d float64) Rect {
	return Rect{r.X0 + d, r.Y0 + d, r.X1 - d, r.Y1 - d}
}

// Translate returns r moved by v.
func (r Rect) Translate(v Point) Rect {
	return Rect{r.X0 + v.X, r.Y0 + v.Y, r.X1 + v.X, r.Y1 + v.Y}
}

// Grow returns r with its sides moved outwards: by by.X to the left and right, by
// by.Y up and down.
func (r Rect) Grow(by Point) Rect {
	return Rect{r.X0 - by.X, r.Y0 - by.Y, r.X1 + by.X, r.Y1 + by.Y}
}

// Finite reports whether all sides are numbers.
func (r Rect) Finite() bool { return Point{r.X0, r.Y0}.Finite() && Point{r.X1, r.Y1}.Finite() }
