package font

import (
	"strings"
	"testing"
)

// Each line of a table is found by its key, and nothing else is.
func TestLookup(t *testing.T) {
	for name, table := range map[string]string{
		"glyph list": glyphListTable, "TeX": texNameTable, "Latin": latinTable, "Symbol": symbolTable, "Dingbats": dingbatsTable,
		"encodings": encodingTable, "no end": "# of\n# it\na 1\nab 2\nb", "empty": "",
	} {
		for line := range strings.SplitSeq(table, "\n") {
			key, want, _ := strings.Cut(line, " ")
			if rest, ok := lookup(table, key); key != "" && key != "#" && (!ok || rest != want) {
				t.Errorf("%s: %q has %q, %v, want %q", name, key, rest, ok, want)
			}
			for _, other := range []string{line + " ", key + "\x00", key + "~", "#" + key, strings.TrimSuffix(key, "~") + "\n"} {
				if rest, ok := lookup(table, other); ok {
					t.Errorf("%s: %q has %q", name, other, rest)
				}
			}
		}
		for _, other := range []string{"", "#", " ", "\n", "!", "\xff", "zzzz~", "A 0041"} {
			if rest, ok := lookup(table, other); ok {
				t.Errorf("%s: %q has %q", name, other, rest)
			}
		}
	}
}

// What the glyph list has in private use is looked up among TeX's names.
func TestNamesOfTeX(t *testing.T) {
	for name, want := range map[string]string{"Lslashsmall": "l", "dotlessj": "ȷ", "fi": "fi", "Asmall": "a", "Ng": "Ŋ"} {
		if got := nameText(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}
