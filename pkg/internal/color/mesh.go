package color

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// The types of shadings (table 77) that are meshes.
const (
	freeTriangles    = 4
	latticeTriangles = 5
	coonsPatches     = 6
	tensorPatches    = 7
)

// maxTriangles caps those of a mesh that is looked at. What a larger one paints is not
// known.
const maxTriangles = 1 << 10

// maxMeshTests caps how often places are compared with triangles. Beyond it a mesh
// paints nothing.
const maxMeshTests = 1 << 24

// vertex is a corner of a triangle, with the components of its colour.
type vertex struct {
	geom.Point
	comps []float64
}

// mesh is a shading of triangles. Patches are cut into some.
type mesh struct {
	triangles [][3]vertex
	boxes     []geom.Rect
	tests     int
}

// readMesh reads the triangles of a mesh; nil where there are none, or too many.
func (s *Shading) readMesh(data []byte, v pdf.Value) *mesh {
	m := &mesh{}
	r := meshReader{
		bits: bits{data: data}, mesh: m, decode: v.Key("Decode").Numbers(), comps: s.space.Components(),
		flag: v.Key("BitsPerFlag").Int(), coordinate: v.Key("BitsPerCoordinate").Int(), component: v.Key("BitsPerComponent").Int(),
	}
	if len(s.functions) > 0 {
		r.comps = 1
	}
	if !r.isSound() {
		return nil
	}
	switch s.kind {
	case freeTriangles:
		r.free()
	case latticeTriangles:
		r.lattice(v.Key("VerticesPerRow").Int())
	case coonsPatches:
		r.patches(12)
	case tensorPatches:
		r.patches(16)
	}
	if len(m.triangles) == 0 || len(m.triangles) > maxTriangles {
		return nil
	}
	return m
}

// add adds a triangle, as long as the mesh is not too large.
func (m *mesh) add(a, b, c vertex) {
	if len(m.triangles) <= maxTriangles {
		m.triangles = append(m.triangles, [3]vertex{a, b, c})
		m.boxes = append(m.boxes, geom.RectOf(a.Point, b.Point).Union(geom.RectOf(c.Point, c.Point)))
	}
}

// at returns the components of the colour at a place: those of the last triangle that
// is there.
func (m *mesh) at(q geom.Point) (comps []float64, ok bool) {
	if m.tests += len(m.boxes); m.tests > maxMeshTests {
		return nil, false
	}
	for i := len(m.boxes) - 1; i >= 0; i-- {
		if !m.boxes[i].Contains(q) {
			continue
		}
		if comps, ok = blended(&m.triangles[i], q); ok {
			return comps, true
		}
	}
	return nil, false
}

// blended returns the components between those of a triangle's corners (8.7.4.5.5).
func blended(t *[3]vertex, q geom.Point) (comps []float64, ok bool) {
	a, b, c := t[0].Point, t[1].Point, t[2].Point
	area := cross(b.Sub(a), c.Sub(a))
	if area == 0 {
		return nil, false
	}
	w := [3]float64{cross(b.Sub(q), c.Sub(q)) / area, cross(c.Sub(q), a.Sub(q)) / area, cross(a.Sub(q), b.Sub(q)) / area}
	const touch = 1e-6
	if !(min(w[0], w[1], w[2]) >= -touch) {
		return nil, false
	}
	comps = make([]float64, len(t[0].comps))
	for i := range comps {
		comps[i] = w[0]*t[0].comps[i] + w[1]*t[1].comps[i] + w[2]*t[2].comps[i]
	}
	return comps, true
}

func cross(a, b geom.Point) float64 { return a.X*b.Y - a.Y*b.X }

// meshReader reads the stream of a mesh (8.7.4.5.5 to 8.7.4.5.8).
type meshReader struct {
	bits
	mesh                        *mesh
	decode                      []float64
	comps                       int // of a colour in the stream
	flag, coordinate, component int // bits
}

// isSound reports whether the numbers of bits and the ranges are those of a mesh.
func (r *meshReader) isSound() bool {
	within := func(n int) bool { return n >= 1 && n <= 32 }
	return within(r.coordinate) && within(r.component) && r.flag >= 0 && r.flag <= 32 && r.comps > 0 && len(r.decode) >= 4+2*r.comps
}

// point reads a place, and color the components of a colour.
func (r *meshReader) point() geom.Point {
	return geom.Point{X: r.number(r.coordinate, r.decode[0:]), Y: r.number(r.coordinate, r.decode[2:])}
}

func (r *meshReader) color() []float64 {
	out := make([]float64, r.comps)
	for i := range out {
		out[i] = r.number(r.component, r.decode[4+2*i:])
	}
	return out
}

func (r *meshReader) vertex() vertex {
	v := vertex{r.point(), r.color()}
	r.align()
	return v
}

// more reports whether the stream goes on and the mesh may grow.
func (r *meshReader) more() bool { return !r.ended && len(r.mesh.triangles) <= maxTriangles }

// free reads triangles that share edges by flags.
func (r *meshReader) free() {
	var a, b, c vertex
	for n := 0; r.more(); n++ {
		flag := r.read(r.flag)
		v := r.vertex()
		switch {
		case r.ended:
			return
		case n > 0 && flag == 1:
			a, b, c = b, c, v
		case n > 0 && flag == 2:
			b, c = c, v
		default:
			a = v
			r.read(r.flag)
			b = r.vertex()
			r.read(r.flag)
			c = r.vertex()
		}
		if !r.ended {
			r.mesh.add(a, b, c)
		}
	}
}

// lattice reads rows of vertices.
func (r *meshReader) lattice(across int) {
	if across < 2 || across > maxTriangles {
		return
	}
	var above []vertex
	for r.more() {
		row := make([]vertex, across)
		for i := range row {
			row[i] = r.vertex()
		}
		for i := 1; i < across && above != nil && !r.ended; i++ {
			r.mesh.add(above[i-1], above[i], row[i-1])
			r.mesh.add(above[i], row[i-1], row[i])
		}
		above = row
	}
}

// bits reads numbers from a stream, the highest bit first.
type bits struct {
	data  []byte
	next  int // bit
	ended bool
}

// read returns a number of n bits, at most 32; beyond the end 0.
func (b *bits) read(n int) uint64 {
	if b.next+n > 8*len(b.data) {
		b.ended = true
		return 0
	}
	var v uint64
	for ; n > 0; n-- {
		v = v<<1 | uint64(b.data[b.next/8]>>(7-b.next%8)&1)
		b.next++
	}
	return v
}

// number returns a number of n bits in the range that decode begins with.
func (b *bits) number(n int, decode []float64) float64 {
	return interpolate(float64(b.read(n)), 0, math.Exp2(float64(n))-1, decode[0], decode[1])
}

// align goes to the next byte.
func (b *bits) align() { b.next = (b.next + 7) / 8 * 8 }
