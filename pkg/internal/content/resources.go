package content

import (
	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// resources is a resource dictionary (7.8.3) with what was already read of it.
type resources struct {
	dict    pdf.Value
	fonts   map[string]*font.Font
	objects map[string]*xobject
	gstates map[string]*gstate
	spaces  map[string]*color.Space
}

// resourcesOf returns the resources of a dictionary; the same ones for a
// dictionary that is shared, or nil when there is none.
func (in *Interpreter) resourcesOf(dict pdf.Value) *resources {
	if !dict.IsDict() {
		return nil
	}
	n := dict.ObjectNumber()
	if res := in.resources[n]; n != 0 && res != nil {
		return res
	}
	res := &resources{
		dict: dict, fonts: map[string]*font.Font{}, objects: map[string]*xobject{},
		gstates: map[string]*gstate{}, spaces: map[string]*color.Space{},
	}
	if n != 0 {
		in.resources[n] = res
	}
	return res
}

// names describes what the names in streams stand for, by the resources around them.
type names struct {
	*budget
	*scope
	in *Interpreter
}

// find returns the entry of a category and the resources that hold it: the
// innermost, and where they lack it those around them, as viewers do.
func (n *names) find(category string, name []byte) (pdf.Value, *resources) {
	for i := len(n.resources) - 1; i >= 0; i-- {
		res := n.resources[i]
		n.borrow(i)
		if res == nil {
			continue
		}
		if v := res.dict.Key(category).Key(string(name)); !v.IsNull() {
			return v, res
		}
	}
	return pdf.Value{}, nil
}

// innermost returns the resources that names are looked up in first, or nil.
func (n *names) innermost() *resources {
	for i := len(n.resources) - 1; i >= 0; i-- {
		n.borrow(i)
		if n.resources[i] != nil {
			return n.resources[i]
		}
	}
	return nil
}

// borrow notes that resources are used that do not belong to what is carried
// out for all pages: another page may have others.
func (n *names) borrow(i int) {
	if i < n.foreign {
		n.shared.ordered()
	}
}

// font returns the font resource of that name. One that is missing is replaced
// as viewers do: its text is still there to see.
func (n *names) font(name []byte) *font.Font {
	if top := n.innermost(); top != nil {
		if f := top.fonts[string(name)]; f != nil {
			return f
		}
	}
	v, res := n.find("Font", name)
	if res == nil {
		n.damage("a font resource is missing")
		return n.loadFont(pdf.Value{})
	}
	f := res.fonts[string(name)]
	if f == nil {
		f = n.loadFont(v)
		res.fonts[string(name)] = f
	}
	return f
}

// loadFont returns the font of a dictionary, the same one for the same object.
func (n *names) loadFont(dict pdf.Value) *font.Font {
	s, most := n.shared.fonts, n.limits.Fonts
	s.mu.Lock()
	defer s.mu.Unlock()
	at := dict.ObjectNumber()
	if at == 0 && !dict.IsNull() { // stands directly in the resources: only counted
		at = -1 - len(s.byNumber)
		n.shared.ordered()
	}
	f := s.byNumber[at]
	if f == nil {
		if len(s.byNumber) >= most {
			n.limit("Fonts", most)
			return nil
		}
		f = s.loader.Load(dict)
		s.byNumber[at] = f
	}
	return f
}

// gstate returns the graphics state dictionary of that name, or nil.
func (n *names) gstate(name []byte) *gstate {
	if top := n.innermost(); top != nil {
		if g := top.gstates[string(name)]; g != nil {
			return g
		}
	}
	v, res := n.find("ExtGState", name)
	if res == nil || !v.IsDict() {
		return nil
	}
	g := res.gstates[string(name)]
	if g == nil {
		g = n.readGState(v)
		res.gstates[string(name)] = g
	}
	return g
}

// xobject returns the external object of that name, or nil.
func (n *names) xobject(name []byte) *xobject {
	if top := n.innermost(); top != nil {
		if x := top.objects[string(name)]; x != nil {
			return x
		}
	}
	v, res := n.find("XObject", name)
	if res == nil || !v.IsStream() {
		return nil
	}
	x := res.objects[string(name)]
	if x == nil {
		x = n.in.xobjectOf(v)
		res.objects[string(name)] = x
	}
	return x
}

// space returns the colour space of a name: a device space, Pattern, or a
// resource. One that is missing counts as gray.
func (n *names) space(name []byte) *color.Space {
	if cs := color.Device(string(name)); cs != nil {
		return cs
	}
	if top := n.innermost(); top != nil {
		if cs := top.spaces[string(name)]; cs != nil {
			return cs
		}
	}
	v, res := n.find("ColorSpace", name)
	if res == nil {
		n.damage("a colour space is missing")
		return color.DeviceGray
	}
	cs := res.spaces[string(name)]
	if cs == nil {
		cs = n.readSpace(v)
		res.spaces[string(name)] = cs
	}
	return cs
}

// readSpace reads a colour space and takes over what was met on the way.
func (n *names) readSpace(v pdf.Value) *color.Space {
	cs, notes := color.Read(v, func(name string) pdf.Value {
		entry, _ := n.find("ColorSpace", []byte(name))
		return entry
	})
	n.take(notes)
	return cs
}

// take takes over what was met while something was read that is kept.
func (n *names) take(notes color.Notes) {
	for _, message := range notes.Damage {
		n.damage(message)
	}
	n.fail(notes.Limit)
	if notes.Ordered {
		n.shared.ordered()
	}
}
