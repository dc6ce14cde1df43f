package content

import (
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// Spoken is what a page says instead of glyphs that it shows: the replacement text
// of marked content or of a structure element (14.9.3, 14.9.4).
type Spoken struct {
	Text        string
	First, Last int // the glyphs that it replaces, as a range of Page.Glyphs; empty where they are not known
}

// Caps on replacement text. Beyond them it is not looked at.
const (
	maxSpoken      = 1 << 14 // on a page
	maxSpokenBytes = 4 << 10 // of one of them
)

// mark is marked content that is open.
type mark struct {
	hides  bool
	speaks bool
	text   string
	first  int // glyphs on the page when it began
}

// speaking returns the replacement text that the operands of BDC give, a tag and
// properties. That of formulas is their source and no lie.
func (r markOperators) speaking() (text string, ok bool) {
	n := len(r.args.list)
	if n < 2 || r.sum != nil || isDescribed(r.args.list[0]) {
		return "", false
	}
	if last := r.args.list[n-1]; last.Kind == syntax.Name {
		v, _ := r.names.find("Properties", last.Bytes)
		return spokenOf(v)
	}
	for i := 1; i+1 < n; i++ {
		key, value := &r.args.list[i], &r.args.list[i+1]
		if key.Kind == syntax.Name && string(key.Bytes) == "ActualText" && value.Kind == syntax.String {
			return pdf.TextString(value.Bytes[:min(len(value.Bytes), maxSpokenBytes)]), true
		}
	}
	return "", false
}

// isDescribed reports whether a tag is that of content which its text describes.
func isDescribed(tag syntax.Token) bool {
	if tag.Kind != syntax.Name {
		return false
	}
	switch string(tag.Bytes) {
	case "Formula", "Figure", "Artifact", "OC":
		return true
	}
	return false
}

// spokenOf returns the replacement text of a dictionary.
func spokenOf(v pdf.Value) (text string, ok bool) {
	s := v.Key("ActualText")
	if b := s.Bytes(); !s.IsNull() {
		return pdf.TextString(b[:min(len(b), maxSpokenBytes)]), true
	}
	return "", false
}

// speak notes what marked content that ends says instead of the glyphs in it.
func (c *canvas) speak(m *mark) {
	if m.speaks && len(c.page.Spoken) < maxSpoken {
		c.page.Spoken = append(c.page.Spoken, Spoken{m.text, m.first, len(c.page.Glyphs)})
	}
}
