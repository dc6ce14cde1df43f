package outline

import (
	"encoding/binary"
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// Flags of the components of a composite glyph (OpenType specification, glyf).
const (
	argsAreWords   = 1 << 0
	argsAreXY      = 1 << 1
	hasScale       = 1 << 3
	moreComponents = 1 << 5
	hasXYScale     = 1 << 6
	hasTwoByTwo    = 1 << 7
	scaledOffset   = 1 << 11
)

// component is one part of a composite glyph: another glyph, scaled and moved.
type component struct {
	flags      int
	gid        int
	arg1, arg2 uint32      // an offset, or the numbers of two points to join
	scale      geom.Matrix // without the offset
}

// composite appends the points of all components.
func (r *glyfReader) composite(data []byte, depth int) error {
	base := len(r.points) // point numbers count from the composite's first
	for {
		c, rest, ok := parseComponent(data)
		if !ok {
			return errGlyfEnds
		}
		if r.components++; r.components > maxComponents {
			return &LimitError{"maxComponents", maxComponents}
		}
		if err := r.font.budget.spend(1); err != nil {
			return err
		}
		start := len(r.points)
		if err := r.load(c.gid, depth+1); err != nil {
			return err
		}
		if err := r.place(c, base, start); err != nil {
			return err
		}
		if c.flags&moreComponents == 0 {
			return nil
		}
		data = rest
	}
}

// parseComponent reads one component and returns what follows it.
func parseComponent(data []byte) (c component, rest []byte, ok bool) {
	argSize := 1
	c.flags = int(beUint(data, 0, 2))
	if c.flags&argsAreWords != 0 {
		argSize = 2
	}
	scales := numScales(c.flags)
	size := 4 + 2*argSize + 2*scales
	if len(data) < size {
		return c, nil, false
	}
	c.gid = int(beUint(data, 2, 2))
	c.arg1, c.arg2 = beUint(data, 4, argSize), beUint(data, 4+argSize, argSize)
	c.scale = componentScale(data[4+2*argSize:size], scales)
	return c, data[size:], true
}

func numScales(flags int) int {
	switch {
	case flags&hasScale != 0:
		return 1
	case flags&hasXYScale != 0:
		return 2
	case flags&hasTwoByTwo != 0:
		return 4
	}
	return 0
}

// componentScale reads numbers of 2.14 fixed point.
func componentScale(data []byte, n int) geom.Matrix {
	var v [4]float64
	for i := range n {
		v[i] = float64(int16(binary.BigEndian.Uint16(data[2*i:]))) / (1 << 14)
	}
	switch n {
	case 1:
		return geom.Scaling(v[0], v[0])
	case 2:
		return geom.Scaling(v[0], v[1])
	case 4:
		return geom.Matrix{A: v[0], B: v[1], C: v[2], D: v[3]}
	}
	return geom.Identity()
}

// place scales and moves the points from start on; base is where the composite
// that they belong to begins.
func (r *glyfReader) place(c component, base, start int) error {
	for i := start; i < len(r.points); i++ {
		p := &r.points[i]
		q := c.scale.Apply(geom.Point{X: p.x, Y: p.y})
		p.x, p.y = q.X, q.Y
	}
	by, err := r.offset(c, base, start)
	if err != nil {
		return err
	}
	for i := start; i < len(r.points); i++ {
		r.points[i].x += by.X
		r.points[i].y += by.Y
	}
	return nil
}

// offset describes how far a component is moved: by its arguments, or so that one of
// its points meets one of those before it.
func (r *glyfReader) offset(c component, base, start int) (geom.Point, error) {
	if c.flags&argsAreXY == 0 {
		to, from := base+int(c.arg1), start+int(c.arg2)
		if to >= start || from >= len(r.points) {
			return geom.Point{}, glyphError("no points to join a component at")
		}
		return geom.Point{X: r.points[to].x - r.points[from].x, Y: r.points[to].y - r.points[from].y}, nil
	}
	by := geom.Point{X: float64(int8(c.arg1)), Y: float64(int8(c.arg2))}
	if c.flags&argsAreWords != 0 {
		by = geom.Point{X: float64(int16(c.arg1)), Y: float64(int16(c.arg2))}
	}
	if c.flags&scaledOffset != 0 {
		by.X *= math.Hypot(c.scale.A, c.scale.B)
		by.Y *= math.Hypot(c.scale.C, c.scale.D)
	}
	return by, nil
}
