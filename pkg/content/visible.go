package content

import "github.com/paperfit/paperfit/pkg/geom"

// minAlpha is the opacity up to which a mark counts as not there: a few percent.
const minAlpha = 0.05

// hides tells why marks in a paint of an opacity, groups included, cannot be
// seen wherever they are.
func (r *run) hides(p paint, alpha float64) Hidden {
	switch {
	case r.unseen > 0:
		return LayerOff
	case p.none, alpha*r.st.maskAlpha <= minAlpha:
		return Transparent
	}
	return Visible
}

// outside tells why ink cannot be seen that the window leaves nothing of.
func (r *run) outside(ink geom.Rect) Hidden {
	clip := r.st.clip.Intersect(r.st.maskBox)
	if clip.Covers(r.bounds) || leaves(clip, ink) && !leaves(r.bounds, ink) {
		return OffPage
	}
	return Clipped
}

// minShare is the share of a mark that has to be left for it to be seen.
const minShare = 0.03

// leaves reports whether the window leaves anything of ink to see.
func leaves(window, ink geom.Rect) bool {
	seen := ink.Intersect(window)
	return !seen.IsEmpty() && share(seen.X1-seen.X0, ink.X1-ink.X0)*share(seen.Y1-seen.Y0, ink.Y1-ink.Y0) >= minShare
}

// share returns part/whole; all of it where there is no extent.
func share(part, whole float64) float64 {
	if whole <= 0 {
		return 1
	}
	return part / whole
}
