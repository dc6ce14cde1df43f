package pdf

import "fmt"

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

func (e *OpenError) Error() string {
	if e.Err == nil {
		return e.Detail
	}
	return fmt.Sprintf("%s: %v", e.Detail, e.Err)
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
