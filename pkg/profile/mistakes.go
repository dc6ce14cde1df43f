package profile

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// placeError is an error with its place in the text.
type placeError struct {
	place place
	err   error
}

func (e *placeError) Error() string {
	return fmt.Sprintf("line %d, column %d: %v", e.place.line, e.place.column, e.err)
}

// Unwrap returns the error without its place.
func (e *placeError) Unwrap() error { return e.err }

// at adds its place, if known, to an error that has none yet.
func at(where place, err error) error {
	var placed *placeError
	if err == nil || where == (place{}) || errors.As(err, &placed) {
		return err
	}
	return &placeError{where, err}
}

// itemError is an error of one item of a list, whose key is not known yet.
type itemError struct {
	place place
	error
}

// inKey adds the key and its place to the errors of its value, unless a more precise
// place is known.
func inKey(word string, where place, err error) error {
	return eachMistake(err, func(err error) error {
		var deeper *placeError
		var item *itemError
		switch {
		case errors.As(err, &deeper):
			return err
		case errors.As(err, &item):
			return at(item.place, fmt.Errorf("%s: %w", word, item.error))
		}
		return at(where, fmt.Errorf("%s: %w", word, err))
	})
}

// mistakes are several errors in one text.
type mistakes []error

func (m mistakes) Error() string { return m[0].Error() }

// Unwrap returns them one by one.
func (m mistakes) Unwrap() []error { return m }

// add adds an error, or all of several; nil is none.
func (m *mistakes) add(err error) {
	var several mistakes
	switch {
	case err == nil:
	case errors.As(err, &several):
		*m = append(*m, several...)
	default:
		*m = append(*m, err)
	}
}

// has reports whether a mistake is among them, wherever it is.
func (m mistakes) has(err error) bool {
	return slices.ContainsFunc(m, func(other error) bool { return placeless(other) == placeless(err) })
}

// placeless returns the text of a mistake without its place.
func placeless(err error) string {
	var placed *placeError
	if errors.As(err, &placed) {
		err = placed.err
	}
	return err.Error()
}

// err returns nil for no mistake.
func (m mistakes) err() error {
	switch len(m) {
	case 0:
		return nil
	case 1:
		return m[0]
	}
	return m
}

// eachMistake changes an error, or each of several.
func eachMistake(err error, change func(error) error) error {
	var several, out mistakes
	switch {
	case err == nil:
		return nil
	case !errors.As(err, &several):
		return change(err)
	}
	for _, one := range several {
		out.add(change(one))
	}
	return out
}

// refusal is why a profile's text was refused.
type refusal struct {
	name string
	mistakes
}

// refused returns the error for a text with mistakes, in the order of their places.
func refused(name string, err error) error {
	r := &refusal{name: name}
	r.add(err)
	slices.SortStableFunc(r.mistakes, func(a, b error) int {
		p, q := whereIs(a), whereIs(b)
		if unknown := (place{}); (p == unknown) != (q == unknown) { // what is missing comes last
			p, q = q, p
		}
		return cmp.Or(cmp.Compare(p.line, q.line), cmp.Compare(p.column, q.column))
	})
	r.mistakes = slices.CompactFunc(r.mistakes, func(a, b error) bool { return a.Error() == b.Error() })
	return r
}

// whereIs returns the place of an error.
func whereIs(err error) place {
	var placed *placeError
	if errors.As(err, &placed) {
		return placed.place
	}
	return place{}
}

// Error names the profile and its first mistake, and says how many more there are.
func (r *refusal) Error() string {
	more := ""
	if n := len(r.mistakes) - 1; n > 0 {
		more = fmt.Sprintf(" (and %d more; \"paperfit profiles validate\" lists them)", n)
	}
	return fmt.Sprintf("profile %s: %v%s", r.name, r.mistakes[0], more)
}

// InProfile adds the name of a profile to one of its Mistakes.
func InProfile(name string, mistake error) error {
	return fmt.Errorf("profile %s: %w", name, mistake)
}

// Mistakes returns the mistakes in a profile's text one by one, from an error of Parse:
// "line 5, column 1: unknown key …". It returns nil for any other error.
func Mistakes(err error) []error {
	var r *refusal
	if errors.As(err, &r) {
		return slices.Clone(r.mistakes)
	}
	return nil
}
