package content

import (
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/path"
)

// pathOperators are the operators that construct a path (8.5.2) and paint it or
// clip to it (8.5.3, 8.5.4).
type pathOperators struct{ *run }

// construct carries out the operators of path construction and clipping.
func (r pathOperators) construct(op opcode) bool {
	p, n := &r.path, &r.args.num
	switch op {
	case 'm':
		if r.args.numbers(2) {
			p.Move(r.st.user(n[0], n[1]))
		}
	case 'l':
		if r.args.numbers(2) {
			p.Line(r.st.user(n[0], n[1]))
		}
	case 'c':
		if r.args.numbers(6) {
			p.Curve(r.st.user(n[0], n[1]), r.st.user(n[2], n[3]), r.st.user(n[4], n[5]))
		}
	case 'v':
		if r.args.numbers(4) {
			p.Curve(p.At, r.st.user(n[0], n[1]), r.st.user(n[2], n[3]))
		}
	case 'y':
		if r.args.numbers(4) {
			p.Curve(r.st.user(n[0], n[1]), r.st.user(n[2], n[3]), r.st.user(n[2], n[3]))
		}
	case 'h':
		p.Close()
	case opRect:
		if r.args.numbers(4) {
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
func (s *state) user(x, y float64) geom.Point {
	m := &s.ctm
	return geom.Point{X: m.A*x + m.C*y + m.E, Y: m.B*x + m.D*y + m.F}
}

func (r pathOperators) rectangle(x, y, w, h float64) {
	p := &r.path
	p.Move(r.st.user(x, y))
	p.Line(r.st.user(x+w, y))
	p.Line(r.st.user(x+w, y+h))
	p.Line(r.st.user(x, y+h))
	p.Close()
}
