package outline

import (
	"encoding/binary"
	"maps"
	"slices"
)

func be16(values ...int) []byte {
	var out []byte
	for _, v := range values {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	return out
}

func be32(values ...int) []byte {
	var out []byte
	for _, v := range values {
		out = binary.BigEndian.AppendUint32(out, uint32(v))
	}
	return out
}

func concat(parts ...[]byte) []byte { return slices.Concat(parts...) }

// sfntBytes writes a font of the given tables.
func sfntBytes(version string, tables map[string][]byte) []byte {
	out := append([]byte(version), be16(len(tables), 0, 0, 0)...)
	at := len(out) + 16*len(tables)
	var body []byte
	for _, tag := range slices.Sorted(maps.Keys(tables)) {
		out = concat(out, []byte(tag), be32(0, at+len(body), len(tables[tag])))
		body = append(body, tables[tag]...)
	}
	return append(out, body...)
}

// trueTypeSource says how a TrueType font is to be written.
type trueTypeSource struct {
	glyphs     [][]byte // entries of glyf
	unitsPerEm int      // 1000 when 0
	longLoca   bool
	metrics    [][2]int // advance and left side bearing of the first glyphs
	bearings   []int    // of the rest
	more       map[string][]byte
	without    []string // tables to leave out
}

func (s trueTypeSource) bytes() []byte {
	loca, glyf := s.outlines()
	format := 0
	if s.longLoca {
		format = 1
	}
	upem := s.unitsPerEm
	if upem == 0 {
		upem = 1000
	}
	head := concat(be32(0x10000, 0, 0, headMagic), be16(0, upem), make([]byte, 30), be16(format, 0))
	tables := map[string][]byte{
		"head": head, "maxp": concat(be32(0x10000), be16(len(s.glyphs)), make([]byte, 26)), "loca": loca, "glyf": glyf,
	}
	if len(s.metrics) > 0 {
		tables["hhea"] = concat(make([]byte, 34), be16(len(s.metrics)))
		for _, m := range s.metrics {
			tables["hmtx"] = append(tables["hmtx"], be16(m[0], m[1])...)
		}
		tables["hmtx"] = append(tables["hmtx"], be16(s.bearings...)...)
	}
	maps.Copy(tables, s.more)
	for _, tag := range s.without {
		delete(tables, tag)
	}
	return sfntBytes("\x00\x01\x00\x00", tables)
}

func (s trueTypeSource) outlines() (loca, glyf []byte) {
	for i := 0; i <= len(s.glyphs); i++ {
		if s.longLoca {
			loca = append(loca, be32(len(glyf))...)
		} else {
			loca = append(loca, be16(len(glyf)/2)...)
		}
		if i < len(s.glyphs) {
			glyf = append(glyf, s.glyphs[i]...)
			glyf = append(glyf, make([]byte, len(s.glyphs[i])%2)...)
		}
	}
	return loca, glyf
}

// ttPoint is a point of a contour: x, y and whether the curve goes through it.
type ttPoint struct {
	x, y int
	on   bool
}

// simpleGlyph writes a glyph of contours with the given box in its header.
// Coordinates take two bytes each.
func simpleGlyph(box [4]int, contours ...[]ttPoint) []byte {
	out := be16(len(contours), box[0], box[1], box[2], box[3])
	end := -1
	for _, c := range contours {
		end += len(c)
		out = append(out, be16(end)...)
	}
	out = append(out, be16(0)...) // no instructions
	var flags, xs, ys []byte
	x, y := 0, 0
	for _, p := range slices.Concat(contours...) {
		flag := byte(0)
		if p.on {
			flag = onCurve
		}
		flags = append(flags, flag)
		xs, ys = append(xs, be16(p.x-x)...), append(ys, be16(p.y-y)...)
		x, y = p.x, p.y
	}
	return concat(out, flags, xs, ys)
}

// square is a glyph of one square.
func square(x0, y0, x1, y1 int) []byte {
	return simpleGlyph([4]int{x0, y0, x1, y1}, []ttPoint{{x0, y0, true}, {x1, y0, true}, {x1, y1, true}, {x0, y1, true}})
}

// composite writes a glyph of components, each already in bytes.
func composite(box [4]int, components ...[]byte) []byte {
	return concat(be16(-1, box[0], box[1], box[2], box[3]), slices.Concat(components...))
}

// cmapTable writes a cmap of subtables: platform, encoding and the data.
func cmapTable(subtables ...cmapSource) []byte {
	out := be16(0, len(subtables))
	at := 4 + 8*len(subtables)
	var body []byte
	for _, s := range subtables {
		out = concat(out, be16(s.platform, s.encoding), be32(at+len(body)))
		body = append(body, s.data...)
	}
	return append(out, body...)
}

type cmapSource struct {
	platform, encoding int
	data               []byte
}
