package compact

import (
	"encoding/json"
	"hash/maphash"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// Read reads a value into what into points to, which is zero. It returns false where
// that is not as Append writes it: encoding/json may read it, or say why not. What into
// holds then is not to be used.
func Read(data []byte, into any) bool {
	v := reflect.ValueOf(into).Elem()
	r := &reader{data: data, words: someWords.Get().(*words)}
	defer someWords.Put(r.words)
	return of(v.Type()).read(r, v) && r.at == len(data)
}

// reader reads one value.
type reader struct {
	data  []byte
	at    int
	words *words
}

// skip passes over what comes next, if it is that.
func (r *reader) skip(text string) bool {
	if len(r.data)-r.at < len(text) || string(r.data[r.at:r.at+len(text)]) != text {
		return false
	}
	r.at += len(text)
	return true
}

// peek returns the next byte, 0 at the end.
func (r *reader) peek() byte {
	if r.at >= len(r.data) {
		return 0
	}
	return r.data[r.at]
}

// next passes over one byte.
func (r *reader) next(c byte) bool {
	if r.peek() != c {
		return false
	}
	r.at++
	return true
}

// list reads a list of one item or more.
func (r *reader) list(item func(i int) bool) bool {
	if !r.next('[') {
		return false
	}
	for i := 0; item(i); i++ {
		if !r.next(',') {
			return r.next(']')
		}
	}
	return false
}

// object reads an object whose members come in the order of the fields.
func (r *reader) object(v reflect.Value, fields []field) bool {
	if !r.next('{') {
		return false
	}
	if r.next('}') {
		return true
	}
	for i := range fields {
		f := &fields[i]
		if !r.skip(f.key) {
			continue
		}
		if !f.read(r, f.in(v)) {
			return false
		}
		if !r.next(',') {
			return r.next('}')
		}
	}
	return false
}

// text reads a string.
func (r *reader) text(v reflect.Value) bool {
	s, ok := r.str()
	v.SetString(s)
	return ok
}

// str reads a string.
func (r *reader) str() (string, bool) {
	if !r.next('"') {
		return "", false
	}
	start, ascii, plain := r.at, true, true
	for ; r.at < len(r.data); r.at++ {
		switch c := r.data[r.at]; {
		case c == '"':
			token := r.data[start:r.at]
			r.at++
			switch {
			case !ascii && !utf8.Valid(token):
				return "", false
			case plain:
				return r.words.of(token), true
			}
			return unescaped(token)
		case c == '\\':
			plain = false
			r.at++
		case c >= utf8.RuneSelf:
			ascii = false
		case c < ' ':
			return "", false
		}
	}
	return "", false
}

// unescaped returns a string with escapes, given what stands between its quotation marks.
func unescaped(token []byte) (string, bool) {
	var out strings.Builder
	out.Grow(len(token))
	for i := 0; i < len(token); i++ {
		c := token[i]
		if c != '\\' {
			out.WriteByte(c)
			continue
		}
		if i++; i == len(token) {
			return "", false
		}
		switch token[i] {
		case '"', '\\', '/':
			out.WriteByte(token[i])
		case 'n':
			out.WriteByte('\n')
		default: // which is rare
			var s string
			err := json.Unmarshal([]byte(`"`+string(token)+`"`), &s)
			return s, err == nil
		}
	}
	return out.String(), true
}

// truth reads true or false.
func (r *reader) truth(v reflect.Value) bool {
	is, ok := r.bool()
	v.SetBool(is)
	return ok
}

func (r *reader) bool() (is, ok bool) {
	if r.skip("true") {
		return true, true
	}
	return false, r.skip("false")
}

// integer reads a number without a fraction.
func (r *reader) integer(v reflect.Value) bool {
	token, whole := r.number()
	if !whole {
		return false
	}
	n, err := strconv.ParseInt(string(token), 10, v.Type().Bits())
	v.SetInt(n)
	return err == nil
}

// float reads a number.
func (r *reader) float(v reflect.Value) bool {
	x, ok := r.num()
	v.SetFloat(x)
	return ok
}

func (r *reader) num() (float64, bool) {
	token, _ := r.number()
	if len(token) == 0 {
		return 0, false
	}
	x, err := strconv.ParseFloat(string(token), 64)
	return x, err == nil
}

// number returns the next number as it is written, nothing where there is none, and
// whether it has neither a fraction nor an exponent.
func (r *reader) number() (token []byte, whole bool) {
	start := r.at
	r.next('-')
	if r.peek() == '0' {
		r.at++
	} else if r.digits() == 0 {
		return nil, false
	}
	whole = true
	if r.next('.') {
		if whole = false; r.digits() == 0 {
			return nil, false
		}
	}
	if c := r.peek(); c == 'e' || c == 'E' {
		whole = false
		if r.at++; !r.next('-') {
			r.next('+')
		}
		if r.digits() == 0 {
			return nil, false
		}
	}
	return r.data[start:r.at], whole
}

// digits passes over digits, and returns how many there were.
func (r *reader) digits() int {
	start := r.at
	for r.at < len(r.data) && '0' <= r.data[r.at] && r.data[r.at] <= '9' {
		r.at++
	}
	return r.at - start
}

// any reads a number, a string, true, false, null or a list of numbers.
func (r *reader) any(v reflect.Value) bool {
	var read any
	ok := true
	switch c := r.peek(); {
	case c == 'n':
		return r.skip("null")
	case c == '[':
		numbers := []any{}
		ok = r.list(func(int) bool {
			x, ok := r.num()
			numbers = append(numbers, x)
			return ok
		})
		read = numbers
	default:
		read, ok = r.value()
	}
	if ok {
		v.Set(reflect.ValueOf(read))
	}
	return ok
}

// value reads a number, a string, true or false.
func (r *reader) value() (read any, ok bool) {
	switch r.peek() {
	case '"':
		read, ok = r.str()
	case 't', 'f':
		read, ok = r.bool()
	default:
		read, ok = r.num()
	}
	return read, ok
}

// values reads the values of a sentence, sorted by their names.
func (r *reader) values(v reflect.Value) bool {
	if !r.next('{') {
		return false
	}
	read := map[string]any{}
	for last := ""; ; {
		name, ok := r.str()
		if !ok || !r.next(':') || len(read) > 0 && name <= last {
			return false
		}
		last = name
		if r.peek() == '[' {
			list := []string{}
			ok = r.list(func(int) bool {
				word, ok := r.str()
				list = append(list, word)
				return ok
			})
			read[name] = list
		} else {
			read[name], ok = r.value()
		}
		if !ok {
			return false
		}
		if !r.next(',') {
			v.Set(reflect.ValueOf(read).Convert(v.Type()))
			return r.next('}')
		}
	}
}

// Caps on the words that are kept to be used again.
const (
	mostWords = 512
	mostBytes = 1 << 10 // of a word
)

// words are strings that were read, which come again and again: names of rules, fixes.
type words struct {
	seed maphash.Seed
	some [mostWords]string
}

var someWords = sync.Pool{New: func() any { return &words{seed: maphash.MakeSeed()} }}

// of returns the string of some bytes.
func (w *words) of(b []byte) string {
	if len(b) > mostBytes {
		return string(b)
	}
	kept := &w.some[maphash.Bytes(w.seed, b)%mostWords]
	if *kept != string(b) {
		*kept = string(b)
	}
	return *kept
}
