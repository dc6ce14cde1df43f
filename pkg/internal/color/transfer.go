package color

import "github.com/paperfit/paperfit/pkg/internal/pdf"

// Transfer is the transfer functions of a graphics state (10.5), one for each
// channel, or one for all. The zero value changes nothing.
type Transfer []function

// ReadTransfer reads a TR or TR2 entry or that of a soft mask: a function, or an
// array of one for each channel. A name, Identity or Default, changes nothing.
func ReadTransfer(v pdf.Value) (Transfer, Notes) {
	if v.IsNull() || v.IsName() {
		return nil, Notes{}
	}
	r := reader{}
	if !v.IsArray() {
		return r.functions(v), r.Notes
	}
	var out Transfer
	changes := false
	for i := range min(v.Len(), maxTransfers) {
		f := function(identity{})
		if part := v.Index(i); !part.IsName() {
			f, changes = r.function(part, 0), true
		}
		out = append(out, f)
	}
	if !changes {
		return nil, r.Notes
	}
	return out, r.Notes
}

// maxTransfers is how many channels have a transfer function.
const maxTransfers = 4

// identity is the function that changes nothing.
type identity struct{}

func (identity) eval(in []float64) ([]float64, bool) { return in, true }

// Apply returns c as the functions show it.
func (t Transfer) Apply(c Color) Color {
	if len(t) == 0 || !c.Known {
		return c
	}
	red, ok1 := t.Value(0, float64(c.R)/255)
	green, ok2 := t.Value(1, float64(c.G)/255)
	blue, ok3 := t.Value(2, float64(c.B)/255)
	if !ok1 || !ok2 || !ok3 {
		return Color{}
	}
	return RGB(red, green, blue)
}

// Value returns what the function of a channel makes of x, 0 to 1; ok is false
// where that is not known.
func (t Transfer) Value(channel int, x float64) (y float64, ok bool) {
	if len(t) == 0 {
		return x, true
	}
	f := t[min(channel, len(t)-1)]
	if f == nil {
		return 0, false
	}
	out, ok := f.eval([]float64{x})
	if !ok || len(out) == 0 {
		return 0, false
	}
	return out[0], true
}
