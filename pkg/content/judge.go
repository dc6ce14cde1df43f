package content

import (
	"github.com/paperfit/paperfit/pkg/color"
	"github.com/paperfit/paperfit/pkg/geom"
)

// When all of a page is painted, judge finds the marks that lie beneath a later
// area, and the glyphs that have the colour of what they stand on: the last
// area painted there before them, or the white page.
func (r *run) judge() {
	if r.err != nil {
		return
	}
	r.doubtLetters()
	if len(r.areas) > 0 {
		r.judgeAreas()
	}
	for i := range r.inks {
		if g := &r.page.Glyphs[i]; g.Hidden == Visible && r.inks[i].IsLight() && !r.onGlyph(i) {
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
		if below.Hidden == Visible && !r.inks[k].IsLight() && below.Box.Covers(g.Box) {
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
	hidden *Hidden
}

// judgeAreas judges the marks that areas can meet. A mark is covered by any later
// area that hides it; one that is not stands on the last area before it.
// Drawings and images in the colour of their ground are left visible: only white
// ones on white, which are marked as light, are common.
func (r *run) judgeAreas() {
	r.tree.build(r.areas, r.bounds)
	for i := range r.page.Glyphs {
		if g := &r.page.Glyphs[i]; g.Hidden == Visible {
			r.judgeGlyph(g, &r.inks[i])
		}
	}
	for i := range r.page.Images {
		if x := &r.page.Images[i]; x.Hidden == Visible && !x.Light {
			r.judgeItem(newItem(x.Box, x.Order, &x.Hidden))
		}
	}
	for i := range r.page.Drawings {
		if x := &r.page.Drawings[i]; x.Hidden == Visible && !x.Light {
			r.judgeItem(newItem(x.Box, x.Order, &x.Hidden))
		}
	}
}

func newItem(box geom.Rect, order int32, hidden *Hidden) item {
	return item{middle: box.Center(), box: box, order: order, hidden: hidden}
}

// judgeItem finds out whether a mark is covered, and reports whether it knows
// and the mark is not.
func (r *run) judgeItem(it item) (visible bool) {
	top := r.tree.top()
	switch {
	case !top.box.Contains(it.middle):
		return true
	case r.tests > r.in.limits.CoverTests:
		return r.doubt(it, it.order < top.opaque)
	case it.order < top.opaque && r.covered(&it, len(r.tree.levels)-1, 0, 1):
		*it.hidden = Covered
		return false
	}
	if r.judged++; r.judged%contextEvery == 0 {
		r.look()
	}
	return true
}

// judgeGlyph judges a glyph, and takes away the ink of one that stands on an
// area.
func (r *run) judgeGlyph(g *Glyph, ink *color.Color) {
	box := g.Box
	if box.IsEmpty() {
		c := g.middle()
		box = geom.RectOf(c, c)
	}
	it := newItem(box, g.Order, &g.Hidden)
	if !r.judgeItem(it) {
		return
	}
	top := r.tree.top()
	if it.order <= top.first || !top.box.Contains(it.middle) {
		return
	}
	if r.tests > r.in.limits.CoverTests {
		r.doubt(it, true)
		return
	}
	ground := int32(-1)
	r.ground(&it, &ground, len(r.tree.levels)-1, 0, 1)
	if ground < 0 {
		return
	}
	if ink.Same(r.areas[ground].color) {
		g.Hidden = SameColor
	}
	*ink = color.Color{}
}

// doubt leaves a mark in doubt that areas may meet, where there were too many to
// look at, and reports whether the mark is sure to be visible.
func (r *run) doubt(it item, met bool) (visible bool) {
	if r.footprint == nil {
		r.footprint = newFootprint(r.areas, r.bounds)
	}
	if !met || !r.footprint.near(it.middle) {
		return true
	}
	*it.hidden = Doubtful
	return false
}

// covered reports whether an area in the branches from a level's place on covers
// the item, which was painted before.
func (r *run) covered(it *item, level, from, to int) bool {
	branches := r.tree.levels[level]
	r.tests += to - from
	for i := from; i < to; i++ {
		b := &branches[i]
		if b.opaque <= it.order || !b.box.Contains(it.middle) || !coversMost(b.box, it.box) {
			continue
		}
		if level == 0 {
			if r.hidesMark(&r.areas[r.tree.leaves[i].area], it.box) {
				return true
			}
			continue
		}
		below, end := r.tree.below(level, i)
		if r.covered(it, level-1, below, end) {
			return true
		}
	}
	return false
}

// ground looks for the last area that the item stands on, among those in the
// branches from a level's place on and the one found before.
func (r *run) ground(it *item, found *int32, level, from, to int) {
	branches := r.tree.levels[level]
	r.tests += to - from
	for i := to - 1; i >= from; i-- {
		b := &branches[i]
		if b.first >= it.order || !b.box.Contains(it.middle) || *found >= 0 && b.last < r.areas[*found].order {
			continue
		}
		if level > 0 {
			below, end := r.tree.below(level, i)
			r.ground(it, found, level-1, below, end)
			continue
		}
		if area := r.tree.leaves[i].area; area > *found && r.under(&r.areas[area], it.middle) {
			*found = area
		}
	}
}
