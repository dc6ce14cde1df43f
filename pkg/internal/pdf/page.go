package pdf

import (
	"context"
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// Page is one page with the attributes it inherits (ISO 32000-2, 7.7.3.4).
type Page struct {
	Number    int   // counted from 1
	Dict      Value // the page's own dictionary
	Resources Value
	Size      geom.Point  // width and height of the visible page in points
	ToPage    geom.Matrix // default user space → page space (see package geom)
	UserUnit  float64
}

// Pages returns all pages in order.
func (d *Document) Pages() []Page { return d.pages }

// MaxContents caps the content streams of a page.
const MaxContents = 20_000

// Contents returns the page's content streams in order, as many as there may be.
func (p Page) Contents() []Value {
	c := p.Dict.Key("Contents")
	if c.IsStream() {
		return []Value{c}
	}
	var out []Value
	for i := range min(c.Len(), MaxContents) {
		if s := c.Index(i); s.IsStream() {
			out = append(out, s)
		}
	}
	return out
}

// inherited are the attributes that page tree nodes hand down.
type inherited struct{ resources, mediaBox, cropBox, rotate Value }

func (in inherited) with(node Value) inherited {
	take := func(dst *Value, key string) {
		if v := node.Key(key); !v.IsNull() {
			*dst = v
		}
	}
	take(&in.resources, "Resources")
	take(&in.mediaBox, "MediaBox")
	take(&in.cropBox, "CropBox")
	take(&in.rotate, "Rotate")
	return in
}

// collectPages walks the page tree. Pages are found by walking, never by the
// file's own /Count.
func (d *Document) collectPages(ctx context.Context) error {
	root := d.Catalog().Key("Pages")
	w := treeWalk{doc: d, ctx: ctx, seen: map[int]bool{}, left: d.limits.Objects}
	if err := w.visit(root, inherited{}, 0); err != nil {
		return err
	}
	if len(d.pages) == 0 {
		return &OpenError{Reason: ReasonNoPages}
	}
	if n, ok := root.Key("Count").Number(); ok && int(n) != len(d.pages) {
		d.note(wording.PageCountWrong, report.Args{"claimed": math.Trunc(n), "pages": len(d.pages)})
	}
	return nil
}

type treeWalk struct {
	doc  *Document
	ctx  context.Context
	seen map[int]bool // objects on the way down, against loops
	left int          // branches and leaves; each is an object of its own
}

func (w *treeWalk) visit(node Value, in inherited, depth int) error {
	d := w.doc
	if err := w.ctx.Err(); err != nil {
		return openError(w.ctx, err)
	}
	if w.left--; w.left < 0 {
		return errObjects(d.limits)
	}
	if !node.IsDict() {
		return nil
	}
	if depth > d.limits.TreeDepth {
		return &OpenError{Reason: ReasonLimit, Err: &LimitError{"TreeDepth", int64(d.limits.TreeDepth)}}
	}
	if n := node.ObjectNumber(); n != 0 {
		if w.seen[n] {
			d.note(wording.PageListedTwice, nil)
			return nil
		}
		w.seen[n] = true
	}
	in = in.with(node)
	kids := node.Key("Kids")
	if kids.IsArray() && node.Key("Type").Name() != "Page" {
		for i := range kids.Len() {
			if err := w.visit(kids.Index(i), in, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	switch node.Key("Type").Name() {
	case "Pages", "Catalog":
		return nil // a branch without pages, or the way to it
	}
	if len(d.pages) >= d.limits.Pages {
		return &OpenError{Reason: ReasonLimit, Err: &LimitError{"Pages", int64(d.limits.Pages)}}
	}
	d.pages = append(d.pages, d.newPage(node, in))
	return nil
}

// letter is what viewers take where a page has no usable MediaBox.
var letter = geom.Rect{X1: 612, Y1: 792}

func (d *Document) newPage(node Value, in inherited) Page {
	p := Page{Number: len(d.pages) + 1, Dict: node, Resources: in.resources}
	box, ok := in.mediaBox.Rect()
	if !ok {
		d.note(wording.MediaBoxMissing, report.Args{"page": p.Number})
		box = letter
	}
	if crop, ok := in.cropBox.Rect(); ok {
		if c := box.Intersect(crop); c.Width() > 0 && c.Height() > 0 {
			box = c
		}
	}
	p.UserUnit = node.Key("UserUnit").NumberOr(1)
	if !(p.UserUnit > 0) || p.UserUnit > 1e4 {
		p.UserUnit = 1
	}
	p.ToPage, p.Size = pageSpace(box, quarterTurns(in.rotate), p.UserUnit)
	return p
}

// quarterTurns reads /Rotate: clockwise turns of 90 degrees, 0 to 3.
func quarterTurns(v Value) int {
	deg := v.NumberOr(0)
	if math.Mod(deg, 90) != 0 || math.Abs(deg) > 1e6 {
		return 0
	}
	return ((int(deg)/90)%4 + 4) % 4
}

// pageSpace returns the map from default user space to page space and the size
// of the visible page.
func pageSpace(box geom.Rect, turns int, unit float64) (geom.Matrix, geom.Point) {
	w, h := box.Width(), box.Height()
	m := geom.Translation(-box.X0, -box.Y0)
	switch turns {
	case 0:
		m = m.Mul(geom.Matrix{A: 1, D: -1, F: h})
	case 1:
		m = m.Mul(geom.Matrix{B: 1, C: 1})
	case 2:
		m = m.Mul(geom.Matrix{A: -1, D: 1, E: w})
	case 3:
		m = m.Mul(geom.Matrix{B: -1, C: -1, E: h, F: w})
	}
	if turns%2 == 1 {
		w, h = h, w
	}
	return m.Mul(geom.Scaling(unit, unit)), geom.Point{X: w * unit, Y: h * unit}
}

// Rect returns a rectangle array with its corners in order (7.9.5); ok is false
// when v is none or has no area.
func (v Value) Rect() (r geom.Rect, ok bool) {
	if v.Len() < 4 {
		return r, false
	}
	n := v.FirstNumbers(4)
	r = geom.RectOf(geom.Point{X: n[0], Y: n[1]}, geom.Point{X: n[2], Y: n[3]})
	return r, r.Width() > 0 && r.Height() > 0 && geom.Point{X: r.X1, Y: r.Y1}.Finite()
}

// Matrix returns an array of six numbers as a matrix, or the identity.
func (v Value) Matrix() geom.Matrix {
	if v.Len() < 6 {
		return geom.Identity()
	}
	n := v.FirstNumbers(6)
	if m := (geom.Matrix{A: n[0], B: n[1], C: n[2], D: n[3], E: n[4], F: n[5]}); m.Finite() {
		return m
	}
	return geom.Identity()
}
