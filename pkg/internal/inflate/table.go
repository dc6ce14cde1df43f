package inflate

import (
	"io"
	"math/bits"
	"sync"
)

// entry says what a code stands for. From the lowest bit on: the length of the code (4
// bits; 0: there is no such code, or a longer one), the number of extra bits behind it
// (4, none behind a byte), what it is (2), from bit 16 on the byte, or the least length
// or distance.
type entry uint32

const (
	literal    entry = 1 << 8 // a byte, or the length of a code
	endOfBlock entry = 1 << 9
	valueShift       = 16
)

func entryOf(value, extra int) entry { return entry(value)<<valueShift | entry(extra)<<4 }

// value returns the byte, or the least length or distance.
func (e entry) value() int { return int(e >> valueShift) }

// read returns the value that the next bits of a stream, which begin with e's code, stand
// for, and how many bits those are.
func (e entry) read(next uint64) (value int, used uint) {
	code, extra := uint(e&15), uint(e>>4&15)
	return int(e>>valueShift) + int(next>>code&(1<<extra-1)), code + extra
}

const (
	maxLength  = 15 // of a code
	indexBits  = 10 // codes up to this length are looked up at once
	maxSymbols = 288
)

// table finds the codes of an alphabet in a stream of bits.
type table struct {
	entries [1 << indexBits]entry // by the next bits of the stream
	// All codes in their order: of each length the first code, how many there are, and
	// where their entries begin.
	first, count, begin [maxLength + 1]int
	sorted              [maxSymbols]entry
}

// find returns the entry for the next bits of a stream, 0 where they are no code.
func (t *table) find(next uint64) entry {
	if e := t.entries[next&(1<<indexBits-1)]; e != 0 {
		return e
	}
	return t.findLong(next)
}

// short is find for the codes that are looked up at once; 0 for all others.
func (t *table) short(next uint64) entry { return t.entries[next&(1<<indexBits-1)] }

// findLong is find for a code that is not looked up at once.
func (t *table) findLong(next uint64) entry {
	code := int(bits.Reverse16(uint16(next)) >> (16 - indexBits))
	for n := indexBits + 1; n <= maxLength; n++ {
		code = code<<1 | int(next>>(n-1)&1)
		if i := code - t.first[n]; i >= 0 && i < t.count[n] {
			return t.sorted[t.begin[n]+i]
		}
	}
	return 0
}

// build makes the table for an alphabet whose codes have these lengths (RFC 1951,
// 3.2.2), 0 for a symbol without code. It reports whether the lengths make up a code.
func (t *table) build(lengths []uint8, alphabet []entry) bool {
	t.count = [maxLength + 1]int{}
	for _, n := range lengths {
		t.count[n&maxLength]++ // which n never exceeds: the compiler sees it so
	}
	t.count[0] = 0
	longest := maxLength
	for longest > 0 && t.count[longest] == 0 {
		longest--
	}
	code, at := 0, 0
	for n := 1; n <= longest; n++ {
		code <<= 1
		t.first[n], t.begin[n] = code, at
		code += t.count[n]
		at += t.count[n]
	}
	// Every code but one of a single symbol uses all its bits.
	if longest > 0 && code != 1<<longest && !(code == 1 && longest == 1) {
		return false
	}
	t.fill(lengths, alphabet)
	return true
}

// fill fills in the entries. With each bit more that they are indexed by, what was there
// is there twice, and codes of that length take places that were free.
func (t *table) fill(lengths []uint8, alphabet []entry) {
	next := t.begin
	for symbol, n := range lengths {
		if n == 0 {
			continue
		}
		e := alphabet[symbol]
		if e != 0 {
			e |= entry(n)
		}
		t.sorted[next[n&maxLength]] = e
		next[n&maxLength]++
	}
	t.entries[0] = 0
	for n := 1; n <= indexBits; n++ {
		half := 1 << (n - 1)
		copy(t.entries[half:], t.entries[:half])
		code := uint16(t.first[n])
		for _, e := range t.sorted[t.begin[n]:][:t.count[n]] {
			t.entries[bits.Reverse16(code)>>(16-n)] = e
			code++
		}
	}
}

// The alphabets of lengths of codes, of bytes and lengths, and of distances. Symbols
// that the format does not use have no entry.
var (
	lengthAlphabet = func() (a [19]entry) {
		for i := range a {
			a[i] = literal | entryOf(i, 0)
		}
		a[repeatLast], a[shortZeros], a[longZeros] = entryOf(repeatLast, 2), entryOf(shortZeros, 3), entryOf(longZeros, 7)
		return a
	}()
	symbolAlphabet = func() (a [maxSymbols]entry) {
		for i := range 256 {
			a[i] = literal | entryOf(i, 0)
		}
		a[256] = endOfBlock
		length := 3
		for i := range 28 {
			extra := max(0, i/4-1)
			a[257+i] = entryOf(length, extra)
			length += 1 << extra
		}
		a[285] = entryOf(longest, 0)
		return a
	}()
	backAlphabet = func() (a [32]entry) {
		distance := 1
		for i := range 30 {
			extra := max(0, i/2-1)
			a[i] = entryOf(distance, extra)
			distance += 1 << extra
		}
		return a
	}()
)

// fixedTables returns the tables of blocks without codes of their own (RFC 1951, 3.2.6).
var fixedTables = sync.OnceValues(func() (symbols, back *table) {
	var lengths [maxSymbols]uint8
	for i := range lengths {
		switch {
		case i < 144 || i >= 280:
			lengths[i] = 8
		case i < 256:
			lengths[i] = 9
		default:
			lengths[i] = 7
		}
	}
	symbols, back = new(table), new(table)
	symbols.build(lengths[:], symbolAlphabet[:])
	var distances [32]uint8
	for i := range distances {
		distances[i] = 5
	}
	back.build(distances[:], backAlphabet[:])
	return symbols, back
})

// Symbols among the lengths of codes: the last length, or none, several times.
const (
	repeatLast = 16
	shortZeros = 17
	longZeros  = 18
)

// lengthOrder is the order in which the lengths of the codes for lengths come.
var lengthOrder = [19]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// readTables reads the codes of a block (RFC 1951, 3.2.7).
func (d *Decoder) readTables() error {
	header, ok := d.take(14)
	if !ok {
		return io.ErrUnexpectedEOF
	}
	symbols, distances, given := int(header&31)+257, int(header>>5&31)+1, int(header>>10)+4
	if symbols > 286 || distances > 30 {
		return ErrCorrupt
	}
	var lengths [286 + 30]uint8
	for _, symbol := range lengthOrder[:given] {
		n, ok := d.take(3)
		if !ok {
			return io.ErrUnexpectedEOF
		}
		lengths[symbol] = uint8(n)
	}
	d.symbols, d.back = &d.own.symbols, &d.own.back
	if !d.symbols.build(lengths[:len(lengthOrder)], lengthAlphabet[:]) {
		return ErrCorrupt
	}
	clear(lengths[:len(lengthOrder)])
	if err := d.readLengths(lengths[:symbols+distances]); err != nil {
		return err
	}
	if !d.symbols.build(lengths[:symbols], symbolAlphabet[:]) || !d.back.build(lengths[symbols:symbols+distances], backAlphabet[:]) {
		return ErrCorrupt
	}
	return nil
}

// readLengths reads the lengths of codes, with the code that d.symbols is.
func (d *Decoder) readLengths(lengths []uint8) error {
	for i := 0; i < len(lengths); {
		if d.count < maxLength {
			d.fill()
		}
		e := d.symbols.short(d.bits) // as all of them are
		value, used := e.read(d.bits)
		if err := d.use(e, used); err != nil {
			return err
		}
		n, length := 1, uint8(value)
		switch e.value() {
		case repeatLast:
			if i == 0 {
				return ErrCorrupt
			}
			n, length = 3+value-repeatLast, lengths[i-1]
		case shortZeros:
			n, length = 3+value-shortZeros, 0
		case longZeros:
			n, length = 11+value-longZeros, 0
		}
		if n > len(lengths)-i {
			return ErrCorrupt
		}
		for range n {
			lengths[i] = length
			i++
		}
	}
	return nil
}
