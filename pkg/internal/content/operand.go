package content

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// operands are what waits for an operator, as flat tokens, brackets among them: no operator
// needs nested arrays, and a bracket that is missing does no harm then. A few numbers and
// nothing else, which is what nearly all operators have, are not kept as tokens.
type operands struct {
	budget *budget
	list   []syntax.Token
	plain  int        // so many operands are in num, and none in list
	num    [6]float64 // those that numbers has read
	comps  []float64  // those that components has read
}

// usualOperands is a little more than the operands of most operators.
const usualOperands = 64

// read reads operands and returns the token behind them: an operator or the end. It
// returns nil where a token ends behind an edge, or there are too many.
func (o *operands) read(lex *syntax.Lexer, edge int) *syntax.Token {
	if o.plain = 0; len(o.list) == 0 {
		o.plain = lex.Numbers(&o.num, edge)
	}
	most := o.budget.limits.Operands
	for {
		t := o.next()
		lex.Read(t)
		if lex.Pos() > edge {
			return nil
		}
		if t.Kind == syntax.Keyword && !isConstant(t.Bytes) {
			return t
		}
		if o.plain > 0 {
			last := *t
			o.spill()
			t = o.next()
			*t = last
		}
		if t.Kind == syntax.EOF {
			return t
		}
		if len(o.list) >= most {
			o.budget.limit("Operands", most)
			return nil
		}
		o.list = o.list[:len(o.list)+1]
	}
}

// next returns the place behind the last token of the list.
func (o *operands) next() *syntax.Token {
	n := len(o.list)
	if n == cap(o.list) {
		o.list = slices.Grow(o.list, usualOperands)
	}
	return &o.list[:n+1][n]
}

// spill makes tokens of the numbers that are none.
func (o *operands) spill() {
	for _, x := range o.num[:o.plain] {
		o.list = append(o.list, syntax.Token{Kind: syntax.Number, Num: x})
	}
	o.plain = 0
}

// tokens returns all operands as tokens.
func (o *operands) tokens() []syntax.Token {
	o.spill()
	return o.list
}

// numbers puts the last n operands into num. It is false, and the operator
// is to be skipped, when there are fewer or one of them is not a number; what lies
// before them is passed over, as viewers do.
func (o *operands) numbers(n int) bool {
	if o.plain == n {
		return true
	}
	list := o.tokens()
	first := len(list) - n
	if first < 0 {
		o.budget.damage("an operator lacks operands")
		return false
	}
	for i := range n {
		t := &list[first+i]
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
	o.comps = append(o.comps[:0], o.num[:o.plain]...)
	for i := range o.list {
		if o.list[i].Kind == syntax.Number && len(o.comps) < color.MaxComponents {
			o.comps = append(o.comps, o.list[i].Num)
		}
	}
	return o.comps
}
