package content

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/font"
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

// setText carries out the operators of text state, objects and positioning
// (9.3.1, 9.4.1, 9.4.2).
func (r textOperators) setText(op opcode) bool {
	t := &r.st.text
	switch op {
	case opBeginText:
		r.setLine(geom.Identity())
	case opEndText:
		r.endText()
	case opMove:
		r.moveText(-1)
	case opMoveLead:
		r.moveText(+1)
	case opTextMatrix:
		if r.args.numbers(6) {
			n := &r.args.num
			r.setLine(geom.Matrix{A: n[0], B: n[1], C: n[2], D: n[3], E: n[4], F: n[5]})
		}
	case opNextLine:
		r.nextLine()
	case opFont:
		r.setFont()
	case opCharSpace:
		r.set(&t.char)
	case opWordSpace:
		r.set(&t.word)
	case opLeading:
		r.set(&t.leading)
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
	r.setLine(geom.Translation(r.args.num[0], r.args.num[1]).Mul(r.text.line))
}

func (r textOperators) nextLine() {
	r.setLine(geom.Translation(0, -r.st.text.leading).Mul(r.text.line))
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
		if n := len(r.args.list); n >= 3 && r.args.list[n-3].Kind == syntax.Number && r.args.list[n-2].Kind == syntax.Number {
			r.st.text.word, r.st.text.char = r.args.list[n-3].Num, r.args.list[n-2].Num
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
	var p pen
	r.take(&p)
	r.show(&p, s)
	r.lift(&p)
}

func (r textOperators) showArray() {
	var p pen
	r.take(&p)
	t := &r.st.text
	for i := range r.args.list {
		switch a := &r.args.list[i]; a.Kind {
		case syntax.String:
			r.show(&p, a.Bytes)
		case syntax.Number:
			shift := -a.Num / 1000 * t.size
			if !p.vertical {
				shift *= t.scale
			}
			p.at += shift
		}
	}
	r.lift(&p)
}

// pen is what the glyphs of one operator share.
type pen struct {
	font     *font.Font
	glyph    geom.Matrix // text space at size 1 → page space, except for the place
	upright  bool        // that maps boxes to boxes
	line     geom.Matrix // text matrix × CTM: where the pen goes
	at       float64     // how far it has gone in text space
	vertical bool
	bitmap   *type3 // the glyphs of a Type 3 font
	dead     bool   // nothing can be painted

	mark    Glyph // what all glyphs are alike in; of an ink that the page lacks as yet
	ink     ink
	shade   *shade     // instead of the ink's colour; or nil
	outline geom.Point // how far a stroked outline reaches beyond the glyph
}

// take makes p the pen for the text state as it is (9.4.4): glyphs go through
// [Tfs·Th 0 0 Tfs 0 Trise] × Tm × CTM.
func (r textOperators) take(p *pen) {
	t := &r.st.text
	p.font, p.line = t.font, r.text.matrix.Mul(r.st.ctm)
	if t.font == nil {
		p.dead = true
		r.damage("text is shown without a font")
		return
	}
	p.mark = Glyph{Font: t.font, Loose: r.st.loose, Form: r.form}
	p.vertical = t.font.Vertical
	p.glyph = geom.Matrix{A: t.size * t.scale, D: t.size, F: t.rise}.Mul(p.line)
	p.upright = p.glyph.B == 0 && p.glyph.C == 0
	if det := p.glyph.Det(); det == 0 || math.IsNaN(det) || math.IsInf(det, 0) || !p.glyph.Finite() {
		p.dead = !p.glyph.Finite()
		p.mark.Hidden = Shrunk
		return
	}
	p.mark.Size = p.glyph.YScale()
	p.mark.HScale = p.glyph.XScale() / p.mark.Size
	r.dip(p)
	if t.font.Kind == font.Type3 {
		p.bitmap = r.in.type3Of(t.font)
	}
}

// dip gives the pen its colour by the render mode (table 104).
func (r textOperators) dip(p *pen) {
	s := &r.st
	paint, alpha := s.fill, s.alpha
	switch s.text.mode & 3 {
	case 1:
		paint, alpha = s.stroke, s.strokeAlpha
		p.outline = s.halfWidth()
	case 2:
		p.outline = s.halfWidth()
		if !s.stroke.color.Same(s.fill.color) {
			paint.color, paint.pattern = color.Color{}, nil
		}
		alpha = max(s.alpha, s.strokeAlpha)
	}
	alpha *= s.groupAlpha
	p.ink = s.inkOf(paint.color, alpha)
	if pattern := paint.pattern; pattern != nil {
		p.shade = pattern.shade
	}
	r.canvas.noteInk(&p.ink, p.shade != nil)
	p.mark.Hidden = r.canvas.hides(paint, alpha)
	if s.text.mode&3 == 3 && p.mark.Hidden != LayerOff {
		p.mark.Hidden = Invisible
	}
}

// show shows a string.
func (r textOperators) show(p *pen, s []byte) {
	t := &r.st.text
	if p.font == nil {
		return
	}
	for len(s) > 0 && r.err == nil {
		g, n := p.font.Next(s)
		if g == nil || n <= 0 {
			return
		}
		s = s[min(n, len(s)):]
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

// lift leaves the text matrix where the pen has come to.
func (r textOperators) lift(p *pen) {
	m := &r.text.matrix
	if p.vertical {
		m.E += p.at * m.C
		m.F += p.at * m.D
		return
	}
	m.E += p.at * m.A
	m.F += p.at * m.B
}

// verticalOrigin returns where the origin of a glyph of vertical writing is, on the
// baseline: the pen is at the vertical origin (9.7.4.3).
func (p *pen) verticalOrigin(g *font.Glyph) geom.Point {
	v := p.glyph.ApplyVector(g.Origin)
	return geom.Point{X: p.glyph.E + p.at*p.line.C - v.X, Y: p.glyph.F + p.at*p.line.D - v.Y}
}

// advance returns the vector from a glyph's origin to its end.
func (p *pen) advance(g *font.Glyph) geom.Point {
	w := g.Advance
	if p.vertical {
		return geom.Point{X: w * p.glyph.C, Y: w * p.glyph.D}
	}
	return geom.Point{X: w * p.glyph.A, Y: w * p.glyph.B}
}
