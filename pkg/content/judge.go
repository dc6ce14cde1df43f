package content

import (
	"math"

	"github.com/paperfit/paperfit/pkg/geom"
)

// When all of a page is painted, judge finds the marks that lie beneath a later
// area, and the glyphs that have the colour of what they stand on: the last
// area painted there before them, or the white page.
func (r *run) judge() {
	if r.err != nil {
		return
	}
	if len(r.areas) > 0 {
		r.judgeAreas()
	}
	for i := range r.inks {
		if g := &r.page.Glyphs[i]; g.Hidden == Visible && r.inks[i].isLight() && !r.onGlyph(i) {
			g.Hidden = SameColor
		}
	}
}

// maxGlyphsBack is how many glyphs before a light one are looked at for one that
// it stands on: digits on a disc are shown soon after it.
const maxGlyphsBack = 32

// onGlyph reports whether the light glyph i stands on a larger dark one.
func (r *run) onGlyph(i int) bool {
	g := &r.page.Glyphs[i]
	if g.Box.IsEmpty() {
		return false
	}
	for k := i - 1; k >= max(0, i-maxGlyphsBack); k-- {
		below := &r.page.Glyphs[k]
		if below.Hidden == Visible && !r.inks[k].isLight() && below.Box.Covers(g.Box) {
			return true
		}
	}
	return false
}

// item is a visible mark that has not been judged yet.
type item struct {
	middle geom.Point
	box    geom.Rect
	order  int32
	index  int32 // in its list
	kind   itemKind
	cell   int16
}

type itemKind uint8

const (
	glyphItem itemKind = iota
	drawingItem
	imageItem
)

// grid sorts items into the cells of a page by their middles.
type grid struct {
	items  []item
	sorted []item // the memory that sort works in
	cell   float64
	nx, ny int
	starts []int // of the cells in items, row by row
	ends   []int
	reach  geom.Rect // of all areas
}

// gridCells is the number of cells along the longer side of a page.
const gridCells = 32

// judgeAreas goes through the areas from the last to the first. A mark is done
// with the first area that it meets: a later one that covers it, or the last
// one before it, on which it stands.
func (r *run) judgeAreas() {
	g := &r.grid
	g.fill(r)
	left := len(g.items)
	for i := len(r.areas) - 1; i >= 0 && left > 0 && r.err == nil; i-- {
		left -= r.judgeArea(g, &r.areas[i])
		if i%contextEvery == 0 {
			r.look()
		}
	}
}

// judgeArea judges the items that meet the area, and returns how many they are.
func (r *run) judgeArea(g *grid, a *area) (done int) {
	x0, x1 := g.column(a.box.X0), g.column(a.box.X1)
	for y := g.row(a.box.Y0); y <= g.row(a.box.Y1); y++ {
		for c := y*g.nx + x0; c <= y*g.nx+x1; c++ {
			done += r.judgeCell(g, a, c)
		}
		r.countTests(x1 - x0 + 1)
	}
	return done
}

func (r *run) judgeCell(g *grid, a *area, c int) (done int) {
	r.countTests(g.ends[c] - g.starts[c])
	for k := g.starts[c]; k < g.ends[c] && r.err == nil; {
		if !r.settles(a, &g.items[k]) {
			k++
			continue
		}
		g.ends[c]--
		g.items[k] = g.items[g.ends[c]]
		done++
	}
	return done
}

// countTests counts comparisons of marks and areas and looks at their cap.
func (r *run) countTests(n int) {
	r.tests += n
	if most := r.in.limits.CoverTests; r.tests > most {
		r.limit("CoverTests", most)
	}
}

// settles judges an item by an area, and reports whether it met it. To be met,
// the item's middle has to be in the area's box in any case.
func (r *run) settles(a *area, it *item) bool {
	switch {
	case it.middle.X < a.box.X0, it.middle.X > a.box.X1, it.middle.Y < a.box.Y0, it.middle.Y > a.box.Y1:
		return false
	case it.order < a.order:
		if !r.hidesMark(a, it.box) {
			return false
		}
		*r.hiddenOf(it) = Covered
	case it.order > a.order:
		if !r.under(a, it.middle) {
			return false
		}
		r.standsOn(it, a.color)
	default:
		return false
	}
	return true
}

func (r *run) hiddenOf(it *item) *Hidden {
	switch it.kind {
	case drawingItem:
		return &r.page.Drawings[it.index].Hidden
	case imageItem:
		return &r.page.Images[it.index].Hidden
	}
	return &r.page.Glyphs[it.index].Hidden
}

// standsOn compares a glyph's colour with the ground it stands on. Drawings in
// the colour of their ground are left visible: only white ones on white, which
// are marked as light, are common.
func (r *run) standsOn(it *item, ground color) {
	if it.kind != glyphItem {
		return
	}
	if r.inks[it.index].same(ground) {
		r.page.Glyphs[it.index].Hidden = SameColor
	}
	r.inks[it.index] = color{}
}

// fill sorts the visible marks that areas can meet.
func (g *grid) fill(r *run) {
	g.reach = geom.Empty()
	for i := range r.areas {
		g.reach = g.reach.Union(r.areas[i].box)
	}
	g.cell = max(r.bounds.X1, r.bounds.Y1, 1) / gridCells
	g.nx, g.ny = g.column(r.bounds.X1)+1, g.row(r.bounds.Y1)+1
	g.items = g.items[:0]
	for i := range r.page.Glyphs {
		x := &r.page.Glyphs[i]
		if x.Hidden == Visible {
			box := x.Box
			if box.IsEmpty() {
				c := x.middle()
				box = geom.RectOf(c, c)
			}
			g.add(item{box: box, order: x.Order, index: int32(i), kind: glyphItem})
		}
	}
	for i := range r.page.Drawings {
		if x := &r.page.Drawings[i]; x.Hidden == Visible && !x.Light {
			g.add(item{box: x.Box, order: x.Order, index: int32(i), kind: drawingItem})
		}
	}
	for i := range r.page.Images {
		if x := &r.page.Images[i]; x.Hidden == Visible && !x.Light {
			g.add(item{box: x.Box, order: x.Order, index: int32(i), kind: imageItem})
		}
	}
	g.sort()
}

func (g *grid) add(it item) {
	c := it.box.Center()
	if !g.reach.Contains(c) {
		return
	}
	it.middle = c
	it.cell = int16(min(g.row(c.Y), g.ny-1)*g.nx + min(g.column(c.X), g.nx-1))
	g.items = push(g.items, it)
}

func (g *grid) column(x float64) int { return whole(math.Floor(x/g.cell), 0, gridCells) }
func (g *grid) row(y float64) int    { return whole(math.Floor(y/g.cell), 0, gridCells) }

// sort brings the items of each cell together.
func (g *grid) sort() {
	n := g.nx * g.ny
	g.starts = append(g.starts[:0], make([]int, n+1)...)
	for i := range g.items {
		g.starts[g.items[i].cell+1]++
	}
	for c := range n {
		g.starts[c+1] += g.starts[c]
	}
	g.ends = append(g.ends[:0], g.starts[:n]...)
	g.sorted = append(g.sorted[:0], g.items...)
	for i := range g.items {
		c := g.items[i].cell
		g.sorted[g.ends[c]] = g.items[i]
		g.ends[c]++
	}
	g.items, g.sorted = g.sorted, g.items
}
