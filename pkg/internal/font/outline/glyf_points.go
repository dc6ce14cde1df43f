package outline

import (
	"encoding/binary"
	"slices"
	"sync"
)

// glyfPoint is a point of a TrueType contour, in font units.
type glyfPoint struct {
	x, y  float64
	flags byte
	last  bool // of its contour
}

// on reports whether the curve goes through the point.
func (p *glyfPoint) on() bool { return p.flags&onCurve != 0 }

// Flags of the points of a simple glyph (OpenType specification, glyf).
const (
	onCurve = 1 << 0
	xShort  = 1 << 1 // one byte, with its sign in xSame
	yShort  = 1 << 2
	repeats = 1 << 3
	xSame   = 1 << 4 // as before; with xShort: positive
	ySame   = 1 << 5
)

// glyfReader collects the points of a glyph and of its components.
type glyfReader struct {
	font       *sfnt
	points     []glyfPoint
	components int
}

// readers are shared by all fonts: a glyph of few bytes may have many points,
// and the memory for them must neither stay with each font nor be new for each
// glyph.
var readers = sync.Pool{New: func() any { return new(glyfReader) }}

// release gives the reader back, without the font that it must not keep alive.
func (r *glyfReader) release() {
	r.font = nil
	readers.Put(r)
}

const errGlyfEnds = glyphFault("the glyph breaks off")

// load appends the points of a glyph.
func (r *glyfReader) load(gid, depth int) error {
	if depth > maxComponentDepth {
		return &LimitError{"maxComponentDepth", maxComponentDepth}
	}
	data, err := r.font.glyph(gid)
	if err != nil || len(data) < glyfHeader {
		return err
	}
	contours := int(int16(binary.BigEndian.Uint16(data)))
	if contours < 0 {
		return r.composite(data[glyfHeader:], depth)
	}
	return r.simple(data[glyfHeader:], contours)
}

// simple reads the ends of the contours, passes over the instructions and reads
// the points.
func (r *glyfReader) simple(data []byte, contours int) error {
	if contours == 0 {
		return nil
	}
	if len(data) < 2*contours+2 {
		return errGlyfEnds
	}
	ends, data := data[:2*contours], data[2*contours:]
	n := int(binary.BigEndian.Uint16(ends[len(ends)-2:])) + 1
	instructions := 2 + int(binary.BigEndian.Uint16(data))
	if instructions > len(data) || n > (1+maxRepeat)*(len(data)-instructions) {
		return errGlyfEnds // before memory is taken for points that cannot be there
	}
	if len(r.points)+n > maxGlyphPoints {
		return &LimitError{"maxGlyphPoints", maxGlyphPoints}
	}
	if err := r.font.budget.spend(n); err != nil {
		return err
	}
	r.points = slices.Grow(r.points, n)
	return r.coordinates(data[instructions:], ends, n)
}

// maxRepeat is how often one byte of flags can be repeated.
const maxRepeat = 255

// coordinates reads n points: all flags, then all x, then all y.
func (r *glyfReader) coordinates(data, ends []byte, n int) error {
	start := len(r.points)
	data, ok := r.flags(data, start+n)
	points := r.points[start:]
	if ok {
		data, ok = readX(points, data)
	}
	if !ok || !readY(points, data) {
		return errGlyfEnds
	}
	for i := 0; i < len(ends); i += 2 {
		if end := int(binary.BigEndian.Uint16(ends[i:])); end < n {
			points[end].last = true
		}
	}
	return nil
}

// flags appends points with their flags until there are n, and returns what
// follows them.
func (r *glyfReader) flags(data []byte, n int) (rest []byte, ok bool) {
	for len(r.points) < n {
		if len(data) == 0 {
			return nil, false
		}
		p, times := glyfPoint{flags: data[0]}, 1
		data = data[1:]
		if p.flags&repeats != 0 && len(data) > 0 {
			times += int(data[0])
			data = data[1:]
		}
		for ; times > 0 && len(r.points) < n; times-- {
			r.points = append(r.points, p)
		}
	}
	return data, true
}

func readX(points []glyfPoint, data []byte) (rest []byte, ok bool) {
	v := 0
	for i := range points {
		d, size, ok := delta(data, points[i].flags&xShort, points[i].flags&xSame)
		if !ok {
			return nil, false
		}
		v += d
		points[i].x = float64(v)
		data = data[size:]
	}
	return data, true
}

func readY(points []glyfPoint, data []byte) (ok bool) {
	v := 0
	for i := range points {
		d, size, ok := delta(data, points[i].flags&yShort, points[i].flags&ySame)
		if !ok {
			return false
		}
		v += d
		points[i].y = float64(v)
		data = data[size:]
	}
	return true
}

// delta reads by how much a coordinate differs from the one before: one byte
// with its sign in the flags, nothing when it is the same, or two bytes.
func delta(data []byte, short, same byte) (d, size int, ok bool) {
	switch {
	case short != 0 && len(data) >= 1:
		if same != 0 {
			return int(data[0]), 1, true
		}
		return -int(data[0]), 1, true
	case short == 0 && same != 0:
		return 0, 0, true
	case short == 0 && len(data) >= 2:
		return int(int16(binary.BigEndian.Uint16(data))), 2, true
	}
	return 0, 0, false
}
