package fonttest

import (
	"encoding/binary"
	"math"
	"slices"
)

// trueType writes a TrueType program whose letters have a thousand units where Letter
// has thousandths, however many units its em has.
func (f *Font) trueType() []byte {
	letters := slices.SortedFunc(slices.Values(f.Letters), func(a, b Letter) int { return int(a.Rune - b.Rune) })
	var loca, glyf []byte
	hmtx := be16(1000, 0)
	loca = append(loca, be16(0, 0)...) // glyph 0 is empty
	for _, l := range letters {
		glyf = append(glyf, square(20, -round(l.Depth), round(l.Advance)-20, round(l.Height))...)
		loca = append(loca, be16(len(glyf)/2)...)
		hmtx = append(hmtx, be16(round(l.Advance), 20)...)
	}
	return sfnt([]table{
		{"cmap", cmap(letters)},
		{"glyf", glyf},
		{"head", slices.Concat(be16(1, 0, 0, 0, 0, 0, 0x5F0F, 0x3CF5), be16(0, f.UnitsPerEm), make([]byte, 30), be16(0, 0))},
		{"hhea", slices.Concat(make([]byte, 34), be16(len(letters)+1))},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", slices.Concat(be16(1, 0), be16(len(letters)+1), make([]byte, 26))},
	})
}

type table struct {
	tag  string
	data []byte
}

// sfnt puts tables together.
func sfnt(tables []table) []byte {
	out := slices.Concat(be16(1, 0), be16(len(tables), 0, 0, 0))
	at := len(out) + 16*len(tables)
	var body []byte
	for _, t := range tables {
		out = slices.Concat(out, []byte(t.tag), be32(0), be32(at+len(body)), be32(len(t.data)))
		body = append(body, t.data...)
	}
	return append(out, body...)
}

// cmap writes a Unicode cmap of format 4 with a segment for each letter, whose glyphs
// count from 1.
func cmap(letters []Letter) []byte {
	var ends, starts, deltas, offsets []byte
	for i, l := range letters {
		ends, starts = append(ends, be16(int(l.Rune))...), append(starts, be16(int(l.Rune))...)
		deltas, offsets = append(deltas, be16(i+1-int(l.Rune))...), append(offsets, be16(0)...)
	}
	ends, starts = append(ends, be16(0xFFFF)...), append(starts, be16(0xFFFF)...)
	deltas, offsets = append(deltas, be16(1)...), append(offsets, be16(0)...)
	body := slices.Concat(be16(2*(len(letters)+1), 0, 0, 0), ends, be16(0), starts, deltas, offsets)
	sub := slices.Concat(be16(4, len(body)+6, 0), body)
	return slices.Concat(be16(0, 1, 3, 1), be32(12), sub)
}

// square is a glyph of one rectangle.
func square(x0, y0, x1, y1 int) []byte {
	out := be16(1, x0, y0, x1, y1, 3, 0) // a contour of four points, no instructions
	out = append(out, 1, 1, 1, 1)        // all on the curve, coordinates of two bytes
	return slices.Concat(out, be16(x0, x1-x0, 0, x0-x1), be16(y0, 0, y1-y0, 0))
}

func be16(values ...int) []byte {
	var out []byte
	for _, v := range values {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	return out
}

func be32(v int) []byte { return binary.BigEndian.AppendUint32(nil, uint32(v)) }

func round(v float64) int { return int(math.Round(v)) }
