package content

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// tile is the cell of a tiling pattern (8.7.3) that shows type. Other patterns are
// textures: what is filled with them is a drawing, whatever they show.
type tile struct {
	cell   *xobject    // read as a form
	matrix geom.Matrix // pattern space → the parent's
	step   geom.Point
	plain  bool  // it has no colours of its own
	drawn  guard // it is being drawn
}

// tiles are the tiling patterns that fill areas.
type tiles struct{ *run }

// tileOf returns the pattern of that name when it is a tile that shows type, else nil.
func (r tiles) tileOf(name []byte) *tile {
	v, _ := r.names.find("Pattern", name)
	n := v.ObjectNumber()
	if !v.IsStream() || v.Key("PatternType").Int() != 1 || n == 0 || r.sum != nil {
		return nil
	}
	t, known := r.in.tiles[n]
	if !known {
		t = r.readTile(v)
		r.in.tiles[n] = t
	}
	return t
}

// readTile reads a tiling pattern; nil for one that shows no type, or has no
// cell to repeat.
func (r tiles) readTile(v pdf.Value) *tile {
	t := &tile{
		cell: r.in.xobjectOf(v), matrix: v.Key("Matrix").Matrix(), plain: v.Key("PaintType").Int() == 2,
		step: geom.Point{X: math.Abs(v.Key("XStep").NumberOr(0)), Y: math.Abs(v.Key("YStep").NumberOr(0))},
	}
	f := &t.cell.form
	if t.cell.kind != formKind || !f.boxed || t.step.X == 0 || t.step.Y == 0 {
		return nil
	}
	f.matrix = geom.Identity() // it is the pattern's, and no form's
	shown := r.measure(r.everywhere(geom.Identity()), func() {
		r.foreign = len(r.resources)
		r.drawForm(t.cell, false, false)
	})
	if shown.glyphs == 0 {
		return nil
	}
	return t
}

// drawTiles shows the cells that reach into the area to be filled, like forms.
func (r tiles) drawTiles(t *tile, area geom.Rect) {
	toPage := t.matrix.Mul(r.parent)
	back, ok := toPage.Inverse()
	if !ok {
		return
	}
	_, exact := r.path.AsRect()
	reach, box := back.ApplyRect(area), t.cell.form.box
	x0, across := cells(reach.X0-box.X1, reach.X1-box.X0, t.step.X)
	y0, down := cells(reach.Y0-box.Y1, reach.Y1-box.Y0, t.step.Y)
	t.drawn.once(func() {
		for i := range across * down {
			x, y := x0+float64(i%across), y0+float64(i/across)
			r.within(func() {
				r.beginTile(t, area, !exact)
				r.st.ctm = geom.Translation(x*t.step.X, y*t.step.Y).Mul(toPage)
				r.drawForm(t.cell, false, false)
			})
			if r.err != nil {
				break
			}
		}
	})
}

// beginTile sets the graphics state for a cell: that of a new page within the
// area. One without colours takes that of the fill, which is not known.
func (r tiles) beginTile(t *tile, area geom.Rect, loose bool) {
	s, fresh := &r.st, r.initialState()
	s.clipTo(area, loose)
	s.fill, s.stroke, s.text = fresh.fill, fresh.stroke, fresh.text
	if t.plain {
		s.fill.color, s.stroke.color = color.Color{}, color.Color{}
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
