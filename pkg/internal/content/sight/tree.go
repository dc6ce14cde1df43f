package sight

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// areaTree is a bounding-volume hierarchy over the areas of a page. Areas of
// like size that lie close together share a branch, so that a mark meets few of
// the many areas of a plot. levels[0] has a leaf for each area, and fanout
// neighbours of a level share a branch of the next one.
type areaTree struct {
	levels [][]branch
	leaves []leaf // in the order of levels[0]
}

// branch is what is known of all areas below it.
type branch struct {
	box         geom.Rect // of them all
	first, last int32     // the range of their painting order
	opaque      int32     // the last of them that is opaque; 0: none is
}

type leaf struct {
	key  uint64
	area int32 // index into Scene.areas
}

// fanout is the number of neighbours that share a branch.
const fanout = 8

// build makes the tree of the areas of a page of some size.
func (t *areaTree) build(areas []Area, page geom.Rect) {
	t.leaves = t.leaves[:0]
	for i := range areas {
		t.leaves = Append(t.leaves, leaf{areaKey(areas[i].Box, page), int32(i)})
	}
	slices.SortFunc(t.leaves, func(a, b leaf) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.area, b.area))
	})
	leaves := t.level(0)
	for _, l := range t.leaves {
		a := &areas[l.area]
		b := branch{box: a.Box, first: a.order, last: a.order}
		if a.opaque {
			b.opaque = a.order
		}
		leaves = Append(leaves, b)
	}
	t.levels[0] = leaves
	depth := 1
	for len(t.levels[depth-1]) > 1 {
		up := t.level(depth)
		for group := range slices.Chunk(t.levels[depth-1], fanout) {
			up = Append(up, join(group))
		}
		t.levels[depth] = up
		depth++
	}
	t.levels = t.levels[:depth]
}

// level returns the memory of a level, empty.
func (t *areaTree) level(i int) []branch {
	if i < cap(t.levels) {
		t.levels = t.levels[:max(len(t.levels), i+1)]
	} else {
		t.levels = append(t.levels, nil)
	}
	return t.levels[i][:0]
}

func join(group []branch) branch {
	out := group[0]
	for _, b := range group[1:] {
		out.box = out.box.Union(b.box)
		out.first, out.last = min(out.first, b.first), max(out.last, b.last)
		out.opaque = max(out.opaque, b.opaque)
	}
	return out
}

// top returns the branch of all areas.
func (t *areaTree) top() *branch { return &t.levels[len(t.levels)-1][0] }

// below returns the range of the branches of the next lower level below branch i
// of a level.
func (t *areaTree) below(level, i int) (from, to int) {
	return i * fanout, min((i+1)*fanout, len(t.levels[level-1]))
}

// places is how many places each side of a page is divided into to report which
// areas lie close together.
const places = 1 << 16

// areaKey sorts areas by their size, in powers of two, and then along a Z-order
// curve by their middles.
func areaKey(box, page geom.Rect) uint64 {
	size := bits.Len(uint(geom.Whole(math.Max(box.Width(), box.Height()), 0, places-1)))
	side := max(page.X1, page.Y1, 1)
	c := box.Center()
	x, y := geom.Whole(c.X/side*places, 0, places-1), geom.Whole(c.Y/side*places, 0, places-1)
	return uint64(size)<<32 | spread(uint32(x)) | spread(uint32(y))<<1
}

// spread puts a zero before each of the lower 16 bits.
func spread(x uint32) uint64 {
	x = (x | x<<8) & 0x00ff00ff
	x = (x | x<<4) & 0x0f0f0f0f
	x = (x | x<<2) & 0x33333333
	x = (x | x<<1) & 0x55555555
	return uint64(x)
}

// footprint reports roughly where on a page areas lie: in which of its cells, of which
// each side has footprintCells.
type footprint struct {
	scale   float64 // cells in a point
	touched [footprintCells][footprintCells]bool
}

const footprintCells = 64

// build makes the footprint of the areas. The time does not depend on their size.
func (f *footprint) build(areas []Area, page geom.Rect) {
	f.scale = footprintCells / max(page.X1, page.Y1, 1)
	var steps [footprintCells + 1][footprintCells + 1]int32 // how many more areas than in the cells before
	for i := range areas {
		x0, y0 := f.place(areas[i].Box.X0), f.place(areas[i].Box.Y0)
		x1, y1 := f.place(areas[i].Box.X1)+1, f.place(areas[i].Box.Y1)+1
		steps[y0][x0]++
		steps[y0][x1]--
		steps[y1][x0]--
		steps[y1][x1]++
	}
	var above [footprintCells]int32
	for y := range footprintCells {
		sum := int32(0)
		for x := range footprintCells {
			sum += steps[y][x]
			above[x] += sum
			f.touched[y][x] = above[x] > 0
		}
	}
}

func (f *footprint) place(x float64) int { return geom.Whole(x*f.scale, 0, footprintCells-1) }

// near reports whether an area may be at a point.
func (f *footprint) near(q geom.Point) bool { return f.touched[f.place(q.Y)][f.place(q.X)] }
