package color

import (
	"errors"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// Notes is what was met while a space was read.
type Notes struct {
	Damage  []string // what is wrong in the file, in the order in which it was met
	Limit   error    // the *pdf.LimitError that ended the decoding of a stream
	Ordered bool     // the space rests on a name: elsewhere it may be another one
}

// reader reads one space.
type reader struct {
	find  func(name string) pdf.Value
	count int // functions that the one which is being read is made of so far
	Notes
}

// Read reads a colour space. One that cannot be understood counts as gray. Names
// of other spaces are looked up with find, which returns null for none.
func Read(v pdf.Value, find func(name string) pdf.Value) (*Space, Notes) {
	r := reader{find: find}
	return r.space(v, 0), r.Notes
}

func (r *reader) damage(message string) { r.Damage = append(r.Damage, message) }

// decode returns a stream's bytes; one that cannot be decoded is damage.
func (r *reader) decode(v pdf.Value, complaint string) []byte {
	data, err := v.Decode()
	if err == nil {
		return data
	}
	var limit *pdf.LimitError
	if !errors.As(err, &limit) {
		r.damage(complaint)
	} else if r.Limit == nil {
		r.Limit = err
	}
	return nil
}

// space reads a space that others are based on, so many as depth says.
func (r *reader) space(v pdf.Value, depth int) *Space {
	if depth > maxSpaceDepth {
		r.damage("a colour space is based on itself, or on too many others (limit maxSpaceDepth)")
		return DeviceGray
	}
	name := v.Name()
	if v.IsArray() {
		name = v.Index(0).Name()
	}
	if name == "Pattern" && v.Len() > 1 {
		return &Space{family: familyPattern, base: r.space(v.Index(1), depth+1)}
	}
	if cs := Device(name); cs != nil {
		return cs
	}
	if v.IsName() {
		return r.named(name, depth)
	}
	switch name {
	case "Lab":
		return readLab(v.Index(1))
	case "ICCBased":
		return r.icc(v.Index(1), depth)
	case "Indexed", "I":
		return r.indexed(v, depth)
	case "Separation", "DeviceN":
		return r.tint(v, depth)
	}
	return DeviceGray
}

func readLab(dict pdf.Value) *Space {
	bounds := dict.Key("Range").Numbers()
	if len(bounds) != 4 {
		bounds = []float64{-100, 100, -100, 100}
	}
	return &Space{family: familyLab, n: 3, bounds: bounds}
}

// icc goes by the number of components; by the alternate space when the
// file does not say (8.6.5.5).
func (r *reader) icc(profile pdf.Value, depth int) *Space {
	if alt := profile.Key("Alternate"); alt.Index(0).Name() == "Lab" {
		return r.space(alt, depth+1)
	}
	switch profile.Key("N").Int() {
	case 1:
		return DeviceGray
	case 3:
		return DeviceRGB
	case 4:
		return DeviceCMYK
	}
	return r.space(profile.Key("Alternate"), depth+1)
}

func (r *reader) indexed(v pdf.Value, depth int) *Space {
	cs := &Space{family: familyIndexed, n: 1, base: r.space(v.Index(1), depth+1)}
	table := v.Index(3)
	cs.table = table.Bytes()
	if table.IsStream() {
		cs.table = r.decode(table, "a colour table cannot be decoded")
	}
	cs.table = cs.table[:min(len(cs.table), 256*MaxComponents)]
	return cs
}

func (r *reader) tint(v pdf.Value, depth int) *Space {
	cs := &Space{family: familyTint, n: 1, base: r.space(v.Index(2), depth+1)}
	if names := v.Index(1); names.IsArray() {
		cs.n = min(max(1, names.Len()), MaxComponents)
	} else {
		cs.none = names.Name() == "None"
	}
	cs.tint = r.functions(v.Index(3))
	return cs
}

// named reads the space that a name stands for.
func (r *reader) named(name string, depth int) *Space {
	r.Ordered = true
	v := r.find(name)
	if v.IsNull() {
		r.damage("a colour space is missing")
		return DeviceGray
	}
	return r.space(v, depth+1)
}
