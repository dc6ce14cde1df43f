package outline

import (
	"encoding/binary"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// glyfHeader is the size of what every glyph begins with: the number of contours
// and the box.
const glyfHeader = 10

// glyph returns a glyph's entry in glyf: empty when it is blank.
func (f *sfnt) glyph(gid int) ([]byte, error) {
	size := f.locaSize()
	if gid < 0 || gid >= f.numGlyphs || (gid+1)*size > len(f.loca) {
		return nil, glyphError("no glyph %d", gid)
	}
	start, end := f.location(gid), len(f.glyf)
	if (gid+2)*size <= len(f.loca) { // else the last offset is missing
		end = f.location(gid + 1)
	}
	if start >= end {
		return nil, nil
	}
	if start+glyfHeader > len(f.glyf) {
		return nil, glyphError("glyph %d lies beyond the font's end", gid)
	}
	return f.glyf[start:min(end, len(f.glyf))], nil
}

func (f *sfnt) location(gid int) int {
	if f.longLoca {
		return position(beUint(f.loca, 4*gid, 4))
	}
	return 2 * int(beUint(f.loca, 2*gid, 2))
}

// glyfBox computes a glyph's box from its curves. The box in its header would be
// at hand, but it holds control points and lone points that draw nothing: in
// Calibri it is up to 0.19 em too large. It serves where the points cannot be
// read.
func (f *sfnt) glyfBox(gid int) (geom.Rect, error) {
	data, err := f.glyph(gid)
	if err != nil || len(data) < glyfHeader {
		return geom.Empty(), err
	}
	header := headerBox(data)
	m := f.placement(gid, header)
	box, err := f.pointsBox(gid, m)
	if err != nil && f.credible(header) {
		return m.ApplyRect(header), nil
	}
	return box, err
}

// placement returns the map from a glyph's points to text space. Rasterizers
// move a glyph so that its header's box begins at the left side bearing that
// hmtx gives, whatever head says: seen with poppler, MuPDF and Ghostscript.
func (f *sfnt) placement(gid int, header geom.Rect) geom.Matrix {
	scale := 1 / f.unitsPerEm
	m := geom.Scaling(scale, scale)
	if lsb, ok := f.leftBearing(gid); ok {
		m.E = scale * (lsb - header.X0)
	}
	return m
}

// headerBox returns the box that a glyph's header gives, in font units.
func headerBox(data []byte) geom.Rect {
	var n [4]float64
	for i := range n {
		n[i] = float64(int16(binary.BigEndian.Uint16(data[2+2*i:])))
	}
	return geom.Rect{X0: n[0], Y0: n[1], X1: n[2], Y1: n[3]}
}

// maxHeaderEms is how far from its origin a glyph's header may place it to be
// believed without its points.
const maxHeaderEms = 8

func (f *sfnt) credible(box geom.Rect) bool {
	far := maxHeaderEms * f.unitsPerEm
	return box.X0 <= box.X1 && box.Y0 <= box.Y1 && (box.Width() > 0 || box.Height() > 0) &&
		box.X0 >= -far && box.Y0 >= -far && box.X1 <= far && box.Y1 <= far
}

// pointsBox computes a glyph's box from its curves.
func (f *sfnt) pointsBox(gid int, m geom.Matrix) (geom.Rect, error) {
	f.budget.start()
	r := readers.Get().(*glyfReader)
	defer r.release()
	r.font, r.points, r.components = f, r.points[:0], 0
	if err := r.load(gid, 0); err != nil {
		return geom.Empty(), err
	}
	var p pen
	p.reset(m)
	drawContours(&p, r.points)
	return p.result()
}

// drawContours draws the contours one by one.
func drawContours(p *pen, points []glyfPoint) {
	start := 0
	for i := range points {
		if points[i].last || i == len(points)-1 {
			drawContour(p, points[start:i+1])
			start = i + 1
		}
	}
}

// drawContour draws a closed contour of lines and quadratic curves: between two
// control points lies a point of the curve, halfway (OpenType specification,
// glyf).
func drawContour(p *pen, c []glyfPoint) {
	if len(c) < 2 {
		return // a lone point is an anchor
	}
	last := &c[len(c)-1]
	switch {
	case c[0].on():
		p.moveTo(c[0].x, c[0].y)
	case last.on():
		p.moveTo(last.x, last.y)
	default:
		p.moveTo(halfway(last, &c[0]))
	}
	for i := range c {
		next := &c[0]
		if i+1 < len(c) {
			next = &c[i+1]
		}
		drawSegment(p, &c[i], next)
	}
}

// drawSegment draws what begins at an on-curve point or bends at a control point.
func drawSegment(p *pen, pt, next *glyfPoint) {
	switch {
	case pt.on() && next.on():
		p.lineTo(next.x, next.y)
	case !pt.on() && next.on():
		p.quadTo(pt.x, pt.y, next.x, next.y)
	case !pt.on():
		x, y := halfway(pt, next)
		p.quadTo(pt.x, pt.y, x, y)
	}
}

func halfway(a, b *glyfPoint) (x, y float64) { return (a.x + b.x) / 2, (a.y + b.y) / 2 }
