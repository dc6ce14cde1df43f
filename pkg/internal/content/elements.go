package content

import "github.com/paperfit/paperfit/pkg/internal/pdf"

// Caps on the structure tree.
const (
	maxElements     = 1 << 15 // that are looked at
	maxElementDepth = 64
)

// elements reads what structure elements say instead of their content (14.9.3,
// 14.9.4), by the object numbers of the pages that they are on.
type elements struct {
	count int
	roles pdf.Value // what types of elements stand for
	text  map[int][]Spoken
}

// readElements reads the structure tree of a file; nil where there is none.
func readElements(catalog pdf.Value) map[int][]Spoken {
	root := catalog.Key("StructTreeRoot")
	e := elements{text: map[int][]Spoken{}, roles: root.Key("RoleMap")}
	e.read(root.Key("K"), 0, 0)
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
	role := v.Key("S").Name()
	if standard := e.roles.Key(role).Name(); standard != "" {
		role = standard
	}
	if isDescribed(role) {
		return
	}
	if said, ok := spokenOf(v, role); ok && said.Text != "" && len(e.text[page]) < maxSpoken {
		if said.Alt {
			said.marked = e.markedIn(v.Key("K"), nil, depth)
		}
		e.text[page] = append(e.text[page], said)
	}
	e.read(v.Key("K"), page, depth+1)
}

// markedIn adds the numbers of the marked content in an element to a list.
func (e *elements) markedIn(v pdf.Value, list []int, depth int) []int {
	if e.count++; e.count > maxElements || depth > maxElementDepth {
		return list
	}
	switch {
	case v.IsArray():
		for i := range v.Len() {
			list = e.markedIn(v.Index(i), list, depth+1)
		}
	case v.IsDict() && !v.Key("MCID").IsNull():
		list = append(list, v.Key("MCID").Int())
	case v.IsDict():
		list = e.markedIn(v.Key("K"), list, depth+1)
	case v.IsNumber():
		list = append(list, v.Int())
	}
	return list
}
