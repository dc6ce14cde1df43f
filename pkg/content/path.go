package content

import (
	"math"

	"github.com/paperfit/paperfit/pkg/geom"
)

// path is the current path (8.5.2) in page space.
type path struct {
	verbs     []verb
	points    []geom.Point
	box       geom.Rect  // of all that is drawn; of curves by their true extrema
	at, start geom.Point // the current point and the first of its subpath
	begun     bool       // there is a current point
	clip      rule       // W or W* wait for the end of the path
}

type verb uint8

const (
	moveTo    verb = iota // one point
	lineTo                // one point
	curveTo               // three points
	closePath             // none
)

// rule tells what is inside of a path (8.5.3.3).
type rule uint8

const (
	noRule rule = iota // the path is not used so
	nonzero
	evenOdd
	outline // what is near the path: a stroke
)

func (p *path) clear() {
	*p = path{verbs: p.verbs[:0], points: p.points[:0], box: geom.Empty()}
}

func (p *path) isEmpty() bool { return len(p.verbs) == 0 }

// construct carries out the operators of path construction and clipping.
func (r *run) construct(op opcode) bool {
	p, n := &r.path, &r.num
	switch op {
	case 'm':
		if r.numbers(2) {
			p.move(r.user(n[0], n[1]))
		}
	case 'l':
		if r.numbers(2) {
			p.line(r.user(n[0], n[1]))
		}
	case 'c':
		if r.numbers(6) {
			p.curve(r.user(n[0], n[1]), r.user(n[2], n[3]), r.user(n[4], n[5]))
		}
	case 'v':
		if r.numbers(4) {
			p.curve(p.at, r.user(n[0], n[1]), r.user(n[2], n[3]))
		}
	case 'y':
		if r.numbers(4) {
			p.curve(r.user(n[0], n[1]), r.user(n[2], n[3]), r.user(n[2], n[3]))
		}
	case 'h':
		p.close()
	case opRect:
		if r.numbers(4) {
			r.rectangle(n[0], n[1], n[2], n[3])
		}
	case 'W':
		p.clip = nonzero
	case opClipEO:
		p.clip = evenOdd
	default:
		return false
	}
	if len(p.points) > r.in.limits.PathSegments {
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
	p.move(r.user(x, y))
	p.line(r.user(x+w, y))
	p.line(r.user(x+w, y+h))
	p.line(r.user(x, y+h))
	p.close()
}

// move begins a subpath. A point that is no number is left out, here and below.
func (p *path) move(q geom.Point) {
	if !q.Finite() {
		return
	}
	p.at, p.start, p.begun = q, q, true
	if n := len(p.verbs); n > 0 && p.verbs[n-1] == moveTo { // replaces the one before
		p.points[len(p.points)-1] = q
		return
	}
	p.verbs = append(p.verbs, moveTo)
	p.points = append(p.points, q)
}

// line adds a line. Without a current point there is none, as in viewers; the
// same goes for curves.
func (p *path) line(q geom.Point) {
	if !p.begun || !q.Finite() {
		return
	}
	p.resume()
	p.extend(p.at)
	p.extend(q)
	p.verbs = append(p.verbs, lineTo)
	p.points = append(p.points, q)
	p.at = q
}

func (p *path) curve(a, b, c geom.Point) {
	if !p.begun || !a.Finite() || !b.Finite() || !c.Finite() {
		return
	}
	p.resume()
	p.extend(p.at)
	p.extend(c)
	if !p.box.Contains(a) || !p.box.Contains(b) {
		p.extendCurve(p.at, a, b, c)
	}
	p.verbs = append(p.verbs, curveTo)
	p.points = append(p.points, a, b, c)
	p.at = c
}

// resume begins a subpath where the last one was closed (8.5.2.1).
func (p *path) resume() {
	if n := len(p.verbs); n > 0 && p.verbs[n-1] == closePath {
		p.verbs = append(p.verbs, moveTo)
		p.points = append(p.points, p.at)
	}
}

func (p *path) close() {
	if n := len(p.verbs); n == 0 || p.verbs[n-1] == closePath {
		return
	}
	p.verbs = append(p.verbs, closePath)
	p.at = p.start
}

func (p *path) extend(q geom.Point) {
	b := &p.box
	if q.X < b.X0 {
		b.X0 = q.X
	}
	if q.X > b.X1 {
		b.X1 = q.X
	}
	if q.Y < b.Y0 {
		b.Y0 = q.Y
	}
	if q.Y > b.Y1 {
		b.Y1 = q.Y
	}
}

// extendCurve adds the places where a Bézier curve is furthest out.
func (p *path) extendCurve(q0, q1, q2, q3 geom.Point) {
	xs := extrema(q0.X, q1.X, q2.X, q3.X)
	ys := extrema(q0.Y, q1.Y, q2.Y, q3.Y)
	for _, t := range [4]float64{xs[0], xs[1], ys[0], ys[1]} {
		if t > 0 && t < 1 {
			p.extend(bezier(q0, q1, q2, q3, t))
		}
	}
}

// extrema returns the parameters at which one coordinate of a Bézier curve
// turns; what is no turn is outside of 0 to 1 or no number.
func extrema(a, b, c, d float64) [2]float64 {
	// The derivative is 3(u + 2vt + wt²).
	u, v, w := b-a, a-2*b+c, d-a+3*(b-c)
	if math.Abs(w) < 1e-12 {
		return [2]float64{-u / (2 * v), -1}
	}
	root := math.Sqrt(v*v - u*w)
	return [2]float64{(-v + root) / w, (-v - root) / w}
}

// bezier returns the point at t of a cubic curve (8.5.2.2).
func bezier(q0, q1, q2, q3 geom.Point, t float64) geom.Point {
	s := 1 - t
	a, b, c, d := s*s*s, 3*s*s*t, 3*s*t*t, t*t*t
	return geom.Point{
		X: a*q0.X + b*q1.X + c*q2.X + d*q3.X,
		Y: a*q0.Y + b*q1.Y + c*q2.Y + d*q3.Y,
	}
}
