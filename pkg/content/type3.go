package content

import (
	"github.com/paperfit/paperfit/pkg/font"
	"github.com/paperfit/paperfit/pkg/geom"
)

// type3 holds the ink of a Type 3 font's glyphs, each measured once.
type type3 struct {
	resources *resources
	places    [256]uint16 // by code: where in inks, counted from 1; 0: not measured yet
	inks      []procInk
	drawn     bool // one of its glyphs is being carried out as a picture
}

// procInk is what a glyph's procedure paints.
type procInk struct {
	box     geom.Rect // in text space at size 1
	colored bool      // it has its own colours: d0
	glyphs  int       // that it shows itself
}

func (in *Interpreter) type3Of(f *font.Font) *type3 {
	t := in.procs[f]
	if t == nil {
		t = &type3{resources: in.resourcesOf(f.Resources)}
		in.procs[f] = t
	}
	return t
}

// procUnits is the size at which glyphs are measured: large, so that a hairline
// is thin.
const procUnits = 1000

// procInk returns what a glyph's procedure paints (9.6.4), whatever box it
// claims; the claim stands for a procedure that cannot be read.
func (r *run) procInk(t *type3, f *font.Font, g *font.Glyph) procInk {
	code := g.Code & 0xff
	if at := t.places[code]; at != 0 {
		return t.inks[at-1]
	}
	t.inks = append(t.inks, procInk{box: g.Box}) // also while the procedure shows itself
	at := len(t.inks)
	t.places[code] = uint16(at)
	if !g.Proc.IsStream() {
		return t.inks[at-1]
	}
	data := r.decode(g.Proc, "a Type 3 glyph cannot be decoded")
	if data == nil || !r.enter() {
		return t.inks[at-1]
	}
	ctm := f.Matrix.Mul(geom.Scaling(procUnits, procUnits))
	foreign := r.foreign
	r.foreign = len(r.resources)
	p := r.measure(r.everywhere(ctm), func() { r.within(t.resources, func() { r.stream(&window{data: data}) }) })
	r.foreign = foreign
	r.leave()
	t.inks[at-1] = procInk{geom.Scaling(1.0/procUnits, 1.0/procUnits).ApplyRect(p.box), p.colored, p.glyphs}
	return t.inks[at-1]
}

// maxLetter is the width and height in points up to which a glyph is type. The
// largest signs of mathematics are narrow.
const maxLetter = 72

// isPicture reports whether a visible glyph is no type but a drawing in the
// disguise of a glyph: its procedure shows type itself, or paints an area that no
// letter takes.
func (r *run) isPicture(p *pen, proc *procInk, at geom.Point) bool {
	if r.painted != nil || p.hidden != Visible || p.bitmap.drawn {
		return false
	}
	box := p.ink(proc.box, at)
	return proc.glyphs > 1 || box.Width() > maxLetter && box.Height() > maxLetter
}

// drawPicture carries out a glyph's procedure on the page, like a form.
func (r *run) drawPicture(p *pen, g *font.Glyph, at geom.Point) {
	data := r.decode(g.Proc, "a Type 3 glyph cannot be decoded")
	if data == nil || !r.enter() {
		return
	}
	p.bitmap.drawn = true
	st, text, marks := r.st, r.text, r.marks
	r.marks = r.marks[len(r.marks):]
	m := p.glyph
	m.E, m.F = at.X, at.Y
	r.st.ctm = p.font.Matrix.Mul(m)
	r.path.Clear()
	r.within(p.bitmap.resources, func() { r.stream(&window{data: data}) })
	r.path.Clear()
	r.closeMarks()
	r.st, r.text, r.marks = st, text, marks
	p.bitmap.drawn = false
	r.leave()
}

// within carries out a stream that has its own resources, if any, and keeps the
// graphics states of what is around it out of its reach.
func (r *run) within(res *resources, read func()) {
	floor, height, names := r.floor, len(r.stack), len(r.resources)
	r.floor = height
	r.resources = append(r.resources, res)
	r.nested(read)
	r.resources = r.resources[:names]
	r.stack, r.floor = r.stack[:height], floor
}
