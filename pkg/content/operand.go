package content

import (
	"github.com/paperfit/paperfit/pkg/color"
	"github.com/paperfit/paperfit/pkg/syntax"
)

// Operands wait in run.args as flat tokens, brackets among them: no operator
// needs nested arrays, and a bracket that is missing does no harm then.

// numbers puts the last n operands into run.num. It is false, and the operator
// is to be skipped, when there are fewer or one of them is no number; what lies
// before them is passed over, as viewers do.
func (r *run) numbers(n int) bool {
	first := len(r.args) - n
	if first < 0 {
		r.damage("an operator lacks operands")
		return false
	}
	for i := range n {
		t := &r.args[first+i]
		if t.Kind != syntax.Number {
			r.damage("an operator has operands of the wrong type")
			return false
		}
		r.num[i] = t.Num
	}
	return true
}

// word returns the last operand when it is of a kind, or nil.
func (r *run) word(kind syntax.Kind) []byte {
	if n := len(r.args); n > 0 && r.args[n-1].Kind == kind {
		return r.args[n-1].Bytes
	}
	return nil
}

// components returns the numbers among the operands: a colour.
func (r *run) components() []float64 {
	r.comps = r.comps[:0]
	for i := range r.args {
		if r.args[i].Kind == syntax.Number && len(r.comps) < color.MaxComponents {
			r.comps = append(r.comps, r.args[i].Num)
		}
	}
	return r.comps
}
