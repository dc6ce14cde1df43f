package geom

// Reports hold sizes in inches and boxes as four numbers.

// Inches returns a length in inches.
func Inches(points float64) float64 { return points / PointsPerInch }

// SizeIn returns a width and a height in inches.
func SizeIn(width, height float64) [2]float64 { return [2]float64{Inches(width), Inches(height)} }

// Array returns the left, top, right and bottom edge of a rectangle, in points.
func (r Rect) Array() [4]float64 { return [4]float64{r.X0, r.Y0, r.X1, r.Y1} }

// FromArray returns the rectangle with these edges, as Array returns them.
func FromArray(edges [4]float64) Rect { return Rect{edges[0], edges[1], edges[2], edges[3]} }
