package content

import (
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// The flags of an annotation that matter here (table 167): viewers show one that is
// not printed.
const (
	flagHidden = 1 << 1
	flagNoView = 1 << 5
)

// annotations are the marks that a page's annotations make (12.5.5).
type annotations struct{ *run }

// draw draws the appearances of the annotations over the page's content.
// Graphics states and marked content that are open end with the content.
func (r annotations) draw(p pdf.Page) {
	r.stack, r.marks, r.unseen = r.stack[:0], nil, 0
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
// links, pop-up windows and readers' comments are none.
func (r annotations) annotation(a pdf.Value) {
	switch a.Key("Subtype").Name() {
	case "Link", "Popup":
		return
	}
	if pdf.IsComment(a) {
		return
	}
	rect, ok := a.Key("Rect").Rect()
	if !ok || a.Key("F").Int()&(flagHidden|flagNoView) != 0 {
		return
	}
	stream := appearance(a)
	if !stream.IsStream() {
		r.leaveToViewers(a, rect)
		return
	}
	x := r.in.xobjectOf(stream)
	if x.kind != formKind {
		return
	}
	off := x.off || !r.in.layers.shows(a.Key("OC"))
	r.within(func() {
		r.beginAnnotation(&x.form, rect)
		r.drawForm(x, off, true)
	})
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
// through its Matrix, comes to be on the annotation's rectangle.
func (r annotations) beginAnnotation(f *formObject, rect geom.Rect) {
	r.st = r.initialState()
	box := f.matrix.ApplyRect(f.box)
	if !f.boxed || box.Width() == 0 || box.Height() == 0 {
		return
	}
	sx, sy := rect.Width()/box.Width(), rect.Height()/box.Height()
	fit := geom.Matrix{A: sx, D: sy, E: rect.X0 - sx*box.X0, F: rect.Y0 - sy*box.Y0}
	r.st.ctm = fit.Mul(r.home)
}

// maxFieldDepth caps the fields around a field.
const maxFieldDepth = 16

// leaveToViewers notes an annotation without an appearance that viewers draw
// themselves: free text and form fields with a value. Buttons and signatures have
// none, and what they would look like is not known.
func (r annotations) leaveToViewers(a pdf.Value, rect geom.Rect) {
	box := r.home.ApplyRect(rect).Intersect(r.canvas.bounds)
	if r.sum != nil || box.Width() <= 0 || box.Height() <= 0 || !r.in.layers.shows(a.Key("OC")) || a.Key("AP").Key("N").IsDict() {
		return
	}
	text := ""
	switch a.Key("Subtype").Name() {
	case "FreeText":
		text = pdf.TextString(a.Key("Contents").Bytes()) + pdf.TextString(a.Key("RC").Bytes())
	case "Widget":
		if kind := fieldEntry(a, "FT").Name(); kind == "Tx" || kind == "Ch" {
			text = valueText(fieldEntry(a, "V"))
		}
	}
	if strings.TrimSpace(text) != "" {
		r.canvas.page.Undrawn = append(r.canvas.page.Undrawn, box)
	}
}

// fieldEntry returns an entry of a form field, which it may have from the fields
// around it (12.7.4.1).
func fieldEntry(field pdf.Value, key string) pdf.Value {
	for range maxFieldDepth {
		if v := field.Key(key); !v.IsNull() {
			return v
		}
		field = field.Key("Parent")
	}
	return pdf.Value{}
}

// valueText returns the text of a field's value: a string, a stream of one, or the
// first of several choices.
func valueText(v pdf.Value) string {
	if v.IsArray() {
		v = v.Index(0)
	}
	if v.IsStream() {
		data, err := v.Decode()
		if err != nil {
			return ""
		}
		return pdf.TextString(data)
	}
	return pdf.TextString(v.Bytes())
}
