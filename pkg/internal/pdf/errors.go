package pdf

import (
	"errors"
	"fmt"

	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// Reason tells why a file could not be opened.
type Reason string

// The reasons of an OpenError.
const (
	ReasonEmpty    Reason = "empty"     // no bytes at all
	ReasonNotPDF   Reason = "not-pdf"   // no sign of a PDF header
	ReasonPassword Reason = "password"  // needs a password that is not the empty one
	ReasonCipher   Reason = "cipher"    // encrypted in an unknown way
	ReasonDamaged  Reason = "damaged"   // beyond repair
	ReasonNoPages  Reason = "no-pages"  // a document without a page
	ReasonLimit    Reason = "limit"     // one of the Limits was hit
	ReasonCanceled Reason = "cancelled" // the context ended
)

// OpenError tells that the file, not the program, is why nothing can be read.
type OpenError struct {
	Reason Reason
	Err    error // the cause, when there is one
}

// Error says in a clause why nothing can be read.
func (e *OpenError) Error() string { return wording.English().Clause(e.Sentence()) }

// Sentence returns why nothing can be read. The words of the cause, which may be
// another library's, are not in it.
func (e *OpenError) Sentence() report.Sentence {
	var limit *LimitError
	if errors.As(e.Err, &limit) {
		return limit.Sentence()
	}
	switch e.Reason {
	case ReasonEmpty:
		return report.Say(wording.FileEmpty, nil)
	case ReasonNotPDF:
		return report.Say(wording.NotPDF, nil)
	case ReasonPassword:
		return report.Say(wording.PasswordRequired, nil)
	case ReasonCipher:
		return report.Say(wording.EncryptionUnknown, nil)
	case ReasonNoPages:
		return report.Say(wording.NoPages, nil)
	case ReasonLimit:
		return report.Say(wording.ClaimsTooMuch, nil)
	case ReasonCanceled:
		return report.Say(wording.Interrupted, nil)
	}
	return report.Say(wording.FileDamaged, report.Args{"fault": faultOf(e.Err)})
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

// Sentence returns which cap was exceeded.
func (e *LimitError) Sentence() report.Sentence {
	kind := wording.LimitExceeded
	switch e.Limit {
	case "FileBytes":
		kind = wording.FileTooLarge
	case "Objects":
		kind = wording.TooManyObjects
	case "Pages":
		kind = wording.TooManyPages
	case "TreeDepth":
		kind = wording.PageTreeTooDeep
	}
	return report.Say(kind, report.Args{"limit": e.Limit, "most": int(e.Max)})
}

// Damage is one thing that is wrong in a file and that was repaired or passed
// over while reading it.
type Damage = report.Sentence
