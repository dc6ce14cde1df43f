package outline

import "math"

// Two-byte operators (TN 5177, 4.1, 4.5 and 4.6), the second byte.
const (
	t2DotSection = 0 // deprecated: appendix C
	t2And        = 3
	t2Or         = 4
	t2Not        = 5
	t2Abs        = 9
	t2Add        = 10
	t2Sub        = 11
	t2Div        = 12
	t2Neg        = 14
	t2Eq         = 15
	t2Drop       = 18
	t2Put        = 20
	t2Get        = 21
	t2IfElse     = 22
	t2Random     = 23
	t2Mul        = 24
	t2Sqrt       = 26
	t2Dup        = 27
	t2Exch       = 28
	t2Index      = 29
	t2Roll       = 30
	t2HFlex      = 34
	t2Flex       = 35
	t2HFlex1     = 36
	t2Flex1      = 37
)

// escape runs an operator of two bytes.
func (in *type2Interp) escape(b byte) error {
	switch b {
	case t2HFlex, t2Flex, t2HFlex1, t2Flex1:
		err := in.flex(b)
		in.n = 0
		return err
	case t2DotSection:
		in.n = 0
		return nil
	case t2Not, t2Abs, t2Neg, t2Sqrt:
		return in.unary(b)
	case t2And, t2Or, t2Add, t2Sub, t2Div, t2Mul, t2Eq:
		return in.binary(b)
	case t2Put, t2Get:
		return in.storage(b)
	}
	return in.shuffle(b)
}

func (in *type2Interp) unary(b byte) error {
	a, err := in.pop(1)
	if err != nil {
		return err
	}
	v := a[0]
	switch b {
	case t2Not:
		v = truth(v == 0)
	case t2Abs:
		v = math.Abs(v)
	case t2Neg:
		v = -v
	case t2Sqrt:
		v = math.Sqrt(v)
	}
	return in.push(v)
}

func (in *type2Interp) binary(b byte) error {
	a, err := in.pop(2)
	if err != nil {
		return err
	}
	v, w := a[0], a[1]
	switch b {
	case t2And:
		v = truth(v != 0 && w != 0)
	case t2Or:
		v = truth(v != 0 || w != 0)
	case t2Eq:
		v = truth(v == w)
	case t2Add:
		v += w
	case t2Sub:
		v -= w
	case t2Mul:
		v *= w
	case t2Div:
		v /= w // a division by zero is caught where it is drawn
	}
	return in.push(v)
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// storage runs put and get on the transient array.
func (in *type2Interp) storage(b byte) error {
	i, err := in.pop(1)
	if err != nil {
		return err
	}
	at := i[0]
	if !(at >= 0 && at < transientSize) {
		return glyphError("no transient element %g", at)
	}
	if b == t2Get {
		return in.push(in.transient[int(at)])
	}
	v, err := in.pop(1)
	if err == nil {
		in.transient[int(at)] = v[0]
	}
	return err
}

// shuffle runs the operators that rearrange the stack.
func (in *type2Interp) shuffle(b byte) error {
	switch b {
	case t2Drop:
		_, err := in.pop(1)
		return err
	case t2Random:
		return in.push(0.5) // any number above 0 and up to 1 will do
	case t2Dup:
		return in.index(0)
	case t2Exch:
		return in.roll(2, 1)
	case t2Index:
		i, err := in.pop(1)
		if err != nil {
			return err
		}
		return in.index(i[0])
	case t2Roll:
		a, err := in.pop(2)
		if err != nil {
			return err
		}
		return in.roll(a[0], a[1])
	case t2IfElse:
		return in.ifElse()
	}
	return glyphError("unknown operator 12 %d", b)
}

// index copies the operand i below the top; a negative i is the top (4.5).
func (in *type2Interp) index(i float64) error {
	i = max(i, 0)
	if !(i < float64(in.n)) {
		return glyphError("index %g of %d operands", i, in.n)
	}
	return in.push(in.stack[in.n-1-int(i)])
}

// roll turns the top count operands by shift places upwards.
func (in *type2Interp) roll(count, shift float64) error {
	if !(count >= 0 && count <= float64(in.n)) || math.IsNaN(shift) || math.IsInf(shift, 0) {
		return glyphError("roll of %g operands by %g", count, shift)
	}
	n := int(count)
	if n == 0 {
		return nil
	}
	top := in.stack[in.n-n : in.n]
	by := int(math.Mod(shift, float64(n)))
	var turned [maxStack]float64
	for i, v := range top {
		turned[(i+by+n)%n] = v
	}
	copy(top, turned[:n])
	return nil
}

// ifElse leaves s1 when v1 ≤ v2, else s2.
func (in *type2Interp) ifElse() error {
	a, err := in.pop(4)
	if err != nil {
		return err
	}
	v := a[1]
	if a[2] <= a[3] {
		v = a[0]
	}
	return in.push(v)
}

// flex draws two curves (4.1); the depth at which they become a line does not
// matter to the outline.
func (in *type2Interp) flex(b byte) error {
	a := in.stack[:in.n]
	if len(a) < flexOperands[b-t2HFlex] {
		return glyphError("a flex of %d operands", len(a))
	}
	switch b {
	case t2Flex:
		in.curveBy(a[0], a[1], a[2], a[3], a[4], a[5])
		in.curveBy(a[6], a[7], a[8], a[9], a[10], a[11])
	case t2HFlex: // ends at the height it starts from
		in.curveBy(a[0], 0, a[1], a[2], a[3], 0)
		in.curveBy(a[4], 0, a[5], -a[2], a[6], 0)
	case t2HFlex1:
		in.curveBy(a[0], a[1], a[2], a[3], a[4], 0)
		in.curveBy(a[5], 0, a[6], a[7], a[8], -(a[1] + a[3] + a[7]))
	case t2Flex1:
		in.flex1(a)
	}
	return nil
}

// flexOperands holds how many operands hflex, flex, hflex1 and flex1 take.
var flexOperands = [...]int{7, 12, 9, 11}

// flex1 ends level with its start in the direction in which it extends less.
func (in *type2Interp) flex1(a []float64) {
	dx, dy := 0.0, 0.0
	for i := 0; i < 10; i += 2 {
		dx += a[i]
		dy += a[i+1]
	}
	in.curveBy(a[0], a[1], a[2], a[3], a[4], a[5])
	if math.Abs(dx) > math.Abs(dy) {
		in.curveBy(a[6], a[7], a[8], a[9], a[10], -dy)
	} else {
		in.curveBy(a[6], a[7], a[8], a[9], -dx, a[10])
	}
}
