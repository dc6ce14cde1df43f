package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Value is an object of the file with its references resolved. The zero Value
// is null, and asking a Value for what it is not gives null or a zero: damaged
// files need no special care.
type Value struct {
	doc *Document
	obj types.Object
	num int // object number when reached through a reference
}

// maxRefChain caps references that lead to references.
const maxRefChain = 16

// resolve follows references until something else is found.
func (d *Document) resolve(obj types.Object) Value {
	v := Value{doc: d, obj: obj}
	for range maxRefChain {
		ref, ok := v.obj.(types.IndirectRef)
		if !ok {
			return v
		}
		v.num = int(ref.ObjectNumber)
		v.obj = d.ask(v.num, objects.object)
	}
	return Value{doc: d}
}

// IsNull reports whether there is nothing here.
func (v Value) IsNull() bool { return v.obj == nil }

// ObjectNumber returns the number of the object that v is, or 0 when v stands
// directly in another object. It identifies shared objects.
func (v Value) ObjectNumber() int { return v.num }

// IsDict reports whether v is a dictionary or a stream.
func (v Value) IsDict() bool { return v.dict() != nil }

// IsStream reports whether v is a stream.
func (v Value) IsStream() bool {
	switch v.obj.(type) {
	case types.StreamDict, bareStream:
		return true
	}
	return false
}

// IsArray reports whether v is an array.
func (v Value) IsArray() bool {
	_, ok := v.obj.(types.Array)
	return ok
}

// IsName reports whether v is a name.
func (v Value) IsName() bool {
	_, ok := v.obj.(types.Name)
	return ok
}

// IsNumber reports whether v is an integer or a real number.
func (v Value) IsNumber() bool {
	_, ok := v.Number()
	return ok
}

func (v Value) dict() types.Dict {
	switch o := v.obj.(type) {
	case types.Dict:
		return o
	case types.StreamDict:
		return o.Dict
	case bareStream:
		sd, _ := v.doc.ask(v.num, objects.whole).(types.StreamDict)
		return sd.Dict
	}
	return nil
}

// Key returns the entry of a dictionary or of a stream's dictionary.
func (v Value) Key(name string) Value {
	if o, ok := v.dict()[name]; ok {
		return v.doc.resolve(o)
	}
	return Value{doc: v.doc}
}

// Keys returns the names of a dictionary's entries in no particular order.
func (v Value) Keys() []string {
	d := v.dict()
	keys := make([]string, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	return keys
}

// Len returns the number of an array's elements.
func (v Value) Len() int {
	a, _ := v.obj.(types.Array)
	return len(a)
}

// Index returns the element i of an array, counted from 0.
func (v Value) Index(i int) Value {
	if a, ok := v.obj.(types.Array); ok && i >= 0 && i < len(a) {
		return v.doc.resolve(a[i])
	}
	return Value{doc: v.doc}
}

// Name returns a name without its slash, or "".
func (v Value) Name() string {
	n, _ := v.obj.(types.Name)
	return string(n)
}

// Bool returns a boolean, or false.
func (v Value) Bool() bool {
	b, _ := v.obj.(types.Boolean)
	return bool(b)
}

// Number returns an integer or real number; ok is false for anything else.
func (v Value) Number() (x float64, ok bool) {
	switch n := v.obj.(type) {
	case types.Integer:
		return float64(n), true
	case types.Float:
		return float64(n), true
	}
	return 0, false
}

// NumberOr returns a number, or def when v is none.
func (v Value) NumberOr(def float64) float64 {
	if x, ok := v.Number(); ok {
		return x
	}
	return def
}

// Int returns an integer (a real number is cut), or 0.
func (v Value) Int() int {
	x, _ := v.Number()
	if x > 1<<53 || x < -1<<53 {
		return 0
	}
	return int(x)
}

// Bytes returns the bytes of a string, or nil.
func (v Value) Bytes() []byte {
	switch s := v.obj.(type) {
	case types.StringLiteral:
		b, err := types.Unescape(string(s))
		if err != nil {
			return []byte(s)
		}
		return b
	case types.HexLiteral:
		b, _ := s.Bytes()
		return b
	}
	return nil
}

// Numbers returns the elements of an array of numbers; what is not a number in it
// counts as 0.
func (v Value) Numbers() []float64 { return v.FirstNumbers(v.Len()) }

// FirstNumbers is Numbers for the first n elements, where those that follow mean nothing.
func (v Value) FirstNumbers(n int) []float64 {
	out := make([]float64, min(n, v.Len()))
	for i := range out {
		out[i], _ = v.Index(i).Number()
	}
	return out
}
