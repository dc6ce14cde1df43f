package content

import (
	"context"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/path"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// run is the reading of one page, in parts:
//
//	budget   what may still be done, and what has gone wrong
//	scope    where the reading is: the graphics state, the operands, the path, …
//	names    what the names in the resources stand for
//	canvas   the page, as far as it is painted
//
// It reads streams and hands each operator to its group: textOperators,
// pathOperators and so on, each in a file named after its clause. What an operator
// paints goes to the canvas. Only what is a stream itself (a form, a Type 3 glyph,
// a tile, a soft mask, an appearance) leads back to the run.
type run struct {
	budget
	scope
	names  names
	canvas canvas

	in    *Interpreter
	home  geom.Matrix // default user space → page space
	stack []state
	masks map[maskKey]painted

	windows pool[*window]
	paths   pool[path.Path]
}

// reset makes r ready for a page and keeps its memory.
func (r *run) reset(in *Interpreter, ctx context.Context, p pdf.Page) {
	memory := r.path
	*r = run{
		in: in, home: p.ToPage, stack: r.stack[:0], windows: r.windows, paths: r.paths, canvas: r.canvas,
		budget: budget{ctx: ctx, limits: &in.limits, shared: in.shared},
		scope: scope{
			args: operands{budget: &r.budget, list: r.args.list[:0], comps: r.args.comps[:0]},
			path: memory, text: textObject{clip: geom.Empty()}, parent: p.ToPage, marks: r.marks[:0],
			resources: append(r.resources[:0], in.resourcesOf(p.Resources)),
		},
	}
	r.path.Clear()
	r.names = names{in: in, budget: &r.budget, scope: &r.scope}
	r.canvas.reset(in, r, p)
	r.st = r.initialState()
}

// stream reads the tokens of one stream and carries out its operators. A token
// that may be cut off by the end of the window is read again in the next one,
// with the operands before it. It returns how many operands of streams before this one
// still wait.
func (r *run) stream(w *window) (before int) {
	lex := &w.lex
	lex.Reload(w.data)
	r.lex = lex
	start := 0 // where the operator's operands begin
	before = len(r.args.list)
	for {
		t := r.args.read(lex, w.edge())
		switch {
		case r.err != nil || t != nil && t.Kind == syntax.EOF:
			return before
		case t == nil || !w.whole() && isInlineImage(t):
			r.fail(w.move(start, t != nil))
			lex.Reload(w.data)
			r.args.list, start = r.args.list[:before], 0
		default:
			r.countOperator()
			r.operate(pack(t.Bytes))
			r.args.list = r.args.list[:0]
			lex.Reset()
			start, before = lex.Pos(), 0
		}
	}
}

// isInlineImage reports whether a token is BI: the image's end is looked for in
// all that follows.
func isInlineImage(t *syntax.Token) bool {
	return t.Kind == syntax.Keyword && string(t.Bytes) == "BI"
}

// isConstant reports whether a keyword is an operand: true, false, null.
func isConstant(word []byte) bool {
	switch string(word) {
	case "true", "false", "null":
		return true
	}
	return false
}
