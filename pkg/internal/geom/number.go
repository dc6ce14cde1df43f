package geom

// Whole cuts x to a whole number between lo and hi; what is not a number is lo.
func Whole(x float64, lo, hi int) int {
	switch {
	case x >= float64(hi):
		return hi
	case x > float64(lo):
		return int(x)
	}
	return lo
}

// Clamp returns the number nearest to x between lo and hi.
func Clamp(x, lo, hi float64) float64 { return max(lo, min(x, hi)) }
