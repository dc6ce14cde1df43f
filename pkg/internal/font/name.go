package font

import (
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// fontName returns a font's PostScript name without its subset tag: from the
// font that has the widths, its descriptor, or the Type 0 font around it.
func fontName(main, outer pdf.Value) string {
	for _, v := range []pdf.Value{
		main.Key("BaseFont"), main.Key("FontDescriptor").Key("FontName"), outer.Key("BaseFont"),
	} {
		if name := cleanFontName(v.Name()); name != "" {
			return name
		}
	}
	return ""
}

// cleanFontName takes off what writers put around the name of a font: the subset
// tag before it and the CMap's name behind it (9.7.6.2).
func cleanFontName(name string) string {
	name = trimSubsetTag(strings.ToValidUTF8(name, "?"))
	return strings.TrimSuffix(strings.TrimSuffix(name, "-Identity-H"), "-Identity-V")
}

// subsetTagSize is the length of "ABCDEF+" (9.9.2).
const subsetTagSize = 7

// trimSubsetTag takes the tag of six capitals and a plus off a font name; some
// writers put several of them.
func trimSubsetTag(name string) string {
	for hasSubsetTag(name) {
		name = name[subsetTagSize:]
	}
	return name
}

func hasSubsetTag(name string) bool {
	if len(name) < subsetTagSize || name[subsetTagSize-1] != '+' {
		return false
	}
	for i := range subsetTagSize - 1 {
		if name[i] < 'A' || name[i] > 'Z' {
			return false
		}
	}
	return true
}

// splitStyle cuts a font name into family and style: at the first comma or
// hyphen, or at the first style word of a name without them.
func splitStyle(name string) (family, style string) {
	name = strings.ReplaceAll(name, " ", "")
	if i := strings.IndexAny(name, ",-"); i >= 0 {
		return name[:i], name[i+1:]
	}
	at := len(name)
	for _, word := range []string{"Bold", "Italic", "Oblique"} {
		if i := strings.Index(name, word); i > 0 {
			at = min(at, i)
		}
	}
	return name[:at], name[at:]
}
