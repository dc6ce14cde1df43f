package color

import "github.com/paperfit/paperfit/pkg/internal/pdf"

// Transfer is the transfer functions of a graphics state (10.5), one for each
// channel, or one for all. The zero value changes nothing.
type Transfer []function

// ReadTransfer reads a TR or TR2 entry or that of a soft mask. A name, Identity or
// Default, changes nothing.
func ReadTransfer(v pdf.Value) (Transfer, Notes) {
	if v.IsNull() || v.IsName() {
		return nil, Notes{}
	}
	r := reader{}
	return r.functions(v), r.Notes
}

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
