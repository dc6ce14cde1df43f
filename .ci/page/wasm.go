package main

import (
	"encoding/binary"
	"errors"
	"slices"
)

// The numbers of the sections that are changed.
const (
	importSection = 2
	memorySection = 5
	globalSection = 6
	exportSection = 7
	codeSection   = 10
	dataSection   = 11
)

// errModule tells that a module is not as Go's linker writes it.
var errModule = errors.New("the module has another form than Go's linker gives it")

// module is a WebAssembly module: its sections, in their order.
type module []section

type section struct {
	id   byte
	body reader
}

// magic begins a module, with its version.
const magic = "\x00asm\x01\x00\x00\x00"

func readModule(data []byte) (module, error) {
	rest := reader(data)
	if head, err := rest.bytes(uint64(len(magic))); err != nil || string(head) != magic {
		return nil, errModule
	}
	var out module
	for len(rest) > 0 {
		id, err := rest.byte()
		if err != nil {
			return nil, err
		}
		body, err := rest.counted()
		if err != nil {
			return nil, err
		}
		out = append(out, section{id, body})
	}
	return out, nil
}

// bytes returns the module as a file.
func (m module) bytes() []byte {
	out := []byte(magic)
	for _, s := range m {
		out = appendCounted(append(out, s.id), s.body)
	}
	return out
}

// section returns a section's body; nil where there is none.
func (m module) section(id byte) reader {
	if i := slices.IndexFunc(m, func(s section) bool { return s.id == id }); i >= 0 {
		return m[i].body
	}
	return nil
}

// with returns the module with other bodies of sections.
func (m module) with(bodies map[byte][]byte) module {
	out := slices.Clone(m)
	for i, s := range out {
		if body, ok := bodies[s.id]; ok {
			out[i].body = body
		}
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
	out := (*r)[:n:n]
	*r = (*r)[n:]
	return out, nil
}

// byte reads the next byte.
func (r *reader) byte() (byte, error) {
	b, err := r.bytes(1)
	if err != nil {
		return 0, err
	}
	return b[0], nil
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

// appendCounted appends bytes behind their number.
func appendCounted(out, data []byte) []byte {
	return append(binary.AppendUvarint(out, uint64(len(data))), data...)
}

// appendSigned appends a number whose seventh bit, in its last byte, is its sign.
func appendSigned(out []byte, n int64) []byte {
	for n < -64 || n > 63 {
		out = append(out, byte(n&127|128))
		n >>= 7
	}
	return append(out, byte(n&127))
}
