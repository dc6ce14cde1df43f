package content

import (
	"github.com/paperfit/paperfit/pkg/font"
	"github.com/paperfit/paperfit/pkg/geom"
)

// type3 holds the ink of a Type 3 font's glyphs, each measured once.
type type3 struct {
	resources *resources
	known     [256]bool
	colored   [256]bool      // the procedure has its own colours: d0
	boxes     [256]geom.Rect // in text space at size 1
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

// procBox returns the box of what a glyph's procedure paints (9.6.4), whatever
// box it claims; a procedure that cannot be read is believed.
func (r *run) procBox(t *type3, f *font.Font, g *font.Glyph) geom.Rect {
	code := g.Code & 0xff
	if t.known[code] {
		return t.boxes[code]
	}
	t.known[code], t.boxes[code] = true, g.Box // stands while the procedure shows itself
	if !g.Proc.IsStream() {
		return g.Box
	}
	data := r.decode(g.Proc, "a Type 3 glyph cannot be decoded")
	if data == nil || !r.enter() {
		return g.Box
	}
	ctm := f.Matrix.Mul(geom.Scaling(procUnits, procUnits))
	ink := r.measure(r.everywhere(ctm), func() { r.within(t.resources, data) })
	r.leave()
	t.colored[code] = ink.colored
	t.boxes[code] = geom.Scaling(1.0/procUnits, 1.0/procUnits).ApplyRect(ink.box)
	return t.boxes[code]
}

// within carries out a stream that has its own resources, if any, and keeps the
// graphics states of what is around it out of its reach.
func (r *run) within(res *resources, data []byte) {
	floor, height, names := r.floor, len(r.stack), len(r.resources)
	r.floor = height
	r.resources = append(r.resources, res)
	r.nested(data)
	r.resources = r.resources[:names]
	r.stack, r.floor = r.stack[:height], floor
}
