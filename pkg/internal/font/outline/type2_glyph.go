package outline

import "github.com/paperfit/paperfit/pkg/internal/geom"

// Type 2 charstring operators (TN 5177, 4).
const (
	t2HStem      = 1
	t2VStem      = 3
	t2VMoveTo    = 4
	t2RLineTo    = 5
	t2HLineTo    = 6
	t2VLineTo    = 7
	t2RRCurveTo  = 8
	t2CallSubr   = 10
	t2Return     = 11
	t2Escape     = 12
	t2EndChar    = 14
	t2HStemHM    = 18
	t2HintMask   = 19
	t2CntrMask   = 20
	t2RMoveTo    = 21
	t2HMoveTo    = 22
	t2VStemHM    = 23
	t2RCurveLine = 24
	t2RLineCurve = 25
	t2VVCurveTo  = 26
	t2HHCurveTo  = 27
	t2ShortInt   = 28
	t2CallGSubr  = 29
	t2VHCurveTo  = 30
	t2HVCurveTo  = 31
)

// type2Interp runs Type 2 charstrings (TN 5177). One serves all glyphs of a font
// in turn.
type type2Interp struct {
	font    *cff
	private *cffPrivate
	pen     pen
	budget  budget

	x, y      float64 // current point, character space
	width     float64
	measured  bool // the width operand has been looked for
	widthOnly bool // stop when it has
	accented  bool // within an endchar that builds an accented character
	done      bool
	stems     int
	operands
	transient [transientSize]float64
}

// transientSize is the number of the transient array's elements (appendix B).
const transientSize = 32

// Box implements Program.
func (f *cff) Box(gid int) (geom.Rect, error) {
	if err := f.run(gid, false); err != nil {
		return geom.Empty(), err
	}
	return f.interp.pen.result()
}

// Advance implements Program.
func (f *cff) Advance(gid int) (float64, bool) {
	if err := f.run(gid, true); err != nil {
		return 0, false
	}
	return f.interp.width * f.interp.pen.matrix.A, true
}

func (f *cff) run(gid int, widthOnly bool) error {
	code, ok := f.glyphs.get(gid)
	if !ok {
		return glyphError("no glyph %d", gid)
	}
	matrix, private, err := f.fd(gid)
	if err != nil {
		return err
	}
	if f.interp == nil {
		f.interp = &type2Interp{font: f, budget: newBudget(len(f.data))}
	}
	in := f.interp
	in.begin(matrix, private, widthOnly)
	return in.exec(code, 0)
}

func (in *type2Interp) begin(m *geom.Matrix, p *cffPrivate, widthOnly bool) {
	in.pen.reset(*m)
	in.budget.start()
	in.private = p
	in.width, in.measured, in.widthOnly = p.defaultWidthX, false, widthOnly
	in.accented = false
	in.transient = [transientSize]float64{}
	in.beginPath(0, 0)
}

func (in *type2Interp) beginPath(x, y float64) {
	in.x, in.y = x, y
	in.n, in.stems, in.done = 0, 0, false
	in.pen.moveTo(x, y)
}

// exec runs one charstring or subroutine; it may lack its return or endchar.
func (in *type2Interp) exec(code []byte, depth int) error {
	if depth > maxSubrDepth {
		return &LimitError{"maxSubrDepth", maxSubrDepth}
	}
	if err := in.budget.spend(len(code)); err != nil {
		return err
	}
	run, err := in.steps(code, depth)
	in.budget.giveBack(len(code) - run)
	return err
}

// steps runs code, to the end of the glyph at most, and returns how much of it was run.
func (in *type2Interp) steps(code []byte, depth int) (at int, err error) {
	for at < len(code) {
		b := code[at]
		if in.pushByte(b) {
			at++
			continue
		}
		if b == t2Return {
			break
		}
		size, err := in.step(b, code[at:], depth)
		if err == nil && size > len(code)-at {
			err = glyphError("the charstring breaks off")
		}
		if err != nil {
			return len(code), err
		}
		if at += size; in.done {
			break
		}
	}
	return at, nil
}

// step runs the operand or operator that code starts with and returns its size.
func (in *type2Interp) step(b byte, code []byte, depth int) (size int, err error) {
	switch {
	case b == t2ShortInt:
		return 3, in.push(float64(int16(beUint(code, 1, 2))))
	case b == manyBytes:
		return 5, in.push(float64(int32(beUint(code, 1, 4))) / (1 << 16)) // 16.16 fixed
	case b >= oneByte:
		return in.pushShort(code)
	case b == t2CallSubr:
		return 1, in.call(&in.private.subrs, depth)
	case b == t2CallGSubr:
		return 1, in.call(&in.font.globals, depth)
	case b == t2Escape:
		if len(code) < 2 {
			return 2, nil
		}
		return 2, in.escape(code[1])
	case b == t2HintMask || b == t2CntrMask:
		return in.mask(), nil
	case b == t2EndChar:
		return 1, in.endChar(depth)
	}
	err = in.command(b)
	in.n = 0
	return 1, err
}

// pop takes k operands off the top; they stay valid until the next push.
func (in *type2Interp) pop(k int) ([]float64, error) {
	if in.n < k {
		return nil, errTooFew
	}
	in.n -= k
	return in.stack[in.n : in.n+k], nil
}

// call runs a subroutine, whose number is stored less a bias (TN 5176, 16).
func (in *type2Interp) call(subrs *cffIndex, depth int) error {
	a, err := in.pop(1)
	if err != nil {
		return err
	}
	code, ok := subrs.get(int(a[0]) + subrBias(subrs.count))
	if !ok {
		return glyphError("no subroutine %g", a[0])
	}
	return in.exec(code, depth+1)
}

func subrBias(count int) int {
	switch {
	case count < 1240:
		return 107
	case count < 33900:
		return 1131
	}
	return 32768
}

// measure looks for the width, which stands as an extra operand below those of
// the first operator that clears the stack (TN 5177, 3.1), and returns the rest.
func (in *type2Interp) measure(extra bool) []float64 {
	a := in.stack[:in.n]
	if in.measured {
		return a
	}
	in.measured = true
	in.done = in.widthOnly
	if extra && len(a) > 0 {
		in.width = in.private.nominalWidthX + a[0]
		a = a[1:]
	}
	return a
}

// hints counts stems, each given by two operands.
func (in *type2Interp) hints() {
	in.stems += len(in.measure(in.n%2 == 1)) / 2
}

// mask passes over the bits of hintmask and cntrmask, one for each stem. Operands
// before it are those of a vstem left out (TN 5177, 4.3).
func (in *type2Interp) mask() (size int) {
	in.hints()
	in.n = 0
	if in.done {
		return 1
	}
	return 1 + (in.stems+7)/8
}

// endChar ends a glyph. With four operands it is Type 1's seac (TN 5177,
// appendix C): adx, ady and the StandardEncoding codes of a base and an accent.
func (in *type2Interp) endChar(depth int) error {
	a := in.measure(in.n == 1 || in.n == 5)
	if len(a) < 4 || in.done {
		in.done = true
		return nil
	}
	if in.accented {
		return glyphError("an accented character within another")
	}
	in.accented = true
	a = a[len(a)-4:]
	adx, ady, base, accent := a[0], a[1], a[2], a[3]
	if err := in.part(base, 0, 0, depth); err != nil {
		return err
	}
	return in.part(accent, adx, ady, depth)
}

// part draws one character of an accented one with its origin at (x, y).
func (in *type2Interp) part(charCode, x, y float64, depth int) error {
	var code []byte
	ok := charCode >= 0 && charCode < 256 && !in.font.top.cid
	if ok {
		gid, found := in.font.bySID(standardSID(byte(charCode)))
		code, ok = in.font.glyphs.get(gid)
		ok = ok && found && gid > 0
	}
	if !ok {
		return glyphError("no character %g for an accent", charCode)
	}
	in.beginPath(x, y)
	in.measured = false // the part has its own width operand, which says nothing
	width := in.width
	err := in.exec(code, depth+1)
	in.width, in.measured, in.done = width, true, true
	return err
}
