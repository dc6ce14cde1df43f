package color

import (
	"math"
	"sync"
)

// Two colours look the same where both their contrast and their distance are
// small: white on pale yellow has no contrast, yellow on white has no contrast
// either but a distance that anyone sees.
const (
	leastContrast = 1.1  // of relative luminances, as WCAG 2.1 defines it
	leastDistance = 25.0 // in CIELAB (ΔE*ab of 1976)
)

// Same reports whether two colours are known and a reader cannot tell one from
// the other.
func (c Color) Same(d Color) bool {
	switch {
	case !c.Known || !d.Known:
		return false
	case c == d:
		return true
	}
	return c.contrast(d) < leastContrast && c.distance(d) < leastDistance
}

// leastGreen is the least green, of 255, of a colour that has little contrast
// with white: a darker one lacks more light than red and blue can give.
const leastGreen = 240

// IsLight reports whether c cannot be told from white.
func (c Color) IsLight() bool { return c.Known && c.G >= leastGreen && c.Same(White) }

// contrast returns the contrast of two colours, from 1 to 21.
func (c Color) contrast(d Color) float64 {
	const flare = 0.05
	a, b := c.luminance()+flare, d.luminance()+flare
	return max(a, b) / min(a, b)
}

// luminance returns the relative luminance, 0 to 1.
func (c Color) luminance() float64 {
	lin := linear()
	return 0.2126*lin[c.R] + 0.7152*lin[c.G] + 0.0722*lin[c.B]
}

// distance returns how far two colours are apart in CIELAB.
func (c Color) distance(d Color) float64 {
	l1, a1, b1 := c.cielab()
	l2, a2, b2 := d.cielab()
	return math.Sqrt((l1-l2)*(l1-l2) + (a1-a2)*(a1-a2) + (b1-b2)*(b1-b2))
}

// cielab converts from sRGB, whose white is D65.
func (c Color) cielab() (l, a, b float64) {
	lin := linear()
	red, green, blue := lin[c.R], lin[c.G], lin[c.B]
	x := cubeRoot((0.4124*red + 0.3576*green + 0.1805*blue) / 0.9505)
	y := cubeRoot(0.2126*red + 0.7152*green + 0.0722*blue)
	z := cubeRoot((0.0193*red + 0.1192*green + 0.9505*blue) / 1.089)
	return 116*y - 16, 500 * (x - y), 200 * (y - z)
}

// cubeRoot is CIELAB's: straight near black.
func cubeRoot(t float64) float64 {
	const bend = 6.0 / 29
	if t > bend*bend*bend {
		return math.Cbrt(t)
	}
	return t/(3*bend*bend) + 4.0/29
}

// linear returns the light of each value of a channel of sRGB.
var linear = sync.OnceValue(func() *[256]float64 {
	out := new([256]float64)
	for i := range out {
		if v := float64(i) / 255; v <= 0.04045 {
			out[i] = v / 12.92
		} else {
			out[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return out
})
