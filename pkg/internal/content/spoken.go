package content

import (
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// Spoken is what a page says instead of glyphs that it shows: the replacement text
// of marked content or of a structure element (14.9.4), and the description of one that
// holds text (14.9.3).
type Spoken struct {
	Text        string
	First, Last int  // the glyphs that it replaces, as a range of Page.Glyphs; empty where they are not known
	Alt         bool // it is a description, which only text has in place of itself

	marked []int // the marked content of a structure element
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
	said   Spoken // its First is the number of glyphs on the page when it began
	id     int    // by which structure elements name it; -1 for none
}

// speaking returns the replacement text that the operands of BDC give, a tag and
// properties. That of formulas is their source and no lie.
func (r markOperators) speaking() (said Spoken, ok bool) {
	n := len(r.args.list)
	if n < 2 || r.sum != nil || r.args.list[0].Kind != syntax.Name || isDescribed(string(r.args.list[0].Bytes)) {
		return Spoken{}, false
	}
	tag := string(r.args.list[0].Bytes)
	if last := r.args.list[n-1]; last.Kind == syntax.Name {
		v, _ := r.names.find("Properties", last.Bytes)
		return spokenOf(v, tag)
	}
	for _, key := range speakingKeys(tag) {
		if v := r.property(key); v != nil && v.Kind == syntax.String {
			return spokenAs(key, v.Bytes), true
		}
	}
	return Spoken{}, false
}

// property returns what has a key in the properties among the operands, or nil.
func (r markOperators) property(key string) *syntax.Token {
	for i := 1; i+1 < len(r.args.list); i++ {
		if name := &r.args.list[i]; name.Kind == syntax.Name && string(name.Bytes) == key {
			return &r.args.list[i+1]
		}
	}
	return nil
}

// markedID returns the number by which structure elements name marked content, where
// an element of the page has some to say; else -1.
func (r markOperators) markedID() int {
	if len(r.canvas.described) == 0 || r.sum != nil {
		return -1
	}
	if v := r.property("MCID"); v != nil && v.Kind == syntax.Number {
		return int(v.Num)
	}
	return -1
}

// isDescribed reports whether a tag is that of content which its text describes.
func isDescribed(tag string) bool {
	switch tag {
	case "Formula", "Figure", "Artifact", "OC":
		return true
	}
	return false
}

// speakingKeys are the keys of what is said instead of content with a tag. Figures,
// formulas, links, tables and fields are described; a description of text replaces it.
func speakingKeys(tag string) []string {
	switch tag {
	case "Span", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "L", "LI", "Lbl", "LBody", "Quote", "BlockQuote",
		"Em", "Strong", "Sub", "Caption", "Note", "FENote", "Reference", "BibEntry":
		return textKeys[:]
	}
	return textKeys[:1]
}

var textKeys = [...]string{"ActualText", "Alt"}

// spokenOf returns what a dictionary says instead of content with a tag.
func spokenOf(v pdf.Value, tag string) (said Spoken, ok bool) {
	for _, key := range speakingKeys(tag) {
		if s := v.Key(key); !s.IsNull() {
			return spokenAs(key, s.Bytes()), true
		}
	}
	return Spoken{}, false
}

func spokenAs(key string, text []byte) Spoken {
	return Spoken{Text: pdf.TextString(text[:min(len(text), maxSpokenBytes)]), Alt: key == "Alt"}
}

// speak notes what marked content that ends says instead of the glyphs in it.
func (c *canvas) speak(m *mark) {
	m.said.Last = len(c.page.Glyphs)
	if m.speaks && len(c.page.Spoken) < maxSpoken {
		c.page.Spoken = append(c.page.Spoken, m.said)
	}
	if m.id >= 0 {
		c.describe(m)
	}
}

// maxDescribing caps the elements that say something of the same marked content, each
// of which holds the next.
const maxDescribing = maxElementDepth

// indexMarked returns, by the number of marked content, the indexes of the elements that
// hold it; nil for no elements.
func indexMarked(elements []Spoken) map[int][]int {
	if len(elements) == 0 {
		return nil
	}
	out := map[int][]int{}
	for i := range elements {
		for _, id := range elements[i].marked {
			if len(out[id]) < maxDescribing {
				out[id] = append(out[id], i)
			}
		}
	}
	return out
}

// describe gives what an element says of marked content the glyphs in it.
func (c *canvas) describe(m *mark) {
	for _, i := range c.describedBy[m.id] {
		x := &c.described[i]
		if x.Last == 0 {
			x.First = m.said.First
		}
		x.First, x.Last = min(x.First, m.said.First), max(x.Last, m.said.Last)
	}
}
