package pdf

import (
	"errors"
	"strings"
)

// damages are the kinds of damage by which a file cannot be read, each by signs
// of it in the errors of pdfcpu and of ours. The first that fits is taken: the
// order goes from the most telling to the least. pdfcpu reads objects in no
// order, so that one that is bad may be met first by chance; all are one kind.
var damages = []struct {
	fault string // of the sentence wording.FileDamaged
	signs []string
}{
	{"object", []string{"obj#"}},
	{"structure", []string{errPanic.Error()}},
	{"catalog", []string{"missing root", "root dict", "catalog"}},
	{"header", []string{"header version", "header"}},
	{"encryption", []string{"ncrypt", "cipher", "crypt filter"}},
	{"trailer", []string{"trailer"}},
	{"cross-reference", []string{"xref", "cross-reference"}},
	{"page-tree", []string{"page"}},
	{"compression", []string{"decode", "filter", "flate", "zlib"}},
	{"truncated", []string{"EOF"}},
}

// faultOf returns the kind of damage that an error speaks of. Its own words are for
// programmers: another library's, and in no fixed form.
func faultOf(err error) string {
	if err == nil {
		return "other"
	}
	text := err.Error()
	for _, d := range damages {
		for _, sign := range d.signs {
			if strings.Contains(text, sign) {
				return d.fault
			}
		}
	}
	return "other"
}

// errPanic wraps what a panic of the code that reads foreign data said.
var errPanic = errors.New("panic while reading")
