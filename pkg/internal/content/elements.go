package content

import "github.com/paperfit/paperfit/pkg/internal/pdf"

// Caps on the structure tree.
const (
	maxElements     = 1 << 15 // that are looked at
	maxElementDepth = 64
)

// elements reads the replacement text of structure elements (14.9.4), by the object
// numbers of the pages that they are on.
type elements struct {
	count int
	text  map[int][]Spoken
}

// readElements reads the structure tree of a file; nil where there is none.
func readElements(catalog pdf.Value) map[int][]Spoken {
	e := elements{text: map[int][]Spoken{}}
	e.read(catalog.Key("StructTreeRoot").Key("K"), 0, 0)
	return e.text
}

// read reads an element, or an array of them, on the page of those around it.
func (e *elements) read(v pdf.Value, page, depth int) {
	if e.count++; e.count > maxElements || depth > maxElementDepth {
		return
	}
	if v.IsArray() {
		for i := range v.Len() {
			e.read(v.Index(i), page, depth+1)
		}
		return
	}
	if !v.IsDict() {
		return
	}
	if n := v.Key("Pg").ObjectNumber(); n != 0 {
		page = n
	}
	switch v.Key("S").Name() {
	case "Formula", "Figure", "Artifact":
		return
	}
	if text, ok := spokenOf(v); ok && text != "" && len(e.text[page]) < maxSpoken {
		e.text[page] = append(e.text[page], Spoken{Text: text})
	}
	e.read(v.Key("K"), page, depth+1)
}
