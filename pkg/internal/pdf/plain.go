package pdf

import (
	"errors"
	"strings"
)

// kinds are the kinds of damage by which a file cannot be read, each by signs
// of it in the errors of pdfcpu and of ours. The first that fits is taken: the
// order goes from the most telling to the least. pdfcpu reads objects in no
// order, so that one that is bad may be met first by chance; all are one kind.
var kinds = []struct {
	words string
	signs []string
}{
	{"an object cannot be read", []string{"obj#"}},
	{"its structure contradicts itself", []string{errPanic.Error()}},
	{"its catalog is missing", []string{"missing root", "root dict", "catalog"}},
	{"its header names no version", []string{"header version", "header"}},
	{"its encryption is not of a known kind", []string{"ncrypt", "cipher", "crypt filter"}},
	{"its trailer cannot be read", []string{"trailer"}},
	{"its cross-reference table cannot be read", []string{"xref", "cross-reference"}},
	{"its page tree cannot be read", []string{"page"}},
	{"a compressed part of it cannot be unpacked", []string{"decode", "filter", "flate", "zlib"}},
	{"it ends too early", []string{"EOF"}},
}

// plainly says in a clause what kind of damage an error tells of. Its own words
// are for programmers: another library's, and in no fixed form.
func plainly(err error) string {
	text := err.Error()
	for _, kind := range kinds {
		for _, sign := range kind.signs {
			if strings.Contains(text, sign) {
				return kind.words
			}
		}
	}
	return "its structure cannot be followed"
}

// errPanic wraps what a panic of the code that reads foreign data said.
var errPanic = errors.New("panic while reading")
