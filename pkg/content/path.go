package content

import (
	"github.com/paperfit/paperfit/pkg/geom"
	"github.com/paperfit/paperfit/pkg/path"
)

// construct carries out the operators of path construction and clipping.
func (r *run) construct(op opcode) bool {
	p, n := &r.path, &r.num
	switch op {
	case 'm':
		if r.numbers(2) {
			p.Move(r.user(n[0], n[1]))
		}
	case 'l':
		if r.numbers(2) {
			p.Line(r.user(n[0], n[1]))
		}
	case 'c':
		if r.numbers(6) {
			p.Curve(r.user(n[0], n[1]), r.user(n[2], n[3]), r.user(n[4], n[5]))
		}
	case 'v':
		if r.numbers(4) {
			p.Curve(p.At, r.user(n[0], n[1]), r.user(n[2], n[3]))
		}
	case 'y':
		if r.numbers(4) {
			p.Curve(r.user(n[0], n[1]), r.user(n[2], n[3]), r.user(n[2], n[3]))
		}
	case 'h':
		p.Close()
	case opRect:
		if r.numbers(4) {
			r.rectangle(n[0], n[1], n[2], n[3])
		}
	case 'W':
		p.Clip = path.Nonzero
	case opClipEO:
		p.Clip = path.EvenOdd
	default:
		return false
	}
	if p.Points() > r.in.limits.PathSegments {
		r.limit("PathSegments", r.in.limits.PathSegments)
	}
	return true
}

// user maps a point of user space to page space.
func (r *run) user(x, y float64) geom.Point {
	m := &r.st.ctm
	return geom.Point{X: m.A*x + m.C*y + m.E, Y: m.B*x + m.D*y + m.F}
}

func (r *run) rectangle(x, y, w, h float64) {
	p := &r.path
	p.Move(r.user(x, y))
	p.Line(r.user(x+w, y))
	p.Line(r.user(x+w, y+h))
	p.Line(r.user(x, y+h))
	p.Close()
}
