package font

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// legacyCMap is a predefined CMap for CJK text (9.7.5.2), whose tables are not
// carried here: it describes how long codes are, the CIDs of ASCII, and, where the
// codes are Unicode, what they mean. Papers embed their CMaps; what uses these
// are fonts that the viewer is to supply.
type legacyCMap struct {
	name   string // what the CMap's name has in it
	spaces string // codespace ranges
	ascii  int    // the CID that the space has, the other ASCII characters following; 0: unknown
	form   unicodeForm
}

// unicodeForm describes how codes hold Unicode.
type unicodeForm uint8

const (
	notUnicode unicodeForm = iota
	utf16Codes
	utf8Codes
	utf32Codes
)

// The codespaces of the predefined CMaps, from their published descriptions
// (table 116 and the notes below it).
const (
	spacesUTF16 = "0000-D7FF D800DC00-DBFFDFFF E000-FFFF"
	spacesUTF8  = "00-7F C080-DFBF E08080-EFBFBF F0808080-F7BFBFBF"
	spacesRKSJ  = "00-80 8140-9FFC A0-DF E040-FCFC FD-FF"
	spacesEUC   = "00-80 A1A1-FEFE"
	spacesB5    = "00-80 8140-FEFE"
)

// gbSpaceCID is the space of the half-width Latin glyphs of Adobe-GB1, which
// stands apart from the rest of them (from CID 814 on).
const gbSpaceCID = 7716

// legacyCMaps are tried in this order: the first whose name is part of the
// CMap's name. Rows with names that others contain come first.
var legacyCMaps = [...]legacyCMap{
	{"UniJIS-UCS2-HW", "0000-FFFF", 231, utf16Codes},
	{"UCS2", "0000-FFFF", 1, utf16Codes},
	{"UTF16", spacesUTF16, 1, utf16Codes},
	{"UTF32", "00000000-0010FFFF", 1, utf32Codes},
	{"UTF8", spacesUTF8, 1, utf8Codes},
	{"90msp-RKSJ", spacesRKSJ, 1, notUnicode},
	{"90pv-RKSJ", spacesRKSJ, 1, notUnicode},
	{"83pv-RKSJ", spacesRKSJ, 1, notUnicode},
	{"RKSJ", spacesRKSJ, 231, notUnicode},
	{"CNS-EUC", "00-80 8EA1A1A1-8EA3FEFE A1A1-FEFE", 13648, notUnicode},
	{"KSCms-UHC-HW", "00-80 8141-FEFE", 8094, notUnicode},
	{"KSCms-UHC", "00-80 8141-FEFE", 1, notUnicode},
	{"KSCpc-EUC", "00-84 A141-FDFE FE-FF", 1, notUnicode},
	{"KSC-EUC", spacesEUC, 8094, notUnicode},
	{"KSC-Johab", "00-80 8441-D3FE D831-DEFE E031-F9FE", 1, notUnicode},
	{"GBKp-EUC", "00-80 8140-FEFE", 1, notUnicode},
	{"GBK-EUC", "00-80 8140-FEFE", 813, notUnicode},
	{"GBK2K", "00-7F 81308130-FE39FE39 8140-FEFE", 1, notUnicode},
	{"pc-EUC", "00-80 A1A1-FCFE FD-FF", 1, notUnicode},
	{"GB-EUC", spacesEUC, 813, notUnicode},
	{"GBT-EUC", spacesEUC, 813, notUnicode},
	{"Hojo-EUC", "8FA1A1-8FFEFE", 0, notUnicode},
	{"EUC", "00-80 8EA0-8EDF A1A1-FEFE", 231, notUnicode},
	{"ETen-B5", spacesB5, 13648, notUnicode},
	{"B5pc", "00-80 8140-FCFE FD-FF", 1, notUnicode},
	{"-B5", spacesB5, 1, notUnicode},
	{"B5-", spacesB5, 13648, notUnicode},
}

// jisCMaps are the names of CMaps with two seven-bit bytes to a code.
const jisCMaps = " H V 78-H 78-V Add-H Add-V Ext-H Ext-V NWP-H NWP-V Hojo-H Hojo-V GB-H GB-V GBT-H GBT-V CNS1-H CNS1-V CNS2-H CNS2-V KSC-H KSC-V "

// findLegacy returns the predefined CMap of a name; nil for Identity and for
// names that are none.
func findLegacy(name string) *legacyCMap {
	for i := range legacyCMaps {
		if strings.Contains(name, legacyCMaps[i].name) {
			return &legacyCMaps[i]
		}
	}
	if name != "" && strings.Contains(jisCMaps, " "+name+" ") {
		return &legacyCMap{spaces: "2121-7E7E"}
	}
	return nil
}

// namedCMap returns a predefined CMap; names that no one knows give Identity.
func (f *Font) namedCMap(name string) *cmap {
	c := &cmap{vertical: name == "V" || strings.HasSuffix(name, "-V")}
	if c.legacy = findLegacy(name); c.legacy != nil {
		f.Approximate = true
		c.codespaces = parseCodespaces(c.legacy.spaces)
		return c
	}
	c.codespaces = parseCodespaces("0000-FFFF")
	c.ranges = []mapping{{last: maxCID}}
	return c
}

// parseCodespaces reads "00-80 8140-9FFC".
func parseCodespaces(list string) (out []codespace) {
	for word := range strings.FieldsSeq(list) {
		low, high, _ := strings.Cut(word, "-")
		c := codespace{n: len(low) / 2}
		c.low, c.high = hexCode(low), hexCode(high)
		out = append(out, c)
	}
	return out
}

func hexCode(s string) (b [4]byte) {
	for i := range len(s) / 2 {
		v, _ := strconv.ParseUint(s[2*i:2*i+2], 16, 8) // the lists are ours
		b[i] = byte(v)
	}
	return b
}

// cid returns the CID of an ASCII character, -1 for other codes.
func (l *legacyCMap) cid(code []byte) int {
	r := l.rune(code)
	switch {
	case r < ' ' || r > '~' || l.ascii == 0:
		return -1
	case r == ' ' && l.ascii == 813:
		return gbSpaceCID
	}
	return l.ascii + int(r-' ')
}

// rune returns the character of a code that is Unicode or ASCII, else -1.
func (l *legacyCMap) rune(code []byte) rune {
	switch {
	case l.form == utf8Codes:
		if r, n := utf8.DecodeRune(code); n == len(code) {
			return r
		}
		return -1
	case l.form == utf16Codes && len(code) >= 2:
		if r := utf16Runes(code); len(r) == 1 {
			return r[0]
		}
		return -1
	case l.form == utf32Codes && len(code) == 4:
		return rune(bigEndian(code) & 0x7fffffff)
	case l.form == notUnicode && len(code) == 1 && code[0] < 0x80:
		return rune(code[0])
	}
	return -1
}
