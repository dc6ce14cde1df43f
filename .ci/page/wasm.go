package main

import (
	"encoding/binary"
	"errors"
)

// dataSection is the number of the section with what memory holds at first.
const dataSection = 11

// farApart is how many zeros between two segments are not written.
const farApart = 4096

// errModule tells that a module is not as Go's linker writes it.
var errModule = errors.New("the module has another form than Go's linker gives it")

// segment is what memory holds from an address on.
type segment struct {
	at   int64
	data []byte
}

// joinData returns a module with its data in few segments. Go's linker begins a new one
// behind eight zeros, a hundred thousand times: the addresses are more to fetch than the
// zeros, which compress to nothing, and to copy each takes longer than all at once.
func joinData(module []byte) ([]byte, error) {
	const head = 8 // the magic and the version
	if len(module) < head {
		return nil, errModule
	}
	out, rest := module[:head:head], reader(module[head:])
	for len(rest) > 0 {
		id, err := rest.bytes(1)
		if err != nil {
			return nil, err
		}
		body, err := rest.counted()
		if err != nil {
			return nil, err
		}
		if id[0] == dataSection {
			segments, err := readSegments(body)
			if err != nil {
				return nil, err
			}
			body = writeSegments(joinedSegments(segments))
		}
		out = append(binary.AppendUvarint(append(out, id[0]), uint64(len(body))), body...)
	}
	return out, nil
}

// joinedSegments returns segments in which those that are not far apart are one.
func joinedSegments(segments []segment) []segment {
	var out []segment
	for _, s := range segments {
		if n := len(out); n > 0 {
			last := &out[n-1]
			if gap := s.at - last.at - int64(len(last.data)); 0 <= gap && gap < farApart {
				last.data = append(append(last.data, make([]byte, gap)...), s.data...)
				continue
			}
		}
		out = append(out, segment{s.at, s.data[:len(s.data):len(s.data)]})
	}
	return out
}

// What stands around the address of a segment of the only memory.
const (
	activeSegment = 0x00
	constant      = 0x41
	endOfAddress  = 0x0b
)

func readSegments(section reader) ([]segment, error) {
	count, err := section.number()
	if err != nil {
		return nil, err
	}
	var out []segment
	for range count {
		begin, err := section.bytes(2)
		if err != nil {
			return nil, err
		}
		at, err := section.signed()
		if err != nil {
			return nil, err
		}
		end, err := section.bytes(1)
		if err != nil {
			return nil, err
		}
		if begin[0] != activeSegment || begin[1] != constant || end[0] != endOfAddress {
			return nil, errModule
		}
		data, err := section.counted()
		if err != nil {
			return nil, err
		}
		out = append(out, segment{at, data})
	}
	if len(section) > 0 {
		return nil, errModule
	}
	return out, nil
}

func writeSegments(segments []segment) []byte {
	out := binary.AppendUvarint(nil, uint64(len(segments)))
	for _, s := range segments {
		out = append(appendSigned(append(out, activeSegment, constant), s.at), endOfAddress)
		out = append(binary.AppendUvarint(out, uint64(len(s.data))), s.data...)
	}
	return out
}

// reader is what is left to read of a module.
type reader []byte

// bytes reads the next n bytes.
func (r *reader) bytes(n uint64) ([]byte, error) {
	if n > uint64(len(*r)) {
		return nil, errModule
	}
	out := (*r)[:n]
	*r = (*r)[n:]
	return out, nil
}

// number reads a number.
func (r *reader) number() (uint64, error) {
	n, size := binary.Uvarint(*r)
	if size <= 0 {
		return 0, errModule
	}
	*r = (*r)[size:]
	return n, nil
}

// counted reads bytes behind their number.
func (r *reader) counted() ([]byte, error) {
	n, err := r.number()
	if err != nil {
		return nil, err
	}
	return r.bytes(n)
}

// signed reads a number whose seventh bit, in its last byte, is its sign.
func (r *reader) signed() (int64, error) {
	before := len(*r)
	n, err := r.number()
	bits := 7 * (before - len(*r))
	if err != nil || bits > 35 {
		return 0, errModule
	}
	return int64(n) << (64 - bits) >> (64 - bits), nil
}

// appendSigned appends such a number.
func appendSigned(out []byte, n int64) []byte {
	for n < -64 || n > 63 {
		out = append(out, byte(n&127|128))
		n >>= 7
	}
	return append(out, byte(n&127))
}
