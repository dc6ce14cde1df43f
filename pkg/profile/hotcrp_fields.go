package profile

import "slices"

// specField is one field of a specification. It belongs to a parameter and is
// declared with it.
type specField struct {
	word  string
	place int      // between the semicolons, from 1; 0: a member of the JSON object alone
	rules []string // whose limit it has
	quiet bool     // whether pages can be named that its check ignores
	read  func(*spec, string) error
	write func(*export) any // a string, or for a member of the JSON object a bool too; "" and nil: no limit; nil: it is never written
}

// lastPlace is the number of fields between semicolons.
const lastPlace = 7

// specFields returns the fields of specifications. The JSON object that may
// follow those between semicolons takes them by their names, and more.
func specFields() []specField {
	var out []specField
	for _, p := range language() {
		out = append(out, p.hotCRP...)
	}
	return out
}

// placed returns the field at a place between the semicolons.
func placed(place int) specField {
	fields := specFields()
	return fields[slices.IndexFunc(fields, func(f specField) bool { return f.place == place })]
}
