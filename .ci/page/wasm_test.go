package main

import (
	"bytes"
	"slices"
	"testing"
)

// moduleOf returns a module with a section of types and one of data.
func moduleOf(data ...byte) []byte {
	module := append([]byte("\x00asm\x01\x00\x00\x00"), 1, 4, 1, 0x60, 0, 0)
	return append(append(module, dataSection, byte(len(data))), data...)
}

// TestDataIsJoined: segments that few zeros separate are one, with these zeros; others
// stay, and so does all else.
func TestDataIsJoined(t *testing.T) {
	module := moduleOf(4,
		0, constant, 0x80, 0x01, endOfAddress, 3, 'a', 'b', 'c', // from 128 on
		0, constant, 0x8b, 0x01, endOfAddress, 1, 'd', // 139, behind eight zeros
		0, constant, 0x8c, 0x01, endOfAddress, 1, 'e', // 140, at once
		0, constant, 0x80, 0x80, 0x01, endOfAddress, 2, 'f', 'g') // 16384
	want := moduleOf(2,
		0, constant, 0x80, 0x01, endOfAddress, 13, 'a', 'b', 'c', 0, 0, 0, 0, 0, 0, 0, 0, 'd', 'e',
		0, constant, 0x80, 0x80, 0x01, endOfAddress, 2, 'f', 'g')
	before := slices.Clone(module)
	got, err := joinData(module)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("% x, %v\nwant % x", got, err, want)
	}
	if !bytes.Equal(module, before) {
		t.Error("the module that was given is changed")
	}
	if again, err := joinData(got); err != nil || !bytes.Equal(again, got) {
		t.Errorf("% x, %v: joined again it is another", again, err)
	}
}

// TestAddressesAreSigned: a number is read as it was written.
func TestAddressesAreSigned(t *testing.T) {
	for _, n := range []int64{0, 63, 64, 127, 128, 1<<31 - 1, -1, -64, -65, -1 << 31} {
		r := reader(appendSigned(nil, n))
		if got, err := r.signed(); err != nil || got != n || len(r) > 0 {
			t.Errorf("%d is read as %d, %v", n, got, err)
		}
	}
}

// TestOtherModulesAreRefused: what is cut off, or has segments of another kind, is no
// module of Go's linker.
func TestOtherModulesAreRefused(t *testing.T) {
	whole := moduleOf(1, 0, constant, 0x80, 0x01, endOfAddress, 3, 'a', 'b', 'c')
	for n := range len(whole) {
		if n == 8 || n == 14 {
			continue // whole sections
		}
		if got, err := joinData(whole[:n]); err == nil {
			t.Errorf("of %d bytes: % x", n, got)
		}
	}
	for name, data := range map[string][]byte{
		"a passive segment":        {1, 1, 3, 'a', 'b', 'c'},
		"an address to be fetched": {1, 0, 0x23, 0, endOfAddress, 1, 'a'},
		"bytes behind the last":    {0, 0},
		"a number without an end":  {1, 0, constant, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00, endOfAddress, 0},
	} {
		if _, err := joinData(moduleOf(data...)); err == nil {
			t.Errorf("%s is read", name)
		}
	}
}
