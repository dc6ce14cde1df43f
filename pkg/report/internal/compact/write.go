package compact

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Append appends a value as encoding/json writes it, but for what HTML would take for
// markup, which stays as it is, and what steers terminals and text, which is escaped:
// DEL, the C1 controls and format characters, such as those that turn the direction of
// text.
func Append(to []byte, value any) ([]byte, error) {
	w := writer{out: to}
	if value == nil {
		w.raw("null")
	} else {
		v := reflect.ValueOf(value)
		of(v.Type()).write(&w, v)
	}
	return w.out, w.err
}

// writer writes one value.
type writer struct {
	out []byte
	err error // the first
}

func (w *writer) raw(text string) { w.out = append(w.out, text...) }

func (w *writer) truth(is bool) { w.out = strconv.AppendBool(w.out, is) }

func (w *writer) integer(n int64) { w.out = strconv.AppendInt(w.out, n, 10) }

// Bounds of how a number is written.
const (
	leastPlain = 1e-6 // below it with an exponent
	mostPlain  = 1e21 // and from here on
	scale      = 1e4  // of numbers with four decimals, which most have
	mostScaled = 1e15 // with so many digits no two numbers are the same float64
)

func (w *writer) float(x float64) {
	size := math.Abs(x)
	scaled := math.Round(size * scale)
	switch {
	case scaled < mostScaled && scaled/scale == size && x != 0:
		w.decimal(x < 0, uint64(scaled))
	case size >= leastPlain && size < mostPlain, x == 0:
		w.out = strconv.AppendFloat(w.out, x, 'f', -1, 64)
	default:
		w.json(x)
	}
}

// decimal writes a number in ten-thousandths.
func (w *writer) decimal(negative bool, scaled uint64) {
	if negative {
		w.raw("-")
	}
	w.out = strconv.AppendUint(w.out, scaled/scale, 10)
	rest := scaled % scale
	if rest == 0 {
		return
	}
	w.out = append(w.out, '.', '0'+byte(rest/1000), '0'+byte(rest/100%10), '0'+byte(rest/10%10), '0'+byte(rest%10))
	w.out = bytes.TrimRight(w.out, "0")
}

// json writes a value as encoding/json does.
func (w *writer) json(value any) {
	var buf bytes.Buffer
	encoder := json.NewEncoder(&buf)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		if w.err == nil {
			w.err = err
		}
		return
	}
	data := bytes.TrimSuffix(buf.Bytes(), []byte("\n"))
	for len(data) > 0 { // what is invisible can only stand in strings
		r, size := utf8.DecodeRune(data)
		if invisible(r) {
			w.escape(r)
		} else {
			w.out = append(w.out, data[:size]...)
		}
		data = data[size:]
	}
}

// other writes what has no plan of its own.
func (w *writer) other(v reflect.Value) {
	if v.CanAddr() { // a pointer to it may say how it is written
		v = v.Addr()
	}
	w.json(v.Interface())
}

// any writes what an interface holds.
func (w *writer) any(v reflect.Value) {
	if v.IsNil() {
		w.raw("null")
		return
	}
	v = v.Elem()
	of(v.Type()).write(w, v)
}

// items writes a list.
func (w *writer) items(v reflect.Value, item *plan) {
	w.raw("[")
	for i := range v.Len() {
		if i > 0 {
			w.raw(",")
		}
		item.write(w, v.Index(i))
	}
	w.raw("]")
}

// object writes a struct.
func (w *writer) object(v reflect.Value, fields []field) {
	before := "{"
	for i := range fields {
		f := &fields[i]
		value := f.in(v)
		if f.omitEmpty && isEmpty(value) {
			continue
		}
		w.raw(before)
		w.raw(f.key)
		f.write(w, value)
		before = ","
	}
	if before == "{" {
		w.raw("{")
	}
	w.raw("}")
}

// isEmpty reports whether a member is left out where it may be.
func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String, reflect.Slice, reflect.Map, reflect.Array:
		return v.Len() == 0
	case reflect.Struct:
		return false
	}
	return v.IsZero()
}

// mapWriter returns how a map is written: sorted by its keys.
func mapWriter(item *plan) func(*writer, reflect.Value) {
	return func(w *writer, v reflect.Value) {
		if v.IsNil() {
			w.raw("null")
			return
		}
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		w.raw("{")
		for i, key := range keys {
			if i > 0 {
				w.raw(",")
			}
			w.text(key.String())
			w.raw(":")
			item.write(w, v.MapIndex(key))
		}
		w.raw("}")
	}
}

const hexDigits = "0123456789abcdef"

// text writes a string.
func (w *writer) text(s string) {
	w.raw(`"`)
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && c < 0x7f {
			i++
			continue
		}
		r, size := rune(c), 1
		if c >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
			if !(r == utf8.RuneError && size == 1) && r != '\u2028' && r != '\u2029' && !invisible(r) {
				i += size
				continue
			}
		}
		w.raw(s[start:i])
		w.escape(r)
		i += size
		start = i
	}
	w.raw(s[start:])
	w.raw(`"`)
}

// escape writes a character that does not stand for itself.
func (w *writer) escape(r rune) {
	switch r {
	case '"', '\\':
		w.out = append(w.out, '\\', byte(r))
	case '\b':
		w.raw(`\b`)
	case '\f':
		w.raw(`\f`)
	case '\n':
		w.raw(`\n`)
	case '\r':
		w.raw(`\r`)
	case '\t':
		w.raw(`\t`)
	default:
		if r > 0xffff {
			high, low := utf16.EncodeRune(r)
			w.out = fmt.Appendf(w.out, `\u%04x\u%04x`, high, low)
			return
		}
		w.out = append(w.out, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
	}
}

// invisible reports whether a character steers terminals or text, beside those that
// JSON has no place for.
func invisible(r rune) bool {
	return r >= 0x7f && (r < 0xa0 || r == 0xad || r >= 0x600 && unicode.Is(unicode.Cf, r))
}
