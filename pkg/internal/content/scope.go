package content

import (
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/path"
	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// scope is all that a stream can change and that the stream around it finds again
// as it was: when a form, a Type 3 glyph, a tile, a soft mask or an appearance has
// been carried out. It is saved and restored by within, and nowhere else.
type scope struct {
	st    state
	floor int           // height of the stack of graphics states below which Q does not go
	lex   *syntax.Lexer // of the stream that is read
	args  operands
	path  path.Path
	text  textObject
	pen   pen // that text was shown with last

	resources []*resources // in which names are looked up, the innermost last
	foreign   int          // how many of them belong to pages while something is measured for all
	nesting   int          // streams around this one

	form   int32       // of the marks to come
	parent geom.Matrix // the space that patterns are in → page space: of the page or form that is read
	marks  []mark      // marked content that is open
	unseen int         // open marked content, forms and annotations that are in a layer that is off
	sum    *painted    // what is being measured has painted so far; nil on the page
}

// within carries out read in a scope of its own, which begins as the one around
// it: but it has its own operands, path and marked content, and cannot restore
// graphics states that it did not save.
func (r *run) within(read func()) {
	outer := r.scope
	r.floor, r.pen.ready = len(r.stack), false
	r.args.list = r.args.list[len(r.args.list):]
	r.marks = r.marks[len(r.marks):]
	r.path = r.paths.take()
	r.path.Clear()
	defer func() {
		r.paths.give(r.path)
		r.stack = r.stack[:r.floor]
		r.scope = outer
	}()
	read()
}

// nest carries out a stream inside another one, with resources of its own, if
// any. One that is too deep, or one too many, ends the reading.
func (r *run) nest(res *resources, read func()) {
	if !r.countForm(r.nesting) {
		return
	}
	r.within(func() {
		r.nesting++
		r.resources = append(r.resources, res)
		read()
	})
}

// guard is up while something is carried out that must not be inside itself.
type guard bool

// once carries out do, and reports whether it could: it is not carried out inside
// itself.
func (g *guard) once(do func()) bool {
	if *g {
		return false
	}
	*g = true
	defer func() { *g = false }()
	do()
	return true
}

// pool is memory that no one uses at the moment.
type pool[T any] []T

// take returns memory from the pool, or none that was used before.
func (p *pool[T]) take() (x T) {
	if n := len(*p); n > 0 {
		x = (*p)[n-1]
		*p = (*p)[:n-1]
	}
	return x
}

func (p *pool[T]) give(x T) { *p = append(*p, x) }
