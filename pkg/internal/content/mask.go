package content

import (
	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// maskKey names a soft mask's group as it is on the page.
type maskKey struct {
	object int
	ctm    geom.Matrix
}

// maxKeptMasks caps the soft masks of one page that are remembered.
const maxKeptMasks = 256

// masks are the soft masks of graphics states.
type masks struct{ *run }

// setMask makes a soft-mask dictionary or the name None the soft mask (11.6.5.2).
func (r masks) setMask(v pdf.Value) {
	s := &r.st
	s.masked, s.maskAlpha, s.maskBox, s.stencil = false, 1, geom.Everything(), nil
	if group := v.Key("G"); group.IsStream() {
		s.masked = true
		if r.sum != nil {
			r.in.shared.ordered() // the mask of a Type 3 glyph is cut to this page
		}
		s.maskAlpha, s.maskBox = r.readMask(v, group)
		if s.maskBox != geom.Everything() {
			s.stencil = r.paintedMask(group).letters
		}
	}
	s.window = s.clip.Intersect(r.canvas.bounds).Intersect(s.maskBox)
}

// readMask returns the most that a soft mask lets through, and the box outside
// of which it lets nothing through.
func (r masks) readMask(v, group pdf.Value) (alpha float64, box geom.Rect) {
	p := r.paintedMask(group)
	around, inside := 0.0, p.alpha
	if v.Key("S").Name() != "Alpha" {
		around, inside = r.backdrop(v.Key("BC"), group), p.luminosity
	}
	if tr := v.Key("TR"); !tr.IsNull() && !tr.IsName() {
		around, inside = r.transferred(tr, &p, around, inside)
	}
	if around > minAlpha {
		return max(around, inside), geom.Everything()
	}
	return inside, p.box
}

// maskSteps is how many values of a mask are brought through its transfer function.
const maskSteps = 16

// transferred returns what a mask's transfer function makes of the values around
// what the group paints and, at the most, inside. A group that covers the page
// leaves nothing around.
func (r masks) transferred(tr pdf.Value, p *painted, around, inside float64) (out, in float64) {
	f, notes := color.ReadTransfer(tr)
	r.names.take(notes)
	value := func(x float64) float64 {
		y, ok := f.Value(0, x)
		if !ok {
			return 1 // it may do anything
		}
		return y
	}
	least := around
	if p.coat.Covers(r.canvas.bounds) {
		least, around = inside, inside
		if p.mixed {
			least = 0
		}
	}
	for i := range maskSteps + 1 {
		in = max(in, value(least+(inside-least)*float64(i)/maskSteps))
	}
	return value(around), in
}

// backdrop returns the luminosity of a mask beyond what its group paints:
// black when the file does not say.
func (r masks) backdrop(bc, group pdf.Value) float64 {
	if bc.IsNull() {
		return 0
	}
	cs := r.names.readSpace(group.Key("Group").Key("CS"))
	return cs.Color(bc.Numbers()).Luminosity()
}

// paintedMask measures a mask's group where the CTM puts it, which is the one
// in force when the mask is set.
func (r masks) paintedMask(group pdf.Value) painted {
	key := maskKey{group.ObjectNumber(), r.st.ctm}
	if p, ok := r.run.masks[key]; ok {
		return p
	}
	start := r.initialState()
	start.ctm = r.st.ctm
	x := r.in.xobjectOf(group)
	p := r.measure(start, func() { r.drawForm(x, false, false) })
	if r.run.masks == nil || len(r.run.masks) >= maxKeptMasks {
		r.run.masks = map[maskKey]painted{}
	}
	r.run.masks[key] = p
	return p
}
