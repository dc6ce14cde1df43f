package content

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// pen is what the glyphs of one operator share.
type pen struct {
	font     *font.Font
	glyph    geom.Matrix // text space at size 1 → page space, except for the place
	upright  bool        // that maps boxes to boxes
	plain    bool        // that neither flips nor turns them, and all glyphs can be seen, in the ink as it is
	line     geom.Matrix // text matrix × CTM: where the pen goes
	at       float64     // how far it has gone in text space
	vertical bool
	bitmap   *type3 // the glyphs of a Type 3 font
	dead     bool   // nothing can be painted
	clips    bool   // what follows is clipped to the glyphs
	ready    bool   // for the next text: nothing but places has changed

	mark    Glyph // what all glyphs are alike in; its setting and ink are known when the first is put
	setting Setting
	ink     ink
	shade   *shade     // instead of the ink's colour; or nil
	outline geom.Point // how far a stroked outline reaches beyond the glyph
}

// take returns the pen where text is to be shown. Its memory is that of the one before.
func (r textOperators) take() *pen {
	p := &r.pen
	if p.ready {
		p.at = 0
		if p.follow(&r.text.matrix, &r.st.ctm, r.st.text.rise); p.line.Finite() {
			return p
		}
	}
	r.makePen(p)
	return p
}

// follow lets the pen follow the text matrix to another place.
func (p *pen) follow(matrix, ctm *geom.Matrix, rise float64) {
	l := &p.line
	l.E = matrix.E*ctm.A + matrix.F*ctm.C + ctm.E
	l.F = matrix.E*ctm.B + matrix.F*ctm.D + ctm.F
	p.glyph.E, p.glyph.F = rise*l.C+l.E, rise*l.D+l.F
}

// makePen makes p the pen for the text state as it is (9.4.4): glyphs go through
// [Tfs·Th 0 0 Tfs 0 Trise] × Tm × CTM.
func (r textOperators) makePen(p *pen) {
	t := &r.st.text
	*p = pen{font: t.font, line: r.text.matrix.Mul(r.st.ctm)}
	if t.font == nil {
		p.dead = true
		r.damage("text is shown without a font")
		return
	}
	p.vertical, p.clips = t.font.Vertical, t.mode >= 4
	p.glyph = geom.Matrix{A: t.size * t.scale, D: t.size, F: t.rise}.Mul(p.line)
	p.setting = Setting{Font: t.font, Em: p.em(), Loose: r.st.loose, Form: r.form}
	p.upright = p.glyph.B == 0 && p.glyph.C == 0
	if det := p.glyph.Det(); det == 0 || math.IsNaN(det) || math.IsInf(det, 0) || !p.glyph.Finite() {
		p.dead = !p.glyph.Finite()
		p.mark.Hidden = Shrunk
		return
	}
	p.mark.Size = p.glyph.YScale()
	p.setting.HScale = p.glyph.XScale() / p.mark.Size
	r.dip(p)
	if t.font.Kind == font.Type3 {
		p.bitmap = r.in.type3Of(t.font)
	}
	p.ready = true
	p.plain = p.upright && p.glyph.A > 0 && p.glyph.D < 0 && p.mark.Hidden == Visible && p.shade == nil &&
		p.outline == geom.Point{} && p.bitmap == nil && !p.clips && !p.vertical
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

// place returns where the pen is.
func (p *pen) place() geom.Point {
	return geom.Point{X: p.glyph.E + p.at*p.line.A, Y: p.glyph.F + p.at*p.line.B}
}

// verticalOrigin returns where the origin of a glyph of vertical writing is, on the
// baseline: the pen is at the vertical origin (9.7.4.3).
func (p *pen) verticalOrigin(g *font.Glyph) geom.Point {
	v := p.glyph.ApplyVector(g.Origin)
	return geom.Point{X: p.glyph.E + p.at*p.line.C - v.X, Y: p.glyph.F + p.at*p.line.D - v.Y}
}

// em returns the vector from the origin of a glyph that is one em wide to its end.
func (p *pen) em() geom.Point {
	if p.vertical {
		return geom.Point{X: p.glyph.C, Y: p.glyph.D}
	}
	return geom.Point{X: p.glyph.A, Y: p.glyph.B}
}
