package outline

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
)

// type1Words are the commands of Type 1 charstrings; those above 12<<8 have two bytes.
var type1Words = map[string]int{
	"hstem": 1, "vstem": 3, "vmoveto": 4, "rlineto": 5, "hlineto": 6, "vlineto": 7, "rrcurveto": 8,
	"closepath": 9, "callsubr": 10, "return": 11, "hsbw": 13, "endchar": 14, "rmoveto": 21, "hmoveto": 22,
	"vhcurveto": 30, "hvcurveto": 31, "dotsection": 12 << 8, "vstem3": 12<<8 | 1, "hstem3": 12<<8 | 2,
	"seac": 12<<8 | 6, "sbw": 12<<8 | 7, "div": 12<<8 | 12, "callothersubr": 12<<8 | 16, "pop": 12<<8 | 17,
	"setcurrentpoint": 12<<8 | 33,
}

// assemble turns words into bytes: numbers by the given encoder, "#a0ff" as it
// is, the rest by the table.
func assemble(text string, words map[string]int, number func(string) []byte) []byte {
	var out []byte
	for w := range strings.FieldsSeq(text) {
		op, ok := words[w]
		switch {
		case w[0] == '#':
			raw, err := hex.DecodeString(w[1:])
			if err != nil {
				panic(err)
			}
			out = append(out, raw...)
		case !ok:
			out = append(out, number(w)...)
		case op >= 12<<8:
			out = append(out, 12, byte(op))
		default:
			out = append(out, byte(op))
		}
	}
	return out
}

// smallNumber encodes what both charstring formats share; nil for other numbers.
func smallNumber(n int) []byte {
	switch {
	case n >= -107 && n <= 107:
		return []byte{byte(n + 139)}
	case n >= 108 && n <= 1131:
		return []byte{byte((n-108)>>8) + 247, byte(n - 108)}
	case n >= -1131 && n <= -108:
		return []byte{byte((-n-108)>>8) + 251, byte(-n - 108)}
	}
	return nil
}

func mustInt(w string) int {
	n, err := strconv.Atoi(w)
	if err != nil {
		panic(err)
	}
	return n
}

// charstring1 assembles a Type 1 charstring.
func charstring1(text string) []byte {
	return assemble(text, type1Words, func(w string) []byte {
		n := mustInt(w)
		if b := smallNumber(n); b != nil {
			return b
		}
		return []byte{255, byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}
	})
}

// encrypt is the inverse of decrypt, with n bytes in front.
func encrypt(plain []byte, key uint16, n int) []byte {
	out, r := make([]byte, n+len(plain)), key
	for i, p := range append(bytes.Repeat([]byte{'x'}, n), plain...) {
		out[i] = p ^ byte(r>>8)
		r = (uint16(out[i])+r)*cipherC1 + cipherC2
	}
	return out
}

// noRandom stands for a lenIV of 0.
const noRandom = -2

// type1Source says how a Type 1 program is to be written; the zero value of each
// field means the usual thing.
type type1Source struct {
	glyphs   [][2]string // name and charstring in words
	subrs    []string
	lenIV    int // 0: the default; -1: not encrypted; noRandom: 0
	matrix   string
	encoding string // what follows /Encoding
	header   string // more clear text
	private  string // more private text before Subrs
	rd, nd   string
	eexec    string // from the word eexec on: white space; "\n" when empty
	format   string // "", "hex", "HEX", "pfb", "plain" (no encryption)
}

// standardSubrs are the Subrs entries for flex and hint replacement (8.3).
var standardSubrs = []string{
	"3 0 callothersubr pop pop setcurrentpoint return",
	"0 1 callothersubr return",
	"0 2 callothersubr return",
	"return",
	"1 3 callothersubr pop callsubr return",
}

func itoa(n int) string { return strconv.Itoa(n) }

func or(s, def string) string {
	if s == "" {
		return def
	}
	return s
}

func (s type1Source) code(words string) []byte {
	switch code := charstring1(words); s.lenIV {
	case -1:
		return code
	case noRandom:
		return encrypt(code, charstringKey, 0)
	case 0:
		return encrypt(code, charstringKey, defaultLenIV)
	default:
		return encrypt(code, charstringKey, s.lenIV)
	}
}

func (s type1Source) privateText() []byte {
	var b bytes.Buffer
	rd, nd := or(s.rd, "RD"), or(s.nd, "ND")
	b.WriteString("dup /Private 8 dict dup begin\n/RD {string currentfile exch readstring pop} executeonly def\n")
	if s.lenIV == noRandom {
		b.WriteString("/lenIV 0 def\n")
	} else if s.lenIV != 0 {
		fmt.Fprintf(&b, "/lenIV %d def\n", s.lenIV)
	}
	b.WriteString(s.private)
	if len(s.subrs) > 0 {
		fmt.Fprintf(&b, "/Subrs %d array\n", len(s.subrs))
		for i, sub := range s.subrs {
			code := s.code(sub)
			fmt.Fprintf(&b, "dup %d %d %s %s NP\n", i, len(code), rd, code)
		}
		fmt.Fprintf(&b, "%s\n", nd)
	}
	fmt.Fprintf(&b, "2 index /CharStrings %d dict dup begin\n", len(s.glyphs))
	for _, g := range s.glyphs {
		code := s.code(g[1])
		fmt.Fprintf(&b, "/%s %d %s %s %s\n", g[0], len(code), rd, code, nd)
	}
	b.WriteString("end\nend\nreadonly put\nnoaccess put\ndup/FontName get exch definefont pop\nmark currentfile closefile\n")
	return b.Bytes()
}

func (s type1Source) clearText() []byte {
	return fmt.Appendf(nil, "%%!PS-AdobeFont-1.0: Test\n11 dict begin\n/FontMatrix %s readonly def\n/Encoding %s\n%scurrentdict end\ncurrentfile eexec%s",
		or(s.matrix, "[0.001 0 0 0.001 0 0]"), or(s.encoding, "StandardEncoding def"), s.header, or(s.eexec, "\n"))
}

const type1Trailer = "\n0000000000000000000000000000000000000000000000000000000000000000\ncleartomark\n"

// bytes writes the program.
func (s type1Source) bytes() []byte {
	clear, private := s.clearText(), s.privateText()
	cipher := encrypt(private, eexecKey, eexecSkip)
	switch s.format {
	case "hex", "HEX":
		cipher = []byte(hex.EncodeToString(cipher))
		if s.format == "HEX" {
			cipher = bytes.ToUpper(cipher)
		}
		for at := 64; at < len(cipher); at += 65 { // lines, as in PFA files
			cipher = append(cipher[:at:at], append([]byte{'\n'}, cipher[at:]...)...)
		}
	case "plain":
		cipher = private
	case "pfb":
		return append(append(segment(pfbText, clear), segment(pfbBinary, cipher)...), append(segment(pfbText, []byte(type1Trailer)), pfbMark, 3)...)
	}
	return append(append(clear, cipher...), type1Trailer...)
}

func segment(kind byte, data []byte) []byte {
	n := len(data)
	return append([]byte{pfbMark, kind, byte(n), byte(n >> 8), byte(n >> 16), byte(n >> 24)}, data...)
}
