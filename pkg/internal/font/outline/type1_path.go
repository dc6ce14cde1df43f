package outline

import "github.com/paperfit/paperfit/pkg/internal/geom"

// operands holds how many operands each one-byte command takes.
var type1Operands = [32]int{
	t1HStem: 2, t1VStem: 2, t1VMoveTo: 1, t1RLineTo: 2, t1HLineTo: 1, t1VLineTo: 1,
	t1RRCurveTo: 6, t1HSBW: 2, t1RMoveTo: 2, t1HMoveTo: 1, t1VHCurveTo: 4, t1HVCurveTo: 4,
}

// command runs a one-byte command that clears the stack.
func (in *type1Interp) command(b byte) error {
	a, err := in.args(type1Operands[b])
	if err != nil {
		return err
	}
	switch b {
	case t1HStem, t1VStem, t1ClosePath: // closepath leaves the current point (6.4)
	case t1HSBW:
		in.sideBearing(a[0], 0, a[1])
	case t1EndChar:
		in.done = true
	case t1RMoveTo:
		in.moveBy(a[0], a[1])
	case t1HMoveTo:
		in.moveBy(a[0], 0)
	case t1VMoveTo:
		in.moveBy(0, a[0])
	case t1RLineTo:
		in.lineBy(a[0], a[1])
	case t1HLineTo:
		in.lineBy(a[0], 0)
	case t1VLineTo:
		in.lineBy(0, a[0])
	case t1RRCurveTo:
		in.curveBy(a[0], a[1], a[2], a[3], a[4], a[5])
	case t1VHCurveTo:
		in.curveBy(0, a[0], a[1], a[2], a[3], 0)
	case t1HVCurveTo:
		in.curveBy(a[0], 0, a[1], a[2], 0, a[3])
	default:
		return glyphError("unknown command %d", b)
	}
	return nil
}

// sideBearing is hsbw and sbw: it sets the current point without a moveto. Only
// the first one reports the width: later ones belong to the parts of a seac.
func (in *type1Interp) sideBearing(sx, sy, wx float64) {
	in.x, in.y = in.ox+sx, in.oy+sy
	in.pen.moveTo(in.x, in.y)
	if !in.measured {
		in.width, in.bearing, in.measured = wx, sx, true
		in.done = in.widthOnly
	}
}

func (in *type1Interp) moveBy(dx, dy float64) {
	in.x += dx
	in.y += dy
	if !in.flexing {
		in.pen.moveTo(in.x, in.y)
	}
}

func (in *type1Interp) lineBy(dx, dy float64) {
	in.x += dx
	in.y += dy
	in.pen.lineTo(in.x, in.y)
}

func (in *type1Interp) curveBy(dx1, dy1, dx2, dy2, dx3, dy3 float64) {
	x1, y1 := in.x+dx1, in.y+dy1
	x2, y2 := x1+dx2, y1+dy2
	in.x, in.y = x2+dx3, y2+dy3
	in.pen.curveTo(x1, y1, x2, y2, in.x, in.y)
}

// escape runs a two-byte command.
func (in *type1Interp) escape(code []byte, depth int) (size int, err error) {
	if len(code) < 2 {
		return 0, glyphError("a command breaks off")
	}
	switch b := code[1]; b {
	case t1Div:
		return 2, in.div()
	case t1CallOtherSubr:
		return 2, in.callOther()
	case t1Pop:
		return 2, in.pop()
	case t1Seac:
		return 2, in.seac(depth)
	default:
		err = in.escaped(b)
	}
	in.n = 0
	return 2, err
}

// escaped runs a two-byte command that clears the stack.
func (in *type1Interp) escaped(b byte) error {
	switch b {
	case t1DotSection, t1VStem3, t1HStem3: // hints: nothing is drawn
		return nil
	case t1SBW:
		a, err := in.args(4)
		if err != nil {
			return err
		}
		in.sideBearing(a[0], a[1], a[2])
		return nil
	case t1SetCurrentPoint:
		a, err := in.args(2)
		if err != nil {
			return err
		}
		in.x, in.y = a[0], a[1]
		return nil
	}
	return glyphError("unknown command 12 %d", b)
}

func (in *type1Interp) div() error {
	a, err := in.args(2)
	if err != nil {
		return err
	}
	a[0] /= a[1] // a division by zero is caught where it is drawn
	in.n--
	return nil
}

func (in *type1Interp) callSubr(depth int) error {
	a, err := in.args(1)
	if err != nil {
		return err
	}
	in.n--
	code, ok := in.font.subr(int(a[0]))
	if !ok {
		return glyphError("no subroutine %g", a[0])
	}
	return in.exec(code, depth+1)
}

// seac builds an accented character from two others, which StandardEncoding
// names (6.4). The accent's origin is placed so that its left side bearing
// point lies adx to the right of the composite's.
func (in *type1Interp) seac(depth int) error {
	a, err := in.args(5)
	if err != nil {
		return err
	}
	if in.accented {
		return glyphError("an accented character within another")
	}
	in.accented = true
	asb, adx, ady, base, accent := a[0], a[1], a[2], a[3], a[4]
	if err := in.part(base, geom.Point{}, depth); err != nil {
		return err
	}
	return in.part(accent, geom.Point{X: in.bearing + adx - asb, Y: ady}, depth)
}

// part draws one of seac's characters with its origin at the given point.
func (in *type1Interp) part(code float64, origin geom.Point, depth int) error {
	gid, ok := -1, false
	if code >= 0 && code < 256 {
		gid, ok = in.font.ByName(standardName(byte(code)))
	}
	if !ok {
		return glyphError("no character %g for an accent", code)
	}
	in.ox, in.oy = origin.X, origin.Y
	in.beginPath()
	err := in.exec(in.font.glyphs[gid].code.of(in.font.private), depth+1)
	in.done = true
	return err
}
