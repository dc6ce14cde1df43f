package content

import "github.com/paperfit/paperfit/pkg/internal/syntax"

// markOperators are the operators of marked content.
type markOperators struct{ *run }

// markContent carries out the operators of marked content (14.6): optional content
// and replacement text matter of it. The compatibility operators are here too.
func (r markOperators) markContent(op opcode) bool {
	switch op {
	case opBeginMark:
		r.openMark(mark{id: -1})
	case opBeginMarkDict:
		m := mark{hides: r.inHiddenLayer(), id: r.markedID()}
		m.said, m.speaks = r.speaking()
		m.said.First = len(r.canvas.page.Glyphs)
		r.openMark(m)
	case opEndMark:
		r.closeMark()
	case opMarkPoint, opMarkPointDict, opBeginCompat, opEndCompat:
	default:
		return false
	}
	return true
}

// inHiddenLayer reports whether the operands are /OC and the name of a group
// that is off (8.11.3.2).
func (r markOperators) inHiddenLayer() bool {
	n := len(r.args.list)
	if n < 2 || r.args.list[n-2].Kind != syntax.Name || string(r.args.list[n-2].Bytes) != "OC" || r.args.list[n-1].Kind != syntax.Name {
		return false
	}
	v, _ := r.names.find("Properties", r.args.list[n-1].Bytes)
	return !r.in.layers.shows(v)
}

func (r markOperators) openMark(m mark) {
	if len(r.marks) >= r.in.limits.StateDepth {
		r.limit("StateDepth", r.in.limits.StateDepth)
		return
	}
	r.marks = append(r.marks, m)
	if m.hides {
		r.unseen++
	}
}

func (r markOperators) closeMark() {
	n := len(r.marks) - 1
	if n < 0 {
		return // harmless, and common in files that were cut from others
	}
	if r.marks[n].hides {
		r.unseen--
	}
	r.canvas.speak(&r.marks[n])
	r.marks = r.marks[:n]
}
