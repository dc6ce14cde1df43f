package pdf

// Active is something in a file that does more than show a page: a script, a
// program to start, a file inside the file, a reference to another file.
type Active struct {
	Kind string // "JavaScript", "launch action", "embedded file", "external reference", "form submission", "multimedia"
	Page int    // 0: the whole document
}

// maxActiveObjects caps the actions, annotations and name tree nodes looked at.
const maxActiveObjects = 50_000

// activeSearch walks what can hold actions.
type activeSearch struct {
	seen map[int]bool
	left int
	out  []Active
}

// Active returns the document's active content, each kind once per page.
func (d *Document) Active() []Active {
	s := &activeSearch{seen: map[int]bool{}, left: maxActiveObjects}
	root := d.Catalog()
	s.action(root.Key("OpenAction"), 0)
	s.actions(root.Key("AA"), 0)
	names := root.Key("Names")
	if s.hasNames(names.Key("JavaScript"), 0) {
		s.found("JavaScript", 0)
	}
	if s.hasNames(names.Key("EmbeddedFiles"), 0) || root.Key("AF").Len() > 0 {
		s.found("embedded file", 0)
	}
	if !root.Key("AcroForm").Key("XFA").IsNull() {
		s.found("JavaScript", 0)
	}
	for _, p := range d.pages {
		s.actions(p.Dict.Key("AA"), p.Number)
		annots := p.Dict.Key("Annots")
		for i := range annots.Len() {
			s.annotation(annots.Index(i), p.Number)
		}
	}
	return s.out
}

func (s *activeSearch) found(kind string, page int) {
	for _, a := range s.out {
		if a.Kind == kind && a.Page == page {
			return
		}
	}
	s.out = append(s.out, Active{kind, page})
}

// enter reports whether v is still to be looked at.
func (s *activeSearch) enter(v Value) bool {
	if s.left--; s.left < 0 || !v.IsDict() {
		return false
	}
	if n := v.ObjectNumber(); n != 0 {
		if s.seen[n] {
			return false
		}
		s.seen[n] = true
	}
	return true
}

func (s *activeSearch) annotation(a Value, page int) {
	if !s.enter(a) {
		return
	}
	switch a.Key("Subtype").Name() {
	case "FileAttachment":
		s.found("embedded file", page)
	case "RichMedia", "Movie", "Sound", "Screen", "3D":
		s.found("multimedia", page)
	}
	s.action(a.Key("A"), page)
	s.actions(a.Key("AA"), page)
}

// actions looks at the actions of an additional-actions dictionary (12.6.3).
func (s *activeSearch) actions(aa Value, page int) {
	for _, key := range aa.Keys() {
		s.action(aa.Key(key), page)
	}
}

// actionKinds are the kinds of actions (12.6.4) that a reviewer should not meet.
// URI actions, the links of every paper, are none of them.
var actionKinds = map[string]string{
	"JavaScript": "JavaScript", "Launch": "launch action", "GoToR": "external reference", "GoToE": "embedded file",
	"SubmitForm": "form submission", "ImportData": "external reference",
	"Sound": "multimedia", "Movie": "multimedia", "Rendition": "multimedia", "RichMediaExecute": "multimedia", "GoTo3DView": "multimedia",
}

func (s *activeSearch) action(a Value, page int) {
	for s.enter(a) {
		if kind, ok := actionKinds[a.Key("S").Name()]; ok {
			s.found(kind, page)
		}
		next := a.Key("Next")
		for i := range next.Len() {
			s.action(next.Index(i), page)
		}
		a = next
	}
}

// hasNames reports whether a name tree holds an entry (7.9.6).
func (s *activeSearch) hasNames(node Value, depth int) bool {
	if depth > maxNameTreeDepth || !s.enter(node) {
		return false
	}
	if node.Key("Names").Len() > 0 {
		return true
	}
	kids := node.Key("Kids")
	for i := range kids.Len() {
		if s.hasNames(kids.Index(i), depth+1) {
			return true
		}
	}
	return false
}

// maxNameTreeDepth caps the nesting of a name tree.
const maxNameTreeDepth = 32
