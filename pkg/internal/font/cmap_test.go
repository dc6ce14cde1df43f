package font

import (
	"strings"
	"testing"
)

const sampleToUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
4 beginbfchar
<0003> <0020>
<0005> <006600660069> % ffi
<0006> <FB02>
<0007> <D835DC9C>
endbfchar
3 beginbfrange
<0024> <003D> <0041>
<0050> <0052> [<0078> <00790079> /zcaron]
<0060> <0062> <00660061>
endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end`

func TestToUnicode(t *testing.T) {
	u := toUnicode{cmap: parseCMap([]byte(sampleToUnicode))}
	tests := map[uint32]string{
		3: " ", 5: "ffi", 6: "fl", 7: "𝒜", 0x24: "A", 0x3d: "Z", 0x3e: "", 0x23: "",
		0x50: "x", 0x51: "yy", 0x52: "ž", 0x53: "", 0x60: "fa", 0x62: "fc", 0xffff: "",
	}
	for code, want := range tests {
		if got := plainText(u.runes(code)); got != want {
			t.Errorf("text(%#x) = %q, want %q", code, got, want)
		}
	}
}

func TestToUnicodeOddities(t *testing.T) {
	tests := []struct{ name, cmap, want string }{
		{"one byte target", "1 beginbfchar <41> <62> endbfchar", "b"},
		{"single code within a range", "1 beginbfrange <00> <FF> <0000> endbfrange 1 beginbfchar <41> <0078> endbfchar", "x"},
		{"null", "1 beginbfchar <41> <0000> endbfchar", ""},
		{"replacement character", "1 beginbfchar <41> <FFFD> endbfchar", ""},
		{"private use", "1 beginbfchar <41> <F041> endbfchar", ""},
		{"lone surrogate", "1 beginbfchar <41> <D800> endbfchar", ""},
		{"empty target", "1 beginbfchar <41> <> endbfchar", ""},
		{"upside-down range", "1 beginbfrange <50> <40> <0041> endbfrange", ""},
		{"array cut short", "1 beginbfrange <41> <43> [<0061>", "a"},
		{"count of nothing", "beginbfchar endbfchar", ""},
		{"cut short", "1 beginbfchar <41>", ""},
	}
	for _, tt := range tests {
		u := toUnicode{cmap: parseCMap([]byte(tt.cmap))}
		if got := plainText(u.runes('A')); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestCMapCap(t *testing.T) {
	bomb := strings.Repeat("1 beginbfrange <0000> <FFFF> [", 1) + strings.Repeat("<0041>", maxMappings+10) + "] endbfrange"
	f := openFont(t, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /ToUnicode 5 0 R >>", stream("", bomb))
	f.Next([]byte("A"))
	if f.Err() == nil || !strings.Contains(f.Err().Error(), "maxMappings") {
		t.Errorf("Err() = %v", f.Err())
	}
}

func TestCodespaces(t *testing.T) {
	c := parseCMap([]byte(`4 begincodespacerange <00> <80> <8140> <9FFC> <A0> <DF> <E0408080> <FCFCFFFF> endcodespacerange`))
	tests := []struct {
		in   string
		want int
	}{
		{"A", 1}, {"\x81\x40", 2}, {"\x81\x20x", 2}, {"\xa5", 1}, {"\xe0\x40\x80\x80", 4}, {"\xe0\x40\x80", 3},
		{"\xff\xff", 1}, {"\x81", 1},
	}
	for _, tt := range tests {
		if got := matchCodespace(c.codespaces, []byte(tt.in)); got != tt.want {
			t.Errorf("matchCodespace(%x) = %d, want %d", tt.in, got, tt.want)
		}
	}
}

// TestSymbolPrivate checks the bullets of Word.
func TestSymbolPrivate(t *testing.T) {
	f := openFont(t, "<< /Type /Font /Subtype /TrueType /BaseFont /SymbolMT /ToUnicode 5 0 R >>",
		stream("", "1 beginbfchar <01> <F0B7> endbfchar"))
	if got := texts(f, "\x01"); got != "•" {
		t.Errorf("text %q", got)
	}
}
