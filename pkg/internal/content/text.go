package content

import (
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// textObject is the state between BT and ET (9.4.1).
type textObject struct {
	matrix, line geom.Matrix // text space → user space, now and at the start of the line
	clip         geom.Rect   // the glyphs shown in the render modes that clip
	clips        bool
	letters      int // where the first of them is in run.letters
}

// textOperators are the operators of clause 9. A glyph that is a stream itself is
// carried out by procedures.
type textOperators struct{ *run }

// setText carries out the operators of text state and positioning (9.3.1, 9.4.2).
func (r textOperators) setText(op opcode) bool {
	t := &r.st.text
	switch op {
	case opMove:
		r.moveText(-1)
		return true
	case opMoveLead:
		r.moveText(+1)
		return true
	case opNextLine:
		r.nextLine()
		return true
	case opCharSpace:
		r.set(&t.char)
		return true
	case opWordSpace:
		r.set(&t.word)
		return true
	case opLeading:
		r.set(&t.leading)
		return true
	}
	r.pen.ready = false
	switch op {
	case opTextMatrix:
		if r.args.numbers(6) {
			n := &r.args.num
			r.setLine(geom.Matrix{A: n[0], B: n[1], C: n[2], D: n[3], E: n[4], F: n[5]})
		}
	case opFont:
		r.setFont()
	case opRise:
		r.set(&t.rise)
	case opScale:
		if r.args.numbers(1) {
			t.scale = r.args.num[0] / 100
		}
	case opRenderMode:
		if r.args.numbers(1) {
			t.mode = uint8(geom.Whole(r.args.num[0], 0, 7))
		}
	default:
		return false
	}
	return true
}

// frameText carries out the operators that begin and end text, and the glyphs of
// Type 3 fonts (9.4.1, 9.6.4).
func (r textOperators) frameText(op opcode) bool {
	switch op {
	case opBeginText:
		r.setLine(geom.Identity())
	case opEndText:
		r.endText()
	case opGlyphWidth:
		if r.sum != nil {
			r.sum.colored = true
		}
	case opGlyphBox: // the colour is that of the text; the box is measured (9.6.4)
	default:
		return false
	}
	return true
}

// set puts the last operand into a parameter.
func (r textOperators) set(parameter *float64) {
	if r.args.numbers(1) {
		*parameter = r.args.num[0]
	}
}

func (r textOperators) setLine(m geom.Matrix) { r.text.matrix, r.text.line = m, m }

// moveText carries out Td, and TD, which sets the leading too.
func (r textOperators) moveText(lead float64) {
	if !r.args.numbers(2) {
		return
	}
	if lead > 0 {
		r.st.text.leading = -r.args.num[1]
	}
	r.shift(r.args.num[0], r.args.num[1])
}

func (r textOperators) nextLine() { r.shift(0, -r.st.text.leading) }

// shift begins a line at a place in the text space of this one.
func (r textOperators) shift(x, y float64) {
	l := &r.text.line
	l.E, l.F = x*l.A+y*l.C+l.E, x*l.B+y*l.D+l.F
	r.text.matrix = *l
}

func (r textOperators) setFont() {
	if !r.args.numbers(1) {
		return
	}
	if n := len(r.args.list) - 2; n >= 0 && r.args.list[n].Kind == syntax.Name {
		r.st.text.font, r.st.text.size = r.names.font(r.args.list[n].Bytes), r.args.num[0]
	}
}

// endText clips what follows to the glyphs shown in the clipping modes (9.3.6).
func (r textOperators) endText() {
	if r.text.clips {
		r.st.clipTo(r.text.clip, true)
		r.st.letters = [2]int{r.text.letters, len(r.canvas.letters)}
	}
	r.text.clips, r.text.clip = false, geom.Empty()
}

// showText carries out the operators that show text (9.4.3).
func (r textOperators) showText(op opcode) bool {
	switch op {
	case opShow:
		r.showString(r.args.word(syntax.String))
	case opShowArray:
		r.showArray()
	case '\'':
		r.nextLine()
		r.showString(r.args.word(syntax.String))
	case '"':
		list := r.args.tokens()
		if n := len(list); n >= 3 && list[n-3].Kind == syntax.Number && list[n-2].Kind == syntax.Number {
			r.st.text.word, r.st.text.char = list[n-3].Num, list[n-2].Num
		}
		r.nextLine()
		r.showString(r.args.word(syntax.String))
	default:
		return false
	}
	return true
}

func (r textOperators) showString(s []byte) {
	if len(s) == 0 {
		return
	}
	p := r.take()
	r.show(p, s)
	r.lift(p)
}

func (r textOperators) showArray() {
	p := r.take()
	t := &r.st.text
	list := r.args.tokens()
	for i := range list {
		switch a := &list[i]; a.Kind {
		case syntax.String:
			r.show(p, a.Bytes)
		case syntax.Number:
			shift := -a.Num / 1000 * t.size
			if !p.vertical {
				shift *= t.scale
			}
			p.at += shift
		}
	}
	r.lift(p)
}

// show shows a string.
func (r textOperators) show(p *pen, s []byte) {
	t := &r.st.text
	if p.font == nil {
		return
	}
	for at := 0; at < len(s) && r.err == nil; {
		g, n := p.font.Next(s[at:])
		if g == nil || n <= 0 {
			return
		}
		at += n
		if !p.dead {
			r.place(p, g)
		}
		step := g.Advance*t.size + t.char
		if g.Space {
			step += t.word
		}
		if !p.vertical {
			step *= t.scale
		}
		p.at += step
	}
}
