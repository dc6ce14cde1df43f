package main

import "slices"

// The instructions that are looked for.
const (
	opUnreachable  = 0x00
	opBlock        = 0x02
	opLoop         = 0x03
	opIf           = 0x04
	opElse         = 0x05
	opEnd          = 0x0b
	opBr           = 0x0c
	opBrIf         = 0x0d
	opBrTable      = 0x0e
	opReturn       = 0x0f
	opCall         = 0x10
	opCallIndirect = 0x11
	opLocalGet     = 0x20
	opLocalSet     = 0x21
	opLocalTee     = 0x22
	opGlobalGet    = 0x23
	opStore64      = 0x37
	opEqz32        = 0x45
	opSub32        = 0x6b
	opMore         = 0xfc
)

const noValue = 0x40 // the type of a block that leaves nothing

// instruction is one instruction of a function.
type instruction struct {
	op      byte
	n       uint64 // its first operand, unless that is a constant: a label, a variable, a function
	value   int64  // its operand, if that is a constant
	bytes   reader // all of it
	unwinds bool   // it is a branch out of the function, which ends the stack of WebAssembly
}

// instruction reads the next instruction.
func (r *reader) instruction() (instruction, error) {
	begin := *r
	op, err := r.byte()
	if err != nil {
		return instruction{}, err
	}
	i := instruction{op: op}
	switch {
	case op == constant32 || op == constant64:
		i.value, err = r.signed()
	case op >= opBlock && op <= opIf:
		i.n, err = r.number()
	case op == opBrTable:
		_, err = r.labels()
	default:
		var before, numbers, after int
		if before, numbers, after, err = r.operands(op); err != nil {
			return i, err
		}
		i.n, err = r.skip(before, numbers, after)
	}
	i.bytes = begin[:len(begin)-len(*r)]
	return i, err
}

// operands returns how many bytes, numbers and bytes stand behind an instruction.
func (r *reader) operands(op byte) (before, numbers, after int, err error) {
	switch {
	case op == opMore:
		kind, err := r.number()
		switch {
		case err != nil || kind <= 7: // conversions
			return 0, 0, 0, err
		case kind == 10: // memory.copy
			return 2, 0, 0, nil
		case kind == 11: // memory.fill
			return 1, 0, 0, nil
		}
		return 0, 0, 0, errModule
	case op == 0x43: // f32.const
		return 4, 0, 0, nil
	case op == 0x44: // f64.const
		return 8, 0, 0, nil
	case op == opBr || op == opBrIf || op == opCall || op >= opLocalGet && op <= 0x24:
		return 0, 1, 0, nil
	case op == opCallIndirect:
		return 0, 1, 1, nil
	case op >= 0x28 && op <= 0x3e: // loads and stores
		return 0, 2, 0, nil
	case op == 0x3f || op == 0x40: // memory.size and memory.grow
		return 1, 0, 0, nil
	case op <= 1 || op == opElse || op == opEnd || op == opReturn || op == 0x1a || op == 0x1b || op >= opEqz32 && op <= 0xc4:
		return 0, 0, 0, nil
	}
	return 0, 0, 0, errModule
}

// skip reads bytes, numbers and bytes, and returns the first number.
func (r *reader) skip(before, numbers, after int) (uint64, error) {
	var first uint64
	if _, err := r.bytes(uint64(before)); err != nil {
		return 0, err
	}
	for i := range numbers {
		n, err := r.number()
		if err != nil {
			return 0, err
		}
		if i == 0 {
			first = n
		}
	}
	_, err := r.bytes(uint64(after))
	return first, err
}

// labels reads the labels of a table; the last one is for all other numbers.
func (r *reader) labels() ([]uint64, error) {
	count, err := r.number()
	if err != nil || count >= uint64(len(*r)) {
		return nil, errModule
	}
	out := make([]uint64, count+1)
	for i := range out {
		if out[i], err = r.number(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// signed reads a number whose seventh bit, in its last byte, is its sign.
func (r *reader) signed() (int64, error) {
	var out int64
	for shift := 0; shift < 64; shift += 7 {
		b, err := r.byte()
		if err != nil {
			return 0, err
		}
		out |= int64(b&127) << shift
		if b < 128 {
			if b&64 != 0 && shift+7 < 64 {
				out |= -1 << (shift + 7)
			}
			return out, nil
		}
	}
	return 0, errModule
}

// instructions reads all instructions.
func (r *reader) instructions() ([]instruction, error) {
	var out []instruction
	for len(*r) > 0 {
		i, err := r.instruction()
		if err != nil {
			return nil, err
		}
		out = append(out, i)
	}
	return out, nil
}

// begins tells whether code begins with these instructions, whatever their operands.
func begins(code []instruction, ops ...byte) bool {
	return len(code) >= len(ops) && slices.EqualFunc(code[:len(ops)], ops, func(i instruction, op byte) bool { return i.op == op })
}

// ends tells whether code ends with these instructions.
func ends(code []instruction, ops ...byte) bool {
	return len(code) >= len(ops) && begins(code[len(code)-len(ops):], ops...)
}
