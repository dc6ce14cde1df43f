package outline

import (
	"encoding/binary"
	"unicode"
)

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

// NextRune implements Program. Tables of a few formats are short, or rare.
func (f *sfnt) NextRune(r rune) rune {
	sub := f.cmapTables().unicode
	if len(sub) < 6 {
		return -1
	}
	first, ok := uint32(r), true
	switch binary.BigEndian.Uint16(sub) {
	case 4:
		s := segmentsOf(sub)
		at := s.find(int(r))
		first, ok = beUint(sub, s.starts+2*at, 2), at < s.n
	case 12, 13:
		at, n := findGroup(sub, r)
		first, ok = beUint(sub, groupsHeader+groupSize*at, 4), at < n
	}
	if !ok {
		return -1
	}
	return max(r, rune(min(first, unicode.MaxRune)))
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

// segments are where the parallel arrays of format 4 begin: the segments' end codes,
// start codes, deltas and offsets to glyph arrays.
type segments struct {
	sub                           []byte
	n                             int
	ends, starts, deltas, offsets int
}

func segmentsOf(sub []byte) segments {
	n := int(beUint(sub, 6, 2)) / 2
	n = min(n, (len(sub)-16)/8)
	ends, starts := 14, 16+2*n
	return segments{sub, n, ends, starts, starts + 2*n, starts + 4*n}
}

// find returns the first segment that ends at a code or later.
func (s *segments) find(c int) int {
	lo, hi := 0, s.n
	for lo < hi {
		if mid := (lo + hi) / 2; int(beUint(s.sub, s.ends+2*mid, 2)) < c {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// cmapSegments looks a code up in format 4.
func cmapSegments(sub []byte, c int) int {
	s := segmentsOf(sub)
	at := s.find(c)
	start := int(beUint(sub, s.starts+2*at, 2))
	if at >= s.n || c < start {
		return 0
	}
	delta, place := int(beUint(sub, s.deltas+2*at, 2)), s.offsets+2*at
	gid, offset := c, int(beUint(sub, place, 2))
	if offset != 0 && offset != 0xFFFF { // 0xFFFF is seen in the closing segment
		if gid = int(beUint(sub, place+offset+2*(c-start), 2)); gid == 0 {
			return 0
		}
	}
	return (gid + delta) & 0xFFFF
}

// Formats 12 and 13 have a header and groups of first code, last code and glyph.
const (
	groupsHeader = 16
	groupSize    = 12
)

// findGroup returns the first group that ends at a character or later, and the number of
// groups.
func findGroup(sub []byte, r rune) (at, n int) {
	if len(sub) < groupsHeader {
		return 0, 0
	}
	n = min(position(beUint(sub, 12, 4)), (len(sub)-groupsHeader)/groupSize)
	lo, hi := 0, n
	for lo < hi {
		if mid := (lo + hi) / 2; beUint(sub, groupsHeader+groupSize*mid+4, 4) < uint32(r) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, n
}

// cmapGroups looks a code up in formats 12 and 13, in which the glyph grows with the code
// (step 1) or not (0).
func cmapGroups(sub []byte, r rune, step int) int {
	at, n := findGroup(sub, r)
	first := beUint(sub, groupsHeader+groupSize*at, 4)
	if at >= n || uint32(r) < first {
		return 0
	}
	return position(beUint(sub, groupsHeader+groupSize*at+8, 4)) + step*position(uint32(r)-first)
}
