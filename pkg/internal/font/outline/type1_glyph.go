package outline

import "github.com/paperfit/paperfit/pkg/internal/geom"

// type1Interp runs Type 1 charstrings (Adobe Type 1 Font Format, 6). One serves
// all glyphs of a font in turn.
type type1Interp struct {
	font   *type1
	pen    pen
	budget budget

	x, y       float64 // current point, character space
	ox, oy     float64 // where the origin is: moved for the accent of a seac
	width      float64
	bearing    float64 // left side bearing of the glyph requested
	measured   bool    // width is known
	widthOnly  bool    // stop when it is
	accented   bool    // within seac
	done       bool    // endchar was met
	stack      [maxStack]float64
	n          int
	post       [maxPSStack]float64 // what OtherSubrs leave for pop
	nPost      int
	flexing    bool
	flexPoints [7]geom.Point
	nFlex      int
}

// Type 1 charstring commands (6.4). Those of two bytes start with escape.
const (
	t1HStem     = 1
	t1VStem     = 3
	t1VMoveTo   = 4
	t1RLineTo   = 5
	t1HLineTo   = 6
	t1VLineTo   = 7
	t1RRCurveTo = 8
	t1ClosePath = 9
	t1CallSubr  = 10
	t1Return    = 11
	t1Escape    = 12
	t1HSBW      = 13
	t1EndChar   = 14
	t1RMoveTo   = 21
	t1HMoveTo   = 22
	t1VHCurveTo = 30
	t1HVCurveTo = 31

	t1DotSection      = 0
	t1VStem3          = 1
	t1HStem3          = 2
	t1Seac            = 6
	t1SBW             = 7
	t1Div             = 12
	t1CallOtherSubr   = 16
	t1Pop             = 17
	t1SetCurrentPoint = 33
)

// Box implements Program.
func (f *type1) Box(gid int) (geom.Rect, error) {
	in, err := f.run(gid, false)
	if err != nil {
		return geom.Empty(), err
	}
	return in.pen.result()
}

// Advance implements Program.
func (f *type1) Advance(gid int) (float64, bool) {
	in, err := f.run(gid, true)
	if err != nil || !in.measured {
		return 0, false
	}
	return in.width * f.matrix.A, true
}

func (f *type1) run(gid int, widthOnly bool) (*type1Interp, error) {
	if gid < 0 || gid >= len(f.glyphs) {
		return nil, glyphError("no glyph %d", gid)
	}
	if f.interp == nil {
		f.interp = &type1Interp{font: f, budget: newBudget(len(f.private))}
	}
	in := f.interp
	in.begin(widthOnly)
	return in, in.exec(f.glyphs[gid].code.of(f.private), 0)
}

func (in *type1Interp) begin(widthOnly bool) {
	in.pen.reset(in.font.matrix)
	in.budget.start()
	in.ox, in.oy, in.width, in.bearing = 0, 0, 0, 0
	in.measured, in.widthOnly, in.accented = false, widthOnly, false
	in.beginPath()
}

func (in *type1Interp) beginPath() {
	in.x, in.y = in.ox, in.oy
	in.n, in.nPost = 0, 0
	in.flexing, in.nFlex = false, 0
	in.done = false
}

// exec runs one charstring or subroutine; it may lack its return or endchar.
func (in *type1Interp) exec(code []byte, depth int) error {
	if depth > maxSubrDepth {
		return &LimitError{"maxSubrDepth", maxSubrDepth}
	}
	r := newCipherText(code, in.font.lenIV)
	for !in.done {
		if err := in.budget.spend(1); err != nil {
			return err
		}
		b, ok := r.next()
		if !ok || b == t1Return {
			return nil
		}
		if err := in.step(b, &r, depth); err != nil {
			return err
		}
	}
	return nil
}

func (in *type1Interp) step(b byte, r *cipherText, depth int) error {
	switch {
	case b >= 32:
		return in.number(b, r)
	case b == t1CallSubr:
		return in.callSubr(depth)
	case b == t1Escape:
		return in.escape(r, depth)
	}
	err := in.command(b)
	in.n = 0
	return err
}

// number pushes an operand (6.2).
func (in *type1Interp) number(b byte, r *cipherText) error {
	if b < 247 {
		return in.push(float64(b) - 139)
	}
	w, ok := r.next()
	switch {
	case !ok:
		return glyphError("a number breaks off")
	case b < 251:
		return in.push(float64(b-247)*256 + float64(w) + 108)
	case b < 255:
		return in.push(-float64(b-251)*256 - float64(w) - 108)
	}
	v := uint32(w)
	for range 3 {
		if w, ok = r.next(); !ok {
			return glyphError("a number breaks off")
		}
		v = v<<8 | uint32(w)
	}
	return in.push(float64(int32(v)))
}

func (in *type1Interp) push(v float64) error {
	if in.n == maxStack {
		return &LimitError{"maxStack", maxStack}
	}
	in.stack[in.n] = v
	in.n++
	return nil
}

// args returns the top k operands in the order they were pushed. Commands take
// their operands from the bottom of the stack, which holds no more than them;
// where a faulty glyph left rubbish below, the top is what was meant.
func (in *type1Interp) args(k int) ([]float64, error) {
	if in.n < k {
		return nil, glyphError("%d operands where %d are needed", in.n, k)
	}
	return in.stack[in.n-k : in.n], nil
}
