package outline

import (
	"encoding/binary"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// type1Interp runs Type 1 charstrings (Adobe Type 1 Font Format, 6). One serves
// all glyphs of a font in turn.
type type1Interp struct {
	font   *type1
	pen    pen
	budget budget
	text   []byte // of the charstrings that run, each within the one before

	x, y      float64 // current point, character space
	ox, oy    float64 // where the origin is: moved for the accent of a seac
	width     float64
	bearing   float64 // left side bearing of the glyph requested
	measured  bool    // width is known
	widthOnly bool    // stop when it is
	accented  bool    // within seac
	done      bool    // endchar was met
	operands
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

// Advance implements Program. The width of a glyph whose box was requested is known.
func (f *type1) Advance(gid int) (float64, bool) {
	if gid < 0 || gid >= len(f.glyphs) {
		return 0, false
	}
	g := &f.glyphs[gid]
	if !g.measured {
		if _, err := f.run(gid, true); err != nil || !g.measured {
			return 0, false
		}
	}
	return g.width * f.matrix.A, true
}

func (f *type1) run(gid int, widthOnly bool) (*type1Interp, error) {
	if gid < 0 || gid >= len(f.glyphs) {
		return nil, glyphError("no glyph %d", gid)
	}
	if f.interp == nil {
		f.interp = &type1Interp{font: f, budget: newBudget(len(f.private))}
	}
	in, g := f.interp, &f.glyphs[gid]
	in.begin(widthOnly)
	err := in.exec(g.code.of(f.private), 0)
	g.width, g.measured = in.width, in.measured
	return in, err
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

// exec runs one charstring or subroutine; it may lack its return or endchar. All of it is
// paid for, as all of it is decrypted: it may return at once.
func (in *type1Interp) exec(code []byte, depth int) error {
	if depth > maxSubrDepth {
		return &LimitError{"maxSubrDepth", maxSubrDepth}
	}
	if err := in.budget.spend(len(code)); err != nil {
		return err
	}
	mark := len(in.text)
	err := in.steps(in.decrypted(code), depth)
	in.text = in.text[:mark]
	return err
}

// decrypted returns the text of a charstring, behind the random bytes (7.3). It stays
// valid until exec gives its place back.
func (in *type1Interp) decrypted(code []byte) []byte {
	if in.font.lenIV < 0 {
		return code
	}
	mark := len(in.text)
	in.text = slices.Grow(in.text, len(code))[:mark+len(code)]
	text := in.text[mark:]
	decrypt(text, code, charstringKey)
	return text[min(in.font.lenIV, len(text)):]
}

// steps runs what is decrypted, to the end of the glyph at most.
func (in *type1Interp) steps(code []byte, depth int) error {
	for at := 0; at < len(code); {
		b := code[at]
		if in.pushByte(b) {
			at++
			continue
		}
		if b == t1Return {
			break
		}
		size, err := in.step(b, code[at:], depth)
		if err != nil {
			return err
		}
		if at += size; in.done {
			break
		}
	}
	return nil
}

// step runs the operand or command that code starts with and returns its size.
func (in *type1Interp) step(b byte, code []byte, depth int) (size int, err error) {
	switch {
	case b == manyBytes:
		return 5, in.pushLong(code)
	case b >= oneByte:
		return in.pushShort(code)
	case b == t1CallSubr:
		return 1, in.callSubr(depth)
	case b == t1Escape:
		return in.escape(code, depth)
	}
	err = in.command(b)
	in.n = 0
	return 1, err
}

// pushLong pushes an operand of five bytes (6.2).
func (in *type1Interp) pushLong(code []byte) error {
	if len(code) < 5 {
		return glyphError("a number breaks off")
	}
	return in.push(float64(int32(binary.BigEndian.Uint32(code[1:]))))
}

// args returns the top k operands in the order they were pushed. Commands take
// their operands from the bottom of the stack, which holds no more than them;
// where a faulty glyph left rubbish below, the top is what was meant.
func (in *type1Interp) args(k int) ([]float64, error) {
	if in.n < k {
		return nil, errTooFew
	}
	return in.stack[in.n-k : in.n], nil
}

const errTooFew = glyphFault("fewer operands than are needed")
