package outline

// command runs an operator of one byte that clears the stack.
func (in *type2Interp) command(b byte) error {
	switch b {
	case t2HStem, t2VStem, t2HStemHM, t2VStemHM:
		in.hints()
		return nil
	case t2RMoveTo, t2HMoveTo, t2VMoveTo:
		return in.moveTo(b)
	}
	a := in.stack[:in.n]
	switch b {
	case t2RLineTo:
		return in.rLineTo(a)
	case t2HLineTo, t2VLineTo:
		in.alternateLines(a, b == t2HLineTo)
	case t2RRCurveTo:
		return in.rrCurveTo(a)
	case t2RCurveLine:
		return in.rCurveLine(a)
	case t2RLineCurve:
		return in.rLineCurve(a)
	case t2HHCurveTo:
		return in.hhCurveTo(a)
	case t2VVCurveTo:
		return in.vvCurveTo(a)
	case t2HVCurveTo, t2VHCurveTo:
		return in.alternateCurves(a, b == t2HVCurveTo)
	default:
		return glyphError("unknown operator %d", b)
	}
	return nil
}

// moveTo begins a contour; the one before it closes by itself.
func (in *type2Interp) moveTo(b byte) error {
	need := 1
	if b == t2RMoveTo {
		need = 2
	}
	a := in.measure(in.n > need)
	if len(a) < need {
		return glyphError("a moveto of %d operands", len(a))
	}
	a = a[len(a)-need:]
	switch b {
	case t2RMoveTo:
		in.x, in.y = in.x+a[0], in.y+a[1]
	case t2HMoveTo:
		in.x += a[0]
	case t2VMoveTo:
		in.y += a[0]
	}
	in.pen.moveTo(in.x, in.y)
	return nil
}

func (in *type2Interp) lineBy(dx, dy float64) {
	in.x += dx
	in.y += dy
	in.pen.lineTo(in.x, in.y)
}

func (in *type2Interp) curveBy(dx1, dy1, dx2, dy2, dx3, dy3 float64) {
	x1, y1 := in.x+dx1, in.y+dy1
	x2, y2 := x1+dx2, y1+dy2
	in.x, in.y = x2+dx3, y2+dy3
	in.pen.curveTo(x1, y1, x2, y2, in.x, in.y)
}

// rLineTo draws {dxa dya}+.
func (in *type2Interp) rLineTo(a []float64) error {
	for ; len(a) >= 2; a = a[2:] {
		in.lineBy(a[0], a[1])
	}
	return leftover(a)
}

// alternateLines draws lines that alternate between horizontal and vertical.
func (in *type2Interp) alternateLines(a []float64, horizontal bool) {
	for _, d := range a {
		if horizontal {
			in.lineBy(d, 0)
		} else {
			in.lineBy(0, d)
		}
		horizontal = !horizontal
	}
}

// rrCurveTo draws {dxa dya dxb dyb dxc dyc}+.
func (in *type2Interp) rrCurveTo(a []float64) error {
	for ; len(a) >= 6; a = a[6:] {
		in.curveBy(a[0], a[1], a[2], a[3], a[4], a[5])
	}
	return leftover(a)
}

// rCurveLine draws curves and one line: {dxa dya dxb dyb dxc dyc}+ dxd dyd.
func (in *type2Interp) rCurveLine(a []float64) error {
	for ; len(a) >= 8; a = a[6:] {
		in.curveBy(a[0], a[1], a[2], a[3], a[4], a[5])
	}
	return in.rLineTo(a)
}

// rLineCurve draws lines and one curve: {dxa dya}+ dxb dyb dxc dyc dxd dyd.
func (in *type2Interp) rLineCurve(a []float64) error {
	for ; len(a) >= 8; a = a[2:] {
		in.lineBy(a[0], a[1])
	}
	return in.rrCurveTo(a)
}

// hhCurveTo draws dy1? {dxa dxb dyb dxc}+: curves with horizontal ends.
func (in *type2Interp) hhCurveTo(a []float64) error {
	first := 0.0
	if len(a)%4 == 1 {
		first, a = a[0], a[1:]
	}
	for ; len(a) >= 4; a = a[4:] {
		in.curveBy(a[0], first, a[1], a[2], a[3], 0)
		first = 0
	}
	return leftover(a)
}

// vvCurveTo draws dx1? {dya dxb dyb dyc}+: curves with vertical ends.
func (in *type2Interp) vvCurveTo(a []float64) error {
	first := 0.0
	if len(a)%4 == 1 {
		first, a = a[0], a[1:]
	}
	for ; len(a) >= 4; a = a[4:] {
		in.curveBy(first, a[0], a[1], a[2], 0, a[3])
		first = 0
	}
	return leftover(a)
}

// alternateCurves draws curves that start horizontal and end vertical and the
// reverse in turn; a fifth operand bends the end of the last.
func (in *type2Interp) alternateCurves(a []float64, horizontal bool) error {
	for ; len(a) >= 4; a = a[4:] {
		last := 0.0
		if len(a) == 5 {
			last = a[4]
		}
		if horizontal {
			in.curveBy(a[0], 0, a[1], a[2], last, a[3])
		} else {
			in.curveBy(0, a[0], a[1], a[2], a[3], last)
		}
		horizontal = !horizontal
		if len(a) == 5 {
			return nil
		}
	}
	return leftover(a)
}

// leftover reports that operands were missing for what they should have drawn.
func leftover(a []float64) error {
	if len(a) == 0 {
		return nil
	}
	return glyphError("%d operands are left over", len(a))
}
