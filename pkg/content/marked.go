package content

import "github.com/paperfit/paperfit/pkg/syntax"

// markContent carries out the operators of marked content (14.6): all that
// matters of it is optional content. The compatibility operators are here too.
func (r *run) markContent(op opcode) bool {
	switch op {
	case opBeginMark:
		r.openMark(false)
	case opBeginMarkDict:
		r.openMark(r.inHiddenLayer())
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
func (r *run) inHiddenLayer() bool {
	n := len(r.args)
	if n < 2 || r.args[n-2].Kind != syntax.Name || string(r.args[n-2].Bytes) != "OC" || r.args[n-1].Kind != syntax.Name {
		return false
	}
	v, _ := r.find("Properties", r.args[n-1].Bytes)
	return !r.in.layers.shows(v)
}

func (r *run) openMark(hides bool) {
	if len(r.marks) >= r.in.limits.StateDepth {
		r.limit("StateDepth", r.in.limits.StateDepth)
		return
	}
	r.marks = append(r.marks, hides)
	if hides {
		r.unseen++
	}
}

func (r *run) closeMark() {
	n := len(r.marks) - 1
	if n < 0 {
		return // harmless, and common in files that were cut from others
	}
	if r.marks[n] {
		r.unseen--
	}
	r.marks = r.marks[:n]
}

// closeMarks closes what a form has left open.
func (r *run) closeMarks() {
	for len(r.marks) > 0 {
		r.closeMark()
	}
}
