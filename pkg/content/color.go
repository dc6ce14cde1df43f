package content

import (
	"math"

	"github.com/paperfit/paperfit/pkg/syntax"
)

// color is a colour as it looks on the page. The zero color is unknown: that of
// a pattern, a shading or an image.
type color struct {
	r, g, b uint8
	known   bool
}

var (
	white = color{255, 255, 255, true}
	black = color{known: true}
)

// sameChannel is how far apart the channels of two colours may be, of 255,
// that no reader tells from each other: about 5 %.
const sameChannel = 13

// same reports whether two colours are known and cannot be told from each other.
func (c color) same(d color) bool {
	return c.known && d.known &&
		near(c.r, d.r) && near(c.g, d.g) && near(c.b, d.b)
}

func near(a, b uint8) bool { return max(a, b)-min(a, b) <= sameChannel }

// isLight reports whether c is white or nearly so.
func (c color) isLight() bool { return c.same(white) }

// over returns c painted with an opacity over a ground (11.3.3).
func (c color) over(ground color, alpha float64) color {
	if alpha >= 1 || !c.known || !ground.known {
		return c
	}
	mix := func(a, b uint8) uint8 {
		return uint8(float64(a)*alpha + float64(b)*(1-alpha) + 0.5)
	}
	return color{mix(c.r, ground.r), mix(c.g, ground.g), mix(c.b, ground.b), true}
}

// luminosity returns how light c is, 0 to 1 (11.3.5.3); 1 when it is unknown.
func (c color) luminosity() float64 {
	if !c.known {
		return 1
	}
	return (0.3*float64(c.r) + 0.59*float64(c.g) + 0.11*float64(c.b)) / 255
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

func gray(v float64) color { return color{channel(v), channel(v), channel(v), true} }

func rgb(r, g, b float64) color { return color{channel(r), channel(g), channel(b), true} }

// cmyk converts as 10.4.2.5 does.
func cmyk(c, m, y, k float64) color {
	return rgb(1-min(1, c+k), 1-min(1, m+k), 1-min(1, y+k))
}

// lab converts from CIE L*a*b* (8.6.5.4) to sRGB, whatever the white point: the
// paper's white is white.
func lab(l, a, b float64) color {
	m := (l + 16) / 116
	g := func(x float64) float64 {
		if x >= 6.0/29 {
			return x * x * x
		}
		return 108.0 / 841 * (x - 4.0/29)
	}
	x, y, z := 0.9505*g(m+a/500), g(m), 1.089*g(m-b/200)
	return rgb(
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

// setColor carries out the colour operators (8.6.8).
func (r *run) setColor(op opcode) bool {
	s, n := &r.st, &r.num
	switch op {
	case 'g':
		if r.numbers(1) {
			s.fill = paint{space: deviceGray, color: gray(n[0])}
		}
	case 'G':
		if r.numbers(1) {
			s.stroke = paint{space: deviceGray, color: gray(n[0])}
		}
	case opFillRGB:
		if r.numbers(3) {
			s.fill = paint{space: deviceRGB, color: rgb(n[0], n[1], n[2])}
		}
	case opStrokeRGB:
		if r.numbers(3) {
			s.stroke = paint{space: deviceRGB, color: rgb(n[0], n[1], n[2])}
		}
	case 'k':
		if r.numbers(4) {
			s.fill = paint{space: deviceCMYK, color: cmyk(n[0], n[1], n[2], n[3])}
		}
	case 'K':
		if r.numbers(4) {
			s.stroke = paint{space: deviceCMYK, color: cmyk(n[0], n[1], n[2], n[3])}
		}
	case opFillSpace:
		s.fill = r.spaceNamed(r.word(syntax.Name)).initial()
	case opStrokeSpace:
		s.stroke = r.spaceNamed(r.word(syntax.Name)).initial()
	case opFillColor, opFillColorN:
		s.fill = s.fill.space.paint(r.components())
		if s.fill.space.family == familyPattern {
			s.fill.tile = r.tileOf(r.word(syntax.Name))
		}
	case opStrokeColor, opStrokeColorN:
		s.stroke = s.stroke.space.paint(r.components())
	default:
		return false
	}
	return true
}
