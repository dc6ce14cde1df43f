package main

import (
	"bytes"
	"slices"
	"testing"
)

// moduleOf returns a module with an import, two globals, the exported functions 1 and 2,
// and memory, as Go's linker writes them.
func moduleOf(t *testing.T) module {
	t.Helper()
	m, err := readModule(slices.Concat([]byte(magic),
		[]byte{1, 4, 1, 0x60, 0, 0},
		[]byte{importSection, 7, 1, 1, 'a', 1, 'b', 0, 0},
		[]byte{memorySection, 3, 1, 0, 1},
		[]byte{globalSection, 11, 2, type32, mutable, constant32, 0, endOfCode, type64, mutable, constant64, 0, endOfCode},
		[]byte{exportSection, 16, 2, 6, 'r', 'e', 's', 'u', 'm', 'e', 0, 1, 3, 'r', 'u', 'n', 0, 2},
		[]byte{codeSection, 9, 2, 3, 0, 1, endOfCode, 3, 0, 1, endOfCode},
		[]byte{dataSection, 7, 1, 0, constant32, 0, endOfCode, 1, 'x'}))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestModuleBeginsInAState: globals and memory are what they were, “run” does nothing, and
// all else stays.
func TestModuleBeginsInAState(t *testing.T) {
	m := moduleOf(t)
	before := m.bytes()
	kinds, err := m.globals()
	if err != nil || string(kinds) != string([]byte{type32, type64}) {
		t.Fatalf("globals % x, %v", kinds, err)
	}
	memory := make([]byte, 2*pageBytes)
	copy(memory[128:], "abc")
	got, err := m.at(state{Globals: []int64{64, -1}, memory: memory}, kinds)
	if err != nil {
		t.Fatal(err)
	}
	want := m.with(map[byte][]byte{
		memorySection: {1, 0, 2},
		globalSection: {2, type32, mutable, constant32, 0xc0, 0, endOfCode, type64, mutable, constant64, 0x7f, endOfCode},
		codeSection:   {2, 3, 0, 1, endOfCode, 2, 0, endOfCode},
		dataSection:   {1, 0, constant32, 0x80, 1, endOfCode, 3, 'a', 'b', 'c'},
	})
	if !bytes.Equal(got.bytes(), want.bytes()) {
		t.Errorf("% x\nwant % x", got.bytes(), want.bytes())
	}
	if !bytes.Equal(m.bytes(), before) {
		t.Error("the module that was given is changed")
	}
}

// TestStateOfAnotherModule: a state that does not fit the module is refused.
func TestStateOfAnotherModule(t *testing.T) {
	m := moduleOf(t)
	page := make([]byte, pageBytes)
	for name, s := range map[string]state{
		"a global is missing": {Globals: []int64{1}, memory: page},
		"no memory":           {Globals: []int64{1, 2}},
		"a part of a page":    {Globals: []int64{1, 2}, memory: page[1:]},
	} {
		if got, err := m.at(s, []byte{type32, type64}); err == nil {
			t.Errorf("%s: % x", name, got.bytes())
		}
	}
}

// TestGlobalsAreExported: those that the builder reads have their numbers as names.
func TestGlobalsAreExported(t *testing.T) {
	m, err := moduleOf(t).exporting(2)
	if err != nil {
		t.Fatal(err)
	}
	want := "\x04\x06resume\x00\x01\x03run\x00\x02\x07global0\x03\x00\x07global1\x03\x01"
	if got := m.section(exportSection); string(got) != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestFewSegments: few zeros are written as they are; many separate two segments.
func TestFewSegments(t *testing.T) {
	memory := make([]byte, pageBytes)
	for at, b := range map[int]byte{2: 'a', 3: 'b', 3 + farApart: 'c', 4 + 2*farApart: 'd', pageBytes - 1: 'e'} {
		memory[at] = b
	}
	near := append(append([]byte("ab"), make([]byte, farApart-1)...), 'c')
	want := appendCounted(append([]byte{3, 0, constant32}, 2, endOfCode), near)
	for _, s := range []struct {
		at   int64
		data string
	}{{4 + 2*farApart, "d"}, {pageBytes - 1, "e"}} {
		want = appendCounted(append(appendSigned(append(want, 0, constant32), s.at), endOfCode), []byte(s.data))
	}
	if got := segments(memory); !bytes.Equal(got, want) {
		t.Errorf("% x\nwant % x", got, want)
	}
	if got := segments(make([]byte, pageBytes)); !bytes.Equal(got, []byte{0}) {
		t.Errorf("of empty memory: % x", got)
	}
}

// TestSignedNumbers: the seventh bit of the last byte is the sign.
func TestSignedNumbers(t *testing.T) {
	for n, want := range map[int64]string{0: "\x00", 63: "\x3f", 64: "\xc0\x00", 128: "\x80\x01", -1: "\x7f", -64: "\x40", -65: "\xbf\x7f", 1<<31 - 1: "\xff\xff\xff\xff\x07"} {
		if got := appendSigned(nil, n); string(got) != want {
			t.Errorf("%d is written % x", n, got)
		}
	}
}

// TestOtherModulesAreRefused: what is cut off, or has globals of another kind, is no
// module of Go's linker.
func TestOtherModulesAreRefused(t *testing.T) {
	m := moduleOf(t)
	whole := m.bytes()
	ends := map[int]bool{len(magic): true}
	for i, at := 0, len(magic); i < len(m); i++ {
		at += 2 + len(m[i].body)
		ends[at] = true
	}
	for n := range whole {
		if got, err := readModule(whole[:n]); err == nil && !ends[n] {
			t.Errorf("of %d bytes: % x", n, got.bytes())
		}
	}
	for name, body := range map[string][]byte{
		"none":                    {},
		"one that never changes":  {1, type32, 0, constant32, 0, endOfCode},
		"one that is not zero":    {1, type32, mutable, constant32, 1, endOfCode},
		"one of another type":     {1, 0x7d, mutable, constant32, 0, endOfCode},
		"bytes behind the last":   {0, 0},
		"fewer than are promised": {2, type32, mutable, constant32, 0, endOfCode},
	} {
		if kinds, err := m.with(map[byte][]byte{globalSection: body}).globals(); err == nil {
			t.Errorf("globals, %s: % x", name, kinds)
		}
	}
	for name, bodies := range map[string]map[byte][]byte{
		"no such export":   {exportSection: {1, 6, 'r', 'e', 's', 'u', 'm', 'e', 0, 1}},
		"it is a memory":   {exportSection: {1, 3, 'r', 'u', 'n', 2, 0}},
		"it is imported":   {exportSection: {1, 3, 'r', 'u', 'n', 0, 0}},
		"it has no code":   {exportSection: {1, 3, 'r', 'u', 'n', 0, 3}},
		"code is cut off":  {codeSection: {2, 3, 0, 1, endOfCode, 3, 0}},
		"code without one": {codeSection: {}},
	} {
		if got, err := m.with(bodies).at(state{Globals: []int64{1, 2}, memory: make([]byte, pageBytes)}, []byte{type32, type64}); err == nil {
			t.Errorf("run, %s: % x", name, got.bytes())
		}
	}
}
