package content

import (
	"github.com/paperfit/paperfit/pkg/content/sight"
	"github.com/paperfit/paperfit/pkg/geom"
)

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
	if clip.Covers(r.bounds) || sight.Leaves(clip, ink) && !sight.Leaves(r.bounds, ink) {
		return OffPage
	}
	return Clipped
}
