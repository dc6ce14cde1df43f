// Package compact reads and writes JSON as encoding/json does, in one pass over the
// bytes: reports on tens of thousands of papers are read and written again every night.
//
// What is read must be as it is written: members in the order of the fields, none
// twice, nothing between the tokens. Of anything else, even where it is valid, nothing
// is said: encoding/json decides.
package compact

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strings"
	"sync"
)

// plan is how values of a type are read and written.
type plan struct {
	read  func(*reader, reflect.Value) bool // reads into a zero value; false: encoding/json is to decide
	write func(*writer, reflect.Value)
}

// plans are those of the types that were met, each with those of its parts.
var (
	plans  sync.Map
	making sync.Mutex
)

// of returns the plan of a type.
func of(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	making.Lock()
	defer making.Unlock()
	m := maker{}
	p := m.of(t)
	for t, p := range m {
		plans.Store(t, p)
	}
	return p
}

// maker makes plans. A type may be a part of itself: its plan is there before it is whole.
type maker map[reflect.Type]*plan

func (m maker) of(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	p := m[t]
	if p == nil {
		p = &plan{}
		m[t] = p
		*p = m.plan(t)
	}
	return p
}

// Types that say themselves how they are read and written.
var (
	readsItself  = []reflect.Type{reflect.TypeFor[json.Unmarshaler](), reflect.TypeFor[encoding.TextUnmarshaler]()}
	writesItself = []reflect.Type{reflect.TypeFor[json.Marshaler](), reflect.TypeFor[encoding.TextMarshaler]()}
)

// is reports whether a type, or a pointer to it, is one of the interfaces.
func is(t reflect.Type, interfaces []reflect.Type) bool {
	for _, i := range interfaces {
		if t.Implements(i) || reflect.PointerTo(t).Implements(i) {
			return true
		}
	}
	return false
}

// plan makes the plan of a type.
func (m maker) plan(t reflect.Type) plan {
	p := m.planOfKind(t)
	if is(t, writesItself) {
		p.write = (*writer).other
	}
	switch {
	case is(t, readsItself) && t.ConvertibleTo(valuesType):
		p.read = (*reader).values
	case p.read == nil, is(t, readsItself):
		p.read = func(*reader, reflect.Value) bool { return false }
	}
	return p
}

// valuesType is the form of the values of a sentence, the one map that reads itself:
// they are numbers, words, true, false and lists of words.
var valuesType = reflect.TypeFor[map[string]any]()

// planOfKind returns the plan of a type by its kind. What has no plan of its own is
// written by encoding/json.
func (m maker) planOfKind(t reflect.Type) plan {
	switch t.Kind() {
	case reflect.String:
		return plan{(*reader).text, func(w *writer, v reflect.Value) { w.text(v.String()) }}
	case reflect.Bool:
		return plan{(*reader).truth, func(w *writer, v reflect.Value) { w.truth(v.Bool()) }}
	case reflect.Int, reflect.Int64:
		return plan{(*reader).integer, func(w *writer, v reflect.Value) { w.integer(v.Int()) }}
	case reflect.Float64:
		return plan{(*reader).float, func(w *writer, v reflect.Value) { w.float(v.Float()) }}
	case reflect.Interface:
		if t.NumMethod() == 0 {
			return plan{(*reader).any, (*writer).any}
		}
	case reflect.Pointer:
		return m.planOfPointer(t)
	case reflect.Slice:
		if t.Elem().Kind() != reflect.Uint8 { // which is written in base 64
			return m.planOfSlice(t)
		}
	case reflect.Array:
		return m.planOfArray(t)
	case reflect.Struct:
		return m.planOfStruct(t)
	case reflect.Map:
		if t.Key().Kind() == reflect.String && !is(t.Key(), writesItself) {
			return plan{write: mapWriter(m.of(t.Elem()))}
		}
	}
	return plan{write: (*writer).other}
}

func (m maker) planOfPointer(t reflect.Type) plan {
	to := m.of(t.Elem())
	read := func(r *reader, v reflect.Value) bool {
		if r.skip("null") {
			return true
		}
		v.Set(reflect.New(t.Elem()))
		return to.read(r, v.Elem())
	}
	write := func(w *writer, v reflect.Value) {
		if v.IsNil() {
			w.raw("null")
			return
		}
		to.write(w, v.Elem())
	}
	return plan{read, write}
}

// leastItems is for how many items a list has room at first.
const leastItems = 4

func (m maker) planOfSlice(t reflect.Type) plan {
	item := m.of(t.Elem())
	read := func(r *reader, v reflect.Value) bool {
		if r.skip("null") {
			return true
		}
		if r.skip("[]") {
			v.Set(reflect.MakeSlice(t, 0, 0))
			return true
		}
		v.Grow(leastItems)
		return r.list(func(i int) bool {
			if i == v.Cap() {
				v.Grow(1)
			}
			v.SetLen(i + 1)
			return item.read(r, v.Index(i))
		})
	}
	write := func(w *writer, v reflect.Value) {
		if v.IsNil() {
			w.raw("null")
			return
		}
		w.items(v, item)
	}
	return plan{read, write}
}

func (m maker) planOfArray(t reflect.Type) plan {
	item, size := m.of(t.Elem()), t.Len()
	read := func(r *reader, v reflect.Value) bool {
		read := 0
		whole := r.list(func(i int) bool {
			read++
			return i < size && item.read(r, v.Index(i))
		})
		return whole && read == size
	}
	return plan{read, func(w *writer, v reflect.Value) { w.items(v, item) }}
}

// field is a member of an object.
type field struct {
	*plan
	key       string // with its quotation marks and colon
	index     []int
	omitEmpty bool
}

// in returns the field of a struct.
func (f *field) in(v reflect.Value) reflect.Value {
	for _, i := range f.index {
		v = v.Field(i)
	}
	return v
}

func (m maker) planOfStruct(t reflect.Type) plan {
	fields, ok := m.fieldsOf(t, nil)
	if !ok {
		return plan{write: (*writer).other}
	}
	return plan{
		func(r *reader, v reflect.Value) bool { return r.object(v, fields) },
		func(w *writer, v reflect.Value) { w.object(v, fields) },
	}
}

// fieldsOf returns the members of a struct, those of structs that are embedded in
// place; ok is false where encoding/json knows more of it than this package.
func (m maker) fieldsOf(t reflect.Type, above []int) (fields []field, ok bool) {
	seen := map[string]bool{}
	for i := range t.NumField() {
		f := t.Field(i)
		index := append(above[:len(above):len(above)], i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		var more []field
		switch {
		case f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct && !is(f.Type, writesItself) && !is(f.Type, readsItself):
			if more, ok = m.fieldsOf(f.Type, index); !ok {
				return nil, false
			}
		case f.Anonymous && name == "", options != "" && options != "omitempty":
			return nil, false
		case !f.IsExported(), name == "-":
			continue
		default:
			if name == "" {
				name = f.Name
			}
			more = []field{{m.of(f.Type), `"` + name + `":`, index, options == "omitempty"}}
		}
		for _, m := range more {
			if seen[m.key] || strings.ContainsAny(m.key[1:len(m.key)-2], "\"\\<>&") {
				return nil, false
			}
			seen[m.key] = true
		}
		fields = append(fields, more...)
	}
	return fields, true
}
