package profile

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// kind is a way to write values of a type in a profile.
type kind[T any] struct {
	read    func(into *T, value *yaml.Node) error
	write   func(T) string // "" for no limit
	shape   func() object  // JSON Schema
	lengths func(T) []float64
	parts   func(T) []Part
}

// form is a kind with its place in the profile.
type form struct {
	read    func(*draft, *yaml.Node) error
	write   func(*Profile) string  // on one line; nil: on lines of their own
	below   func(*Profile) []Entry // lines below the key; nil: none
	shape   func() object          // nil: Schema has it
	reset   func(*Profile)
	lengths func(*Profile) []float64 // nil: none
	parts   func(*Profile) []Part    // nil: none
	half    func(*Profile, half) *float64
}

// of returns the form of a kind whose value is in a field.
func of[T any](k kind[T], field func(*Profile) *T) form {
	out := form{
		read:  func(d *draft, value *yaml.Node) error { return k.read(field(&d.Profile), value) },
		write: func(p *Profile) string { return k.write(*field(p)) },
		shape: k.shape,
		reset: func(p *Profile) {
			var nothing T
			*field(p) = nothing
		},
	}
	if k.lengths != nil {
		out.lengths = func(p *Profile) []float64 { return k.lengths(*field(p)) }
	}
	if k.parts != nil {
		out.parts = func(p *Profile) []Part { return k.parts(*field(p)) }
	}
	return out
}

// itself returns the field of a value that is read alone.
func itself[T any](v *T) *T { return v }

// The kinds that several keys share.
var (
	line      = kind[string]{read: text(itself[string]), write: quoted, shape: lineShape}
	oneLength = kind[float64]{
		read: length(itself[float64], false), write: optional,
		shape:   func() object { return textOf(lengthPattern) },
		lengths: func(v float64) []float64 { return []float64{v} },
	}
	span      = kind[Count]{read: readCounts, write: formatCount, shape: countShape}
	partsList = kind[[]Part]{
		read: func(into *[]Part, value *yaml.Node) (err error) {
			*into, err = readParts("")(value)
			return err
		},
		write: func(parts []Part) string { return list(parts, Part.String) },
		shape: partsShape,
		parts: func(parts []Part) []Part { return parts },
	}
)

// positive integers up to a maximum, which the schema has and the parameter's check
// enforces.
func wholeUpTo(largest int) kind[int] {
	return kind[int]{read: count(itself[int]), write: number, shape: func() object { return wholeShape(1, largest) }}
}

// presence is one of the words required, forbidden and free that have a meaning. The
// parameter's check says what to do instead of the others.
func presence(offered ...Presence) kind[Presence] {
	return kind[Presence]{
		read: func(into *Presence, value *yaml.Node) error {
			allowed := mapped(offered, func(p Presence) string { return string(p) })
			if all := []string{string(Required), string(Forbidden), string(Free)}; slices.Contains(all, value.Value) {
				allowed = all
			}
			word, err := oneOf(value, allowed)
			*into = Presence(word)
			return err
		},
		write: func(p Presence) string { return string(p) },
		shape: func() object { return oneWord(mapped(offered, func(p Presence) string { return string(p) })...) },
	}
}

// oneWordOf is one of some known words.
func oneWordOf(known ...string) kind[string] {
	return kind[string]{
		read: func(into *string, value *yaml.Node) (err error) {
			*into, err = oneOf(value, known)
			return err
		},
		write: itselfWritten,
		shape: func() object { return oneWord(known...) },
	}
}

// words is a list of some known words.
func words(known []string) kind[[]string] {
	return kind[[]string]{
		read: func(into *[]string, value *yaml.Node) error {
			*into = nil
			return eachItem(value, func(item *yaml.Node) error {
				word, err := oneOf(item, known)
				*into = append(*into, word)
				return err
			})
		},
		write: func(s []string) string { return list(s, func(s string) string { return s }) },
		shape: func() object { return several(oneWord(known...)) },
	}
}

// rangeOf is a least length, or a mapping with min, max and tolerance.
func rangeOf(field func(*Profile) *Range, tolerance func(*Profile) *float64) form {
	out := of(kind[Range]{
		write: formatRange, shape: rangeShape,
		lengths: func(r Range) []float64 { return []float64{r.Min, r.Max} },
	}, field)
	out.half = func(p *Profile, h half) *float64 {
		if h == most {
			return &field(p).Max
		}
		return &field(p).Min
	}
	keys := []key[Profile]{
		{string(least), "least", length(func(p *Profile) *float64 { return &field(p).Min }, false)},
		{string(most), "largest", length(func(p *Profile) *float64 { return &field(p).Max }, false)},
		{"tolerance", "how far the value may miss the limit", length(tolerance, true)},
	}
	out.read = func(d *draft, value *yaml.Node) error { return readRange(field(&d.Profile), &d.Profile, value, keys) }
	return out
}

// readRange reads a range and, into the profile, the values in its mapping.
func readRange(r *Range, into *Profile, value *yaml.Node, keys []key[Profile]) error {
	*r = Range{}
	if value.Kind != yaml.MappingNode {
		if from, to, both := strings.Cut(strings.ReplaceAll(value.Value, "–", "-"), "-"); both && strings.TrimSpace(from) != "" {
			return fmt.Errorf("invalid length %q; write a range as \"{min: %s, max: %s}\"", value.Value, strings.TrimSpace(from), strings.TrimSpace(to))
		}
		return length(func(r *Range) *float64 { return &r.Min }, false)(r, value)
	}
	places, err := readMapping(value, into, keys)
	switch {
	case err != nil:
		return err
	case *r == Range{}:
		return errors.New("missing min or max")
	case r.Max > 0 && r.Min > r.Max:
		return at(places["min"], errors.New("min is more than max"))
	}
	return nil
}

// field is one key below another, and the place of its number.
type field struct {
	word  string
	about string
	of    func(*Profile) *float64
}

// fieldsOf is a mapping of keys to numbers, each on a line of its own.
func fieldsOf(fields []field, read func(func(*Profile) *float64) func(*Profile, *yaml.Node) error, write func(float64) string) form {
	var keys []key[Profile]
	for _, f := range fields {
		keys = append(keys, key[Profile]{f.word, f.about, read(f.of)})
	}
	return form{
		read: func(d *draft, value *yaml.Node) error {
			_, err := readMapping(value, &d.Profile, keys)
			return err
		},
		below: func(p *Profile) []Entry {
			var out []Entry
			for _, f := range fields {
				out = append(out, Entry{f.word, write(*f.of(p)), f.about})
			}
			return out
		},
		reset: func(p *Profile) {
			for _, f := range fields {
				*f.of(p) = 0
			}
		},
		lengths: func(p *Profile) []float64 {
			var out []float64
			for _, f := range fields {
				out = append(out, *f.of(p))
			}
			return out
		},
		shape: func() object {
			shapes := object{}
			for _, f := range fields {
				shapes[f.word] = describe(textOf(lengthPattern), f.about)
			}
			return mapping(shapes)
		},
	}
}

// lengthIn returns a reader of a length into a field of the profile, with zero
// refused or not.
func lengthIn(zero bool) func(func(*Profile) *float64) func(*Profile, *yaml.Node) error {
	return func(field func(*Profile) *float64) func(*Profile, *yaml.Node) error { return length(field, zero) }
}

// numbered returns entries whose keys are numbers from 1.
func numbered(values []string) []Entry {
	var out []Entry
	for i, v := range values {
		out = append(out, Entry{Key: strconv.Itoa(i + 1), Value: v})
	}
	return out
}

// inBrackets writes a list that stays one of a single item.
func inBrackets(items []string) string { return "[" + strings.Join(items, ", ") + "]" }
