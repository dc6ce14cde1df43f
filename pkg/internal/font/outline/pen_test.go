package outline

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// TestCurveExtrema compares the boxes of random curves with many points on them.
func TestCurveExtrema(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		var c [8]float64
		for i := range c {
			c[i] = math.Round(rnd.Float64()*40) - 20 // small integers: degenerate cases too
		}
		checkCurve(t, c, func(p *pen) { p.curveTo(c[2], c[3], c[4], c[5], c[6], c[7]) }, cubicAt)
		checkCurve(t, c, func(p *pen) { p.quadTo(c[2], c[3], c[4], c[5]) }, quadAt)
	}
}

func cubicAt(c [8]float64, axis int, t float64) float64 {
	s := 1 - t
	return s*s*s*c[axis] + 3*s*s*t*c[2+axis] + 3*s*t*t*c[4+axis] + t*t*t*c[6+axis]
}

func quadAt(c [8]float64, axis int, t float64) float64 {
	s := 1 - t
	return s*s*c[axis] + 2*s*t*c[2+axis] + t*t*c[4+axis]
}

func checkCurve(t *testing.T, c [8]float64, draw func(*pen), at func([8]float64, int, float64) float64) {
	t.Helper()
	var p pen
	p.reset(geom.Identity())
	p.moveTo(c[0], c[1])
	draw(&p)
	want := geom.Empty()
	const steps = 2000
	for i := range steps + 1 {
		x := float64(i) / steps
		want = want.Extend(geom.Point{X: at(c, 0, x), Y: at(c, 1, x)})
	}
	if !p.box.Inset(-1e-9).Covers(want) || !want.Inset(-1e-4).Covers(p.box) {
		t.Errorf("%v: box %v, points on the curve %v", c, p.box, want)
	}
}

// TestCurveWithinBox: a curve within what is inked already changes nothing, one
// that leaves it by its control points alone neither.
func TestCurveWithinBox(t *testing.T) {
	var p pen
	p.reset(geom.Identity())
	p.moveTo(0, 0)
	p.lineTo(10, 10)
	p.moveTo(5, 5)
	p.curveTo(6, 12, 7, 2, 8, 5)
	if want := (geom.Rect{X1: 10, Y1: 10}); p.box != want {
		t.Errorf("box %v, want %v", p.box, want)
	}
}
