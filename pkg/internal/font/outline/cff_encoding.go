package outline

// The predefined encodings (TN 5176, 12).
const (
	encodingStandard = 0
	encodingExpert   = 1
)

// encodingSupplement is the bit of the format that announces codes for glyphs
// that have one already.
const encodingSupplement = 0x80

// ByCode implements Program. CID-keyed fonts have no encoding.
func (f *cff) ByCode(code byte) (int, bool) {
	if f.top.cid {
		return 0, false
	}
	if f.codes == nil {
		f.codes = f.readEncoding()
	}
	gid := int(f.codes[code])
	return gid, gid > 0
}

// readEncoding returns the glyph of each code, 0 for none.
func (f *cff) readEncoding() *[256]uint16 {
	codes := new([256]uint16)
	switch at := f.top.encoding; {
	case at == encodingStandard:
		f.predefinedEncoding(codes, standardSID)
	case at == encodingExpert:
		f.predefinedEncoding(codes, expertSID)
	case at < len(f.data):
		f.customEncoding(codes, f.data[at:])
	}
	return codes
}

// predefinedEncoding takes the code of each glyph from its SID.
func (f *cff) predefinedEncoding(codes *[256]uint16, sidOf func(byte) int) {
	var codeOf [numStandardStrings]byte
	for code := range codes {
		codeOf[sidOf(byte(code))] = byte(code)
	}
	ids := f.ids()
	for gid := len(ids) - 1; gid > 0; gid-- { // backwards: the first of two wins
		if sid := ids[gid]; sid > 0 && sid < numStandardStrings && sidOf(codeOf[sid]) == int(sid) {
			codes[codeOf[sid]] = uint16(gid)
		}
	}
}

// customEncoding reads formats 0 and 1 with their supplements.
func (f *cff) customEncoding(codes *[256]uint16, data []byte) {
	format := data[0]
	data = data[1:]
	if len(data) == 0 {
		return
	}
	n := int(data[0])
	data = data[1:]
	switch format &^ encodingSupplement {
	case 0: // the codes of the glyphs from 1 on
		data = f.encodeRanges(codes, data, n, 1)
	case 1: // ranges: the first code and how many more follow it
		data = f.encodeRanges(codes, data, n, 2)
	}
	if format&encodingSupplement != 0 {
		f.supplement(codes, data)
	}
}

// encodeRanges reads n entries of one byte (a code) or two (a code and how many
// follow), and returns the rest.
func (f *cff) encodeRanges(codes *[256]uint16, data []byte, n, size int) []byte {
	gid := 1
	for ; n > 0 && len(data) >= size; n-- {
		first, left := int(data[0]), int(beUint(data, 1, size-1))
		for code := first; code <= first+left; code++ {
			if code < len(codes) && gid < f.glyphs.count {
				codes[code] = uint16(gid)
			}
			gid++
		}
		data = data[size:]
	}
	return data
}

// supplement reads codes with the SIDs of their glyphs.
func (f *cff) supplement(codes *[256]uint16, data []byte) {
	if len(data) == 0 {
		return
	}
	n := int(data[0])
	for data = data[1:]; n > 0 && len(data) >= 3; n-- {
		if gid, ok := f.bySID(int(beUint(data, 1, 2))); ok {
			codes[data[0]] = uint16(gid)
		}
		data = data[3:]
	}
}

// expertRuns are the codes and SIDs of the Expert encoding (TN 5176, appendix B).
var expertRuns = [...]struct {
	first, last byte
	sid         int
}{
	{32, 32, 1}, {33, 34, 229}, {36, 43, 231}, {44, 46, 13}, {47, 47, 99}, {48, 57, 239}, {58, 59, 27},
	{60, 63, 249}, {65, 69, 253}, {73, 73, 258}, {76, 79, 259}, {82, 84, 263}, {86, 86, 266}, {87, 88, 109},
	{89, 91, 267}, {93, 126, 270}, {161, 163, 304}, {166, 170, 307}, {172, 172, 312}, {175, 175, 313},
	{178, 179, 314}, {182, 184, 316}, {188, 188, 158}, {189, 189, 155}, {190, 190, 163}, {191, 197, 319},
	{200, 200, 326}, {201, 201, 150}, {202, 202, 164}, {203, 203, 169}, {204, 255, 327},
}

// expertSID returns the standard string of a code in the Expert encoding, 0 for
// none.
func expertSID(code byte) int {
	for _, r := range expertRuns {
		if code >= r.first && code <= r.last {
			return r.sid + int(code-r.first)
		}
	}
	return 0
}
