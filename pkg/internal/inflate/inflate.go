// Package inflate decodes Flate data that lie in memory as a whole, which nearly every
// stream of a PDF does (RFC 1951, in the wrapper of RFC 1950). Libraries in Go read from an
// io.Reader, byte by byte; from memory to memory, eight bytes at a time, takes less, which
// BenchmarkDecode compares.
package inflate

import (
	"encoding/binary"
	"errors"
	"io"
)

// ErrCorrupt tells of data that breaks the rules of the format.
var ErrCorrupt = errors.New("corrupt Flate data")

// Decoder decodes the data of one stream after the other. The zero value waits for its
// first Reset.
type Decoder struct {
	in    []byte // the encoded data
	at    int    // of the next byte of in that is not among the bits
	bits  uint64 // read and not yet used, the next one lowest
	count int    // of the bits; the bits above are those of in[at:], or zero

	block   block
	last    bool // the block is the last one
	left    int  // bytes of a stored block
	symbols *table
	back    *table

	own struct{ symbols, back table } // of a block that brings its own codes
}

// block is the kind of the block that is being decoded.
type block int

const (
	noBlock block = iota // before the next one
	storedBlock
	codedBlock
)

// Window is how many bytes of what was decoded last the next ones can refer to.
const Window = 32 << 10

// Slack is how many bytes of room Decode wants before it decodes more: as many as 64 bits
// can stand for at most, written in steps of eight bytes.
const Slack = 64 + longest

// longest is the greatest number of bytes that one symbol stands for.
const longest = 258

// Reset begins with the encoded data of another stream.
func (d *Decoder) Reset(in []byte) {
	d.in, d.at, d.bits, d.count = in, 0, 0, 0
	d.block, d.last = noBlock, false
}

// ResetZlib is Reset for data in the wrapper of RFC 1950. The error is
// io.ErrUnexpectedEOF or ErrCorrupt when there is no such wrapper, or one that asks for
// a dictionary.
func (d *Decoder) ResetZlib(in []byte) error {
	d.Reset(nil)
	if len(in) < 2 {
		return io.ErrUnexpectedEOF
	}
	const deflate, window, dictionary = 8, 7, 1 << 5
	if in[0]&15 != deflate || in[0]>>4 > window || binary.BigEndian.Uint16(in)%31 != 0 || in[1]&dictionary != 0 {
		return ErrCorrupt
	}
	d.Reset(in[2:])
	return nil
}

// Decode decodes into out[n:], where out[:n] ends with what was decoded before, or with
// the last Window bytes of it, and returns where the decoded bytes end. The error is nil
// where less than Slack bytes of room are left, io.EOF at the end of the data,
// io.ErrUnexpectedEOF where they break off and ErrCorrupt where they break a rule; the
// bytes up to there are right.
func (d *Decoder) Decode(out []byte, n int) (int, error) {
	for len(out)-n >= Slack {
		var err error
		switch d.block {
		case noBlock:
			if d.last {
				return n, io.EOF
			}
			err = d.begin()
		case storedBlock:
			n, err = d.stored(out, n)
		case codedBlock:
			n, err = d.coded(out, n)
		}
		if err != nil {
			return n, err
		}
	}
	return n, nil
}

// Checksum returns the checksum in the wrapper of RFC 1950, which can be read after the
// end of the data: the Adler-32 of what was decoded. The error is io.ErrUnexpectedEOF
// when it is missing.
func (d *Decoder) Checksum() (uint32, error) {
	rest := d.rest()
	if len(rest) < 4 {
		return 0, io.ErrUnexpectedEOF
	}
	return binary.BigEndian.Uint32(rest), nil
}

// rest returns what follows the decoded data, after their end.
func (d *Decoder) rest() []byte {
	d.align()
	return d.in[d.at:]
}

// begin reads the header of a block.
func (d *Decoder) begin() error {
	header, ok := d.take(3)
	if !ok {
		return io.ErrUnexpectedEOF
	}
	d.last = header&1 != 0
	switch header >> 1 {
	case 0:
		return d.beginStored()
	case 1:
		d.symbols, d.back = fixedTables()
		d.block = codedBlock
		return nil
	case 2:
		d.block = codedBlock
		return d.readTables()
	}
	return ErrCorrupt
}

// beginStored reads the length of a stored block.
func (d *Decoder) beginStored() error {
	d.align()
	if len(d.in)-d.at < 4 {
		return io.ErrUnexpectedEOF
	}
	n, check := binary.LittleEndian.Uint16(d.in[d.at:]), binary.LittleEndian.Uint16(d.in[d.at+2:])
	if n != ^check {
		return ErrCorrupt
	}
	d.at += 4
	d.left, d.block = int(n), storedBlock
	return nil
}

// stored copies from a stored block.
func (d *Decoder) stored(out []byte, n int) (int, error) {
	k := copy(out[n:], d.in[d.at:min(d.at+d.left, len(d.in))])
	d.at += k
	d.left -= k
	switch {
	case d.left == 0:
		d.block = noBlock
	case d.at == len(d.in):
		return n + k, io.ErrUnexpectedEOF
	}
	return n + k, nil
}

// align goes on at the next whole byte.
func (d *Decoder) align() {
	d.at -= d.count / 8
	d.bits, d.count = 0, 0
}

// fill reads bits, up to 56 if there are as many.
func (d *Decoder) fill() {
	if len(d.in)-d.at >= 8 { // as a rule, all at once
		d.bits |= binary.LittleEndian.Uint64(d.in[d.at:]) << (d.count & 63)
		d.at += (63 - d.count) >> 3
		d.count |= 56
		return
	}
	for d.count < 56 && d.at < len(d.in) {
		d.bits |= uint64(d.in[d.at]) << d.count
		d.at++
		d.count += 8
	}
}

// take reads n bits, at most 32.
func (d *Decoder) take(n int) (uint32, bool) {
	if d.count < n {
		if d.fill(); d.count < n {
			return 0, false
		}
	}
	value := uint32(d.bits) & (1<<n - 1)
	d.bits >>= n
	d.count -= n
	return value, true
}
