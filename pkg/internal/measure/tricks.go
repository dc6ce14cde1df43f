package measure

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// Squeezed type. microtype stretches and shrinks fonts by at most 3 %.
const (
	leastScale   = 0.965
	letterWidth  = 0.45 // ems: what a letter of text takes, to weigh tracking
	minTypeChars = 20
)

// squeezed returns the full lines of running text that are condensed: by
// horizontal scaling, by negative space between the letters or by a font that is
// narrower than the face that it belongs to.
func squeezed(l *structure.Structure) []Squeezed {
	var out []Squeezed
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if !line.IsRunning() || line.Biography || line.Chars < minTypeChars {
				continue
			}
			if width := scaleOf(line); width < leastScale {
				out = append(out, Squeezed{Place{p.Number, line.Box, line.Text}, width})
			}
		}
	}
	return out
}

// scaleOf returns a line's horizontal scale, tracking included.
func scaleOf(line *structure.Line) float64 {
	sum, n := 0.0, 0
	for i := range line.Runs {
		r := &line.Runs[i]
		if math.Abs(r.Size-line.Style.Size) > sizeBin {
			continue
		}
		sum += (r.HScale*drawnWidth(r.Font) + r.Tracking/letterWidth) * float64(r.Chars)
		n += r.Chars
	}
	if n == 0 {
		return 1
	}
	return sum / float64(n)
}
