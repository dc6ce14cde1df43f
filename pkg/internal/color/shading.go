package color

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// Shading is a smooth shading (8.7.4): the colours of places in its own space. It
// is not safe for use by several goroutines.
type Shading struct {
	kind       int
	space      *Space
	background Color // of a pattern beyond the shading; unknown where there is none
	functions  []function
	coords     []float64 // x0 y0 x1 y1, or x0 y0 r0 x1 y1 r1
	domain     [4]float64
	extend     [2]bool
	back       geom.Matrix // function-based: the shading's space → the functions' domain
	tones      map[[2]int]Color
	mesh       *mesh // nil for other kinds, and where it is not known
}

// maxTones is how many steps each input of the functions has: they are evaluated
// once for each, however many marks are on the shading.
const maxTones = 128

// The types of shadings (table 77) that have a colour at a place.
const (
	functionShading = 1
	axialShading    = 2
	radialShading   = 3
)

// ReadShading reads a shading dictionary or stream. Names of colour spaces are
// looked up with find.
func ReadShading(v pdf.Value, find func(name string) pdf.Value) (*Shading, Notes) {
	r := reader{find: find}
	s := &Shading{
		kind: v.Key("ShadingType").Int(), space: r.space(v.Key("ColorSpace"), 0),
		coords: v.Key("Coords").Numbers(), domain: [4]float64{0, 1, 0, 1}, back: geom.Identity(),
	}
	copy(s.domain[:], v.Key("Domain").Numbers())
	s.extend = [2]bool{v.Key("Extend").Index(0).Bool(), v.Key("Extend").Index(1).Bool()}
	if b := v.Key("Background"); b.Len() > 0 {
		s.background = s.space.Color(b.Numbers())
	}
	if f := v.Key("Function"); !f.IsNull() {
		s.functions = r.functions(f)
	}
	if m := v.Key("Matrix"); s.kind == functionShading && m.Len() >= 6 {
		s.back, _ = m.Matrix().Inverse()
	}
	if want := map[int]int{axialShading: 4, radialShading: 6}[s.kind]; len(s.coords) < want {
		s.kind = 0
	}
	if s.kind >= freeTriangles && s.kind <= tensorPatches && v.IsStream() {
		s.mesh = s.readMesh(r.decode(v, "a shading cannot be decoded"), v)
	}
	return s, r.Notes
}

// IsVague reports whether the places that the shading paints are not known.
func (s *Shading) IsVague() bool {
	return s.mesh == nil && (s.kind < functionShading || s.kind > radialShading)
}

// Background returns the colour that a pattern has beyond the shading; unknown
// where there is none.
func (s *Shading) Background() Color { return s.background }

// At returns the colour at a place; ok is false where the shading does not paint,
// or it is not known whether it does.
func (s *Shading) At(q geom.Point) (c Color, ok bool) {
	switch s.kind {
	case functionShading:
		q = s.back.Apply(q)
		if q.X < s.domain[0] || q.X > s.domain[1] || q.Y < s.domain[2] || q.Y > s.domain[3] {
			return Color{}, false
		}
		return s.tone((q.X-s.domain[0])/(s.domain[1]-s.domain[0]), (q.Y-s.domain[2])/(s.domain[3]-s.domain[2])), true
	case axialShading:
		return s.along(s.axial(q))
	case radialShading:
		t, ok := s.radial(q)
		if !ok {
			return Color{}, false
		}
		return s.along(t)
	}
	if s.mesh != nil {
		if comps, ok := s.mesh.at(q); ok {
			return s.value(comps), true
		}
	}
	return Color{}, false
}

// along returns the colour at a part of the way from the first to the last.
func (s *Shading) along(t float64) (Color, bool) {
	if math.IsNaN(t) || t < 0 && !s.extend[0] || t > 1 && !s.extend[1] {
		return Color{}, false
	}
	return s.tone(geom.Clamp(t, 0, 1), 0), true
}

// tone returns the colour at parts of the ways through the domain.
func (s *Shading) tone(x, y float64) Color {
	key := [2]int{geom.Whole(x*maxTones, 0, maxTones), geom.Whole(y*maxTones, 0, maxTones)}
	c, known := s.tones[key]
	if known {
		return c
	}
	in := []float64{s.domain[0] + float64(key[0])/maxTones*(s.domain[1]-s.domain[0])}
	if s.kind == functionShading {
		in = append(in, s.domain[2]+float64(key[1])/maxTones*(s.domain[3]-s.domain[2]))
	}
	c = s.value(in)
	if s.tones == nil {
		s.tones = map[[2]int]Color{}
	}
	s.tones[key] = c
	return c
}

// value returns the colour of the functions' values; where there are none, the
// input is the colour's component.
func (s *Shading) value(in []float64) Color {
	if len(s.functions) == 0 {
		return s.space.Color(in)
	}
	out, ok := evaluate(s.functions, in)
	if !ok || len(out) < s.space.Components() {
		return Color{}
	}
	return s.space.Color(out)
}

// axial returns the part of the way along the axis at q (8.7.4.5.3).
func (s *Shading) axial(q geom.Point) float64 {
	dx, dy := s.coords[2]-s.coords[0], s.coords[3]-s.coords[1]
	return ((q.X-s.coords[0])*dx + (q.Y-s.coords[1])*dy) / (dx*dx + dy*dy)
}

// radial returns the last of the circles through q, as a part of the way from the
// first to the second (8.7.4.5.4).
func (s *Shading) radial(q geom.Point) (t float64, ok bool) {
	x, y, r0 := q.X-s.coords[0], q.Y-s.coords[1], s.coords[2]
	dx, dy, dr := s.coords[3]-s.coords[0], s.coords[4]-s.coords[1], s.coords[5]-s.coords[2]
	a, b, c := dx*dx+dy*dy-dr*dr, x*dx+y*dy+r0*dr, x*x+y*y-r0*r0
	var roots [2]float64
	if math.Abs(a) < 1e-9 {
		roots[0] = c / (2 * b)
		roots[1] = roots[0]
	} else {
		d := math.Sqrt(b*b - a*c) // not a number where there is no circle
		roots = [2]float64{max((b+d)/a, (b-d)/a), min((b+d)/a, (b-d)/a)}
	}
	for _, t := range roots {
		if r0+t*dr >= 0 && (t >= 0 || s.extend[0]) && (t <= 1 || s.extend[1]) {
			return t, true
		}
	}
	return 0, false
}
