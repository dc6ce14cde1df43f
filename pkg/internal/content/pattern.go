package content

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// pattern is what fills an area instead of one colour (8.7).
type pattern struct {
	tile  *tile       // a tiling pattern that shows type
	shade *shade      // a shading
	color color.Color // of all marks of a tiling pattern that has one colour
	whole bool        // a tiling pattern that leaves no gaps
	plain bool        // it has no colours of its own
	blank bool        // a tiling pattern that shows nothing
}

// tile is the cell of a tiling pattern (8.7.3) that shows type. Other patterns are
// textures: what is filled with them is a drawing, whatever they show.
type tile struct {
	cell   *xobject    // read as a form
	matrix geom.Matrix // pattern space → the parent's
	step   geom.Point
	drawn  guard // it is being drawn
}

// shade is a shading where it is on the page.
type shade struct {
	tones *color.Shading
	back  geom.Matrix // page space → the shading's
	alone bool        // painted by sh: without its background
}

// At implements sight.Tones.
func (s *shade) At(q geom.Point) (color.Color, bool) {
	c, ok := s.tones.At(s.back.Apply(q))
	if ground := s.tones.Background(); !ok && !s.alone && ground.Known {
		return ground, true
	}
	return c, ok
}

// isLight reports whether a shading is white at the corners and in the middle of a
// box.
func (p *pattern) isLight(box geom.Rect) bool {
	if p == nil || p.shade == nil || p.shade.tones.IsVague() || box.IsEmpty() {
		return false
	}
	c := box.Center()
	for _, q := range [...]geom.Point{c, {X: box.X0, Y: box.Y0}, {X: box.X1, Y: box.Y0}, {X: box.X0, Y: box.Y1}, {X: box.X1, Y: box.Y1}} {
		if tone, ok := p.shade.At(q); ok && !tone.IsLight() {
			return false
		}
	}
	return true
}

// patterns are the patterns that fill areas.
type patterns struct{ *run }

// dress gives a paint in a pattern space the pattern of that name. While something
// is measured, patterns have no colour.
func (r patterns) dress(p *paint, name []byte) {
	v, _ := r.names.find("Pattern", name)
	if r.sum != nil || !v.IsDict() {
		return
	}
	if v.Key("PatternType").Int() == 2 {
		p.pattern = &pattern{shade: r.names.shadeOf(v.Key("Shading"), v.Key("Matrix").Matrix().Mul(r.parent))}
		return
	}
	t := r.tiling(v)
	p.pattern, p.none = t, t.blank
	if !t.plain {
		p.color = t.color
	}
}

// tiling returns a tiling pattern, read once.
func (r patterns) tiling(v pdf.Value) *pattern {
	n := v.ObjectNumber()
	t := r.in.patterns[n]
	if t == nil {
		t = r.readTiling(v)
		r.in.patterns[n] = t
	}
	return t
}

// readTiling reads a tiling pattern. One that has no cell to repeat may show
// anything.
func (r patterns) readTiling(v pdf.Value) *pattern {
	p := &pattern{plain: v.Key("PaintType").Int() == 2}
	if !v.IsStream() {
		return p
	}
	t := &tile{
		cell: r.in.xobjectOf(v), matrix: v.Key("Matrix").Matrix(),
		step: geom.Point{X: math.Abs(v.Key("XStep").NumberOr(0)), Y: math.Abs(v.Key("YStep").NumberOr(0))},
	}
	f := &t.cell.form
	if t.cell.kind != formKind || !f.boxed || t.step.X == 0 || t.step.Y == 0 {
		return p
	}
	f.matrix = geom.Identity() // it is the pattern's, and no form's
	shown := r.measure(r.everywhere(geom.Identity()), func() {
		r.foreign = len(r.resources)
		r.drawForm(t.cell, false, false)
	})
	p.color, p.blank = shown.sole(), shown.box.IsEmpty()
	p.whole = shown.coat.Width() >= t.step.X-touch && shown.coat.Height() >= t.step.Y-touch
	if shown.glyphs > 0 {
		p.tile = t
	}
	return p
}

// shading returns a shading that sh paints, as a pattern.
func (n *names) shading(v pdf.Value, toPage geom.Matrix) *pattern {
	s := n.shadeOf(v, toPage)
	s.alone = true
	return &pattern{shade: s}
}

// touch is how much of a step may be missing between cells that touch.
const touch = 1e-3

// shadeOf returns a shading that is brought to the page by a matrix.
func (n *names) shadeOf(v pdf.Value, toPage geom.Matrix) *shade {
	s := &shade{tones: n.tones(v)}
	s.back, _ = toPage.Inverse()
	return s
}

// tones reads a shading; a mesh, which is a stream, once.
func (n *names) tones(v pdf.Value) *color.Shading {
	at := v.ObjectNumber()
	if known := n.in.patterns[at]; v.IsStream() && known != nil && known.shade != nil {
		return known.shade.tones
	}
	tones, notes := color.ReadShading(v, func(name string) pdf.Value {
		entry, _ := n.find("ColorSpace", []byte(name))
		return entry
	})
	n.take(notes)
	if v.IsStream() && notes.Limit == nil {
		n.in.patterns[at] = &pattern{shade: &shade{tones: tones}}
	}
	return tones
}

// grid is where the cells of a pattern are that reach into an area.
type grid struct {
	x, y         float64 // steps to the first one
	across, down int     // no more than maxTiles
	toPage       geom.Matrix
}

// isTexture reports whether there are more cells than are shown, each too small for
// text: what is painted there has colours that change from letter to letter.
func (g *grid) isTexture() bool { return max(g.across, g.down) == maxTiles }

// gridOf returns the cells that reach into an area; ok is false where there are none.
func (r patterns) gridOf(t *tile, area geom.Rect) (g grid, ok bool) {
	g.toPage = t.matrix.Mul(r.parent)
	back, ok := g.toPage.Inverse()
	reach, box := back.ApplyRect(area), t.cell.form.box
	g.x, g.across = cells(reach.X0-box.X1, reach.X1-box.X0, t.step.X)
	g.y, g.down = cells(reach.Y0-box.Y1, reach.Y1-box.Y0, t.step.Y)
	return g, ok
}

// drawTiles shows the cells that reach into the area to be filled, like forms.
func (r patterns) drawTiles(t *tile, area geom.Rect, g grid) {
	fill := r.st.fill
	_, exact := r.path.AsRect()
	t.drawn.once(func() {
		for i := range g.across * g.down {
			x, y := g.x+float64(i%g.across), g.y+float64(i/g.across)
			r.within(func() {
				r.beginTile(fill, area, !exact)
				r.st.ctm = geom.Translation(x*t.step.X, y*t.step.Y).Mul(g.toPage)
				r.drawForm(t.cell, false, false)
			})
			if r.err != nil {
				break
			}
		}
	})
}

// beginTile sets the graphics state for a cell: that of a new page within the
// area. One without colours takes that of the fill.
func (r patterns) beginTile(fill paint, area geom.Rect, loose bool) {
	s, fresh := &r.st, r.initialState()
	s.clipTo(area, loose)
	s.fill, s.stroke, s.text = fresh.fill, fresh.stroke, fresh.text
	if fill.pattern.plain {
		s.fill.color, s.stroke.color = fill.color, fill.color
	}
}

// maxTiles caps the cells of one fill across and down. More of them are too small
// for text.
const maxTiles = 8

// cells returns the number of the first cell between two places, and how many
// there are, no more than maxTiles. One that touches a place is not between them.
func cells(lo, hi, step float64) (first float64, n int) {
	const touch = 1e-6
	first = math.Floor(lo/step+touch) + 1
	return first, geom.Whole(math.Ceil(hi/step-touch)-first, 0, maxTiles)
}
