package content

import (
	"github.com/paperfit/paperfit/pkg/geom"
	"github.com/paperfit/paperfit/pkg/pdf"
)

// The flags of an annotation that matter here (table 167).
const (
	flagHidden = 1 << 1
	flagPrint  = 1 << 2
	flagNoView = 1 << 5
)

// annotations draws the appearances of the page's printed annotations over its
// content (12.5.5).
func (r *run) annotations(p pdf.Page) {
	annots := p.Dict.Key("Annots")
	if n := annots.Len(); n > r.in.limits.Annotations {
		r.limit("Annotations", r.in.limits.Annotations)
		return
	}
	for i := range annots.Len() {
		if r.err != nil {
			return
		}
		if i%contextEvery == 0 {
			r.look()
		}
		r.annotation(annots.Index(i))
	}
}

// annotation draws the appearance of one annotation, if it is a mark on paper:
// links and pop-up windows are none.
func (r *run) annotation(a pdf.Value) {
	switch a.Key("Subtype").Name() {
	case "Link", "Popup":
		return
	}
	flags := a.Key("F").Int()
	if flags&flagPrint == 0 || flags&(flagHidden|flagNoView) != 0 {
		return
	}
	stream := appearance(a)
	rect, ok := a.Key("Rect").Rect()
	if !ok || !stream.IsStream() {
		return
	}
	x := r.in.xobjectOf(stream)
	if x.kind != formKind {
		return
	}
	off := x.off || !r.in.layers.shows(a.Key("OC"))
	if off {
		r.unseen++
	}
	r.beginAnnotation(&x.form, rect)
	r.drawForm(x, true)
	if off {
		r.unseen--
	}
}

// appearance returns the normal appearance of an annotation, in the state that
// it is in.
func appearance(a pdf.Value) pdf.Value {
	n := a.Key("AP").Key("N")
	if n.IsStream() {
		return n
	}
	return n.Key(a.Key("AS").Name())
}

// beginAnnotation sets the graphics state for an appearance: its BBox, seen
// through its Matrix, comes to lie on the annotation's rectangle.
func (r *run) beginAnnotation(f *formObject, rect geom.Rect) {
	r.closeMarks()
	r.stack, r.floor = r.stack[:0], 0
	r.st = r.initialState()
	box := f.matrix.ApplyRect(f.box)
	if !f.boxed || box.Width() == 0 || box.Height() == 0 {
		return
	}
	sx, sy := rect.Width()/box.Width(), rect.Height()/box.Height()
	fit := geom.Matrix{A: sx, D: sy, E: rect.X0 - sx*box.X0, F: rect.Y0 - sy*box.Y0}
	r.st.ctm = fit.Mul(r.home)
}
