package outline

import "testing"

// TestStandardTables checks landmarks of the tables that were typed in.
func TestStandardTables(t *testing.T) {
	if n := len(standardStrings()); n != numStandardStrings {
		t.Errorf("%d standard strings", n)
	}
	if n := len(macNames()); n != numMacNames {
		t.Errorf("%d Macintosh names", n)
	}
	for sid, want := range map[int]string{0: ".notdef", 1: "space", 34: "A", 96: "exclamdown", 149: "germandbls", 150: "onesuperior",
		228: "zcaron", 229: "exclamsmall", 266: "ff", 378: "Ydieresissmall", 379: "001.000", 390: "Semibold", 391: "", -1: ""} {
		if got := standardString(sid); got != want {
			t.Errorf("standard string %d is %q, want %q", sid, got, want)
		}
	}
	for i, want := range map[int]string{0: ".notdef", 3: "space", 36: "A", 68: "a", 257: "dcroat", 258: "", -1: ""} {
		if got := macName(i); got != want {
			t.Errorf("Macintosh name %d is %q, want %q", i, got, want)
		}
	}
}

// TestStandardEncoding checks codes against the published encoding.
func TestStandardEncoding(t *testing.T) {
	want := map[byte]string{31: "", 32: "space", 39: "quoteright", 96: "quoteleft", 126: "asciitilde", 127: "", 161: "exclamdown",
		175: "fl", 176: "", 177: "endash", 181: "", 183: "bullet", 191: "questiondown", 192: "", 193: "grave", 200: "dieresis",
		202: "ring", 203: "cedilla", 205: "hungarumlaut", 208: "emdash", 225: "AE", 227: "ordfeminine", 232: "Lslash",
		235: "ordmasculine", 241: "ae", 245: "dotlessi", 248: "lslash", 251: "germandbls", 255: ""}
	for code, name := range want {
		if got := standardNames()[code]; got != name {
			t.Errorf("code %d is %q, want %q", code, got, name)
		}
	}
	n := 0
	for _, name := range standardNames() {
		if name != "" {
			n++
		}
	}
	if n != 149 {
		t.Errorf("%d codes, want 149", n)
	}
}

// TestExpertTables: the encoding and the charsets hold as many characters as TN
// 5176 lists, the encoding those of the charset.
func TestExpertTables(t *testing.T) {
	for i, want := range []int{229, 166, 87} {
		n := 0
		for _, r := range predefinedCharsets[i] {
			n += int(r.last-r.first) + 1
		}
		if n != want {
			t.Errorf("charset %d has %d glyphs, want %d", i, n, want)
		}
	}
	inCharset := map[int]bool{}
	for _, r := range predefinedCharsets[1] {
		for sid := r.first; sid <= r.last; sid++ {
			inCharset[int(sid)] = true
		}
	}
	n := 0
	for code := range 256 {
		if sid := expertSID(byte(code)); sid > 0 {
			n++
			if !inCharset[sid] {
				t.Errorf("code %d: the Expert charset has no %s", code, standardString(sid))
			}
		}
	}
	if n != 165 {
		t.Errorf("%d codes, want 165", n)
	}
}
