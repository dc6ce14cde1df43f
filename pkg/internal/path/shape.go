package path

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// curvePieces is the number of straight pieces that stand for a curve where its
// shape matters: at the edge of a clip and under text.
const curvePieces = 12

// pieceEnds are the weights of the ends of these pieces.
var pieceEnds = func() (out [curvePieces]weights) {
	for i := range out {
		out[i] = weightsAt(float64(i+1) / curvePieces)
	}
	return out
}()

// edge is a straight piece of a path. Alone reports that it is all of its subpath.
type edge struct {
	from, to geom.Point
	alone    bool
}

// edges calls f for each straight piece, those that close open subpaths among them
// when requested.
func (p figure) edges(closed bool, f func(edge)) {
	var at, start geom.Point
	finish := func() {
		if closed && at != start {
			f(edge{at, start, false})
		}
	}
	k := 0
	for i, v := range p.verbs {
		switch v {
		case moveTo:
			finish()
			at = p.points[k]
			start = at
			k++
		case lineTo:
			f(edge{at, p.points[k], p.alone(i)})
			at = p.points[k]
			k++
		case curveTo:
			flatten(at, p.points[k], p.points[k+1], p.points[k+2], f)
			at = p.points[k+2]
			k += 3
		case closePath:
			if at != start {
				f(edge{at, start, false})
			}
			at = start
		}
	}
	finish()
}

func flatten(q0, q1, q2, q3 geom.Point, f func(edge)) {
	at := q0
	for i := range pieceEnds {
		q := pieceEnds[i].mix(q0, q1, q2, q3)
		f(edge{at, q, false})
		at = q
	}
}

// pieces returns the number of edges.
func (p figure) pieces(closed bool) int {
	n, k := 0, 0
	var at, start geom.Point
	finish := func(really bool) {
		if really && at != start {
			n++
		}
	}
	for _, v := range p.verbs {
		switch v {
		case moveTo:
			finish(closed)
			at, start = p.points[k], p.points[k]
			k++
		case lineTo:
			at = p.points[k]
			n++
			k++
		case curveTo:
			at = p.points[k+2]
			n += curvePieces
			k += 3
		case closePath:
			finish(true)
			at = start
		}
	}
	finish(closed)
	return n
}

// alone reports whether the line of verb i is all of its subpath.
func (p figure) alone(i int) bool {
	return i > 0 && p.verbs[i-1] == moveTo && (i+1 == len(p.verbs) || p.verbs[i+1] == moveTo)
}

// AsRect returns the path as a rectangle when it is one and nothing else. PGF goes to
// another corner after the last line, to no effect.
func (p *Path) AsRect() (geom.Rect, bool) {
	verbs, n := p.verbs, len(p.points)
	if last := len(verbs) - 1; last > 0 && verbs[last] == moveTo {
		verbs, n = verbs[:last], n-1
	}
	if n == 5 && p.points[4] == p.points[0] {
		n = 4
	}
	if n != 4 || len(verbs) < 4 {
		return geom.Rect{}, false
	}
	for i, v := range verbs {
		if (v == moveTo) != (i == 0) || v == curveTo || v == closePath && i != len(verbs)-1 {
			return geom.Rect{}, false
		}
	}
	q := p.points
	upright := level(q[0].X, q[1].X) && level(q[1].Y, q[2].Y) && level(q[2].X, q[3].X) && level(q[3].Y, q[0].Y)
	flat := level(q[0].Y, q[1].Y) && level(q[1].X, q[2].X) && level(q[2].Y, q[3].Y) && level(q[3].X, q[0].X)
	return p.Box, upright || flat
}

// level reports whether two coordinates are the same to the eye.
func level(a, b float64) bool { return math.Abs(a-b) < 0.01 }

// FilledWithin returns the box of the filled path's part inside the window.
func (p *Path) FilledWithin(window geom.Rect) geom.Rect {
	out := geom.Empty()
	if window.IsEmpty() || !p.Box.Overlaps(window) {
		return out
	}
	if rect, ok := p.AsRect(); ok {
		return rect.Intersect(window)
	}
	p.edges(true, func(e edge) {
		if a, b, ok := cut(e, window); ok {
			out = out.Extend(a).Extend(b)
		}
	})
	for _, corner := range [4]geom.Point{{X: window.X0, Y: window.Y0}, {X: window.X1, Y: window.Y0}, {X: window.X0, Y: window.Y1}, {X: window.X1, Y: window.Y1}} {
		if p.Box.Contains(corner) && p.winding(corner) != 0 {
			out = out.Extend(corner)
		}
	}
	return out.Intersect(window) // cut is exact only to rounding
}

// singles is the number of lines up to which a path is looked at line by line
// for butt caps.
const singles = 8

// StrokedWithin returns the box of the stroked path's part inside a window. The
// line reaches half its width in x and in y out of the path, except for the ends of
// a lone line with butt caps.
func (p *Path) StrokedWithin(window geom.Rect, half geom.Point, butt bool) geom.Rect {
	ink := p.Box.Grow(half)
	all := window.Covers(ink)
	if all && len(p.verbs) > 2*singles {
		return ink
	}
	out, joined := geom.Empty(), geom.Empty() // joined: without the width
	around := window.Grow(half)
	p.edges(false, func(e edge) {
		a, b, ok := e.from, e.to, true
		if !all {
			a, b, ok = cut(e, around)
		}
		switch {
		case !ok:
		case e.alone && butt:
			out = out.Union(geom.RectOf(a, b).Grow(buttReach(e, half)))
		default:
			extend(&joined, a)
			extend(&joined, b)
		}
	})
	return out.Union(joined.Grow(half)).Intersect(window)
}

// buttReach returns how far a lone line with butt caps reaches out of its box:
// across its direction only.
func buttReach(e edge, half geom.Point) geom.Point {
	d := e.to.Sub(e.from)
	n := d.Norm()
	if n == 0 {
		return geom.Point{}
	}
	return geom.Point{X: half.X * math.Abs(d.Y) / n, Y: half.Y * math.Abs(d.X) / n}
}

// IsUprightLine reports whether the path is a lone line that is level or upright.
func (p *Path) IsUprightLine() bool {
	return len(p.verbs) == 2 && p.verbs[1] == lineTo &&
		(level(p.points[0].X, p.points[1].X) || level(p.points[0].Y, p.points[1].Y))
}

// Holds reports whether the filled path has the window in it, by the window's
// corners, its middle and the middles of its sides.
func (p *Path) Holds(window geom.Rect) bool {
	if !p.Box.Covers(window) || !window.Finite() {
		return false
	}
	c := window.Center()
	for _, x := range [3]float64{window.X0, c.X, window.X1} {
		for _, y := range [3]float64{window.Y0, c.Y, window.Y1} {
			if p.winding(geom.Point{X: x, Y: y}) == 0 {
				return false
			}
		}
	}
	return true
}

// winding returns how often the path goes around q, open subpaths closed: how often
// its edges cross the ray that goes right from q.
func (p figure) winding(q geom.Point) int {
	n, k := 0, 0
	var at, start geom.Point
	for _, v := range p.verbs {
		switch v {
		case moveTo:
			n += crossing(at, start, q)
			at, start = p.points[k], p.points[k]
			k++
		case lineTo:
			n += crossing(at, p.points[k], q)
			at = p.points[k]
			k++
		case curveTo:
			n += curveCrossing(at, p.points[k], p.points[k+1], p.points[k+2], q)
			at = p.points[k+2]
			k += 3
		case closePath:
			n += crossing(at, start, q)
			at = start
		}
	}
	return n + crossing(at, start, q)
}

// curveCrossing is crossing for a curve. One whose points all lie above or all below
// the ray does not meet it.
func curveCrossing(q0, q1, q2, q3, q geom.Point) int {
	if above := q0.Y <= q.Y; (q1.Y <= q.Y) == above && (q2.Y <= q.Y) == above && (q3.Y <= q.Y) == above {
		return 0
	}
	n, at := 0, q0
	for i := range pieceEnds {
		to := pieceEnds[i].mix(q0, q1, q2, q3)
		n += crossing(at, to, q)
		at = to
	}
	return n
}

// crossing returns 1 or -1 when the edge from a to b crosses the ray that goes
// right from q, by the way it goes, else 0.
func crossing(a, b, q geom.Point) int {
	if (a.Y <= q.Y) == (b.Y <= q.Y) {
		return 0
	}
	if x := a.X + (q.Y-a.Y)/(b.Y-a.Y)*(b.X-a.X); x <= q.X {
		return 0
	}
	if a.Y <= q.Y {
		return 1
	}
	return -1
}

// cut returns the part of an edge inside the window (Liang and Barsky).
func cut(e edge, window geom.Rect) (a, b geom.Point, ok bool) {
	d := e.to.Sub(e.from)
	lo, hi := 0.0, 1.0
	narrow := func(delta, room float64) bool {
		switch t := room / delta; {
		case delta == 0:
			return room >= 0
		case delta < 0:
			lo = max(lo, t)
		default:
			hi = min(hi, t)
		}
		return lo <= hi
	}
	ok = narrow(-d.X, e.from.X-window.X0) && narrow(d.X, window.X1-e.from.X) &&
		narrow(-d.Y, e.from.Y-window.Y0) && narrow(d.Y, window.Y1-e.from.Y)
	a = geom.Point{X: e.from.X + lo*d.X, Y: e.from.Y + lo*d.Y}
	b = geom.Point{X: e.from.X + hi*d.X, Y: e.from.Y + hi*d.Y}
	return a, b, ok
}
