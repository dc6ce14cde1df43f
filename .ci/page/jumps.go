package main

import (
	"errors"
	"slices"
)

// errAsIs tells that a function stays as it is.
var errAsIs = errors.New("the function has another form than Go's compiler gives it")

// The variables of every function of Go.
const (
	variablePC = 0 // its parameter: the place where it goes on
	globalSP   = 0
	variableSP = 1
)

// Where there is no part to go on at.
const (
	none  = -1
	again = -2 // the function is entered once more
)

// part is code of a function without jumps, between two places where it can be entered.
type part struct {
	code []instruction
	yes  int // where it goes on if the condition that its code leaves is true; none: there is no condition
	next int // where it goes on otherwise; none: nowhere
}

// flow is a function in parts. Go's compiler writes a loop around them all, which each
// jump repeats in order to reach its part through a table.
type flow struct {
	variables []byte
	parts     []part
	unwinds   bool        // whether it has a way out for unwinding the stack
	free      int         // the first place that is not in the table
	resumed   map[int]int // the parts where it may be entered, by the places that stand on Go's stack
}

// callees tells of functions what is special when they are called.
type callees struct {
	noReturn    map[uint64]bool
	deferReturn uint64
}

// places is the table of a function: parts by places.
type places []uint64

// part returns the part at a place.
func (p places) part(place int64) (int, error) {
	switch {
	case place < 0:
		return none, errAsIs
	case place >= int64(len(p)):
		place = int64(len(p)) - 1
	}
	return int(p[place]), nil
}

// readFlow reads the body of a function, whose number in addresses of code is own.
func readFlow(body reader, own int64, to callees) (*flow, error) {
	f := &flow{resumed: map[int]int{}}
	rest := body
	count, err := rest.number()
	if err != nil {
		return nil, err
	}
	for range count {
		if _, err := rest.skip(0, 1, 1); err != nil {
			return nil, err
		}
	}
	f.variables = body[:len(body)-len(rest)]
	code, err := rest.instructions()
	if err != nil {
		return nil, err
	}
	code, table, err := f.readHead(code)
	if err != nil {
		return nil, err
	}
	f.free = len(table)
	last := int(table[len(table)-1])
	for i := range last + 1 {
		var p []instruction
		if p, code, err = splitPart(code, last-i); err != nil {
			return nil, err
		}
		if err := f.add(p, table, last-i, own, to); err != nil {
			return nil, err
		}
	}
	return f, f.readFoot(code)
}

// readHead reads what stands before the first part.
func (f *flow) readHead(code []instruction) ([]instruction, places, error) {
	if !begins(code, opGlobalGet, opLocalSet) || code[0].n != globalSP || code[1].n != variableSP {
		return nil, nil, errAsIs
	}
	code = code[2:]
	if f.unwinds = begins(code, opBlock, opLoop); f.unwinds {
		code = code[1:]
	}
	if !begins(code, opLoop) {
		return nil, nil, errAsIs
	}
	code = code[1:]
	blocks := 0
	for begins(code, opBlock) {
		code, blocks = code[1:], blocks+1
	}
	if !begins(code, opLocalGet, opBrTable, opEnd) || code[0].n != variablePC {
		return nil, nil, errAsIs
	}
	rest := code[1].bytes[1:]
	table, err := rest.labels()
	if err != nil || table[len(table)-1]+1 != uint64(blocks) {
		return nil, nil, errAsIs
	}
	for _, n := range table {
		if n >= uint64(blocks) {
			return nil, nil, errAsIs
		}
	}
	return code[3:], table, nil
}

// readFoot reads what stands behind the last part.
func (f *flow) readFoot(code []instruction) error {
	want := []byte{opUnreachable, opEnd}
	if f.unwinds {
		want = []byte{opUnreachable, opEnd, constant32, opEnd}
	}
	if len(code) != len(want) || !begins(code, want...) {
		return errAsIs
	}
	return nil
}

// splitPart splits code at the end of its first part, from which branches lead to the loop
// over so many blocks.
func splitPart(code []instruction, blocks int) (first, rest []instruction, err error) {
	depth := 0
	for i := range code {
		switch c := &code[i]; c.op {
		case opBlock, opLoop, opIf:
			depth++
		case opEnd:
			if depth--; depth < 0 {
				return code[:i], code[i+1:], nil
			}
		case opBrTable:
			return nil, nil, errAsIs
		case opBr, opBrIf:
			if c.n >= uint64(depth) && c.n != uint64(depth+blocks) {
				if c.unwinds = c.n == uint64(depth+blocks+1); !c.unwinds {
					return nil, nil, errAsIs
				}
			}
		}
	}
	return nil, nil, errAsIs
}

// add adds a part, given its code with its jumps.
func (f *flow) add(code []instruction, table places, blocks int, own int64, to callees) error {
	p := part{code: code, yes: none, next: len(f.parts) + 1}
	if blocks == 0 {
		p.next = none // behind the last one is nothing
	}
	switch {
	case ends(code, opReturn), ends(code, opUnreachable):
		p.next = none
	default:
		if err := p.cutJumps(table, blocks); err != nil {
			return err
		}
	}
	if err := p.check(blocks); err != nil {
		return err
	}
	noReturn, err := f.noteCalls(p.code, table, own, to)
	if err != nil {
		return err
	}
	if noReturn {
		p.yes, p.next = none, none
	}
	f.parts = append(f.parts, p)
	return nil
}

// cutJumps takes the jumps off the end of a part's code.
func (p *part) cutJumps(table places, blocks int) (err error) {
	jump := func(code []instruction, depth int) bool {
		return ends(code, constant32, opLocalSet, opBr) && code[len(code)-2].n == variablePC && code[len(code)-1].n == uint64(blocks+depth)
	}
	target := func() error {
		to, err := table.part(p.code[len(p.code)-3].value)
		p.next, p.code = to, p.code[:len(p.code)-3]
		return err
	}
	if jump(p.code, 0) {
		if err := target(); err != nil {
			return err
		}
	}
	if n := len(p.code) - 1; ends(p.code, opEnd) && jump(p.code[:n], 1) && ends(p.code[:n-3], opIf) && p.code[n-4].n == noValue {
		p.yes, err = table.part(p.code[n-3].value)
		p.code = p.code[:n-4]
	}
	return err
}

// check tells whether what is left of a part has no jump and no other use of the place.
func (p *part) check(blocks int) error {
	depth := 0
	for i, c := range p.code {
		switch c.op {
		case opBlock, opLoop, opIf:
			depth++
		case opEnd:
			depth--
		case opBr, opBrIf:
			if c.n == uint64(depth+blocks) {
				return errAsIs
			}
		case opLocalSet, opLocalTee:
			// Go keeps the called function there while it writes its parameter.
			if c.n == variablePC && !begins(p.code[i+1:], constant32, opLocalGet, opCallIndirect) {
				return errAsIs
			}
		}
	}
	return nil
}

// leavesPlace tells whether a part's code writes something else where the place is.
func (p *part) leavesPlace() bool {
	return slices.ContainsFunc(p.code, func(i instruction) bool { return i.op == opLocalSet && i.n == variablePC })
}

// noteCalls notes where a function is entered again after the calls of a part, and tells
// whether the last one of them does not return.
func (f *flow) noteCalls(code []instruction, table places, own int64, to callees) (noReturn bool, err error) {
	depth := 0
	for i, c := range code {
		switch c.op {
		case opBlock, opLoop, opIf:
			depth++
		case opEnd:
			depth--
		}
		if c.op != constant64 || c.value>>16 != own || !begins(code[i+1:], opStore64) {
			continue
		}
		called := callOf(code[i+2:])
		if called != nil && called.op == opCall && to.noReturn[called.n] {
			noReturn = depth == 0
			continue
		}
		noReturn = false
		if err := f.resume(c.value&0xffff, table); err != nil {
			return false, err
		}
		if called != nil && called.op == opCall && called.n == to.deferReturn {
			if err := f.resume(c.value&0xffff-1, table); err != nil { // after a panic
				return false, err
			}
		}
	}
	return noReturn, nil
}

// resume notes that the function may be entered again at a place; at zero it always is.
func (f *flow) resume(place int64, table places) error {
	to, err := table.part(place)
	if place > 0 {
		f.resumed[int(place)] = to
		f.free = max(f.free, int(place)+1)
	}
	return err
}

// callOf returns the first call in code.
func callOf(code []instruction) *instruction {
	for i := range code {
		if code[i].op == opCall || code[i].op == opCallIndirect {
			return &code[i]
		}
	}
	return nil
}
