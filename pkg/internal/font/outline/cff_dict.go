package outline

import (
	"strconv"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// Operators of Top and Private DICTs (TN 5176, tables 9, 10 and 23); those of
// two bytes are written with dictEscape above the second.
const (
	dictCharset       = 15
	dictEncoding      = 16
	dictCharStrings   = 17
	dictPrivate       = 18
	dictSubrs         = 19
	dictDefaultWidthX = 20
	dictNominalWidthX = 21
	dictEscape        = 12 << 8
	dictFontMatrix    = dictEscape | 7
	dictCharstrType   = dictEscape | 6
	dictROS           = dictEscape | 30
	dictFDArray       = dictEscape | 36
	dictFDSelect      = dictEscape | 37
)

// cffDict holds what outlines need of a DICT, whichever kind it is.
type cffDict struct {
	charset, encoding, charStrings int // offsets in the program, or predefined numbers
	private, privateSize           int
	subrs                          int // offset in the Private DICT
	defaultWidthX, nominalWidthX   float64
	matrix                         geom.Matrix
	hasMatrix                      bool
	charstringType                 int
	cid                            bool
	fdArray, fdSelect              int
}

func (d *cffDict) matrixOr(def geom.Matrix) geom.Matrix {
	if d.hasMatrix && plausible(d.matrix) {
		return d.matrix
	}
	return def
}

// parseDict reads operands and operators (TN 5176, 4) as far as they go.
func parseDict(data []byte) cffDict {
	d := cffDict{charstringType: type2Charstrings}
	var args [maxDictOperands]float64
	n := 0
	for len(data) > 0 {
		b := int(data[0])
		if b > 21 && b != 28 && b != 29 && b != 30 && b < 32 || b == 255 {
			data = data[1:] // reserved
			continue
		}
		if b > 21 {
			v, size := dictNumber(data)
			data = data[size:]
			if n < len(args) {
				args[n] = v
				n++
			}
			continue
		}
		data = data[1:]
		if b == 12 && len(data) > 0 {
			b = dictEscape | int(data[0])
			data = data[1:]
		}
		d.set(b, args[:n])
		n = 0
	}
	return d
}

// set takes in one operator with its operands.
func (d *cffDict) set(op int, args []float64) {
	if len(args) == 0 {
		return
	}
	v := args[len(args)-1]
	switch op {
	case dictCharset:
		d.charset = offset(v)
	case dictEncoding:
		d.encoding = offset(v)
	case dictCharStrings:
		d.charStrings = offset(v)
	case dictPrivate:
		d.private, d.privateSize = offset(v), offset(args[0])
	case dictSubrs:
		d.subrs = offset(v)
	case dictDefaultWidthX:
		d.defaultWidthX = v
	case dictNominalWidthX:
		d.nominalWidthX = v
	case dictFontMatrix:
		if len(args) >= 6 {
			d.matrix, d.hasMatrix = geom.Matrix{A: args[0], B: args[1], C: args[2], D: args[3], E: args[4], F: args[5]}, true
		}
	case dictCharstrType:
		d.charstringType = offset(v)
	case dictROS:
		d.cid = true
	case dictFDArray:
		d.fdArray = offset(v)
	case dictFDSelect:
		d.fdSelect = offset(v)
	}
}

// offset makes a position of an operand; what can be none is beyond every end.
func offset(v float64) int {
	if !(v >= 0 && v <= maxProgramBytes) {
		return maxProgramBytes + 1
	}
	return int(v)
}

// dictNumber reads one operand and returns its size in bytes (table 3).
func dictNumber(data []byte) (v float64, size int) {
	b := int(data[0])
	switch {
	case b == 30:
		return dictReal(data)
	case b == 28:
		return float64(int16(beUint(data, 1, 2))), min(3, len(data))
	case b == 29:
		return float64(int32(beUint(data, 1, 4))), min(5, len(data))
	case b <= 246:
		return float64(b - 139), 1
	case b <= 250:
		return float64((b-247)*256 + int(beUint(data, 1, 1)) + 108), min(2, len(data))
	}
	return float64(-(b-251)*256 - int(beUint(data, 1, 1)) - 108), min(2, len(data))
}

// maxRealDigits caps the characters of a real number.
const maxRealDigits = 64

// dictReal reads a real number: characters in half bytes (table 5).
func dictReal(data []byte) (v float64, size int) {
	var buf [maxRealDigits + 2]byte
	text := buf[:0]
	for size = 1; size < len(data); size++ {
		for _, c := range [2]byte{data[size] >> 4, data[size] & 15} {
			if c == 15 {
				v, _ = strconv.ParseFloat(string(text), 64)
				return v, size + 1
			}
			if len(text) <= maxRealDigits {
				text = append(text, realChars[c]...)
			}
		}
	}
	return 0, len(data)
}

var realChars = [15]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "E", "E-", "", "-"}
