package content

import (
	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// paint is a colour in its colour space, or a pattern.
type paint struct {
	space   *color.Space
	color   color.Color
	none    bool     // Separation None, or a pattern without marks: paints nothing (8.6.6.4)
	pattern *pattern // or nil
}

// paintOf returns the colour of components in a space.
func paintOf(cs *color.Space, comps []float64) paint {
	return paint{space: cs, color: cs.Color(comps), none: cs.IsNone()}
}

// initialPaint returns the colour that a space begins with.
func initialPaint(cs *color.Space) paint { return paintOf(cs, cs.Initial()) }

// colorOperators set the colours of fills and strokes.
type colorOperators struct{ *run }

// setColor carries out the colour operators (8.6.8).
func (r colorOperators) setColor(op opcode) bool {
	s, n := &r.st, &r.args.num
	switch op {
	case 'g':
		if r.args.numbers(1) {
			s.fill = paint{space: color.DeviceGray, color: color.Gray(n[0])}
		}
	case 'G':
		if r.args.numbers(1) {
			s.stroke = paint{space: color.DeviceGray, color: color.Gray(n[0])}
		}
	case opFillRGB:
		if r.args.numbers(3) {
			s.fill = paint{space: color.DeviceRGB, color: color.RGB(n[0], n[1], n[2])}
		}
	case opStrokeRGB:
		if r.args.numbers(3) {
			s.stroke = paint{space: color.DeviceRGB, color: color.RGB(n[0], n[1], n[2])}
		}
	case 'k':
		if r.args.numbers(4) {
			s.fill = paint{space: color.DeviceCMYK, color: color.CMYK(n[0], n[1], n[2], n[3])}
		}
	case 'K':
		if r.args.numbers(4) {
			s.stroke = paint{space: color.DeviceCMYK, color: color.CMYK(n[0], n[1], n[2], n[3])}
		}
	case opFillSpace:
		s.fill = initialPaint(r.names.space(r.args.word(syntax.Name)))
	case opStrokeSpace:
		s.stroke = initialPaint(r.names.space(r.args.word(syntax.Name)))
	case opFillColor, opFillColorN:
		s.fill = r.chosen(s.fill.space)
	case opStrokeColor, opStrokeColorN:
		s.stroke = r.chosen(s.stroke.space)
	default:
		return false
	}
	return true
}

// chosen returns the colour or pattern of the operands.
func (r colorOperators) chosen(cs *color.Space) paint {
	p := paintOf(cs, r.args.components())
	if cs.IsPattern() {
		patterns(r).dress(&p, r.args.word(syntax.Name))
	}
	return p
}
