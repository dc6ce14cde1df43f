// Package color describes how the colours of a PDF file look (ISO 32000-2, clause
// 8.6): well enough to know light from dark, and whether two of them can be
// distinguished. Read makes a Space of an object; a Space makes a Color of components.
package color

import "math"

// Color is a colour as it looks on the page. The zero Color is unknown: that of
// a pattern, a shading or an image.
type Color struct {
	R, G, B uint8
	Known   bool
}

// The colours of paper and of ink.
var (
	White = Color{255, 255, 255, true}
	Black = Color{Known: true}
)

// Over returns c painted with an opacity over a ground (11.3.3).
func (c Color) Over(ground Color, alpha float64) Color {
	if alpha >= 1 || !c.Known || !ground.Known {
		return c
	}
	mix := func(a, b uint8) uint8 {
		return uint8(float64(a)*alpha + float64(b)*(1-alpha) + 0.5)
	}
	return Color{mix(c.R, ground.R), mix(c.G, ground.G), mix(c.B, ground.B), true}
}

// Luminosity returns how light c is, 0 to 1 (11.3.5.3); 1 when it is unknown.
func (c Color) Luminosity() float64 {
	if !c.Known {
		return 1
	}
	return (0.3*float64(c.R) + 0.59*float64(c.G) + 0.11*float64(c.B)) / 255
}

// channel turns a component of 0 to 1 into a channel.
func channel(x float64) uint8 {
	switch {
	case x >= 1:
		return 255
	case x > 0:
		return uint8(x*255 + 0.5)
	}
	return 0
}

// Gray returns a shade from 0, black, to 1.
func Gray(v float64) Color { return Color{channel(v), channel(v), channel(v), true} }

// RGB returns a colour by its red, green and blue, 0 to 1 each.
func RGB(r, g, b float64) Color { return Color{channel(r), channel(g), channel(b), true} }

// CMYK converts as 10.4.2.5 does.
func CMYK(c, m, y, k float64) Color {
	return RGB(1-min(1, c+k), 1-min(1, m+k), 1-min(1, y+k))
}

// lab converts from CIE L*a*b* (8.6.5.4) to sRGB, whatever the white point: the
// paper's white is white.
func lab(l, a, b float64) Color {
	m := (l + 16) / 116
	g := func(x float64) float64 {
		if x >= 6.0/29 {
			return x * x * x
		}
		return 108.0 / 841 * (x - 4.0/29)
	}
	x, y, z := 0.9505*g(m+a/500), g(m), 1.089*g(m-b/200)
	return RGB(
		gamma(3.2406*x-1.5372*y-0.4986*z),
		gamma(-0.9689*x+1.8758*y+0.0415*z),
		gamma(0.0557*x-0.2040*y+1.0570*z))
}

func gamma(x float64) float64 {
	if x <= 0.0031308 {
		return 12.92 * x
	}
	return 1.055*math.Pow(x, 1/2.4) - 0.055
}
