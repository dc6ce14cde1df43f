package measure

import (
	"math"
	"sort"
)

// Makers of some PDFs round each baseline to a whole pixel of a device: distances
// take two values, one step apart, whose mean is the leading. On one page alone the
// mean misses it by chance.
const (
	leastStep   = 0.3 // points: smaller steps change no verdict
	stepsSurely = 2   // standard errors by which a mean may be off
)

// stepError returns how far the mean of distances may be off because a device
// rounds them: 0 where it does not.
func stepError(distances []float64, mean float64) float64 {
	sort.Float64s(distances)
	in := between(distances, mean-deviceStep, mean+deviceStep)
	n := float64(len(in))
	for i := 1; i < len(in); i++ {
		low := float64(i) / n
		step := in[i] - in[i-1]
		if step >= leastStep && step <= deviceStep && min(low, 1-low) >= steppedShare {
			return stepsSurely * step * math.Sqrt(low*(1-low)/n)
		}
	}
	return 0
}

// IsStep reports whether a distance is less than the page's leading only because a
// device rounds it.
func (p *Page) IsStep(g Gap) bool {
	return p.StepError > 0 && g.Distance >= p.Leading.Value-deviceStep
}
