package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// The types of globals, and what stands around their values and addresses.
const (
	type32      = 0x7f
	type64      = 0x7e
	mutable     = 1
	constant32  = 0x41
	constant64  = 0x42
	endOfCode   = 0x0b
	globalKind  = 3
	activeInto0 = 0 // a segment of data that goes into the only memory
)

// constants are the instructions for a value of a type.
var constants = map[byte]byte{type32: constant32, type64: constant64}

// globals returns the types of the module's globals, which begin as zeros.
func (m module) globals() ([]byte, error) {
	section := m.section(globalSection)
	count, err := section.number()
	if err != nil {
		return nil, err
	}
	var kinds []byte
	for range count {
		global, err := section.bytes(5)
		if err != nil {
			return nil, err
		}
		kind := global[0]
		if constants[kind] == 0 || !bytes.Equal(global[1:], []byte{mutable, constants[kind], 0, endOfCode}) {
			return nil, errModule
		}
		kinds = append(kinds, kind)
	}
	if len(section) > 0 {
		return nil, errModule
	}
	return kinds, nil
}

// exporting returns the module with n globals exported, by their numbers.
func (m module) exporting(n int) (module, error) {
	section := m.section(exportSection)
	count, err := section.number()
	if err != nil {
		return nil, err
	}
	body := append(binary.AppendUvarint(nil, count+uint64(n)), section...)
	for i := range n {
		body = appendCounted(body, fmt.Appendf(nil, "global%d", i))
		body = binary.AppendUvarint(append(body, globalKind), uint64(i))
	}
	return m.with(map[byte][]byte{exportSection: body}), nil
}

// exported returns the number of an exported function.
func (m module) exported(wanted string) (uint64, error) {
	section := m.section(exportSection)
	count, err := section.number()
	if err != nil {
		return 0, err
	}
	for range count {
		name, err := section.counted()
		if err != nil {
			return 0, err
		}
		kind, err := section.byte()
		if err != nil {
			return 0, err
		}
		n, err := section.number()
		if err != nil {
			return 0, err
		}
		if string(name) == wanted && kind == 0 {
			return n, nil
		}
	}
	return 0, errModule
}

// functions returns how many functions are imported, how many there are besides, and the
// code of these.
func (m module) functions() (imported, count uint64, code reader, err error) {
	imports := m.section(importSection)
	if imported, err = imports.number(); err != nil { // all of them functions
		return 0, 0, nil, err
	}
	code = m.section(codeSection)
	count, err = code.number()
	return imported, count, code, err
}

// emptied returns the section of code in which a function does nothing.
func (m module) emptied(function uint64) ([]byte, error) {
	imported, count, section, err := m.functions()
	if err != nil {
		return nil, err
	}
	if function < imported || function-imported >= count {
		return nil, errModule
	}
	out := binary.AppendUvarint(nil, count)
	for range function - imported {
		body, err := section.counted()
		if err != nil {
			return nil, err
		}
		out = appendCounted(out, body)
	}
	if _, err := section.counted(); err != nil {
		return nil, err
	}
	out = appendCounted(out, []byte{0, endOfCode}) // without variables
	return append(out, section...), nil
}

// pageBytes is in what memory is counted.
const pageBytes = 1 << 16

// farApart is how many zeros between two segments are not written.
const farApart = 4096

// segments returns the section of data that gives memory its bytes, in few segments:
// zeros compress to nothing, and to copy each segment takes longer than all at once.
func segments(memory []byte) []byte {
	var out []byte
	count := 0
	for begin := nextByte(memory, 0); begin < len(memory); count++ {
		end := begin
		for at := begin; at < len(memory) && at-end < farApart; at++ {
			if memory[at] != 0 {
				end = at + 1
			}
		}
		out = append(appendSigned(append(out, activeInto0, constant32), int64(begin)), endOfCode)
		out = appendCounted(out, memory[begin:end])
		begin = nextByte(memory, end)
	}
	return append(binary.AppendUvarint(nil, uint64(count)), out...)
}

// nextByte returns where the next byte is that is not zero, or the end.
func nextByte(memory []byte, from int) int {
	for from < len(memory) && memory[from] == 0 {
		from++
	}
	return from
}
