package inflate

import (
	"encoding/binary"
	"io"
)

// coded decodes from a coded block: many symbols at a time while the data and the room
// last, then one by one.
func (d *Decoder) coded(out []byte, n int) (int, error) {
	for d.block == codedBlock && len(out)-n >= Slack {
		var err error
		if len(d.in)-d.at >= 8 {
			n, err = d.many(out, n)
		} else {
			n, err = d.one(out, n)
		}
		if err != nil {
			return n, err
		}
	}
	return n, nil
}

// matchBits is the most bits that a length and a distance take.
const matchBits = maxLength + 5 + maxLength + 13

// many decodes symbols until the block ends, or the room, or less than eight bytes of data
// are left. Each turn has at least 56 bits: those of some bytes, or of a length and a
// distance.
func (d *Decoder) many(out []byte, n int) (_ int, err error) {
	in, at, bits, count := d.in, d.at, d.bits, uint(d.count)
	symbols, back := d.symbols, d.back
	for len(in)-at >= 8 && len(out)-n >= Slack {
		bits |= binary.LittleEndian.Uint64(in[at:at+8]) << (count & 63)
		at += int((63 - count) >> 3)
		count |= 56
		e := symbols.short(bits)
		for e&literal != 0 && count >= indexBits {
			bits >>= e & 63
			count -= uint(uint8(e)) // the length of the code
			out[n] = byte(e >> valueShift)
			n++
			e = symbols.short(bits)
		}
		if count < matchBits {
			continue
		}
		if e == 0 {
			if e = symbols.findLong(bits); e&literal != 0 {
				bits >>= e & 63
				count -= uint(uint8(e))
				out[n] = byte(e >> valueShift)
				n++
				continue
			}
		}
		length, used := e.read(bits)
		bits >>= used & 63
		count -= used
		if e&endOfBlock != 0 {
			d.block = noBlock
			break
		}
		from := back.find(bits)
		distance, used := from.read(bits)
		bits >>= used & 63
		count -= used
		if e == 0 || from == 0 || distance > n {
			err = ErrCorrupt
			break
		}
		n = repeat(out, n, distance, length)
	}
	d.at, d.bits, d.count = at, bits, int(count)
	return n, err
}

// one decodes one symbol.
func (d *Decoder) one(out []byte, n int) (int, error) {
	d.fill()
	e := d.symbols.find(d.bits)
	value, used := e.read(d.bits)
	if err := d.use(e, used); err != nil {
		return n, err
	}
	switch {
	case e&literal != 0:
		out[n] = byte(value)
		return n + 1, nil
	case e&endOfBlock != 0:
		d.block = noBlock
		return n, nil
	}
	e = d.back.find(d.bits)
	distance, used := e.read(d.bits)
	if err := d.use(e, used); err != nil {
		return n, err
	}
	if distance > n {
		return n, ErrCorrupt
	}
	return repeat(out, n, distance, value), nil
}

// use takes the bits of a code, and of what belongs to it.
func (d *Decoder) use(e entry, bits uint) error {
	switch {
	case int(bits) > d.count || e == 0 && d.count < maxLength:
		return io.ErrUnexpectedEOF
	case e == 0:
		return ErrCorrupt
	}
	d.bits >>= bits
	d.count -= int(bits)
	return nil
}

// step is how many bytes are copied at a time.
const step = 8

// farther is, for a distance of less than a step, the next multiple of it that is none.
// What repeats after one distance does after several.
var farther = [step]int{1: 8, 2: 8, 3: 9, 4: 8, 5: 10, 6: 12, 7: 14}

// repeat writes to out[n:] what stands some distance before, and returns where it ends.
func repeat(out []byte, n, distance, length int) int {
	from, end := n-distance, n+length
	if distance < step {
		for ; n < from+farther[distance]; n++ {
			out[n] = out[n-distance]
		}
	}
	for n+4*step < end { // of much, each time twice as many
		n += copy(out[n:end], out[from:n])
	}
	for ; n < end; n, from = n+step, from+step {
		binary.LittleEndian.PutUint64(out[n:], binary.LittleEndian.Uint64(out[from:]))
	}
	return end
}
