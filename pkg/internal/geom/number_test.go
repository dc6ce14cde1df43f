package geom

import (
	"math"
	"testing"
)

func TestWhole(t *testing.T) {
	for _, c := range []struct {
		x    float64
		want int
	}{{2.9, 2}, {-1, 0}, {7.5, 7}, {8, 8}, {1e300, 8}, {math.Inf(-1), 0}, {math.NaN(), 0}} {
		if got := Whole(c.x, 0, 8); got != c.want {
			t.Errorf("%g: %d, want %d", c.x, got, c.want)
		}
	}
	if Clamp(9, 0, 1) != 1 || Clamp(-9, 0, 1) != 0 || Clamp(.5, 0, 1) != .5 {
		t.Error("Clamp returns a number out of its bounds")
	}
}

func TestGrow(t *testing.T) {
	r := Rect{10, 20, 30, 40}.Grow(Point{1, 2})
	if r != (Rect{9, 18, 31, 42}) || !r.Finite() {
		t.Errorf("%v, finite %t", r, r.Finite())
	}
	if (Rect{X1: math.Inf(1)}).Finite() || (Rect{Y0: math.NaN()}).Finite() {
		t.Error("infinite sides and those that are no number are finite")
	}
}
