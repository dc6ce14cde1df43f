package outline

import (
	"encoding/binary"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// sfnt is a font in an OpenType or TrueType wrapper (OpenType specification,
// "Organization of an OpenType font"). Subset fonts lack most tables.
type sfnt struct {
	cmap, post, hmtx []byte
	glyf, loca       []byte
	cff              *cff // the outlines when they are not in glyf
	longLoca         bool
	numGlyphs        int
	numHMetrics      int
	unitsPerEm       float64

	cmaps   *cmapSet  // found when first requested
	strings [][]byte  // the strings of post format 2, likewise
	names   nameIndex // likewise
	budget  budget
}

// defaultUnitsPerEm is taken where head is missing.
const defaultUnitsPerEm = 1000

// parseSFNT reads the table directory.
func parseSFNT(data []byte) (Program, error) {
	tables, ok := tableDirectory(data)
	if !ok {
		return nil, ErrFormat
	}
	f := &sfnt{cmap: tables.cmap, post: tables.post, hmtx: tables.hmtx, glyf: tables.glyf, loca: tables.loca}
	if !f.readHead(tables) {
		return nil, ErrFormat
	}
	if tables.cff != nil {
		return f.wrapCFF(tables.cff)
	}
	f.numGlyphs = f.countGlyphs(tables.maxp)
	if f.numGlyphs == 0 {
		return nil, ErrFormat
	}
	f.budget = newBudget(len(data))
	return f, nil
}

// wrapCFF takes the outlines from a CFF table, whose own count of glyphs holds.
func (f *sfnt) wrapCFF(data []byte) (Program, error) {
	c, err := newCFF(data)
	if err != nil {
		return nil, err
	}
	f.cff, f.numGlyphs = c, c.NumGlyphs()
	return f, nil
}

// tableSet holds the tables that are read; nil where there is none.
type tableSet struct{ head, maxp, hhea, hmtx, loca, glyf, cmap, post, cff []byte }

func (t *tableSet) slot(tag string) *[]byte {
	switch tag {
	case "head":
		return &t.head
	case "maxp":
		return &t.maxp
	case "hhea":
		return &t.hhea
	case "hmtx":
		return &t.hmtx
	case "loca":
		return &t.loca
	case "glyf":
		return &t.glyf
	case "cmap":
		return &t.cmap
	case "post":
		return &t.post
	case "CFF ":
		return &t.cff
	}
	return nil
}

// tableDirectory finds the tables of a font, of the first one in a collection.
// A table that breaks off ends at the break; of two with one tag the first
// counts.
func tableDirectory(data []byte) (t tableSet, ok bool) {
	at := 0
	if len(data) >= 16 && string(data[:4]) == "ttcf" {
		at = position(binary.BigEndian.Uint32(data[12:]))
	}
	if at+12 > len(data) {
		return t, false
	}
	n := min(int(binary.BigEndian.Uint16(data[at+4:])), maxTables)
	for rec := data[at+12:]; n > 0 && len(rec) >= 16; rec = rec[16:] {
		n--
		start, size := position(beUint(rec, 8, 4)), position(beUint(rec, 12, 4))
		if slot := t.slot(string(rec[:4])); slot != nil && *slot == nil && start < len(data) {
			*slot = data[start:min(start+size, len(data))]
		}
	}
	return t, t.glyf != nil || t.loca != nil || t.cff != nil
}

// headMagic is in every head table: where it is missing, the directory's
// offsets are wrong, and glyphs would be rubbish.
const headMagic = 0x5F0F3CF5

// readHead reads head, which may be missing, and hhea.
func (f *sfnt) readHead(t tableSet) (ok bool) {
	if len(t.head) >= 16 && beUint(t.head, 12, 4) != headMagic {
		return false
	}
	f.unitsPerEm = float64(beUint(t.head, 18, 2))
	if f.unitsPerEm < 16 || f.unitsPerEm > 1<<14 { // the limits of the specification
		f.unitsPerEm = defaultUnitsPerEm
	}
	f.longLoca = beUint(t.head, 50, 2) == 1
	f.numHMetrics = int(beUint(t.hhea, 34, 2))
	f.numHMetrics = min(f.numHMetrics, len(f.hmtx)/4)
	return true
}

// countGlyphs reports the number of glyphs, not more than loca has places for, and
// checks loca's format against it: head is missing or wrong in some subsets.
func (f *sfnt) countGlyphs(maxp []byte) int {
	n := int(beUint(maxp, 4, 2))
	if n == 0 {
		n = min(len(f.loca)/f.locaSize()-1, maxGlyphs)
	}
	if f.longLoca && len(f.loca) < 4*n && len(f.loca) >= 2*(n+1) {
		f.longLoca = false
	}
	return max(0, min(n, len(f.loca)/f.locaSize()))
}

func (f *sfnt) locaSize() int {
	if f.longLoca {
		return 4
	}
	return 2
}

// NumGlyphs implements Program.
func (f *sfnt) NumGlyphs() int { return f.numGlyphs }

// ByCID implements Program.
func (f *sfnt) ByCID(cid int) (int, bool) {
	if f.cff != nil {
		return f.cff.ByCID(cid)
	}
	return cid, cid >= 0 && cid < f.numGlyphs
}

// ByName implements Program.
func (f *sfnt) ByName(name string) (int, bool) {
	if f.cff != nil && !f.cff.top.cid {
		return f.cff.ByName(name)
	}
	return f.names.find(f, f.numPostNames(), name)
}

// Name implements Program.
func (f *sfnt) Name(gid int) string {
	if gid < 0 || gid >= f.numGlyphs {
		return ""
	}
	if f.cff != nil && !f.cff.top.cid {
		return f.cff.Name(gid)
	}
	return f.postName(gid)
}

// Advance implements Program.
func (f *sfnt) Advance(gid int) (float64, bool) {
	if gid < 0 || gid >= f.numGlyphs {
		return 0, false
	}
	if f.numHMetrics > 0 {
		at := 4 * min(gid, f.numHMetrics-1) // the last advance holds for the rest
		return float64(beUint(f.hmtx, at, 2)) / f.unitsPerEm, true
	}
	if f.cff != nil {
		return f.cff.Advance(gid)
	}
	return 0, false
}

// leftBearing returns where the ink of a glyph begins, in font units.
func (f *sfnt) leftBearing(gid int) (float64, bool) {
	at := 4 * gid
	if gid >= f.numHMetrics {
		at = 4*f.numHMetrics + 2*(gid-f.numHMetrics) - 2
	}
	if f.numHMetrics == 0 || at+4 > len(f.hmtx) {
		return 0, false
	}
	return float64(int16(beUint(f.hmtx, at+2, 2))), true
}

// Box implements Program.
func (f *sfnt) Box(gid int) (geom.Rect, error) {
	if f.cff != nil {
		return f.cff.Box(gid)
	}
	return f.glyfBox(gid)
}
