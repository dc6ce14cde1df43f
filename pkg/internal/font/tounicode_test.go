package font

import (
	"slices"
	"strings"
	"testing"
)

func TestUTF16(t *testing.T) {
	for in, want := range map[string]string{
		"":                         "",
		"A":                        "A",
		"\x00A\x03\xa9":            "AΩ",
		"\x00A\x03":                "A", // half a unit
		"\xd8\x35\xdc\x00\x00B":    "𝐀B",
		"\xd8\x35":                 "\uFFFD", // half a pair
		"\xd8\x35\x00B":            "\uFFFDB",
		"\xdc\x00\xd8\x35\xdc\x00": "\uFFFD𝐀",
	} {
		if got := utf16Runes([]byte(in)); !slices.Equal(got, []rune(want)) {
			t.Errorf("%q reads as %q, want %q", in, string(got), want)
		}
	}
	if n := len(utf16Runes([]byte(strings.Repeat("\x00A", 2*maxNameRunes)))); n != maxNameRunes {
		t.Errorf("%d characters of one code, want %d", n, maxNameRunes)
	}
}
