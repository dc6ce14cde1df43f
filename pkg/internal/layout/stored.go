package layout

import (
	"strings"
	"unicode"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// StoredCluster is a cluster of a sheet, as it is stored and read back.
type StoredCluster struct {
	Box    geom.Rect
	Sure   geom.Rect // Box without images whose margins may be white
	Images int       // that were joined in it
	Thin   bool      // one straight horizontal or vertical rule
	Form   int32
}

// StoredClusters returns the clusters of a sheet.
func (s *Sheet) StoredClusters() []StoredCluster {
	out := make([]StoredCluster, len(s.Clusters))
	for i, c := range s.Clusters {
		out[i] = StoredCluster{c.box, c.sure, c.images, c.thin, c.form}
	}
	return out
}

// SetClusters gives a sheet the clusters that were stored.
func (s *Sheet) SetClusters(stored []StoredCluster) {
	s.Clusters = make([]cluster, len(stored))
	for i, c := range stored {
		s.Clusters[i] = cluster{box: c.Box, sure: c.Sure, images: c.Images, thin: c.Thin, form: c.Form}
	}
}

// KnownLetters returns how many of the letters that a line begins with are read
// to tell what the line is: its number, and the word that names a part of the
// paper ("A Appendix", "REFERENCES", "Abstract—"). It is 0 where none is.
func KnownLetters(s string) int {
	numbered := len(letters(s)) - len(letters(unnumbered(s)))
	for _, c := range []struct {
		text  string
		first int // letters of the number before text
	}{{s, 0}, {unnumbered(s), numbered}} {
		t := letters(c.text)
		if referenceWords[t] || t == "summary" || t == "introduction" {
			return c.first + runes(t)
		}
		for _, w := range append(endWords, "abstract") {
			if strings.HasPrefix(t, w) {
				return c.first + runes(w)
			}
		}
	}
	if isRunInReferences(s) {
		return runes(letters(s[:strings.IndexAny(s, ":.—–[")]))
	}
	return 0
}

func runes(s string) int { return len([]rune(s)) }

// KnownDigits reports whether the digits at the beginning of a line number a
// heading or a caption, and where they end, in bytes.
func (l *Line) KnownDigits() int {
	switch l.Role {
	case Heading, ReferenceHeading:
		return len(numbering.FindString(l.Text))
	case Caption:
		end := len(captionHead.FindString(l.Text))
		for end < len(l.Text) && (l.Text[end] == '.' || unicode.IsDigit(rune(l.Text[end]))) {
			end++
		}
		return end
	}
	return 0
}
