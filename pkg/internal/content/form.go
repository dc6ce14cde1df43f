package content

import (
	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// xobject is an external object (8.8), read once.
type xobject struct {
	value pdf.Value
	kind  xobjectKind
	off   bool // in a layer that is off
	form  formObject
	image imageObject
	drawn guard // is being drawn
}

type xobjectKind uint8

const (
	otherObject xobjectKind = iota
	formKind
	imageKind
)

// formObject is what a form XObject says of itself (8.10).
type formObject struct {
	played    bool   // once
	large     bool   // not to be kept
	data      []byte // kept for the next time
	read      bool   // data is there
	matrix    geom.Matrix
	box       geom.Rect
	boxed     bool // box is a rectangle
	resources *resources
	group     bool // a transparency group
}

// maxKeptForm is the largest form in bytes whose decoded stream is kept.
const maxKeptForm = 1 << 20

// xobjectOf returns the object of a stream, the same one for the same stream.
func (in *Interpreter) xobjectOf(v pdf.Value) *xobject {
	n := v.ObjectNumber()
	if x := in.objects[n]; n != 0 && x != nil {
		return x
	}
	x := &xobject{value: v, off: !in.layers.shows(v.Key("OC"))}
	switch v.Key("Subtype").Name() {
	case "Image":
		x.kind = imageKind
		x.image = readImage(v)
	case "PS":
	default: // Form; one that forgot to say so is no other
		x.kind = formKind
		x.form = in.readForm(v)
	}
	if n != 0 {
		in.objects[n] = x
	}
	return x
}

func (in *Interpreter) readForm(v pdf.Value) formObject {
	f := formObject{
		matrix:    v.Key("Matrix").Matrix(),
		resources: in.resourcesOf(v.Key("Resources")),
		group:     v.Key("Group").Key("S").Name() == "Transparency",
	}
	f.box, f.boxed = bounds(v.Key("BBox"))
	return f
}

// bounds reads a rectangle that may be without area, as a BBox that hides all.
func bounds(v pdf.Value) (box geom.Rect, ok bool) {
	if v.Len() < 4 {
		return box, false
	}
	n := v.FirstNumbers(4)
	box = geom.RectOf(geom.Point{X: n[0], Y: n[1]}, geom.Point{X: n[2], Y: n[3]})
	return box, box.Finite()
}

// do paints an external object (8.8).
func (r objectOperators) do() {
	x := r.names.xobject(r.args.word(syntax.Name))
	if x == nil {
		r.damage("an external object is missing")
		return
	}
	switch {
	case x.kind == formKind:
		r.drawForm(x, x.off, false)
	case x.kind == imageKind && x.off:
		r.within(func() {
			r.unseen++
			r.paintImage(x)
		})
	case x.kind == imageKind:
		r.paintImage(x)
	}
}

func (r objectOperators) paintImage(x *xobject) {
	if r.in.trimMargins {
		images(r).trimImage(x)
	}
	r.canvas.drawImage(&x.image, images(r).uniform(x))
}

// drawForm carries out a form's stream in a graphics state that begins as the
// one around it (8.10.1). A path that is begun ends with it.
func (r *run) drawForm(x *xobject, off, annot bool) {
	free := x.drawn.once(func() {
		r.path.Clear()
		r.nest(x.form.resources, func() {
			if off {
				r.unseen++
			}
			r.enterForm(&x.form, annot)
			r.playForm(x)
		})
	})
	if !free {
		r.damage("a form draws itself")
	}
}

// enterForm sets the graphics state for a form: its Matrix, its BBox as a clip,
// and for a transparency group the parameters that begin again (11.6.6).
func (r *run) enterForm(f *formObject, annot bool) {
	s := &r.st
	s.ctm = f.matrix.Mul(s.ctm)
	r.parent = s.ctm
	if f.boxed {
		s.clipTo(s.ctm.ApplyRect(f.box), !s.ctm.Axial() && !f.holds(s.ctm, s.window))
	}
	if f.group {
		s.enterGroup(r.canvas.order)
	}
	if r.sum == nil {
		r.canvas.beginForm(annot)
	}
}

// holds reports whether the BBox under a slanted CTM leaves all of the window.
func (f *formObject) holds(ctm geom.Matrix, window geom.Rect) bool {
	back, ok := ctm.Inverse()
	return ok && f.box.Covers(back.ApplyRect(window))
}

// enterGroup makes what is to be done to a group as a whole a part of its marks. It
// begins after those of a painting order.
func (s *state) enterGroup(order int32) {
	s.groupAlpha *= s.alpha * s.maskAlpha
	s.group.masked = s.group.masked || s.masked
	switch {
	case s.blend == color.Normal:
	case s.group.blend == color.Normal:
		s.group.blend, s.group.since = s.blend, order
	default:
		s.group.blend = color.Unread
	}
	s.clip = s.clip.Intersect(s.maskBox)
	s.alpha, s.strokeAlpha, s.maskAlpha, s.maskBox = 1, 1, 1, geom.Everything()
	s.masked, s.blend = false, color.Normal
}

// playForm carries out a form's stream. One that is not large is kept when it is
// drawn again: most forms are figures that are on one page.
func (r *run) playForm(x *xobject) {
	f := &x.form
	const complaint = "a form cannot be decoded"
	if !f.played || f.large {
		f.played = true
		f.large = r.play(x.value, complaint) > maxKeptForm
		return
	}
	if !f.read {
		f.data, f.read = r.decode(x.value, complaint), true
		r.in.kept += len(f.data)
		r.in.shared.kept.Add(int64(len(f.data)))
	}
	r.stream(&window{data: f.data})
}
