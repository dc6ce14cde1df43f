package content

import (
	"context"
	"slices"

	"github.com/paperfit/paperfit/pkg/color"
	"github.com/paperfit/paperfit/pkg/content/sight"
	"github.com/paperfit/paperfit/pkg/font"
	"github.com/paperfit/paperfit/pkg/geom"
	"github.com/paperfit/paperfit/pkg/path"
	"github.com/paperfit/paperfit/pkg/syntax"
)

// run is the reading of one page. What goes wrong for good is kept in err, and
// every loop ends when it is set.
type run struct {
	in     *Interpreter
	ctx    context.Context
	err    error
	page   Page
	bounds geom.Rect   // the visible page
	home   geom.Matrix // default user space → page space
	parent geom.Matrix // the space that patterns lie in → page space: of the page or form that is read

	lex     *syntax.Lexer
	windows []*window // of streams inside each other
	depth   int       // how many of them are read

	args  []syntax.Token // operands waiting for their operator
	num   [6]float64     // the operands that numbers has read
	comps []float64      // the operands that components has read

	st        state
	stack     []state
	floor     int // height of the stack below which Q does not go
	resources []*resources
	foreign   int // how many of resources belong to pages while a Type 3 glyph is measured for all

	path  path.Path
	spare path.Path // memory for the path of what is measured
	text  textObject

	marks   []bool   // marked content that is open: whether it hides what it holds
	unseen  int      // open marked content, forms and annotations that are in a layer that is off
	painted *painted // what is being measured has painted so far; nil on the page
	masks   map[maskKey]painted

	operators, formCalls, nesting int
	glyphs, drawn                 int // shown glyphs; drawings and images
	outlined                      int // points of outlines
	inlineBytes                   int // gone through to find the ends of inline images

	lastFont  *font.Font // that has shown a glyph
	letters   []int32    // indexes into page.Glyphs of those that clip what follows
	unpainted bool       // there were too many letters to look at for what is painted through them

	form   int32 // of the marks to come
	order  int32
	inks   []color.Color // of page.Glyphs, one each
	scene  sight.Scene   // what was painted over an area
	judged int           // marks
}

// reset makes r new and keeps its memory.
func (r *run) reset(in *Interpreter, ctx context.Context) {
	*r = run{
		in: in, ctx: ctx,
		windows: r.windows, args: r.args[:0], comps: r.comps[:0], stack: r.stack[:0], resources: r.resources[:0],
		path: r.path, spare: r.spare,
		marks: r.marks[:0], letters: r.letters[:0], inks: r.inks[:0], scene: r.scene,
		page: Page{Glyphs: r.page.Glyphs[:0], Drawings: r.page.Drawings[:0], Images: r.page.Images[:0], Forms: r.page.Forms[:0]},
	}
	r.path.Clear()
	r.text.clip = geom.Empty()
}

// stream reads the tokens of one stream and carries out its operators. A token
// that may be cut off by the end of the window is read again in the next one,
// with the operands before it.
func (r *run) stream(w *window) {
	outer := r.lex
	r.lex = syntax.NewLexer(w.data)
	start, before := 0, len(r.args) // where the operator's operands begin, and those of a stream before
	for r.err == nil {
		t := r.lex.Next()
		if !w.whole() && (r.lex.Pos() > len(w.data)-cutReserve || isInlineImage(t)) {
			r.fail(w.move(start, isInlineImage(t)))
			r.lex.Reload(w.data)
			r.args, start = r.args[:before], 0
			continue
		}
		if t.Kind == syntax.EOF {
			break
		}
		if t.Kind != syntax.Keyword || isConstant(t.Bytes) {
			r.push(t)
			continue
		}
		r.count()
		r.operate(pack(t.Bytes))
		r.args = r.args[:0]
		r.lex.Reset()
		start, before = r.lex.Pos(), 0
	}
	r.lex = outer
}

// isInlineImage reports whether a token is BI: the image's end is looked for in
// all that follows.
func isInlineImage(t syntax.Token) bool {
	return t.Kind == syntax.Keyword && string(t.Bytes) == "BI"
}

// nested reads a stream in the midst of an operator of another one, whose
// operands are still needed.
func (r *run) nested(read func()) {
	waiting := r.args
	r.args = r.args[len(r.args):]
	read()
	r.args = waiting
}

// isConstant reports whether a keyword is an operand: true, false, null.
func isConstant(word []byte) bool {
	switch string(word) {
	case "true", "false", "null":
		return true
	}
	return false
}

func (r *run) push(t syntax.Token) {
	if len(r.args) >= r.in.limits.Operands {
		r.limit("Operands", r.in.limits.Operands)
		return
	}
	r.args = append(r.args, t)
}

// contextEvery is how many operators or glyphs pass between two looks at the
// context.
const contextEvery = 1024

// count counts an operator and looks at the caps and the context.
func (r *run) count() {
	r.operators++
	if r.operators%contextEvery != 0 {
		return
	}
	l := &r.in.limits
	if r.operators > l.Operators {
		r.limit("Operators", l.Operators)
	}
	if int(r.in.shared.operators.Load())+r.operators > l.DocumentOperators {
		r.limit("DocumentOperators", l.DocumentOperators)
	}
	r.look()
}

// look ends the reading when the context has ended, or all is to be read again.
func (r *run) look() {
	if err := r.ctx.Err(); err != nil && r.err == nil {
		r.err = err
	}
	if r.in.shared.mixed.Load() && r.err == nil {
		r.err = errMixed
	}
}

// maxDamage caps the list of damage of one page.
const maxDamage = 20

// damage notes what is wrong in the streams, each thing once.
func (r *run) damage(message string) {
	d := &r.page.Damage
	if len(*d) < maxDamage && !slices.Contains(*d, message) {
		*d = append(*d, message)
	}
}

// enter takes a form, glyph or mask onto the way down; false when the way is
// too deep or the calls are too many. leave takes it off.
func (r *run) enter() bool {
	l := &r.in.limits
	r.formCalls++
	switch {
	case r.formCalls > l.FormCalls:
		r.limit("FormCalls", l.FormCalls)
	case r.nesting >= l.Nesting:
		r.limit("Nesting", l.Nesting)
	default:
		r.nesting++
		return true
	}
	return false
}

func (r *run) leave() { r.nesting-- }
