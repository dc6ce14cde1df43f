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

	Shape
	clip  Shape   // what a clip leaves of that
	reach float64 // of a stroke: how far from the edges it is painted; else 0

	coat
	order  int32
	opaque bool // nothing shines through
}

// Shape is the shape of an area, or of a clip.
type Shape struct {
	rule path.Rule // NoRule, where it is not a stroke: all of the box
	path path.Kept // else
}

// coat is what is kept of a Coat.
type coat struct {
	color color.Color // unknown for images, and where tones say it
	tones int32       // index+1 into Scene.tones; 0: none
	alpha float32
	blend color.Blend
	thin  bool // parts of the area may be left as they were
}

// all reports whether all of the box is painted.
func (a *Area) all() bool { return !a.shaped() && a.clip.rule == path.NoRule }

// shaped reports whether the area has a shape of its own.
func (a *Area) shaped() bool { return a.rule != path.NoRule || a.reach != 0 }

// Coat is what an area is painted with.
type Coat struct {
	Color  color.Color
	Tones  Tones       // of a shading, instead of a colour; or nil
	Image  bool        // samples or a pattern: they hide what is beneath, whatever their colours
	Alpha  float64     // 0 to 1
	Blend  color.Blend // of the area, or of a group around it
	Masked bool        // there is a soft mask
	Gaps   bool        // a pattern that leaves gaps
	Loose  bool        // the clip is not a rectangle: the area may be smaller
	Order  int32       // in which the page is painted
}

// Tones are colours that change from place to place.
type Tones interface {
	// At returns the colour at a place of the page; ok is false where nothing is
	// painted, or it is not known whether it is.
	At(geom.Point) (c color.Color, ok bool)
}

// Caps on shapes that are kept. A shape beyond them is vague: it is taken to be
// beneath what is in its box, and to cover nothing.
const (
	maxShapePoints = 1024
	maxClipPoints  = 64
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

// Clip returns the shape of a clip path; none where it is not kept.
func (s *Scene) Clip(p *path.Path) Shape {
	a := Area{}
	if p.Points() > maxClipPoints {
		return a.Shape
	}
	if s.keepShape(&a, p, true); !a.Vague {
		a.rule = p.Clip
	}
	return a.Shape
}

// Within cuts an area to a clip, and reports whether the shape of that is known.
func (a *Area) Within(clip Shape) bool {
	a.clip = clip
	return clip.rule != path.NoRule
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

// keepShape keeps a path for an area.
func (s *Scene) keepShape(a *Area, p *path.Path, closed bool) {
	if p.Points() > maxShapePoints || s.paths.Points() > maxPagePoints {
		a.Vague = true
		return
	}
	a.path = s.paths.Keep(p, closed)
}

// Opaque is the opacity from which nothing shines through.
const Opaque = 0.97

// Paint notes that an area is painted, after all those before.
func (s *Scene) Paint(a Area, c Coat) {
	if isSmall(a.Box) {
		return
	}
	a.thin = c.Masked || c.Gaps || c.Loose || a.Vague
	a.Vague = a.Vague || c.Loose
	a.opaque = !a.thin && c.Blend == color.Normal && c.Alpha >= Opaque && (c.Color.Known || c.Image || c.Tones != nil)
	if !a.opaque && !s.stained && c.Color.IsLight() && c.Blend <= color.Unread {
		return // changes nothing on white paper
	}
	s.stained = s.stained || !c.Color.IsLight()
	a.color, a.alpha, a.blend, a.order = c.Color, float32(c.Alpha), c.Blend, c.Order
	if c.Tones != nil {
		s.tones = append(s.tones, c.Tones)
		a.tones = int32(len(s.tones))
	}
	s.areas = Append(s.areas, a)
}

// over returns what an area makes of the ground at q; unknown where that is not
// known.
func (s *Scene) over(a *Area, ground color.Color, q geom.Point) color.Color {
	ink := a.color
	if a.tones != 0 {
		ink, _ = s.tones[a.tones-1].At(q)
	}
	out := ink.On(ground, a.blend, float64(a.alpha))
	if a.thin && !out.Same(ground) {
		return color.Color{}
	}
	return out
}

// under reports whether a mark painted later with its middle at q, which is in
// the area's box, is on the area.
func (s *Scene) under(a *Area, q geom.Point) bool {
	if !a.all() && !s.inside(a, q) {
		return false
	}
	return a.tones == 0 || s.paints(a, q)
}

// paints reports whether the shading of an area paints at q.
func (s *Scene) paints(a *Area, q geom.Point) bool {
	_, ok := s.tones[a.tones-1].At(q)
	return ok
}

// hides reports whether an area covers a mark that was painted before it.
func (s *Scene) hides(a *Area, box geom.Rect) bool {
	if !a.opaque || !coversMost(a.Box, box) {
		return false
	}
	if a.all() && a.tones == 0 {
		return true
	}
	return everyPoint(box.Intersect(a.Box), func(q geom.Point) bool { return s.under(a, q) })
}

// everyPoint reports whether something is true of the corners of a box, the
// middles of its sides and its own.
func everyPoint(box geom.Rect, holds func(geom.Point) bool) bool {
	c := box.Center()
	for _, x := range [3]float64{c.X, box.X0, box.X1} {
		for _, y := range [3]float64{c.Y, box.Y0, box.Y1} {
			if !holds(geom.Point{X: x, Y: y}) {
				return false
			}
		}
	}
	return true
}

// inside reports whether a point is inside of an area's shape and of its clip;
// always when the shape is vague.
func (s *Scene) inside(a *Area, q geom.Point) bool {
	switch {
	case a.Vague:
		return true
	case a.clip.rule != path.NoRule && !s.encloses(&a.clip, q):
		return false
	case a.reach != 0:
		return s.reaches(a, q)
	}
	return a.rule == path.NoRule || s.encloses(&a.Shape, q)
}

// encloses reports whether a point is inside of a shape.
func (s *Scene) encloses(shape *Shape, q geom.Point) bool {
	s.tests += shape.path.Pieces()
	n := s.paths.Winding(&shape.path, q)
	if shape.rule == path.EvenOdd {
		return n%2 != 0
	}
	return n != 0
}

// reaches reports whether a stroke is painted at a point.
func (s *Scene) reaches(a *Area, q geom.Point) bool {
	s.tests += a.path.Pieces()
	return s.paths.Near(&a.path, q, a.reach)
}
