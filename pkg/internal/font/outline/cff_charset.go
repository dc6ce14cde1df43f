package outline

import "slices"

// sidRange is a stretch of successive SIDs.
type sidRange struct{ first, last uint16 }

// The predefined charsets (TN 5176, 13 and appendix C), .notdef first.
var predefinedCharsets = [3][]sidRange{
	{{0, 228}}, // ISOAdobe
	{ // Expert
		{0, 1}, {229, 238}, {13, 15}, {99, 99}, {239, 248}, {27, 28}, {249, 266}, {109, 110}, {267, 318},
		{158, 158}, {155, 155}, {163, 163}, {319, 326}, {150, 150}, {164, 164}, {169, 169}, {327, 378},
	},
	{ // ExpertSubset
		{0, 1}, {231, 232}, {235, 238}, {13, 15}, {99, 99}, {239, 248}, {27, 28}, {249, 251}, {253, 266},
		{109, 110}, {267, 270}, {272, 272}, {300, 302}, {305, 305}, {314, 315}, {158, 158}, {155, 155},
		{163, 163}, {320, 326}, {150, 150}, {164, 164}, {169, 169}, {327, 346},
	},
}

// ids returns the SID, or in a CID-keyed font the CID, of each glyph. Where the
// charset breaks off, it is shorter than the font.
func (f *cff) ids() []uint16 {
	if f.charset == nil {
		f.charset = f.readCharset()
	}
	return f.charset
}

func (f *cff) readCharset() []uint16 {
	out := make([]uint16, 0, f.glyphs.count)
	switch at := f.top.charset; {
	case f.top.cid && at < len(predefinedCharsets):
		return f.appendRun(out, 0, f.glyphs.count) // none is predefined for CIDs: identity
	case at < len(predefinedCharsets):
		for _, r := range predefinedCharsets[at] {
			out = f.appendRun(out, r.first, int(r.last-r.first)+1)
		}
		return out
	case at < len(f.data):
		return f.customCharset(append(out, 0), f.data[at], f.data[at+1:])
	}
	return append(out, 0)
}

// customCharset reads formats 0, 1 and 2 (TN 5176, 13); .notdef is not listed.
func (f *cff) customCharset(out []uint16, format byte, data []byte) []uint16 {
	leftSize := int(format) // bytes that describe how many more follow the first
	if format > 2 {
		return out
	}
	for len(out) < f.glyphs.count && len(data) >= 2+leftSize {
		first, left := uint16(beUint(data, 0, 2)), int(beUint(data, 2, leftSize))
		out = f.appendRun(out, first, left+1)
		data = data[2+leftSize:]
	}
	return out
}

// appendRun appends successive ids, not more than there are glyphs.
func (f *cff) appendRun(out []uint16, first uint16, n int) []uint16 {
	for i := range min(n, f.glyphs.count-len(out)) {
		out = append(out, first+uint16(i))
	}
	return out
}

// ByCID implements Program.
func (f *cff) ByCID(cid int) (int, bool) {
	if cid < 0 || cid >= 1<<16 {
		return 0, false
	}
	if !f.top.cid {
		return cid, cid < f.glyphs.count
	}
	ids := f.ids()
	if cid < len(ids) && int(ids[cid]) == cid {
		return cid, true // whole fonts list their CIDs in order
	}
	if f.byCID == nil {
		f.byCID = sortedByID(ids)
	}
	i, ok := slices.BinarySearchFunc(f.byCID, cid, func(gid uint16, cid int) int { return int(ids[gid]) - cid })
	if !ok {
		return 0, false
	}
	return int(f.byCID[i]), true
}

// sortedByID returns glyph indices in the order of their ids, the first of two
// glyphs with one id first.
func sortedByID(ids []uint16) []uint16 {
	out := make([]uint16, len(ids))
	for gid := range out {
		out[gid] = uint16(gid)
	}
	slices.SortFunc(out, func(a, b uint16) int {
		if d := int(ids[a]) - int(ids[b]); d != 0 {
			return d
		}
		return int(a) - int(b)
	})
	return out
}

// bySID finds the first glyph of a name-keyed font with that SID.
func (f *cff) bySID(sid int) (int, bool) {
	gid := slices.Index(f.ids(), uint16(sid))
	return max(gid, 0), gid >= 0
}

// NumGlyphs implements Program.
func (f *cff) NumGlyphs() int { return f.glyphs.count }

// ByName implements Program.
func (f *cff) ByName(name string) (int, bool) {
	if f.top.cid {
		return 0, false
	}
	return f.names.find(f, len(f.ids()), name)
}

// ByRune implements Program.
func (f *cff) ByRune(rune) (int, bool) { return 0, false }

func (f *cff) NextRune(rune) rune { return -1 }

// Name implements Program. Glyphs of CID-keyed fonts have none.
func (f *cff) Name(gid int) string {
	ids := f.ids()
	if gid < 0 || gid >= len(ids) || f.top.cid {
		return ""
	}
	sid := int(ids[gid])
	if sid < numStandardStrings {
		return standardString(sid)
	}
	name, _ := f.strings.get(sid - numStandardStrings)
	return string(name)
}
