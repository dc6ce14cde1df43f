package content

import "github.com/paperfit/paperfit/pkg/geom"

// area is a part of the page that a fill, a thick line, a shading or an image
// has been painted over: it covers what was there, and what comes later stands
// on it.
type area struct {
	box    geom.Rect // what is seen of it
	color  color     // unknown for images, shadings and patterns
	order  int32
	opaque bool   // nothing shines through
	vague  bool   // the shape is not known: somewhere inside of box
	image  bool   // an image's: opaque whatever its colours are
	rule   rule   // noRule: all of box is painted
	edges  [2]int // else its edges, as a range of run.points, two points each
}

// Caps on shapes that are kept. A shape beyond them is vague: it is taken to lie
// beneath what stands in its box, and to cover nothing.
const (
	maxShapePoints = 1024
	maxPagePoints  = 1 << 19
)

// minArea is how wide and high in points an area has to be to matter to glyphs.
const minArea = 0.5

// pathArea returns the area of the current path, of which seen can be seen.
func (r *run) pathArea(seen geom.Rect, fill rule) area {
	a := area{box: seen}
	if _, ok := r.path.asRect(); ok || seen.Width() < minArea || seen.Height() < minArea {
		return a
	}
	if len(r.path.points) > maxShapePoints || len(r.points) > maxPagePoints {
		a.vague = true
		return a
	}
	first := len(r.points)
	r.path.edges(true, func(e edge) { r.points = append(r.points, e.from, e.to) })
	a.rule, a.edges = fill, [2]int{first, len(r.points)}
	return a
}

// lineArea returns the area of a stroked path; empty unless it is a lone
// horizontal or vertical line, thick enough for text to stand on it.
func (p *path) lineArea(seen geom.Rect) area {
	if len(p.verbs) != 2 || p.verbs[1] != lineTo ||
		!level(p.points[0].X, p.points[1].X) && !level(p.points[0].Y, p.points[1].Y) {
		return area{box: geom.Empty()}
	}
	return area{box: seen}
}

// over notes that an area was painted with the mark that was drawn last. While
// something is measured, the mark is added to that instead.
func (r *run) over(a area, ink paint, alpha float64) {
	s := &r.st
	alpha *= s.groupAlpha
	if r.painted != nil {
		r.painted.add(a.box, ink.color, alpha)
		return
	}
	if a.box.Width() < minArea || a.box.Height() < minArea {
		return
	}
	clear := !s.masked && !s.blended && !s.mixed
	if clear {
		a.color = ink.color.over(white, alpha)
	}
	a.opaque = clear && alpha >= opaqueAlpha && (ink.color.known || a.image) && !a.vague && !s.loose
	a.vague = a.vague || s.loose
	a.order = r.order
	if !a.opaque && a.color.isLight() {
		return // changes nothing on white paper
	}
	if a.vague {
		a.color = color{}
	}
	r.areas = append(r.areas, a)
}

// opaqueAlpha is the opacity from which nothing shines through.
const opaqueAlpha = 0.97

// under reports whether a mark painted later with its middle at q, which is in
// the area's box, stands on the area.
func (r *run) under(a *area, q geom.Point) bool {
	return a.rule == noRule || r.inside(a, q)
}

// coveredShare is the part of a mark that has to be covered for the mark to be.
const coveredShare = 0.95

// hidesMark reports whether the area covers a mark that was painted before it.
func (r *run) hidesMark(a *area, box geom.Rect) bool {
	if !a.opaque {
		return false
	}
	seen := box.Intersect(a.box)
	if seen.IsEmpty() || share(seen.X1-seen.X0, box.X1-box.X0)*share(seen.Y1-seen.Y0, box.Y1-box.Y0) < coveredShare {
		return false
	}
	if a.rule == noRule {
		return true
	}
	c := seen.Center()
	for _, x := range [3]float64{seen.X0, c.X, seen.X1} {
		for _, y := range [3]float64{seen.Y0, c.Y, seen.Y1} {
			if !r.inside(a, geom.Point{X: x, Y: y}) {
				return false
			}
		}
	}
	return true
}

// inside reports whether a point is inside of an area's shape.
func (r *run) inside(a *area, q geom.Point) bool {
	n := 0
	for i := a.edges[0]; i+1 < a.edges[1]; i += 2 {
		n += crossing(r.points[i], r.points[i+1], q)
	}
	r.tests += (a.edges[1] - a.edges[0]) / 2
	if a.rule == evenOdd {
		return n%2 != 0
	}
	return n != 0
}
