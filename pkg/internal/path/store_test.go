package path

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// drop returns a closed path of lines and curves, and a subpath that is left open.
func drop() *Path {
	p := lines(at(10, 30), at(30, 10))
	p.Curve(at(60, -20), at(90, 80), at(30, 60))
	p.Curve(at(30, 40), at(10, 60), at(10, 30))
	p.Close()
	p.Move(at(60, 60))
	p.Line(at(90, 60))
	p.Curve(at(95, 75), at(85, 90), at(75, 90))
	return p
}

// A kept path answers as its straight pieces do, wherever the store has it.
func TestKeptPaths(t *testing.T) {
	var s Store
	s.Keep(lines(at(0, 0), at(9, 9)), false)
	p := drop()
	filled, stroked := s.Keep(p, true), s.Keep(p, false)
	var edges []edge
	p.edges(true, func(e edge) { edges = append(edges, e) })
	if filled.Pieces() != len(edges) || stroked.Pieces() != len(edges)-1 {
		t.Errorf("%d and %d pieces, want %d and one less", filled.Pieces(), stroked.Pieces(), len(edges))
	}
	if want := 2 * (1 + 2*len(edges) - 1); s.Points() != want {
		t.Errorf("%d points, want %d", s.Points(), want)
	}
	for x := -5.0; x < 105; x += 3.7 {
		for y := -5.0; y < 105; y += 3.1 {
			q, around, near := at(x, y), 0, false
			for i, e := range edges {
				around += crossing(e.from, e.to, q)
				near = near || i < len(edges)-1 && distance(e.from, e.to, q) <= 4
			}
			if got := s.Winding(&filled, q); got != around {
				t.Fatalf("at %v the path goes around %d times, want %d", q, got, around)
			}
			if got := s.Near(&stroked, q, 4); got != near {
				t.Fatalf("near %v: %t, want %t", q, got, near)
			}
		}
	}
}

// Subpaths without pieces count as well: a question about the path passes over each.
func TestIdleSubpathsCount(t *testing.T) {
	const idle = 100
	p := lines(at(0, 0), at(9, 9))
	for range idle {
		p.Move(at(5, 5))
		p.Close()
	}
	var s Store
	for _, closed := range []bool{true, false} {
		if k := s.Keep(p, closed); k.Pieces() < idle {
			t.Errorf("closed %t: %d pieces, want at least %d", closed, k.Pieces(), idle)
		}
	}
}

// A store that is cleared keeps nothing of what it had.
func TestClearedStore(t *testing.T) {
	var s Store
	s.Keep(drop(), true)
	s.Clear()
	k := s.Keep(lines(at(0, 0), at(10, 0), at(10, 10), at(0, 10)), true)
	if s.Points() != 8 || k.Pieces() != 4 || s.Winding(&k, geom.Point{X: 5, Y: 5}) == 0 || s.Winding(&k, at(30, 40)) != 0 {
		t.Errorf("%d points and %d pieces of a square, want 8 and 4, and its inside", s.Points(), k.Pieces())
	}
}
