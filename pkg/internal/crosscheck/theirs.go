package crosscheck

import (
	"fmt"
	"math"
	"strings"

	"github.com/ledongthuc/pdf"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// Caps on what a page can make the second reader keep.
const (
	maxRows   = 20_000 // places of characters
	maxStates = 10_000 // graphics states that q keeps
)

// state is the part of the graphics state that says where baselines are and how
// large type is.
type state struct {
	ctm                        geom.Matrix
	hasFont                    bool
	size, scale, leading, rise float64
}

// pageReader follows the text operators of one page. It stops by a panic,
// as ledongthuc does.
type pageReader struct {
	page       pdf.Page
	now        state
	saved      []state
	text, line geom.Matrix // the text matrix and that of the line's beginning
	fonts      map[string]bool
	found      rows
}

// readPage returns the rows of a page in default user space.
func readPage(page pdf.Page) rows {
	r := pageReader{
		page: page, now: state{ctm: geom.Identity(), scale: 1},
		text: geom.Identity(), line: geom.Identity(),
		fonts: map[string]bool{}, found: rows{},
	}
	streams := page.V.Key("Contents")
	if streams.Kind() != pdf.Array {
		r.read(streams)
		return r.found
	}
	for i := range streams.Len() { // one by one: a token ends with its stream
		r.read(streams.Index(i))
	}
	return r.found
}

func (r *pageReader) read(stream pdf.Value) {
	if stream.Kind() == pdf.Stream {
		pdf.Interpret(stream, r.operate)
	}
}

// unable describes why a page cannot be read.
type unable string

func (u unable) Error() string { return string(u) }

// abort ends the reading of the page.
func abort(format string, args ...any) { panic(unable(fmt.Sprintf(format, args...))) }

// operands are the operands of an operator.
type operands struct {
	op     string
	values []pdf.Value
}

// operate takes the operands off the stack and carries out an operator.
func (r *pageReader) operate(stack *pdf.Stack, op string) {
	in := operands{op: op, values: make([]pdf.Value, stack.Len())}
	for i := len(in.values) - 1; i >= 0; i-- {
		in.values[i] = stack.Pop()
	}
	if !r.operateState(in) && !r.operateText(in) {
		checkOther(op)
	}
}

// checkOther stops where ledongthuc would take for operators what are none:
// the data of an inline image, and numbers that it cannot read.
func checkOther(op string) {
	if op == "BI" {
		abort("an inline image, which the second reader cannot pass over")
	}
	if op != "" && strings.ContainsRune("+-.0123456789", rune(op[0])) {
		abort("a number that the second reader cannot read")
	}
}

func (r *pageReader) operateState(in operands) bool {
	switch in.op {
	case "q":
		if len(r.saved) >= maxStates {
			abort("more than %d saved graphics states", maxStates)
		}
		r.saved = append(r.saved, r.now)
	case "Q":
		if n := len(r.saved) - 1; n >= 0 {
			r.now, r.saved = r.saved[n], r.saved[:n]
		}
	case "cm":
		r.now.ctm = in.matrix().Mul(r.now.ctm)
	case "gs":
		chosen := r.page.Resources().Key("ExtGState").Key(in.last(pdf.Name).Name()).Key("Font")
		if chosen.Len() >= 2 {
			r.setFont(chosen.Index(0), chosen.Index(1).Float64())
		}
	default:
		return false
	}
	return true
}

func (r *pageReader) operateText(in operands) bool {
	switch in.op {
	case "BT":
		r.setLine(geom.Identity())
	case "Tm":
		r.setLine(in.matrix())
	case "TD":
		r.now.leading = -in.numbers(2)[1]
		r.move(in.numbers(2))
	case "Td":
		r.move(in.numbers(2))
	case "T*":
		r.nextLine()
	case "TL":
		r.now.leading = in.numbers(1)[0]
	case "Ts":
		r.now.rise = in.numbers(1)[0]
	case "Tz":
		r.now.scale = in.numbers(1)[0] / 100
	case "Tf":
		r.chooseFont(in)
	case "Tj":
		r.show(len(in.last(pdf.String).RawString()))
	case "TJ":
		r.showArray(in.last(pdf.Array))
	case "'", `"`:
		r.nextLine()
		r.show(len(in.last(pdf.String).RawString()))
	default:
		return false
	}
	return true
}

func (r *pageReader) setLine(m geom.Matrix) { r.text, r.line = m, m }

func (r *pageReader) move(by []float64) {
	r.setLine(geom.Translation(by[0], by[1]).Mul(r.line))
}

func (r *pageReader) nextLine() { r.move([]float64{0, -r.now.leading}) }

// chooseFont carries out Tf. A font is looked up once: ledongthuc reads an
// object again on each request.
func (r *pageReader) chooseFont(in operands) {
	size := in.numbers(1)[0]
	if len(in.values) < 2 || in.values[len(in.values)-2].Kind() != pdf.Name {
		abort("a Tf whose font the second reader cannot read")
	}
	name := in.values[len(in.values)-2].Name()
	if r.fonts[name] {
		r.now.hasFont, r.now.size = true, size
		return
	}
	r.setFont(r.page.Font(name).V, size)
	r.fonts[name] = true
}

// setFont chooses a font. Of a composite one it cannot distinguish the codes.
func (r *pageReader) setFont(font pdf.Value, size float64) {
	if font.Key("Subtype").Name() == "Type0" {
		abort(skipComposite)
	}
	r.now.hasFont, r.now.size = true, size
}

// show counts the codes of a string that stands upright. Where its glyphs are
// along the line does not matter, so that no advance is needed.
func (r *pageReader) show(codes int) {
	s := &r.now
	m := geom.Matrix{A: s.size * s.scale, D: s.size, F: s.rise}.Mul(r.text).Mul(s.ctm)
	across := m.XScale()
	size := math.Abs(m.Det()) / across
	if codes == 0 || !s.hasFont || !m.Finite() || !(across > 0) || !(size > 0) || !isUpright(geom.Point{X: m.A, Y: m.B}) {
		return
	}
	r.found.add(m.F, size, codes)
	if len(r.found) > maxRows {
		abort("more than %d rows of characters", maxRows)
	}
}

func (r *pageReader) showArray(list pdf.Value) {
	codes := 0
	for i := range list.Len() {
		codes += len(list.Index(i).RawString())
	}
	r.show(codes)
}

// last returns the last operand, which has to be of a kind.
func (in operands) last(kind pdf.ValueKind) pdf.Value {
	if n := len(in.values); n > 0 && in.values[n-1].Kind() == kind {
		return in.values[n-1]
	}
	abort("a %s whose operand the second reader cannot read", in.op)
	return pdf.Value{}
}

// numbers returns the last n operands, which have to be numbers.
func (in operands) numbers(n int) []float64 {
	out := make([]float64, n)
	first := len(in.values) - n
	for i := range out {
		if first < 0 || in.values[first+i].Kind() != pdf.Integer && in.values[first+i].Kind() != pdf.Real {
			abort("a %s whose operands the second reader cannot read", in.op)
		}
		out[i] = in.values[first+i].Float64()
	}
	return out
}

func (in operands) matrix() geom.Matrix {
	n := in.numbers(6)
	return geom.Matrix{A: n[0], B: n[1], C: n[2], D: n[3], E: n[4], F: n[5]}
}
