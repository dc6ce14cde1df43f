package traits

import (
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/lexicon/scan"
)

// OpensBiography reports whether a line begins with a name, in bold or in another font
// than it goes on in, and tells what its author is, was or did.
func (l *Line) OpensBiography() bool {
	n := 1
	for n < len(l.Runs) && layout.SameFont(l.Runs[n].Font, l.Runs[0].Font) {
		n++
	}
	return n < len(l.Runs) && scan.IsFullName(textOf(l.Runs[:n])) && scan.TellsOfLife(textOf(l.Runs[n:]))
}

// textOf returns the words of runs.
func textOf(runs []layout.Run) string {
	var words []string
	for i := range runs {
		words = append(words, runs[i].Text)
	}
	return strings.Join(words, " ")
}
