package structure

import (
	"github.com/paperfit/paperfit/pkg/internal/lexicon"
	"github.com/paperfit/paperfit/pkg/internal/lexicon/scan"
)

// KnownDigits returns where the digits end, in bytes, that a line begins with and
// that number a heading, a caption or an entry.
func (l *Line) KnownDigits() int {
	switch l.Role {
	case Heading, ReferenceHeading:
		return lexicon.NumberEnd(l.Text)
	case Caption:
		return scan.CaptionDigits(l.Text)
	}
	return scan.KnownDigits(l.Text)
}
