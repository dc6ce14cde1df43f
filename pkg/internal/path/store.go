package path

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// Store keeps paths for questions about them: most are never asked about, and few of
// their curves lie where it matters how they bend.
type Store struct {
	verbs  []verb
	points []geom.Point
	pieces int // straight ones of all paths
}

// Kept is a path in a Store.
type Kept struct {
	verbs, points [2]int32 // ranges of the Store's
	pieces        int32
}

// Pieces returns how many straight pieces the path has, subpaths without any counted
// too: a question about the path looks at all of them.
func (k *Kept) Pieces() int { return int(k.pieces) }

// Clear empties the store and keeps its memory.
func (s *Store) Clear() { s.verbs, s.points, s.pieces = s.verbs[:0], s.points[:0], 0 }

// Points returns how many points are kept: at least two for each straight piece.
func (s *Store) Points() int { return max(2*s.pieces, len(s.points)) }

// Keep keeps a path. Those pieces count, too, that close open subpaths when requested.
func (s *Store) Keep(p *Path, closed bool) Kept {
	pieces := max(p.figure.pieces(closed), len(p.verbs)/2)
	s.pieces += pieces
	k := Kept{verbs: [2]int32{int32(len(s.verbs))}, points: [2]int32{int32(len(s.points))}, pieces: int32(pieces)}
	s.verbs, s.points = room(s.verbs, len(p.verbs)), room(s.points, len(p.points))
	s.verbs, s.points = append(s.verbs, p.verbs...), append(s.points, p.points...)
	k.verbs[1], k.points[1] = int32(len(s.verbs)), int32(len(s.points))
	return k
}

// room makes room for n more elements. A list that is full is doubled: it is kept from
// page to page.
func room[T any](list []T, n int) []T {
	if len(list)+n <= cap(list) {
		return list
	}
	return slices.Grow(list, max(n, len(list), fewest))
}

// fewest is how many elements a list has room for at first.
const fewest = 256

func (s *Store) figure(k *Kept) figure {
	return figure{s.verbs[k.verbs[0]:k.verbs[1]], s.points[k.points[0]:k.points[1]]}
}

// Winding returns how often a path goes around q.
func (s *Store) Winding(k *Kept, q geom.Point) int { return s.figure(k).winding(q) }

// Near reports whether q is so near to an edge of a path.
func (s *Store) Near(k *Kept, q geom.Point, reach float64) (near bool) {
	s.figure(k).edges(false, func(e edge) { near = near || distance(e.from, e.to, q) <= reach })
	return near
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
