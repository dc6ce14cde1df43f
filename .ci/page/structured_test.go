package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// own is the function of the tests in addresses of code.
const own = firstFunction + 7

// The functions that the functions of the tests call.
const (
	seen = iota // a call that returns
	gone        // one that does not
	deferred
	indirect // one through the table of functions
)

var testCallees = callees{noReturn: map[uint64]bool{gone: true}, deferReturn: deferred}

// block is what a part of a made function does behind its call: what it jumps to if a
// condition holds, and else; -1 stands for what follows, -2 for the end of the function.
type block struct {
	called    uint64
	yes, next int
}

// compiled writes a function as Go's compiler does: each block calls a function with its
// number in memory's place, so that two parts follow from it.
func compiled(blocks []block) []byte {
	depth := 2*len(blocks) + 1 // of the first part, in all blocks
	code := []byte{1, 1, type32, opGlobalGet, globalSP, opLocalSet, variableSP, opBlock, noValue, opLoop, noValue}
	for range depth {
		code = append(code, opBlock, noValue)
	}
	code = append(code, opLocalGet, variablePC, opBrTable)
	code = binary.AppendUvarint(code, uint64(depth-1))
	for i := range depth {
		code = binary.AppendUvarint(code, uint64(i))
	}
	code = append(code, opEnd)
	for i, b := range blocks {
		depth--
		code = append(appendCall(code, 2*i+1, b.called), opBrIf)
		code = append(binary.AppendUvarint(code, uint64(depth+1)), opEnd)
		depth--
		code = append(code, 0x3f, 0) // memory.size stands for a condition
		if b.yes < 0 {
			code = append(code, 0x1a) // drop
		} else {
			code = append(appendJump(append(code, opIf, noValue), b.yes, depth+1), opEnd)
		}
		switch {
		case b.next == -2:
			code = append(code, constant32, 0, opReturn)
		case b.next >= 0:
			code = appendJump(code, b.next, depth)
		}
		code = append(code, opEnd)
	}
	return append(code, opUnreachable, opEnd, opUnreachable, opEnd, constant32, 1, opEnd)
}

// appendCall appends a call that returns at a place.
func appendCall(code []byte, place int, called uint64) []byte {
	code = append(code, opLocalGet, variableSP, constant64)
	code = append(appendSigned(code, own<<16|int64(place)), opStore64, 3, 0)
	if called == indirect {
		code = append(code, constant32, byte(place%16), opLocalSet, variablePC, constant32, 0, opLocalGet, variablePC, opCallIndirect, 0)
	} else {
		code = append(code, constant32, 0, opCall)
	}
	return append(binary.AppendUvarint(code, called), opGlobalGet, globalSP, opLocalSet, variableSP)
}

// appendJump appends a jump to a block, out of so many blocks.
func appendJump(code []byte, to, depth int) []byte {
	code = append(appendSigned(append(code, constant32), int64(2*to)), opLocalSet, variablePC, opBr)
	return binary.AppendUvarint(code, uint64(depth))
}

// TestSameWay: functions with loops of every kind, entered at each of their places, call
// and return as they did before.
func TestSameWay(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	const functions = 500
	stay := 0
	for range functions {
		blocks := make([]block, 1+rnd.IntN(9))
		for i := range blocks {
			blocks[i] = block{uint64(rnd.IntN(12)), rnd.IntN(len(blocks)+1) - 1, rnd.IntN(len(blocks)+2) - 2}
			if blocks[i].called > indirect {
				blocks[i].called = seen
			}
			if blocks[i].next == -2 {
				blocks[i].yes = -1
			}
		}
		before := compiled(blocks)
		f, err := readFlow(before, own, testCallees)
		if err != nil {
			t.Fatalf("%+v: %v", blocks, err)
		}
		after, err := structured(f)
		if errors.Is(err, errAsIs) {
			stay++ // two parts that nothing leads to but calls lead into one loop
			continue
		}
		if err != nil {
			t.Fatalf("%+v: %v", blocks, err)
		}
		for place := range 2 * len(blocks) {
			if entered := place == 0 || place%2 == 1 && blocks[place/2].called != gone || place%2 == 0 && blocks[place/2].called == deferred; !entered {
				continue
			}
			for range 4 {
				seed := rnd.Uint64()
				if want, got := wayOf(t, before, place, seed), wayOf(t, after, place, seed); got != want {
					t.Fatalf("%+v, from place %d:\n%s\nwant\n%s\n% x", blocks, place, got, want, after)
				}
			}
		}
	}
	if stay > functions/10 {
		t.Errorf("%d of %d functions stay as they are", stay, functions)
	}
}

// TestOtherFunctionsStay: a function that does not end as the compiler ends it, that uses
// the place for something else, or that jumps in the middle of a part, stays as it is.
func TestOtherFunctionsStay(t *testing.T) {
	good := compiled([]block{{seen, 0, -1}, {seen, -1, 0}})
	if _, err := readFlow(good, own, testCallees); err != nil {
		t.Fatal(err)
	}
	jump := []byte{constant32, 2, opLocalSet, variablePC, opBr}
	for name, body := range map[string][]byte{
		"end":   slices.Concat(good[:len(good)-3], []byte{opUnreachable, opUnreachable, opEnd}),
		"place": slices.Replace(slices.Clone(good), slices.Index(good, 0x3f), slices.Index(good, 0x3f)+2, constant32, 0, opLocalSet, variablePC, constant32, 0),
		"jump":  slices.Insert(slices.Clone(good), slices.Index(good, 0x3f), append(jump, 3)...),
		"head":  slices.Replace(slices.Clone(good), 4, 5, 1),
	} {
		if _, err := readFlow(body, own, testCallees); !errors.Is(err, errAsIs) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for n := range good {
		if _, err := readFlow(good[:n], own, testCallees); err == nil {
			t.Errorf("a function of %d bytes is taken", n)
		}
	}
}

// machine runs a function of the tests.
type machine struct {
	t      *testing.T
	code   []instruction
	ends   map[int]int // of blocks
	locals [2]int64
	stack  []int64
	open   []int // the blocks that it is in
	chance *rand.Rand
	said   strings.Builder
}

// wayOf returns what a function calls, and what it returns, if it is entered at a place.
func wayOf(t *testing.T, body []byte, place int, seed uint64) string {
	t.Helper()
	rest := reader(body[3:])
	code, err := rest.instructions()
	if err != nil {
		t.Fatal(err)
	}
	m := &machine{t: t, code: code, ends: map[int]int{}, chance: rand.New(rand.NewPCG(seed, 1))}
	var open []int
	for i, c := range code {
		switch c.op {
		case opBlock, opLoop, opIf:
			open = append(open, i)
		case opEnd:
			if len(open) > 0 {
				m.ends[open[len(open)-1]] = i
				open = open[:len(open)-1]
			}
		}
	}
	m.locals[variablePC] = int64(place)
	for at := 0; at >= 0 && m.said.Len() < 400; {
		at = m.step(at)
	}
	return m.said.String()
}

func (m *machine) pop() int64 {
	v := m.stack[len(m.stack)-1]
	m.stack = m.stack[:len(m.stack)-1]
	return v
}

// branch leaves blocks and returns where it goes on.
func (m *machine) branch(label uint64) int {
	at := m.open[len(m.open)-1-int(label)]
	m.open = m.open[:len(m.open)-int(label)]
	if m.code[at].op == opLoop {
		return at + 1
	}
	return m.ends[at] // which closes it
}

// step does an instruction and returns the next one, or -1.
func (m *machine) step(at int) int {
	switch c := m.code[at]; c.op {
	case opBlock, opLoop:
		m.open = append(m.open, at)
	case opIf:
		if m.pop() == 0 {
			return m.ends[at] + 1
		}
		m.open = append(m.open, at)
	case opEnd:
		if len(m.open) == 0 {
			return m.done(fmt.Sprint("returns ", m.pop()))
		}
		m.open = m.open[:len(m.open)-1]
	case opBr:
		return m.branch(c.n)
	case opBrIf:
		if m.pop() != 0 {
			return m.branch(c.n)
		}
	case opBrTable:
		rest := c.bytes[1:]
		labels, err := rest.labels()
		if err != nil {
			m.t.Fatal(err)
		}
		return m.branch(labels[min(uint64(uint32(m.pop())), uint64(len(labels)-1))])
	case opReturn:
		return m.done(fmt.Sprint("returns ", m.pop()))
	case opUnreachable:
		return m.done("unreachable")
	default:
		return m.plain(at, c)
	}
	return at + 1
}

func (m *machine) done(how string) int {
	m.said.WriteString(how)
	return -1
}

// plain does an instruction that goes on at the next one.
func (m *machine) plain(at int, c instruction) int {
	switch c.op {
	case constant32, constant64:
		m.stack = append(m.stack, c.value)
	case opLocalGet:
		m.stack = append(m.stack, m.locals[c.n])
	case opLocalSet:
		m.locals[c.n] = m.pop()
	case opGlobalGet:
		m.stack = append(m.stack, 0)
	case opSub32:
		n := m.pop()
		m.stack = append(m.stack, m.pop()-n)
	case opEqz32:
		m.stack = append(m.stack, map[bool]int64{true: 1}[m.pop() == 0])
	case 0x1a: // drop
		m.pop()
	case 0x3f: // memory.size: a condition
		m.stack = append(m.stack, m.chance.Int64N(2))
	case opStore64:
		fmt.Fprintf(&m.said, "at %d ", m.pop()&0xffff)
		m.pop()
	case opCallIndirect:
		m.pop()
		return m.called(at)
	case opCall:
		fmt.Fprintf(&m.said, "%d, ", c.n)
		if c.n == gone {
			return m.done("gone")
		}
		return m.called(at)
	default:
		m.t.Fatalf("the test does not know instruction %#x", c.op)
	}
	return at + 1
}

// called goes on behind a call, which asks for unwinding now and then.
func (m *machine) called(at int) int {
	m.pop()
	m.stack = append(m.stack, map[bool]int64{true: 1}[m.chance.IntN(16) == 0])
	return at + 1
}
