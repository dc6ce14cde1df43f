package outline

import (
	"encoding/binary"
	"math"
	"strconv"
	"strings"
)

// type2Words are the operators of Type 2 charstrings.
var type2Words = map[string]int{
	"hstem": 1, "vstem": 3, "vmoveto": 4, "rlineto": 5, "hlineto": 6, "vlineto": 7, "rrcurveto": 8,
	"callsubr": 10, "return": 11, "endchar": 14, "hstemhm": 18, "hintmask": 19, "cntrmask": 20, "rmoveto": 21,
	"hmoveto": 22, "vstemhm": 23, "rcurveline": 24, "rlinecurve": 25, "vvcurveto": 26, "hhcurveto": 27,
	"callgsubr": 29, "vhcurveto": 30, "hvcurveto": 31, "dotsection": 12 << 8, "and": 12<<8 | 3, "or": 12<<8 | 4,
	"not": 12<<8 | 5, "abs": 12<<8 | 9, "add": 12<<8 | 10, "sub": 12<<8 | 11, "div": 12<<8 | 12, "neg": 12<<8 | 14,
	"eq": 12<<8 | 15, "drop": 12<<8 | 18, "put": 12<<8 | 20, "get": 12<<8 | 21, "ifelse": 12<<8 | 22,
	"random": 12<<8 | 23, "mul": 12<<8 | 24, "sqrt": 12<<8 | 26, "dup": 12<<8 | 27, "exch": 12<<8 | 28,
	"index": 12<<8 | 29, "roll": 12<<8 | 30, "hflex": 12<<8 | 34, "flex": 12<<8 | 35, "hflex1": 12<<8 | 36,
	"flex1": 12<<8 | 37,
}

// charstring2 assembles a Type 2 charstring; numbers may have fractions.
func charstring2(text string) []byte {
	return assemble(text, type2Words, func(w string) []byte {
		if strings.Contains(w, ".") {
			v, err := strconv.ParseFloat(w, 64)
			if err != nil {
				panic(err)
			}
			return binary.BigEndian.AppendUint32([]byte{255}, uint32(int32(math.Round(v*65536))))
		}
		n := mustInt(w)
		if b := smallNumber(n); b != nil {
			return b
		}
		return []byte{28, byte(n >> 8), byte(n)}
	})
}

func charstrings2(texts []string) [][]byte {
	var out [][]byte
	for _, t := range texts {
		out = append(out, charstring2(t))
	}
	return out
}

// indexOf writes an INDEX.
func indexOf(objects [][]byte) []byte {
	out := binary.BigEndian.AppendUint16(nil, uint16(len(objects)))
	if len(objects) == 0 {
		return out
	}
	out = append(out, 4)
	at := uint32(1)
	out = binary.BigEndian.AppendUint32(out, at)
	for _, o := range objects {
		at += uint32(len(o))
		out = binary.BigEndian.AppendUint32(out, at)
	}
	for _, o := range objects {
		out = append(out, o...)
	}
	return out
}

// dictInt writes an operand in the five-byte form, so that sizes are known.
func dictInt(n int) []byte { return binary.BigEndian.AppendUint32([]byte{29}, uint32(n)) }

// dictFloat writes a real number operand.
func dictFloat(v float64) []byte {
	nibbles := map[rune]byte{'.': 10, 'e': 11, '-': 14}
	var half []byte
	text := strings.ReplaceAll(strconv.FormatFloat(v, 'g', -1, 64), "e-0", "e-")
	for i := 0; i < len(text); i++ {
		switch c := rune(text[i]); {
		case c == 'e' && text[i+1] == '-':
			half = append(half, 12)
			i++
		case c >= '0' && c <= '9':
			half = append(half, byte(c-'0'))
		default:
			half = append(half, nibbles[c])
		}
	}
	half = append(half, 15)
	if len(half)%2 == 1 {
		half = append(half, 15)
	}
	out := []byte{30}
	for i := 0; i < len(half); i += 2 {
		out = append(out, half[i]<<4|half[i+1])
	}
	return out
}

func dictOp(out []byte, op int, operands ...[]byte) []byte {
	for _, o := range operands {
		out = append(out, o...)
	}
	if op >= 12<<8 {
		out = append(out, 12)
	}
	return append(out, byte(op))
}

func dictMatrix(m []float64) []byte {
	var operands [][]byte
	for _, v := range m {
		operands = append(operands, dictFloat(v))
	}
	return dictOp(nil, dictFontMatrix, operands...)
}

// fdSource is a font dictionary, or the private part of a name-keyed font.
type fdSource struct {
	subrs                 []string
	defaultWidth, nominal int
	matrix                []float64
}

// private writes the Private DICT and the Subrs INDEX right behind it.
func (s fdSource) private() (dict, subrs []byte) {
	dict = dictOp(nil, dictDefaultWidthX, dictInt(s.defaultWidth))
	dict = dictOp(dict, dictNominalWidthX, dictInt(s.nominal))
	if len(s.subrs) == 0 {
		return dict, nil
	}
	const size = 6 // of the Subrs operator with its operand
	dict = dictOp(dict, dictSubrs, dictInt(len(dict)+size))
	return dict, indexOf(charstrings2(s.subrs))
}

// cffSource says how a CFF program is to be written.
type cffSource struct {
	glyphs   []string // charstrings in words
	globals  []string
	strings  []string // custom strings, from SID 391 on
	charset  []byte   // with its format; nil for ISOAdobe
	encoding []byte   // with its format; nil for standard
	matrix   []float64
	fdSource

	predefinedCharset, predefinedEncoding int

	cid      bool
	fds      []fdSource
	fdSelect []byte
}

// part is a piece of the program behind the Top DICT, named by an operator.
type part struct {
	op   int
	data []byte
}

// bytes writes the program: header, INDEXes, then what the Top DICT points to.
func (s cffSource) bytes() []byte {
	head := []byte{1, 0, 4, 4}
	head = append(head, indexOf([][]byte{[]byte("Test")})...)
	var names [][]byte
	for _, n := range s.strings {
		names = append(names, []byte(n))
	}
	tail := append(indexOf(names), indexOf(charstrings2(s.globals))...)
	top := s.topDict(0)
	start := len(head) + len(indexOf([][]byte{top})) + len(tail)
	out := append(head, indexOf([][]byte{s.topDict(start)})...)
	out = append(out, tail...)
	for _, p := range s.parts(start) {
		out = append(out, p.data...)
	}
	return out
}

// topDict writes the Top DICT for parts that begin at start; its size does not
// depend on start.
func (s cffSource) topDict(start int) []byte {
	var out []byte
	if s.cid {
		out = dictOp(out, dictROS, dictInt(numStandardStrings), dictInt(numStandardStrings), dictInt(0))
	}
	if s.matrix != nil {
		out = append(out, dictMatrix(s.matrix)...)
	}
	if s.charset == nil && s.predefinedCharset > 0 {
		out = dictOp(out, dictCharset, dictInt(s.predefinedCharset))
	}
	if s.encoding == nil && s.predefinedEncoding > 0 {
		out = dictOp(out, dictEncoding, dictInt(s.predefinedEncoding))
	}
	at := start
	for _, p := range s.parts(start) {
		switch p.op {
		case 0: // belongs to the part before
		case dictPrivate:
			out = dictOp(out, p.op, dictInt(len(p.data)), dictInt(at))
		default:
			out = dictOp(out, p.op, dictInt(at))
		}
		at += len(p.data)
	}
	return out
}

func (s cffSource) parts(start int) []part {
	var out []part
	if s.charset != nil {
		out = append(out, part{dictCharset, s.charset})
	}
	if s.encoding != nil {
		out = append(out, part{dictEncoding, s.encoding})
	}
	out = append(out, part{dictCharStrings, indexOf(charstrings2(s.glyphs))})
	if !s.cid {
		dict, subrs := s.fdSource.private()
		return append(out, part{dictPrivate, dict}, part{0, subrs})
	}
	if s.fdSelect != nil {
		out = append(out, part{dictFDSelect, s.fdSelect})
	}
	for _, p := range out {
		start += len(p.data)
	}
	return append(out, fdParts(s.fds, start)...)
}

// fdParts writes the private data of all font dictionaries, and then these.
func fdParts(fds []fdSource, at int) []part {
	var out []part
	var dicts [][]byte
	for _, fd := range fds {
		dict, subrs := fd.private()
		var d []byte
		if fd.matrix != nil {
			d = dictMatrix(fd.matrix)
		}
		dicts = append(dicts, dictOp(d, dictPrivate, dictInt(len(dict)), dictInt(at)))
		at += len(dict) + len(subrs)
		out = append(out, part{0, dict}, part{0, subrs})
	}
	return append(out, part{dictFDArray, indexOf(dicts)})
}
