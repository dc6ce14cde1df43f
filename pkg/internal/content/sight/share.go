package sight

import "github.com/paperfit/paperfit/pkg/internal/geom"

// minShare is the share of a mark that has to be left for it to be seen.
const minShare = 0.03

// Leaves reports whether a window leaves anything of ink to see.
func Leaves(window, ink geom.Rect) bool { return shows(window, ink, minShare) }

// coveredShare is the part of a mark that has to be covered for the mark to be.
const coveredShare = 0.95

// coversMost reports whether so much of a mark is in a rectangle that it is
// covered.
func coversMost(r, box geom.Rect) bool { return shows(r, box, coveredShare) }

// shows reports whether at least a share of a mark is in a window.
func shows(window, ink geom.Rect, least float64) bool {
	seen := ink.Intersect(window)
	return !seen.IsEmpty() && share(seen.X1-seen.X0, ink.X1-ink.X0)*share(seen.Y1-seen.Y0, ink.Y1-ink.Y0) >= least
}

// share returns part/whole; all of it where there is no extent.
func share(part, whole float64) float64 {
	if whole <= 0 {
		return 1
	}
	return part / whole
}
