package content

import (
	"bytes"
	"compress/zlib"
	"io"

	"github.com/paperfit/paperfit/pkg/syntax"
)

// inline is an inline image (8.9.7): its dictionary, as far as it is needed to
// find its end.
type inline struct {
	imageObject
	bits   int
	space  *colorSpace
	filter string // the first one; "" when the samples stand there as they are
}

// inlineImage reads from BI to EI and paints the image.
func (r *run) inlineImage() {
	x := inline{bits: 1, space: deviceGray}
	if !r.inlineDict(&x) {
		r.damage("an inline image has no data")
		return
	}
	src, start := r.lex.Source(), r.lex.Pos()
	if start < len(src) && syntax.IsSpace(src[start]) {
		start++ // the one white space after ID
	}
	end := x.end(src[start:])
	next, found := endMark(src, start+end)
	if !found { // the numbers or the filter lie
		next, found = endMark(src, start)
	}
	if !found {
		r.damage("an inline image does not end")
	}
	r.lex.Seek(next)
	r.drawImage(&x.imageObject, x.sole(src[start:], end))
}

// inlineDict reads the keys and values up to ID; false when there is none.
func (r *run) inlineDict(x *inline) bool {
	var key string
	depth := 0
	for range r.in.limits.Operands {
		switch t := r.lex.Next(); t.Kind {
		case syntax.EOF:
			return false
		case syntax.ArrayOpen, syntax.DictOpen:
			depth++
		case syntax.ArrayClose, syntax.DictClose:
			if depth--; depth == 0 {
				key = ""
			}
		case syntax.Keyword:
			if string(t.Bytes) == "ID" {
				return true
			}
			if key == "IM" || key == "ImageMask" {
				x.stencil = string(t.Bytes) == "true"
			}
			key = ""
		default:
			if depth == 0 && key == "" && t.Kind == syntax.Name {
				key = string(t.Bytes)
				continue
			}
			r.inlineEntry(x, key, t)
			if depth == 0 {
				key = ""
			}
		}
	}
	return false
}

// inlineEntry takes in a number or name of an entry; of an array's elements the
// first one counts. The keys are abbreviated or not (table 91).
func (r *run) inlineEntry(x *inline, key string, t syntax.Token) {
	n := whole(t.Num, 0, 1<<20)
	switch key {
	case "W", "Width":
		x.width = n
	case "H", "Height":
		x.height = n
	case "BPC", "BitsPerComponent":
		x.bits = n
	case "CS", "ColorSpace":
		if t.Kind == syntax.Name {
			x.inlineSpace(r, t.Bytes)
		}
	case "F", "Filter":
		if x.filter == "" && t.Kind == syntax.Name {
			x.filter = string(t.Bytes)
		}
	}
}

// inlineSpace takes in a colour space; in an array the name Indexed says all
// that is needed, one component.
func (x *inline) inlineSpace(r *run, name []byte) {
	switch {
	case x.space.family == familyIndexed:
	case string(name) == "I" || string(name) == "Indexed":
		x.space = &colorSpace{family: familyIndexed, n: 1, base: deviceGray}
	default:
		x.space = r.spaceNamed(name)
	}
}

// size returns the bytes that the bare samples take.
func (x *inline) size() int {
	if x.stencil {
		return sampleBytes(x.width, x.height, 1, 1)
	}
	return sampleBytes(x.width, x.height, x.space.n, x.bits)
}

// end returns where the data ends at the earliest, by its filter; 0 where the
// filter does not tell, so that EI has to be looked for.
func (x *inline) end(data []byte) int {
	n := 0
	switch x.filter {
	case "":
		n = x.size()
	case "AHx", "ASCIIHexDecode":
		n = after(data, ">")
	case "A85", "ASCII85Decode":
		n = after(data, "~>")
	case "DCT", "DCTDecode":
		n = after(data, "\xff\xd9")
	case "Fl", "FlateDecode":
		n = flateEnd(data)
	case "RL", "RunLengthDecode":
		n = runLengthEnd(data)
	}
	return min(n, len(data))
}

// after returns the offset behind the first place of mark, or 0.
func after(data []byte, mark string) int {
	if i := bytes.Index(data, []byte(mark)); i >= 0 {
		return i + len(mark)
	}
	return 0
}

// maxInlineBytes caps what an inline image is unpacked to in order to find its
// end; one should have no more than 4 kB (8.9.7).
const maxInlineBytes = 8 << 20

// flateEnd returns how many bytes a zlib stream takes; 0 when it is corrupt.
func flateEnd(data []byte) int {
	src := bytes.NewReader(data)
	z, err := zlib.NewReader(src)
	if err != nil {
		return 0
	}
	defer z.Close()
	n, err := io.Copy(io.Discard, io.LimitReader(z, maxInlineBytes))
	if err != nil || n == maxInlineBytes {
		return 0
	}
	return len(data) - src.Len()
}

// runLengthEnd returns the offset behind the end mark 128 (7.4.5), or 0.
func runLengthEnd(data []byte) int {
	for i := 0; i < len(data); {
		switch c := int(data[i]); {
		case c == 128:
			return i + 1
		case c < 128:
			i += c + 2
		default:
			i += 2
		}
	}
	return 0
}

// endMark looks for EI from a place on and returns the offset behind it. Data
// can hold the letters by chance: they count only as a word of their own before
// something that can be a content stream.
func endMark(src []byte, from int) (next int, found bool) {
	for i := from; ; i += 2 {
		k := bytes.Index(src[i:], []byte("EI"))
		if k < 0 {
			return len(src), false
		}
		i += k
		alone := i == from || syntax.IsSpace(src[i-1])
		if alone && (i+2 == len(src) || syntax.IsSpace(src[i+2])) && isText(src[i+2:]) {
			return i + 2, true
		}
	}
}

// lookAhead is how many bytes after EI have to look like a content stream.
const lookAhead = 16

func isText(b []byte) bool {
	for _, c := range b[:min(len(b), lookAhead)] {
		if (c < ' ' && !syntax.IsSpace(c) || c >= 0x7f) || c == 0 {
			return false
		}
	}
	return true
}

// sole returns the one colour of bare samples that are all alike.
func (x *inline) sole(data []byte, end int) color {
	if x.filter != "" || x.stencil || end == 0 || end != x.size() || x.space.table == nil && x.space.family == familyIndexed {
		return color{}
	}
	return oneColor(x.space, x.bits, data[:end])
}
