package pdf

import (
	"errors"
	"fmt"
)

// Reason tells why a file could not be opened.
type Reason string

// The reasons of an OpenError.
const (
	ReasonEmpty    Reason = "empty"     // no bytes at all
	ReasonNotPDF   Reason = "not-pdf"   // no sign of a PDF header
	ReasonPassword Reason = "password"  // needs a password that is not the empty one
	ReasonCipher   Reason = "cipher"    // encrypted in a way nobody here knows
	ReasonDamaged  Reason = "damaged"   // beyond repair
	ReasonNoPages  Reason = "no-pages"  // a document without a page
	ReasonLimit    Reason = "limit"     // one of the Limits was hit
	ReasonCanceled Reason = "cancelled" // the context ended
)

// OpenError tells that the file, not the program, is why nothing can be read.
type OpenError struct {
	Reason Reason
	Detail string // what was seen, in words for people
	Err    error  // the cause, when there is one
}

// Error says in a sentence why nothing can be read. The words of the cause, which
// may be another library's, are not in it.
func (e *OpenError) Error() string {
	var limit *LimitError
	switch {
	case errors.As(e.Err, &limit):
		return fmt.Sprintf("%s: %v", e.Detail, limit)
	case e.Reason == ReasonDamaged && e.Err != nil:
		return fmt.Sprintf("%s: %s", e.Detail, plainly(e.Err))
	}
	return e.Detail
}

// Unwrap returns the cause.
func (e *OpenError) Unwrap() error { return e.Err }

// LimitError tells which cap was hit while reading.
type LimitError struct {
	Limit string // the name of the field of Limits or content.Limits
	Max   int64
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("limit %s of %d exceeded", e.Limit, e.Max)
}

// Damage is one thing that is wrong in a file and that was repaired or passed
// over while reading it.
type Damage struct {
	Kind    string // a stable word, such as "xref" or "header"
	Message string
}
