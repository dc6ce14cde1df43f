package content

import (
	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// type3 holds the ink of a Type 3 font's glyphs, each measured once.
type type3 struct {
	resources *resources
	places    [256]uint16 // by code: where in inks, counted from 1; 0: not measured yet
	inks      []procInk
	drawn     guard // one of its glyphs is being carried out as a picture
}

// procInk is what a glyph's procedure paints.
type procInk struct {
	box     geom.Rect   // in text space at size 1
	colored bool        // it has its own colours: d0
	color   color.Color // the only one of them; else unknown
	glyphs  int         // that it shows itself
}

func (in *Interpreter) type3Of(f *font.Font) *type3 {
	t := in.procs[f]
	if t == nil {
		t = &type3{resources: in.resourcesOf(f.Resources)}
		in.procs[f] = t
	}
	return t
}

// procedures are the glyphs of Type 3 fonts, which are streams.
type procedures struct{ *run }

// procUnits is the size at which glyphs are measured: large, so that a hairline
// is thin.
const procUnits = 1000

// procInk returns what a glyph's procedure paints (9.6.4), whatever box it
// claims; the claim stands for a procedure that cannot be read. It is valid until the
// next call.
func (r procedures) procInk(t *type3, f *font.Font, g *font.Glyph) *procInk {
	code := g.Code & 0xff
	if at := t.places[code]; at != 0 {
		return &t.inks[at-1]
	}
	t.inks = append(t.inks, procInk{box: g.Box}) // also while the procedure shows itself
	at := len(t.inks)
	t.places[code] = uint16(at)
	if !g.Proc.IsStream() {
		return &t.inks[at-1]
	}
	data := r.decode(g.Proc, "a Type 3 glyph cannot be decoded")
	if data == nil {
		return &t.inks[at-1]
	}
	start := r.everywhere(f.Matrix.Mul(geom.Scaling(procUnits, procUnits)))
	p := r.measure(start, func() {
		r.foreign = len(r.resources)
		r.nest(t.resources, func() { r.stream(&window{data: data}) })
	})
	t.inks[at-1] = procInk{geom.Scaling(1.0/procUnits, 1.0/procUnits).ApplyRect(p.box), p.colored, p.sole(), p.glyphs}
	f.SetInk(byte(code), t.inks[at-1].box)
	return &t.inks[at-1]
}

// maxLetter is the width and height in points up to which a glyph is type. The
// largest signs of mathematics are narrow.
const maxLetter = 72

// isPicture reports whether a visible glyph is not type but a drawing in the
// disguise of a glyph: its procedure shows type itself, or paints an area that no
// letter takes.
func (r procedures) isPicture(p *pen, proc *procInk, at geom.Point) bool {
	if r.sum != nil || p.mark.Hidden != Visible || bool(p.bitmap.drawn) {
		return false
	}
	box := p.boxAt(&proc.box, at)
	return proc.glyphs > 1 || box.Width() > maxLetter && box.Height() > maxLetter
}

// drawPicture carries out a glyph's procedure on the page, like a form.
func (r procedures) drawPicture(p *pen, g *font.Glyph, at geom.Point) {
	data := r.decode(g.Proc, "a Type 3 glyph cannot be decoded")
	if data == nil {
		return
	}
	p.bitmap.drawn.once(func() {
		r.path.Clear()
		r.nest(p.bitmap.resources, func() {
			m := p.glyph
			m.E, m.F = at.X, at.Y
			r.st.ctm = p.font.Matrix.Mul(m)
			r.stream(&window{data: data})
		})
	})
}
