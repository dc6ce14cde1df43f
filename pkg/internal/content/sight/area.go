package sight

import (
	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/path"
)

// Area is a part of the page that a fill, a thick line, a shading or an image is
// painted over: it covers what was there, and what comes later is on it.
type Area struct {
	Box   geom.Rect // what is seen of it
	Vague bool      // the shape is not known: somewhere inside of Box

	rule  path.Rule // NoRule, where it is not a stroke: all of Box is painted
	edges [2]int    // else its edges, as a range of Scene.points, two points each
	reach float64   // of a stroke: how far from the edges it is painted; else 0

	color  color.Color // unknown for images, shadings and patterns
	order  int32
	opaque bool // nothing shines through
}

// all reports whether all of the box is painted.
func (a *Area) all() bool { return a.rule == path.NoRule && a.reach == 0 }

// Coat is what an area is painted with.
type Coat struct {
	Color color.Color
	Image bool    // an image's samples: they hide what is beneath, whatever their colours
	Alpha float64 // 0 to 1
	Plain bool    // there is neither a soft mask nor a blend mode
	Loose bool    // the clip is not a rectangle: the area may be smaller
	Order int32   // in which the page is painted
}

// Caps on shapes that are kept. A shape beyond them is vague: it is taken to be
// beneath what is in its box, and to cover nothing.
const (
	maxShapePoints = 1024
	maxPagePoints  = 1 << 19
)

// minArea is how wide and high in points an area has to be to matter to glyphs.
const minArea = 0.5

func isSmall(box geom.Rect) bool { return box.Width() < minArea || box.Height() < minArea }

// Filled returns the area of a path that is filled, of which seen can be seen.
func (s *Scene) Filled(p *path.Path, seen geom.Rect, rule path.Rule) Area {
	a := Area{Box: seen}
	if _, ok := p.AsRect(); ok || isSmall(seen) {
		return a
	}
	s.keepShape(&a, p, true)
	a.rule = rule
	return a
}

// thickLine is half the line width in points from which text can be on a line.
const thickLine = 1.5

// Stroked returns the area of a path that is stroked, half the line width to each
// side; an empty one for lines that are not thick. A lone horizontal or vertical
// line is a rectangle.
func (s *Scene) Stroked(p *path.Path, seen geom.Rect, half geom.Point) Area {
	if max(half.X, half.Y) < thickLine {
		return Area{Box: geom.Empty()}
	}
	a := Area{Box: seen}
	if p.IsUprightLine() {
		return a
	}
	s.keepShape(&a, p, false)
	a.reach = max(half.X, half.Y)
	return a
}

// keepShape keeps the edges of a path for an area.
func (s *Scene) keepShape(a *Area, p *path.Path, closed bool) {
	if p.Points() > maxShapePoints || len(s.points) > maxPagePoints {
		a.Vague = true
		return
	}
	first := len(s.points)
	p.Edges(closed, func(from, to geom.Point) { s.points = Append(s.points, from, to) })
	a.edges = [2]int{first, len(s.points)}
}

// opaqueAlpha is the opacity from which nothing shines through.
const opaqueAlpha = 0.97

// Paint notes that an area is painted, after all those before.
func (s *Scene) Paint(a Area, c Coat) {
	if isSmall(a.Box) {
		return
	}
	if c.Plain {
		a.color = c.Color.Over(color.White, c.Alpha)
	}
	a.opaque = c.Plain && c.Alpha >= opaqueAlpha && (c.Color.Known || c.Image) && !a.Vague && !c.Loose
	a.Vague = a.Vague || c.Loose
	a.order = c.Order
	if !a.opaque && a.color.IsLight() {
		return // changes nothing on white paper
	}
	if a.Vague {
		a.color = color.Color{}
	}
	s.areas = Append(s.areas, a)
}

// under reports whether a mark painted later with its middle at q, which is in
// the area's box, is on the area.
func (s *Scene) under(a *Area, q geom.Point) bool { return a.all() || s.inside(a, q) }

// hides reports whether an area covers a mark that was painted before it.
func (s *Scene) hides(a *Area, box geom.Rect) bool {
	if !a.opaque || !coversMost(a.Box, box) {
		return false
	}
	if a.all() {
		return true
	}
	seen := box.Intersect(a.Box)
	c := seen.Center()
	for _, x := range [3]float64{seen.X0, c.X, seen.X1} {
		for _, y := range [3]float64{seen.Y0, c.Y, seen.Y1} {
			if !s.inside(a, geom.Point{X: x, Y: y}) {
				return false
			}
		}
	}
	return true
}

// inside reports whether a point is inside of an area's shape; always when the
// shape is vague.
func (s *Scene) inside(a *Area, q geom.Point) bool {
	if a.Vague {
		return true
	}
	edges := s.points[a.edges[0]:a.edges[1]]
	s.tests += len(edges) / 2
	n := 0
	for i := 0; i+1 < len(edges); i += 2 {
		if a.reach != 0 {
			if distance(edges[i], edges[i+1], q) <= a.reach {
				return true
			}
			continue
		}
		n += path.Crossing(edges[i], edges[i+1], q)
	}
	if a.rule == path.EvenOdd {
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
