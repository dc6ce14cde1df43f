package outline

import (
	"encoding/binary"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// cff is a CFF font program (Adobe TN 5176), name-keyed or CID-keyed. INDEXes
// are read where they stand.
type cff struct {
	data    []byte
	strings cffIndex
	globals cffIndex
	glyphs  cffIndex // CharStrings
	top     cffDict
	matrix  geom.Matrix // of a font without FDArray
	private cffPrivate  // the same
	fds     []*cffFD    // of a CID-keyed font, read when first needed
	fdArray cffIndex
	charset []uint16 // SID or CID of each glyph, read when first needed
	byCID   []uint16 // glyphs in the order of their CIDs; nil for identity
	codes   *[256]uint16
	names   nameIndex
	interp  *type2Interp
}

// parseCFF reads the header, the four INDEXes behind it and the Top DICT.
func parseCFF(data []byte) (Program, error) {
	f, err := newCFF(data)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func newCFF(data []byte) (*cff, error) {
	if len(data) < 4 || data[0] != 1 {
		return nil, ErrFormat
	}
	_, at, ok := parseIndex(data, int(data[2])) // the names of the fonts
	if !ok {
		return nil, ErrFormat
	}
	tops, at, ok := parseIndex(data, at)
	if !ok {
		return nil, ErrFormat
	}
	f := &cff{data: data}
	if f.strings, at, ok = parseIndex(data, at); ok {
		f.globals, _, _ = parseIndex(data, at)
	}
	topDict, ok := tops.get(0)
	if !ok {
		return nil, ErrFormat
	}
	f.top = parseDict(topDict)
	return f, f.open()
}

// open reads what the Top DICT points to.
func (f *cff) open() error {
	if f.top.charstringType != type2Charstrings {
		return ErrFormat
	}
	f.glyphs, _, _ = parseIndex(f.data, f.top.charStrings)
	if f.glyphs.count == 0 {
		return ErrFormat
	}
	if f.top.cid {
		f.fdArray, _, _ = parseIndex(f.data, f.top.fdArray)
		f.fds = make([]*cffFD, min(f.fdArray.count, maxFDs))
		return nil
	}
	f.matrix = f.top.matrixOr(thousandth())
	f.private = f.readPrivate(f.top)
	return nil
}

const type2Charstrings = 2

// cffIndex is an INDEX (TN 5176, 5): count objects, whose offsets count from the
// byte before the first of them.
type cffIndex struct {
	data    []byte // of the whole program
	count   int
	offSize int
	offsets int // where the offset array stands
	base    int // what offsets are counted from
}

// parseIndex reads an INDEX and returns where it ends. In a program that breaks
// off, it holds the objects that are there; ok reports whether it is whole.
func parseIndex(data []byte, at int) (x cffIndex, end int, ok bool) {
	if at < 0 || at+2 > len(data) {
		return x, at, false
	}
	count := int(binary.BigEndian.Uint16(data[at:]))
	if count == 0 {
		return x, at + 2, true
	}
	if at+3 > len(data) {
		return x, at, false
	}
	x = cffIndex{data: data, count: count, offSize: int(data[at+2]), offsets: at + 3}
	if x.offSize < 1 || x.offSize > 4 {
		return cffIndex{}, at, false
	}
	x.base = x.offsets + (count+1)*x.offSize - 1
	if x.base+1 > len(data) {
		x.count = max(0, (len(data)-x.offsets)/x.offSize-1)
		return x, len(data), false
	}
	end = x.base + x.offset(count)
	return x, min(end, len(data)), end <= len(data) && end > x.base
}

// offset returns the offset i, 0 ≤ i ≤ count.
func (x *cffIndex) offset(i int) int {
	v := uint32(0)
	for _, b := range x.data[x.offsets+i*x.offSize:][:x.offSize] {
		v = v<<8 | uint32(b)
	}
	return position(v)
}

// get returns the object i. One that breaks off is returned up to the break.
func (x *cffIndex) get(i int) ([]byte, bool) {
	if i < 0 || i >= x.count {
		return nil, false
	}
	start, end := x.base+x.offset(i), x.base+x.offset(i+1)
	if start <= x.base || start > end || start > len(x.data) {
		return nil, false
	}
	return x.data[start:min(end, len(x.data))], true
}

// cffPrivate is what glyphs need of a Private DICT (TN 5176, 15).
type cffPrivate struct {
	subrs                        cffIndex
	defaultWidthX, nominalWidthX float64
}

// readPrivate follows a dictionary's Private operator.
func (f *cff) readPrivate(d cffDict) cffPrivate {
	start, end := d.private, d.private+d.privateSize
	if start < 0 || start > len(f.data) || end < start {
		return cffPrivate{}
	}
	p := parseDict(f.data[start:min(end, len(f.data))])
	out := cffPrivate{defaultWidthX: p.defaultWidthX, nominalWidthX: p.nominalWidthX}
	if p.subrs > 0 {
		out.subrs, _, _ = parseIndex(f.data, start+p.subrs)
	}
	return out
}

// cffFD is a font dictionary of a CID-keyed font (TN 5176, 19).
type cffFD struct {
	matrix  geom.Matrix
	private cffPrivate
}

// fd returns the matrix and private data that a glyph uses.
func (f *cff) fd(gid int) (*geom.Matrix, *cffPrivate, error) {
	if !f.top.cid {
		return &f.matrix, &f.private, nil
	}
	i := f.fdSelect(gid)
	if i < 0 || i >= len(f.fds) {
		return nil, nil, glyphError("no font dictionary %d", i)
	}
	if f.fds[i] == nil {
		data, _ := f.fdArray.get(i)
		d := parseDict(data)
		f.fds[i] = &cffFD{f.fdMatrix(d), f.readPrivate(d)}
	}
	return &f.fds[i].matrix, &f.fds[i].private, nil
}

// fdMatrix joins the matrices of a font dictionary and of the Top DICT, either
// of which may be missing. Fonts that give both in full are seen: a product that
// no font can have is not meant.
func (f *cff) fdMatrix(d cffDict) geom.Matrix {
	if !d.hasMatrix {
		return f.top.matrixOr(thousandth())
	}
	if f.top.hasMatrix {
		if m := d.matrix.Mul(f.top.matrix); plausible(m) {
			return m
		}
	}
	return d.matrixOr(f.top.matrixOr(thousandth()))
}

// fdSelect returns the number of a glyph's font dictionary, or -1.
func (f *cff) fdSelect(gid int) int {
	at := f.top.fdSelect
	if at <= 0 || at >= len(f.data) {
		return 0 // without a choice there can be only one
	}
	data := f.data[at+1:]
	switch f.data[at] {
	case 0:
		if gid < len(data) {
			return int(data[gid])
		}
	case 3:
		return fdRange(data, gid, 2, 1)
	case 4:
		return fdRange(data, gid, 4, 2)
	}
	return -1
}

// fdRange looks a glyph up in formats 3 and 4 of FDSelect: a number of ranges,
// each its first glyph (a uint of gidSize bytes) and its dictionary.
func fdRange(data []byte, gid, gidSize, fdSize int) int {
	n := int(beUint(data, 0, gidSize))
	data = data[min(gidSize, len(data)):]
	size := gidSize + fdSize
	n = min(n, len(data)/size)
	lo, hi := 0, n // the last range that starts at or before gid
	for lo < hi {
		if mid := (lo + hi) / 2; int(beUint(data, mid*size, gidSize)) <= gid {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == 0 {
		return -1
	}
	return int(beUint(data, (lo-1)*size+gidSize, fdSize))
}

// position makes a position of a number in the file; what can be none is beyond
// every end.
func position(v uint32) int { return int(min(v, maxProgramBytes+1)) }

// beUint reads a big-endian number of size bytes; 0 where there is none.
func beUint(data []byte, at, size int) uint32 {
	if at < 0 || at+size > len(data) {
		return 0
	}
	v := uint32(0)
	for _, b := range data[at : at+size] {
		v = v<<8 | uint32(b)
	}
	return v
}
