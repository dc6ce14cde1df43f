package pdf

import (
	"encoding/hex"
	"maps"
	"math"
	"slices"
	"strconv"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// The objects that an Update takes, besides bool, int, float64 and string, which
// stands for a text string (7.9.2.2).
type (
	Dict  map[string]any
	Array []any
	Name  string
	Ref   int // a reference to a new object
)

// copied returns a dictionary of the file that entries can be added to.
func copied(d types.Dict) Dict {
	out := make(Dict, len(d)+1)
	for k, v := range d {
		out[k] = v
	}
	return out
}

// copiedValue returns a copy of a dictionary, an empty one for anything else.
func copiedValue(v Value) Dict { return copied(v.dict()) }

// appended returns a copy of an array with one element more.
func appended(v Value, last any) Array {
	old, _ := v.obj.(types.Array)
	out := make(Array, 0, len(old)+1)
	for _, o := range old {
		out = append(out, o)
	}
	return append(out, last)
}

// objectWriter writes objects, those of the file among them, as PDF.
type objectWriter struct {
	out     []byte
	encrypt func([]byte) []byte // for strings; nil in the clear
	depth   int
}

// maxWriteDepth caps the nesting of what is written.
const maxWriteDepth = 100

func (w *objectWriter) value(v any) {
	if w.depth++; w.depth > maxWriteDepth {
		v = nil
	}
	defer func() { w.depth-- }()
	switch v := v.(type) {
	case Dict:
		w.dict(v)
	case types.Dict:
		w.dict(copied(v))
	case Array:
		writeArray(w, v)
	case types.Array:
		writeArray(w, v)
	case Name:
		w.name(string(v))
	case types.Name:
		w.name(string(v))
	case Ref:
		w.reference(int(v), 0)
	case types.IndirectRef:
		w.reference(int(v.ObjectNumber), int(v.GenerationNumber))
	case string:
		w.str(textString(v))
	case types.StringLiteral, types.HexLiteral:
		w.str(Value{obj: v.(types.Object)}.Bytes())
	default:
		w.scalar(v)
	}
}

func (w *objectWriter) scalar(v any) {
	switch v := v.(type) {
	case bool:
		w.out = strconv.AppendBool(w.out, v)
	case types.Boolean:
		w.out = strconv.AppendBool(w.out, bool(v))
	case int:
		w.out = strconv.AppendInt(w.out, int64(v), 10)
	case types.Integer:
		w.out = strconv.AppendInt(w.out, int64(v), 10)
	case float64:
		w.number(v, decimals)
	case types.Float:
		w.number(float64(v), -1) // as the file has it
	default:
		w.out = append(w.out, "null"...)
	}
}

// decimals is how exactly new numbers are written, in points.
const decimals = 3

func (w *objectWriter) number(x float64, decimals int) {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		x = 0
	}
	w.out = strconv.AppendFloat(w.out, x, 'f', decimals, 64)
}

func (w *objectWriter) dict(d Dict) {
	w.out = append(w.out, "<<"...)
	for _, key := range slices.Sorted(maps.Keys(d)) {
		w.out = append(w.out, ' ')
		w.name(key)
		w.out = append(w.out, ' ')
		w.value(d[key])
	}
	w.out = append(w.out, " >>"...)
}

func writeArray[T any](w *objectWriter, a []T) {
	w.out = append(w.out, '[')
	for i, v := range a {
		if i > 0 {
			w.out = append(w.out, ' ')
		}
		w.value(v)
	}
	w.out = append(w.out, ']')
}

// name writes a name; what must not be in one is written by its number
// (7.3.5).
func (w *objectWriter) name(s string) {
	w.out = append(w.out, '/')
	for i := range len(s) {
		if c := s[i]; c > ' ' && c < 0x7F && !isDelimiter(c) && c != '#' {
			w.out = append(w.out, c)
		} else {
			w.out = append(w.out, '#')
			w.out = hex.AppendEncode(w.out, []byte{c})
		}
	}
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func (w *objectWriter) reference(number, generation int) {
	w.out = strconv.AppendInt(w.out, int64(number), 10)
	w.out = append(w.out, ' ')
	w.out = strconv.AppendInt(w.out, int64(generation), 10)
	w.out = append(w.out, " R"...)
}

// str writes a string: as a literal where that is plain, else in hexadecimal.
func (w *objectWriter) str(s []byte) {
	if w.encrypt != nil {
		s = w.encrypt(s)
	}
	if !isPlain(s) {
		w.out = append(w.out, '<')
		w.out = hex.AppendEncode(w.out, s)
		w.out = append(w.out, '>')
		return
	}
	w.out = append(w.out, '(')
	for _, c := range s {
		if c == '(' || c == ')' || c == '\\' {
			w.out = append(w.out, '\\')
		}
		w.out = append(w.out, c)
	}
	w.out = append(w.out, ')')
}

// isPlain reports whether a string is printable ASCII.
func isPlain(s []byte) bool {
	for _, c := range s {
		if c != '\n' && (c < ' ' || c > '~') {
			return false
		}
	}
	return true
}

// textString codes text as PDF viewers read it: ASCII as it is, else UTF-16.
func textString(s string) []byte {
	if isPlain([]byte(s)) {
		return []byte(s)
	}
	out := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u>>8), byte(u))
	}
	return out
}
