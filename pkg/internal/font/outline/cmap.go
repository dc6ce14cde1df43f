package outline

import "encoding/binary"

// cmapSet holds the subtables of cmap that are used (OpenType specification,
// cmap); nil where there is none.
type cmapSet struct {
	unicode []byte // the best one for Unicode
	symbol  []byte // (3,0)
	mac     []byte // (1,0)
}

// maxCmaps caps the encoding records that are looked at.
const maxCmaps = 64

// The offsets at which symbol fonts place their codes in (3,0) (ISO 32000-2,
// 9.6.5.4; 0xF000 is the usual one).
var symbolOffsets = [...]rune{0, 0xF000, 0xF100, 0xF200}

// cmapTables returns the subtables, found when first requested.
func (f *sfnt) cmapTables() *cmapSet {
	if f.cmaps == nil {
		f.cmaps = findCmaps(f.cmap)
	}
	return f.cmaps
}

func findCmaps(data []byte) *cmapSet {
	set, best := new(cmapSet), 0
	n := min(int(beUint(data, 2, 2)), maxCmaps)
	for i := range n {
		at := 4 + 8*i
		if at+8 > len(data) {
			break
		}
		platform, encoding := beUint(data, at, 2), beUint(data, at+2, 2)
		start := position(beUint(data, at+4, 4))
		if start >= len(data) {
			continue
		}
		sub := data[start:]
		switch rank := unicodeRank(platform, encoding); {
		case platform == 3 && encoding == 0:
			set.symbol = sub
		case platform == 1 && encoding == 0:
			set.mac = sub
		case rank > best:
			set.unicode, best = sub, rank
		}
	}
	return set
}

// unicodeRank orders the subtables for Unicode: those for all planes first. 0 is
// none; (0,5) holds variation sequences only.
func unicodeRank(platform, encoding uint32) int {
	switch {
	case platform == 3 && encoding == 10:
		return 4
	case platform == 0 && (encoding == 4 || encoding == 6):
		return 3
	case platform == 3 && encoding == 1:
		return 2
	case platform == 0 && encoding != 5:
		return 1
	}
	return 0
}

// ByRune implements Program.
func (f *sfnt) ByRune(r rune) (int, bool) {
	return f.valid(cmapLookup(f.cmapTables().unicode, r))
}

// ByCode implements Program: symbol cmap, Macintosh cmap, or the encoding of the
// CFF program within.
func (f *sfnt) ByCode(code byte) (int, bool) {
	if f.cff != nil {
		if gid, ok := f.cff.ByCode(code); ok {
			return gid, ok
		}
	}
	set := f.cmapTables()
	for _, offset := range symbolOffsets {
		if gid, ok := f.valid(cmapLookup(set.symbol, offset+rune(code))); ok {
			return gid, true
		}
	}
	return f.valid(cmapLookup(set.mac, rune(code)))
}

// valid passes glyph indices that exist; 0 stands for no glyph.
func (f *sfnt) valid(gid int) (int, bool) { return gid, gid > 0 && gid < f.numGlyphs }

// cmapLookup returns the glyph of a code in a subtable, 0 for none.
func cmapLookup(sub []byte, r rune) int {
	if len(sub) < 6 || r < 0 {
		return 0
	}
	switch binary.BigEndian.Uint16(sub) {
	case 0:
		if r < 256 {
			return int(beUint(sub, 6+int(r), 1))
		}
	case 4:
		if r < 1<<16 {
			return cmapSegments(sub, int(r))
		}
	case 6:
		if i := int(r) - int(beUint(sub, 6, 2)); i >= 0 && i < int(beUint(sub, 8, 2)) {
			return int(beUint(sub, 10+2*i, 2))
		}
	case 10:
		if i := int(r) - position(beUint(sub, 12, 4)); i >= 0 && i < position(beUint(sub, 16, 4)) {
			return int(beUint(sub, 20+2*i, 2))
		}
	case 12:
		return cmapGroups(sub, r, 1)
	case 13:
		return cmapGroups(sub, r, 0)
	}
	return 0
}

// cmapSegments looks a code up in format 4: parallel arrays of the segments' end
// codes, start codes, deltas and offsets to glyph arrays.
func cmapSegments(sub []byte, c int) int {
	n := int(beUint(sub, 6, 2)) / 2
	n = min(n, (len(sub)-16)/8)
	ends, starts := 14, 16+2*n
	deltas, offsets := starts+2*n, starts+4*n
	lo, hi := 0, n // the first segment that ends at c or later
	for lo < hi {
		if mid := (lo + hi) / 2; int(beUint(sub, ends+2*mid, 2)) < c {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	start := int(beUint(sub, starts+2*lo, 2))
	if lo >= n || c < start {
		return 0
	}
	delta, at := int(beUint(sub, deltas+2*lo, 2)), offsets+2*lo
	gid, offset := c, int(beUint(sub, at, 2))
	if offset != 0 && offset != 0xFFFF { // 0xFFFF is seen in the closing segment
		if gid = int(beUint(sub, at+offset+2*(c-start), 2)); gid == 0 {
			return 0
		}
	}
	return (gid + delta) & 0xFFFF
}

// cmapGroups looks a code up in formats 12 and 13: groups of first code, last
// code and glyph, which grows with the code (step 1) or not (0).
func cmapGroups(sub []byte, r rune, step int) int {
	const header, size = 16, 12
	if len(sub) < header {
		return 0
	}
	n := min(position(beUint(sub, 12, 4)), (len(sub)-header)/size)
	lo, hi := 0, n // the first group that ends at r or later
	for lo < hi {
		if mid := (lo + hi) / 2; beUint(sub, header+size*mid+4, 4) < uint32(r) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	first := beUint(sub, header+size*lo, 4)
	if lo >= n || uint32(r) < first {
		return 0
	}
	return position(beUint(sub, header+size*lo+8, 4)) + step*position(uint32(r)-first)
}
