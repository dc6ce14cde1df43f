package font

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/font/cjk"
)

// legacyCMap is a predefined CMap for CJK text (9.7.5.2): it describes how long
// codes are, the CIDs of ASCII, and, where the codes are Unicode, what they mean.
// The tables of those that ISO 32000-2 lists (table 116) are in the package
// cjk; CMaps for vertical writing have those for horizontal writing.
type legacyCMap struct {
	name     string // what the CMap's name has in it
	spaces   string // codespace ranges
	ascii    int    // the CID that the space has, the other ASCII characters following; 0: unknown
	form     unicodeForm
	ordering string // of the collection that the codes lead to, where known
	table    string // the CMap's name in the collection, "" for codes that are Unicode
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

	spacesJapanEUC = "00-80 8EA0-8EDF A1A1-FEFE"
)

// gbSpaceCID is the space of the half-width Latin glyphs of Adobe-GB1, which
// stands apart from the rest of them (from CID 814 on).
const gbSpaceCID = 7716

// legacyCMaps are tried in this order: the first whose name is part of the
// CMap's name. Rows with names that others contain come first.
var legacyCMaps = [...]legacyCMap{
	{name: "UniJIS-UCS2-HW", spaces: "0000-FFFF", ascii: 231, form: utf16Codes},
	{name: "UCS2", spaces: "0000-FFFF", ascii: 1, form: utf16Codes},
	{name: "UTF16", spaces: spacesUTF16, ascii: 1, form: utf16Codes},
	{name: "UTF32", spaces: "00000000-0010FFFF", ascii: 1, form: utf32Codes},
	{name: "UTF8", spaces: spacesUTF8, ascii: 1, form: utf8Codes},
	{name: "90msp-RKSJ", spaces: spacesRKSJ, ascii: 1, ordering: "Japan1", table: "90ms-RKSJ"},
	{name: "90ms-RKSJ", spaces: spacesRKSJ, ascii: 231, ordering: "Japan1", table: "90ms-RKSJ"},
	{name: "90pv-RKSJ", spaces: spacesRKSJ, ascii: 1, ordering: "Japan1", table: "90pv-RKSJ"},
	{name: "83pv-RKSJ", spaces: spacesRKSJ, ascii: 1, ordering: "Japan1", table: "83pv-RKSJ"},
	{name: "Add-RKSJ", spaces: spacesRKSJ, ascii: 231, ordering: "Japan1", table: "Add-RKSJ"},
	{name: "Ext-RKSJ", spaces: spacesRKSJ, ascii: 231, ordering: "Japan1", table: "Ext-RKSJ"},
	{name: "RKSJ", spaces: spacesRKSJ, ascii: 231},
	{name: "CNS-EUC", spaces: "00-80 8EA1A1A1-8EA3FEFE A1A1-FEFE", ascii: 13648, ordering: "CNS1", table: "CNS-EUC"},
	{name: "KSCms-UHC-HW", spaces: "00-80 8141-FEFE", ascii: 8094, ordering: "Korea1", table: "KSCms-UHC"},
	{name: "KSCms-UHC", spaces: "00-80 8141-FEFE", ascii: 1, ordering: "Korea1", table: "KSCms-UHC"},
	{name: "KSCpc-EUC", spaces: "00-84 A141-FDFE FE-FF", ascii: 1, ordering: "Korea1", table: "KSCpc-EUC"},
	{name: "KSC-EUC", spaces: spacesEUC, ascii: 8094, ordering: "Korea1", table: "KSCms-UHC"},
	{name: "KSC-Johab", spaces: "00-80 8441-D3FE D831-DEFE E031-F9FE", ascii: 1},
	{name: "GBKp-EUC", spaces: "00-80 8140-FEFE", ascii: 1, ordering: "GB1", table: "GBK2K"},
	{name: "GBK-EUC", spaces: "00-80 8140-FEFE", ascii: 813, ordering: "GB1", table: "GBK2K"},
	{name: "GBK2K", spaces: "00-7F 81308130-FE39FE39 8140-FEFE", ascii: 1, ordering: "GB1", table: "GBK2K"},
	{name: "GBpc-EUC", spaces: "00-80 A1A1-FCFE FD-FF", ascii: 1, ordering: "GB1", table: "GBK2K"},
	{name: "pc-EUC", spaces: "00-80 A1A1-FCFE FD-FF", ascii: 1},
	{name: "GB-EUC", spaces: spacesEUC, ascii: 813, ordering: "GB1", table: "GBK2K"},
	{name: "GBT-EUC", spaces: spacesEUC, ascii: 813},
	{name: "Hojo-EUC", spaces: "8FA1A1-8FFEFE"},
	{name: "78-EUC", spaces: spacesJapanEUC, ascii: 231},
	{name: "EUC", spaces: spacesJapanEUC, ascii: 231, ordering: "Japan1", table: "EUC"},
	{name: "ETen-B5", spaces: spacesB5, ascii: 13648, ordering: "CNS1", table: "ETen-B5"},
	{name: "ETenms-B5", spaces: spacesB5, ascii: 1, ordering: "CNS1", table: "ETen-B5"},
	{name: "HKscs-B5", spaces: spacesB5, ascii: 1, ordering: "CNS1", table: "HKscs-B5"},
	{name: "B5pc", spaces: "00-80 8140-FCFE FD-FF", ascii: 1, ordering: "CNS1", table: "B5pc"},
	{name: "-B5", spaces: spacesB5, ascii: 1},
	{name: "B5-", spaces: spacesB5, ascii: 13648},
}

// unicodeOrdering returns the collection of a CMap whose codes are Unicode; "" where
// it is not known.
func unicodeOrdering(name string) string {
	language, _, _ := strings.Cut(name, "-")
	switch language {
	case "UniGB":
		return "GB1"
	case "UniCNS":
		return "CNS1"
	case "UniKS":
		return "Korea1"
	case "UniAKR":
		return "KR"
	}
	if strings.HasPrefix(language, "UniJIS") { // UniJIS2004, UniJISX0213, …
		return "Japan1"
	}
	return ""
}

// jisCMaps are the names of other CMaps than H and V with two seven-bit bytes to a
// code.
const jisCMaps = " 78-H 78-V Add-H Add-V Ext-H Ext-V NWP-H NWP-V Hojo-H Hojo-V GB-H GB-V GBT-H GBT-V CNS1-H CNS1-V CNS2-H CNS2-V KSC-H KSC-V "

// findLegacy returns the predefined CMap of a name; nil for Identity and for
// names that are none.
func findLegacy(name string) *legacyCMap {
	for _, l := range legacyCMaps {
		if strings.Contains(name, l.name) {
			if l.form != notUnicode {
				l.ordering = unicodeOrdering(name)
			}
			return &l
		}
	}
	switch {
	case name == "H" || name == "V":
		return &legacyCMap{spaces: "2121-7E7E", ordering: "Japan1", table: "H"}
	case name != "" && strings.Contains(jisCMaps, " "+name+" "):
		return &legacyCMap{spaces: "2121-7E7E"}
	}
	return nil
}

// namedCMap returns a predefined CMap; names that no one knows give Identity.
func (f *Font) namedCMap(name string) *cmap {
	c := &cmap{vertical: name == "V" || strings.HasSuffix(name, "-V")}
	if c.legacy = findLegacy(name); c.legacy != nil {
		f.Approximate = c.legacy.ordering == ""
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

// cid returns the CID of a code, -1 where it is not known.
func (l *legacyCMap) cid(code []byte) int {
	r := l.rune(code)
	switch {
	case r < ' ' || r > '~' || l.ascii == 0:
		return l.tableCID(code, r)
	case r == ' ' && l.ascii == 813:
		return gbSpaceCID
	}
	return l.ascii + int(r-' ')
}

// tableCID looks up a code, or the character r that it is, in the collection.
func (l *legacyCMap) tableCID(code []byte, r rune) int {
	c := cjk.Find(l.ordering)
	if c == nil {
		return -1
	}
	cid, ok := 0, false
	if l.form == notUnicode {
		cid, ok = c.OfCode(l.table, bigEndian(code))
	} else {
		cid, ok = c.OfRune(r)
	}
	if !ok {
		return -1
	}
	return cid
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
