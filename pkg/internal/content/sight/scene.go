// Package sight describes which marks of a page can be seen once all of it is painted:
// what lies beneath a later area, and on what colour the rest stands.
//
// A Scene takes in the areas while the page is painted (Filled or Stroked, then
// Paint). Build ends that; then Above and Ground judge the marks one by one. What
// cannot be determined exactly is taken so that no visible mark is called hidden.
package sight

import (
	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/path"
)

// Scene is the areas of one page in painting order.
type Scene struct {
	page      geom.Rect
	most      int // comparisons, beyond which marks are in doubt
	tests     int // comparisons of marks with areas, their edges and branches of their tree
	areas     []Area
	paths     path.Store // of their shapes
	tones     []Tones    // of their shadings
	stained   bool       // an area is not white
	part      bool       // the mark looked at last is covered in part
	tree      areaTree   // of areas
	footprint footprint  // of areas
}

// Reset begins a page with at most so many comparisons, and keeps the memory.
func (s *Scene) Reset(page geom.Rect, comparisons int) {
	s.paths.Clear()
	s.page, s.most, s.tests, s.stained, s.part = page, comparisons, 0, false, false
	s.areas, s.tones = s.areas[:0], s.tones[:0]
}

// Mark is something on the page that is judged.
type Mark struct {
	Box    geom.Rect // of its ink, or only its middle
	Middle geom.Point
	Order  int32 // in which the page is painted
	Patchy bool  // it is covered by several areas together too
}

// MarkOf returns the mark of a box.
func MarkOf(box geom.Rect, order int32) Mark {
	return Mark{Box: box, Middle: box.Center(), Order: order}
}

// Answer is yes, no, or perhaps if there are too many areas to decide.
type Answer uint8

// The answers.
const (
	No Answer = iota
	Yes
	Perhaps
)

// IsEmpty reports whether there are no areas.
func (s *Scene) IsEmpty() bool { return len(s.areas) == 0 }

// Build makes the scene, which is not empty, ready for queries.
func (s *Scene) Build() {
	s.tree.build(s.areas, s.page)
	s.footprint.build(s.areas, s.page)
}

// IsNear reports whether an area may be at a point: most marks of most pages are not.
func (s *Scene) IsNear(q geom.Point) bool { return s.footprint.near(q) }

// Spend counts comparisons that are made elsewhere, and reports whether so many
// are allowed.
func (s *Scene) Spend(comparisons int) bool {
	s.tests += comparisons
	return !s.exhausted()
}

func (s *Scene) exhausted() bool { return s.tests > s.most }

// Above reports whether a later area covers a mark.
func (s *Scene) Above(m *Mark) Answer {
	top := s.tree.top()
	switch {
	case !top.box.Contains(m.Middle):
		return No
	case s.exhausted():
		return s.perhaps(m, m.Order < top.opaque)
	case m.Order >= top.opaque:
		return No
	}
	s.part = false
	if s.covered(m, len(s.tree.levels)-1, 0, 1) || s.part && m.Patchy && s.patched(m) {
		return Yes
	}
	return No
}

// patched reports whether every point of a mark is beneath some later area.
func (s *Scene) patched(m *Mark) bool {
	return everyPoint(m.Box, func(q geom.Point) bool {
		return s.covered(&Mark{Box: geom.RectOf(q, q), Middle: q, Order: m.Order}, len(s.tree.levels)-1, 0, 1)
	})
}

// Ground is what a mark is painted on.
type Ground struct {
	Color color.Color // unknown where there is an image, or what cannot be told
	Order int32       // of the last area there; 0 on bare paper
}

// maxCoats is how many areas that let what is beneath shine through are looked
// through.
const maxCoats = 16

// Ground reports whether a mark is on an area, and returns what it is painted on:
// the areas painted there before it, as far down as they shine through.
func (s *Scene) Ground(m *Mark) (Ground, Answer) {
	top := s.tree.top()
	if m.Order <= top.first || !top.box.Contains(m.Middle) {
		return Ground{Color: color.White}, No
	}
	if s.exhausted() {
		return Ground{}, s.perhaps(m, true)
	}
	var coats [maxCoats]*Area
	n, below := 0, *m
	for n < maxCoats {
		last := int32(-1)
		s.ground(&below, &last, len(s.tree.levels)-1, 0, 1)
		if last < 0 {
			break
		}
		coats[n] = &s.areas[last]
		below.Order = coats[n].order
		if n++; coats[n-1].opaque {
			break
		}
	}
	if n == 0 {
		return Ground{Color: color.White}, No
	}
	out := Ground{Color: color.White, Order: coats[0].order}
	if n == maxCoats {
		out.Color = color.Color{}
	}
	for ; n > 0; n-- {
		out.Color = s.over(coats[n-1], out.Color, m.Middle)
	}
	return out, Yes
}

// perhaps is the answer for a mark that areas may meet, where there are too many
// to look at.
func (s *Scene) perhaps(m *Mark, met bool) Answer {
	if !met || !s.footprint.near(m.Middle) {
		return No
	}
	return Perhaps
}

// covered reports whether an area in the branches from a level's place on covers
// the mark, which was painted before.
func (s *Scene) covered(m *Mark, level, from, to int) bool {
	branches := s.tree.levels[level]
	s.tests += to - from
	for i := from; i < to; i++ {
		b := &branches[i]
		if b.opaque <= m.Order || !b.box.Contains(m.Middle) {
			continue
		}
		if !coversMost(b.box, m.Box) {
			s.part = true
			continue
		}
		if level == 0 {
			if s.hides(&s.areas[s.tree.leaves[i].area], m.Box) {
				return true
			}
			s.part = true
			continue
		}
		below, end := s.tree.below(level, i)
		if s.covered(m, level-1, below, end) {
			return true
		}
	}
	return false
}

// ground looks for the last area that the mark is on, among those in the
// branches from a level's place on and the one found before.
func (s *Scene) ground(m *Mark, found *int32, level, from, to int) {
	branches := s.tree.levels[level]
	s.tests += to - from
	for i := to - 1; i >= from; i-- {
		b := &branches[i]
		if b.first >= m.Order || !b.box.Contains(m.Middle) || *found >= 0 && b.last < s.areas[*found].order {
			continue
		}
		if level > 0 {
			below, end := s.tree.below(level, i)
			s.ground(m, found, level-1, below, end)
			continue
		}
		if area := s.tree.leaves[i].area; area > *found && s.under(&s.areas[area], m.Middle) {
			*found = area
		}
	}
}
