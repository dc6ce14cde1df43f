package outline

import "github.com/paperfit/paperfit/pkg/internal/geom"

// The OtherSubrs that outlines depend on (Adobe Type 1 Font Format, 8; the
// multiple master ones: Adobe TN 5015).
const (
	otherFlexEnd      = 0
	otherFlexStart    = 1
	otherFlexPoint    = 2
	otherCounter      = 12
	otherCounterLast  = 13
	otherBlendFirst   = 14
	otherBlendLast    = 18
	flexReferencePart = 7 // rmovetos of a flex: the reference point and two curves
)

// blended holds how many values each blending OtherSubr makes.
var blended = [otherBlendLast - otherBlendFirst + 1]int{1, 2, 3, 4, 6}

// callOther runs "arg1 … argn n number callothersubr".
func (in *type1Interp) callOther() error {
	a, err := in.args(2)
	if err != nil {
		return err
	}
	count, number := a[0], a[1]
	in.n -= 2
	if !(count >= 0 && count <= float64(in.n)) {
		return glyphError("callothersubr with %g operands", count)
	}
	in.n -= int(count)
	args := in.stack[in.n : in.n+int(count)]
	switch {
	case number == otherFlexStart:
		in.flexing, in.nFlex = true, 0
		return nil
	case number == otherFlexPoint:
		return in.flexPoint()
	case number == otherFlexEnd:
		return in.flexEnd()
	case number == otherCounter, number == otherCounterLast:
		return nil
	case number >= otherBlendFirst && number <= otherBlendLast:
		return in.blend(args, blended[int(number)-otherBlendFirst])
	}
	return in.leave(args)
}

// leave puts operands where pop finds them, the first one on top: OtherSubrs
// that we do not know, and the one for hint replacement, hand them back.
func (in *type1Interp) leave(args []float64) error {
	if len(args) > maxPSStack {
		return &LimitError{"maxPSStack", maxPSStack}
	}
	in.nPost = len(args)
	for i, v := range args {
		in.post[len(args)-1-i] = v
	}
	return nil
}

func (in *type1Interp) pop() error {
	if in.nPost == 0 {
		return glyphError("pop without a value")
	}
	in.nPost--
	return in.push(in.post[in.nPost])
}

// flexPoint notes one of the seven points that rmovetos reach within a flex.
func (in *type1Interp) flexPoint() error {
	if !in.flexing || in.nFlex == flexReferencePart {
		return glyphError("a flex point outside a flex")
	}
	in.flexPoints[in.nFlex] = geom.Point{X: in.x, Y: in.y}
	in.nFlex++
	return nil
}

// flexEnd draws the two curves; the first point is only a reference (8.3). Two
// pops then fetch the end point for setcurrentpoint.
func (in *type1Interp) flexEnd() error {
	if !in.flexing || in.nFlex != flexReferencePart {
		return glyphError("a flex of %d points", in.nFlex)
	}
	in.flexing = false
	for p := in.flexPoints[1:]; len(p) > 0; p = p[3:] {
		in.pen.curveTo(p[0].X, p[0].Y, p[1].X, p[1].Y, p[2].X, p[2].Y)
	}
	end := [2]float64{in.x, in.y}
	return in.leave(end[:])
}

// blend makes n values out of n times as many operands as there are masters: the
// values of the first master, then for each value the other masters' deltas.
func (in *type1Interp) blend(args []float64, n int) error {
	k := len(in.font.weights)
	if k == 0 || len(args) != n*k {
		return glyphError("a blend of %d operands for %d masters", len(args), k)
	}
	for i := range n {
		for j := 1; j < k; j++ {
			args[i] += in.font.weights[j] * args[n+i*(k-1)+j-1]
		}
	}
	return in.leave(args[:n])
}
