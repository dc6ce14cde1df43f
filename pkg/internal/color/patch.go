package color

import "github.com/paperfit/paperfit/pkg/internal/geom"

// patch is a Coons patch, or a tensor-product patch of which the inner control points
// are left out: they move colours and no edges.
type patch struct {
	points [12]geom.Point // around the edge
	colors [4][]float64   // of corners 0, 3, 6 and 9
}

// patchSteps is into how many parts each side of a patch is cut.
const patchSteps = 4

// patches reads patches of so many control points, which share edges by flags.
func (r *meshReader) patches(points int) {
	var p patch
	for n := 0; r.more(); n++ {
		flag, old := int(r.read(r.flag)), p
		first, firstColor := 0, 0
		if n > 0 && flag >= 1 && flag <= 3 {
			for i := range 4 {
				p.points[i] = old.points[(3*flag+i)%12]
			}
			p.colors[0], p.colors[1] = old.colors[flag], old.colors[(flag+1)%4]
			first, firstColor = 4, 2
		}
		for i := first; i < points; i++ {
			if at := r.point(); i < len(p.points) {
				p.points[i] = at
			}
		}
		for i := firstColor; i < len(p.colors); i++ {
			p.colors[i] = r.color()
		}
		if r.align(); !r.ended {
			r.cut(&p)
		}
	}
}

// cut adds the triangles of a patch.
func (r *meshReader) cut(p *patch) {
	at := func(i, k int) vertex { return p.at(float64(i)/patchSteps, float64(k)/patchSteps) }
	for i := range patchSteps {
		for k := range patchSteps {
			r.mesh.add(at(i, k), at(i+1, k), at(i, k+1))
			r.mesh.add(at(i+1, k), at(i, k+1), at(i+1, k+1))
		}
	}
}

// at returns the place of the patch at u and v (8.7.4.5.7), with its colour.
func (p *patch) at(u, v float64) vertex {
	q := &p.points
	low, high := bezier(u, q[0], q[11], q[10], q[9]), bezier(u, q[3], q[4], q[5], q[6])
	left, right := bezier(v, q[0], q[1], q[2], q[3]), bezier(v, q[9], q[8], q[7], q[6])
	corners := between(v, between(u, q[0], q[9]), between(u, q[3], q[6]))
	out := vertex{Point: between(v, low, high).Add(between(u, left, right)).Sub(corners)}
	for i := range p.colors[0] {
		below, above := (1-u)*p.colors[0][i]+u*p.colors[3][i], (1-u)*p.colors[1][i]+u*p.colors[2][i]
		out.comps = append(out.comps, (1-v)*below+v*above)
	}
	return out
}

// between returns the place at a part of the way from a to b.
func between(t float64, a, b geom.Point) geom.Point {
	return geom.Point{X: a.X + t*(b.X-a.X), Y: a.Y + t*(b.Y-a.Y)}
}

// bezier returns the place at t on a cubic curve.
func bezier(t float64, a, b, c, d geom.Point) geom.Point {
	ab, bc, cd := between(t, a, b), between(t, b, c), between(t, c, d)
	return between(t, between(t, ab, bc), between(t, bc, cd))
}
