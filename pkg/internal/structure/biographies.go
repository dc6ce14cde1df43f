package structure

import (
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/traits"
)

// findBiographies finds the authors' biographies that journals set behind the
// reference list, in type smaller than the body: a name in other type goes on with what
// its author is, was or did. They are no running text.
func (s *Structure) findBiographies(r *reading) {
	size := 0.0 // of the biography that the line before belongs to; 0 for none
	for i := range r.lines {
		l := r.lines[i]
		small := l.Zone >= ListZone && l.Style.Size < traits.Smaller*s.Body.Size
		switch {
		case l.Role == FigureText:
			continue // the portrait's
		case !small, l.Role == Heading, size > 0 && !layout.SameSize(size, l.Style.Size):
			size = 0
		}
		if small && l.seen.OpensBiography() {
			size = l.Style.Size
		}
		l.Biography = size > 0
	}
}
