package font

import "testing"

func TestBaseEncodings(t *testing.T) {
	tests := []struct {
		encoding string
		code     byte
		name     string
	}{
		{"WinAnsiEncoding", 'A', "A"}, {"WinAnsiEncoding", 0x80, "Euro"}, {"WinAnsiEncoding", 0x93, "quotedblleft"},
		{"WinAnsiEncoding", 0x27, "quotesingle"}, {"WinAnsiEncoding", 0x7f, "bullet"}, {"WinAnsiEncoding", 0xa0, "space"},
		{"WinAnsiEncoding", 0xad, "hyphen"}, {"WinAnsiEncoding", 0xff, "ydieresis"}, {"WinAnsiEncoding", 0x1f, ""},
		{"MacRomanEncoding", 0x80, "Adieresis"}, {"MacRomanEncoding", 0xa5, "bullet"}, {"MacRomanEncoding", 0xca, "space"},
		{"MacRomanEncoding", 0xde, "fi"}, {"MacRomanEncoding", 0xff, "caron"}, {"MacRomanEncoding", 0x7f, ""},
		{"StandardEncoding", 0x27, "quoteright"}, {"StandardEncoding", 0xae, "fi"}, {"StandardEncoding", 'N', "N"}, {"StandardEncoding", 0x80, ""},
		{"StandardEncoding", 0xfb, "germandbls"}, {"SymbolEncoding", 0x61, "alpha"}, {"ZapfDingbatsEncoding", 0x21, "a1"},
	}
	for _, tt := range tests {
		if got := baseEncoding(tt.encoding)[tt.code]; got != tt.name {
			t.Errorf("%s[%#x] = %q, want %q", tt.encoding, tt.code, got, tt.name)
		}
	}
	if baseEncoding("NoEncoding") != nil {
		t.Error("an unknown encoding was found")
	}
}

// TestEncodingNames checks that the names of the Latin encodings mean the
// characters of the code pages that they are made from.
func TestEncodingNames(t *testing.T) {
	for code := 0xa1; code < 0x100; code++ {
		name := baseEncoding("WinAnsi")[code]
		if got := nameText(name); got != string(rune(code)) && code != 0xad {
			t.Errorf("WinAnsi %#x is %s, %q", code, name, got)
		}
	}
	for code := ' '; code < 0x7f; code++ {
		if got := nameText(baseEncoding("MacRoman")[code]); got != string(code) {
			t.Errorf("MacRoman %#x is %q", code, got)
		}
	}
}

func TestNameText(t *testing.T) {
	tests := map[string]string{
		"A": "A", "eacute": "é", "fi": "fi", "ffi": "ffi", "f_f_i": "ffi", "f_i.alt": "fi", "a.sc": "a",
		"uni0041": "A", "uni00410042": "AB", "u1D49C": "𝒜", "u0041": "A", "uni004": "", "u12": "", "uniXYZW": "",
		"Asmall": "a", "oneoldstyle": "1", "onesuperior": "¹", "parenleftbig": "(", "summationdisplay": "∑",
		"floorleftBigg": "⌊", "dotlessj": "ȷ", "suppress": "", "g23": "", "cid_17": "", ".notdef": "", "": "",
		"Delta": "∆", "minus": "−", "arrownortheast": "↗", "a1": "", "uniD800": "", "uniFFFF": "", "uniE000": "",
		"text": "", "Lcommaaccent": "Ļ", "afii10017": "А", "Germandbls": "SS", "cwm": "",
	}
	for name, want := range tests {
		if got := nameText(name); got != want {
			t.Errorf("nameText(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestDingbats(t *testing.T) {
	tests := map[string]string{
		"space": " ", "a1": "✁", "a4": "☎", "a100": "❞", "a89": "❨", "a96": "❵", "a120": "①", "a112": "♣", "a191": "➾", "a161": "→",
	}
	for name, want := range tests {
		if got := dingbatText(name); got != want {
			t.Errorf("dingbatText(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestDifferences(t *testing.T) {
	f := openFont(t, `<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman
		/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /ff /ffi 65 /Aacute (x) /B 300 /C -5 /D] >> >>`)
	if got, want := texts(f, "\x01\x02ABC\x93"), "ffffiÁBC“"; got != want {
		t.Errorf("texts = %q, want %q", got, want)
	}
	g, _ := f.Next([]byte("A"))
	if g.Name != "Aacute" || !nearRect(g.Box, perEm(15, 0, 706, 890)) {
		t.Errorf("A = %+v", g)
	}
}

// TestToUnicodeWins checks the order of the sources of text.
func TestToUnicodeWins(t *testing.T) {
	cmap := stream("", "1 beginbfchar <41> <0062> endbfchar 1 beginbfchar <42> <FFFD> endbfchar")
	f := openFont(t, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /ToUnicode 5 0 R >>", cmap)
	if got, want := texts(f, "ABC"), "bBC"; got != want {
		t.Errorf("texts = %q, want %q", got, want)
	}
	g, _ := f.Next([]byte("A"))
	if g.Name != "A" || !near(g.Advance, 0.722) {
		t.Errorf("geometry follows Unicode: %+v", g)
	}
}
