package pdf

import (
	"slices"
	"strings"
)

// Active is something in a file that does more than show a page: a script, a
// program to start, a file inside the file, a reference to another file.
type Active struct {
	Kind      string // "script", "launch", "embedded-file", "external-reference", "form-submission", "multimedia"
	Name      string // what the file calls it: an action's or annotation's type, "EmbeddedFiles", "XFA"; or JobOptions
	Page      int    // 0: the whole document
	Automatic bool   // it happens without a click
	Local     bool   // a file to open or start, named by a relative path
}

// JobOptions is the Name of an embedded file that holds no more than the settings of
// Acrobat Distiller, which it attaches by itself.
const JobOptions = "joboptions"

// maxActiveObjects caps the actions, annotations and name tree nodes looked at.
const maxActiveObjects = 50_000

// activeSearch walks what can hold actions.
type activeSearch struct {
	seen map[int]bool
	left int
	out  []Active
}

// Active returns the document's active content, each sort once per page.
func (d *Document) Active() []Active { return d.survey().active.out }

// document looks at what belongs to no page.
func (s *activeSearch) document(root Value) {
	s.action(root.Key("OpenAction"), 0, true)
	s.actions(root.Key("AA"), 0)
	names := root.Key("Names")
	if s.hasNames(names.Key("JavaScript"), 0, func(Value) bool { return true }) {
		s.found(Active{Kind: "script", Name: "JavaScript", Automatic: true})
	}
	s.attachments(names.Key("EmbeddedFiles"), root.Key("AF"))
	if !root.Key("AcroForm").Key("XFA").IsNull() {
		s.found(Active{Kind: "script", Name: "XFA"})
	}
}

func (s *activeSearch) page(p Page) {
	s.actions(p.Dict.Key("AA"), p.Number)
	annots := p.Dict.Key("Annots")
	for i := range annots.Len() {
		if s.left < 0 {
			return
		}
		s.annotation(annots.Index(i), p.Number)
	}
}

func (s *activeSearch) found(a Active) {
	if !slices.Contains(s.out, a) {
		s.out = append(s.out, a)
	}
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
	switch name := a.Key("Subtype").Name(); name {
	case "FileAttachment":
		s.found(Active{Kind: "embedded-file", Name: name, Page: page})
	case "RichMedia", "Movie", "Sound", "Screen", "3D":
		s.found(Active{Kind: "multimedia", Name: name, Page: page})
	}
	s.action(a.Key("A"), page, false)
	s.actions(a.Key("AA"), page)
}

// actions looks at the actions of an additional-actions dictionary (12.6.3).
func (s *activeSearch) actions(aa Value, page int) {
	for _, key := range aa.Keys() {
		s.action(aa.Key(key), page, true)
	}
}

// actionKinds are the kinds of actions (12.6.4) that a reviewer should not meet.
// URI actions, the links of every paper, are none of them.
var actionKinds = map[string]string{
	"JavaScript": "script", "Launch": "launch", "GoToR": "external-reference", "GoToE": "embedded-file",
	"SubmitForm": "form-submission", "ImportData": "external-reference",
	"Sound": "multimedia", "Movie": "multimedia", "Rendition": "multimedia", "RichMediaExecute": "multimedia", "GoTo3DView": "multimedia",
}

func (s *activeSearch) action(a Value, page int, automatic bool) {
	for s.enter(a) {
		name := a.Key("S").Name()
		if kind, ok := actionKinds[name]; ok {
			s.found(Active{kind, name, page, automatic, opensLocal(a)})
		}
		next := a.Key("Next")
		for i := range next.Len() {
			s.action(next.Index(i), page, automatic)
		}
		a = next
	}
}

// opensLocal reports whether an action names a file beside the paper
// (7.11.2.3): by a path that begins at no root and goes to no other place.
func opensLocal(a Value) bool {
	path := fileName(a.Key("F"))
	return path != "" && !strings.HasPrefix(path, "/") && !strings.HasPrefix(path, `\\`) && !strings.Contains(path, ":")
}

// fileName returns the name of a file specification (7.11.2).
func fileName(file Value) string {
	if file.IsDict() {
		if u := file.Key("UF"); !u.IsNull() {
			return TextString(u.Bytes())
		}
		file = file.Key("F")
	}
	return TextString(file.Bytes())
}

// attachments finds the files that belong to the document: those of a name tree and
// an array of file specifications.
func (s *activeSearch) attachments(tree, files Value) {
	settings := false
	isOther := func(file Value) bool {
		isSettings := strings.HasSuffix(strings.ToLower(fileName(file)), ".joboptions")
		settings = settings || isSettings
		return !isSettings
	}
	if s.hasNames(tree, 0, isOther) || s.hasAny(files, isOther) {
		s.found(Active{Kind: "embedded-file", Name: "EmbeddedFiles"})
	}
	if settings {
		s.found(Active{Kind: "embedded-file", Name: JobOptions})
	}
}

// hasAny reports whether an array holds a value that counts. What lies beyond the cap
// counts.
func (s *activeSearch) hasAny(array Value, counts func(Value) bool) bool {
	for i := range array.Len() {
		if s.left--; s.left < 0 || counts(array.Index(i)) {
			return true
		}
	}
	return false
}

// hasNames reports whether a name tree holds an entry (7.9.6) of which the value
// counts. What lies beyond the cap counts.
func (s *activeSearch) hasNames(node Value, depth int, counts func(Value) bool) bool {
	if depth > maxNameTreeDepth || !s.enter(node) {
		return false
	}
	names := node.Key("Names")
	for i := 1; i < max(names.Len(), 2) && names.Len() > 0; i += 2 {
		if s.left--; s.left < 0 || counts(names.Index(i)) {
			return true
		}
	}
	kids := node.Key("Kids")
	for i := range kids.Len() {
		if s.hasNames(kids.Index(i), depth+1, counts) {
			return true
		}
	}
	return false
}

// maxNameTreeDepth caps the nesting of a name tree.
const maxNameTreeDepth = 32
