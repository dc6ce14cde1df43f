package content

import (
	"github.com/paperfit/paperfit/pkg/color"
	"github.com/paperfit/paperfit/pkg/geom"
)

// area is a part of the page that a fill, a thick line, a shading or an image
// has been painted over: it covers what was there, and what comes later stands
// on it.
type area struct {
	box    geom.Rect   // what is seen of it
	color  color.Color // unknown for images, shadings and patterns
	order  int32
	opaque bool    // nothing shines through
	vague  bool    // the shape is not known: somewhere inside of box
	image  bool    // an image's: opaque whatever its colours are
	rule   rule    // noRule: all of box is painted
	edges  [2]int  // else its edges, as a range of run.points, two points each
	reach  float64 // of an outline: how far from the edges it is painted
}

// Caps on shapes that are kept. A shape beyond them is vague: it is taken to lie
// beneath what stands in its box, and to cover nothing.
const (
	maxShapePoints = 1024
	maxPagePoints  = 1 << 19
)

// minArea is how wide and high in points an area has to be to matter to glyphs.
const minArea = 0.5

// pathArea returns the area of the current path filled, of which seen can be
// seen.
func (r *run) pathArea(seen geom.Rect, fill rule) area {
	a := area{box: seen}
	if _, ok := r.path.asRect(); ok || seen.Width() < minArea || seen.Height() < minArea {
		return a
	}
	r.keepShape(&a, true)
	a.rule = fill
	return a
}

// thickLine is half the line width in points from which text can stand on a line.
const thickLine = 1.5

// lineArea returns the area of the current path stroked; an empty one for lines
// that are not thick. A lone horizontal or vertical line is a rectangle.
func (r *run) lineArea(seen geom.Rect, half geom.Point) area {
	if max(half.X, half.Y) < thickLine {
		return area{box: geom.Empty()}
	}
	a := area{box: seen}
	if p := &r.path; len(p.verbs) == 2 && p.verbs[1] == lineTo &&
		(level(p.points[0].X, p.points[1].X) || level(p.points[0].Y, p.points[1].Y)) {
		return a
	}
	r.keepShape(&a, false)
	a.rule, a.reach = outline, max(half.X, half.Y)
	return a
}

// keepShape keeps the edges of the current path for an area.
func (r *run) keepShape(a *area, closed bool) {
	if len(r.path.points) > maxShapePoints || len(r.points) > maxPagePoints {
		a.vague = true
		return
	}
	first := len(r.points)
	r.path.edges(closed, func(e edge) { r.points = push(r.points, e.from, e.to) })
	a.edges = [2]int{first, len(r.points)}
}

// over notes that an area was painted with the mark that was drawn last.
func (r *run) over(a area, ink paint, alpha float64) {
	s := &r.st
	alpha *= s.groupAlpha
	if a.box.Width() < minArea || a.box.Height() < minArea {
		return
	}
	plain := !s.masked && !s.blended && !s.mixed
	if plain {
		a.color = ink.color.Over(color.White, alpha)
	}
	a.opaque = plain && alpha >= opaqueAlpha && (ink.color.Known || a.image) && !a.vague && !s.loose
	a.vague = a.vague || s.loose
	a.order = r.order
	if !a.opaque && a.color.IsLight() {
		return // changes nothing on white paper
	}
	if a.vague {
		a.color = color.Color{}
	}
	r.areas = push(r.areas, a)
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
	if !coversMost(a.box, box) {
		return false
	}
	if a.rule == noRule {
		return true
	}
	seen := box.Intersect(a.box)
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

// coversMost reports whether so much of a mark lies in a rectangle that it is
// covered.
func coversMost(r, box geom.Rect) bool {
	seen := box.Intersect(r)
	return !seen.IsEmpty() && share(seen.X1-seen.X0, box.X1-box.X0)*share(seen.Y1-seen.Y0, box.Y1-box.Y0) >= coveredShare
}

// inside reports whether a point is inside of an area's shape; always when the
// shape is vague.
func (r *run) inside(a *area, q geom.Point) bool {
	if a.vague {
		return true
	}
	edges := r.points[a.edges[0]:a.edges[1]]
	r.tests += len(edges) / 2
	n := 0
	for i := 0; i+1 < len(edges); i += 2 {
		if a.rule == outline {
			if distance(edges[i], edges[i+1], q) <= a.reach {
				return true
			}
			continue
		}
		n += crossing(edges[i], edges[i+1], q)
	}
	if a.rule == evenOdd {
		return n%2 != 0
	}
	return n != 0
}

// distance returns how far q is from the line between a and b.
func distance(a, b, q geom.Point) float64 {
	d, v := b.Sub(a), q.Sub(a)
	t := 0.0
	if length := d.X*d.X + d.Y*d.Y; length > 0 {
		t = geom.Clamp((v.X*d.X+v.Y*d.Y)/length, 0, 1)
	}
	return geom.Point{X: v.X - t*d.X, Y: v.Y - t*d.Y}.Norm()
}
