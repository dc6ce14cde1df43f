package content

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// operands are what waits for an operator, as flat tokens, brackets among them: no operator
// needs nested arrays, and a bracket that is missing does no harm then.
type operands struct {
	budget *budget
	list   []syntax.Token
	num    [6]float64 // those that numbers has read
	comps  []float64  // those that components has read
}

// usualOperands is a little more than the operands of most operators.
const usualOperands = 64

// read reads operands and returns the token behind them: an operator or the end. It
// returns nil where a token ends behind an edge, or there are too many.
func (o *operands) read(lex *syntax.Lexer, edge int) *syntax.Token {
	list, most := o.list, o.budget.limits.Operands
	for {
		n := len(list)
		if n == cap(list) {
			list = slices.Grow(list, usualOperands)
		}
		t := &list[:n+1][n]
		lex.Read(t)
		if lex.Pos() > edge {
			o.list = list
			return nil
		}
		if t.Kind == syntax.EOF || t.Kind == syntax.Keyword && !isConstant(t.Bytes) {
			o.list = list
			return t
		}
		if n >= most {
			o.budget.limit("Operands", most)
			return nil
		}
		list = list[:n+1]
	}
}

// numbers puts the last n operands into num. It is false, and the operator
// is to be skipped, when there are fewer or one of them is not a number; what lies
// before them is passed over, as viewers do.
func (o *operands) numbers(n int) bool {
	first := len(o.list) - n
	if first < 0 {
		o.budget.damage("an operator lacks operands")
		return false
	}
	for i := range n {
		t := &o.list[first+i]
		if t.Kind != syntax.Number {
			o.budget.damage("an operator has operands of the wrong type")
			return false
		}
		o.num[i] = t.Num
	}
	return true
}

// word returns the last operand when it is of a kind, or nil.
func (o *operands) word(kind syntax.Kind) []byte {
	if n := len(o.list); n > 0 && o.list[n-1].Kind == kind {
		return o.list[n-1].Bytes
	}
	return nil
}

// components returns the numbers among the operands: a colour.
func (o *operands) components() []float64 {
	o.comps = o.comps[:0]
	for i := range o.list {
		if o.list[i].Kind == syntax.Number && len(o.comps) < color.MaxComponents {
			o.comps = append(o.comps, o.list[i].Num)
		}
	}
	return o.comps
}
