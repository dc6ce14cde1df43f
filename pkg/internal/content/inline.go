package content

import (
	"bytes"
	"compress/zlib"
	"io"

	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// inline is an inline image (8.9.7): its dictionary, as far as it is needed to
// find its end.
type inline struct {
	imageObject
	bits   int
	space  *color.Space
	filter string // the first one; "" when the samples are there as they are
	coded  bool   // more than one filter, parameters of one, or a Decode array
}

// inlineImages reads images that are in a content stream.
type inlineImages struct{ *run }

// inlineImage reads from BI to EI and paints the image.
func (r inlineImages) inlineImage() {
	x := inline{bits: 1, space: color.DeviceGray, imageObject: imageObject{veil: 1}}
	if !r.inlineDict(&x) {
		r.damage("an inline image has no data")
		return
	}
	src, start := r.lex.Source(), r.lex.Pos()
	if start < len(src) && syntax.IsSpace(src[start]) {
		start++ // the one white space after ID
	}
	end := r.dataEnd(&x, src[start:])
	next, found := markAt(src, start+end)
	if end == 0 || !found {
		next, found = r.endMark(src, start+end)
	}
	if !found { // the numbers or the filter lie
		next, found = r.endMark(src, start)
	}
	if !found {
		r.damage("an inline image does not end")
	}
	r.lex.Seek(next)
	switch {
	case x.width == 1 && x.height == 1: // a rule, as dvips and Ghostscript paint it, has no margins
		x.trim = trim{looked: true, known: true, ink: unitSquare}
	case r.in.trimMargins:
		r.trimInline(&x, src[start:start+end])
	}
	r.canvas.drawImage(&x.imageObject, x.sole(src[start:], end))
}

// inlineDict reads the keys and values up to ID; false when there is none.
func (r inlineImages) inlineDict(x *inline) bool {
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
func (r inlineImages) inlineEntry(x *inline, key string, t syntax.Token) {
	n := geom.Whole(t.Num, 0, 1<<20)
	switch key {
	case "W", "Width":
		x.width = n
	case "H", "Height":
		x.height = n
	case "BPC", "BitsPerComponent":
		x.bits = n
	case "CS", "ColorSpace":
		if t.Kind == syntax.Name {
			r.inlineSpace(x, t.Bytes)
		}
	case "F", "Filter":
		x.coded = x.coded || x.filter != ""
		if x.filter == "" && t.Kind == syntax.Name {
			x.filter = string(t.Bytes)
		}
	case "DP", "DecodeParms", "D", "Decode":
		x.coded = true
	}
}

// inlineSpace takes in a colour space; in an array the name Indexed says all
// that is needed, one component.
func (r inlineImages) inlineSpace(x *inline, name []byte) {
	switch {
	case x.space.IsIndexed():
	case string(name) == "I" || string(name) == "Indexed":
		x.space = color.Unlisted()
	default:
		x.space = r.names.space(name)
	}
}

// trimInline finds the margins of an inline image, where its samples are there
// as they are or are deflated alone.
func (r inlineImages) trimInline(x *inline, data []byte) {
	size := x.size()
	if x.coded || size <= 0 || size > maxUnpacked || x.width > maxTrimPixels/x.height || x.space.IsIndexed() {
		return
	}
	if r.in.trimmed += x.width * x.height; r.in.trimmed > maxTrimTotal {
		return
	}
	switch x.filter {
	case "":
	case "Fl", "FlateDecode":
		z, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return
		}
		defer z.Close()
		if data, err = io.ReadAll(io.LimitReader(z, int64(size))); err != nil {
			return
		}
	default:
		return
	}
	m := &raster{width: x.width, height: x.height, n: x.space.Components(), source: bytes.NewReader(data)}
	if x.stencil {
		m.n, x.bits = 1, 1
	}
	if !m.lay(x.bits) {
		return
	}
	if x.stencil {
		x.trim.ink, x.trim.known = m.stencilInk()
	} else {
		x.trim.ink, x.trim.known = m.colorInk(x.space)
	}
}

// size returns the bytes that the bare samples take.
func (x *inline) size() int {
	if x.stencil {
		return sampleBytes(x.width, x.height, 1, 1)
	}
	return sampleBytes(x.width, x.height, x.space.Components(), x.bits)
}

// dataEnd returns where the data ends at the earliest, by its filter; 0 where
// the filter does not say, so that EI has to be looked for.
func (r inlineImages) dataEnd(x *inline, data []byte) int {
	n, read := 0, 0
	switch x.filter {
	case "":
		n = x.size()
	case "AHx", "ASCIIHexDecode":
		n, read = after(data, ">")
	case "A85", "ASCII85Decode":
		n, read = after(data, "~>")
	case "DCT", "DCTDecode":
		n, read = after(data, "\xff\xd9")
	case "Fl", "FlateDecode":
		n, read = flateEnd(data)
	case "RL", "RunLengthDecode":
		n, read = runLengthEnd(data)
	}
	r.countInline(read)
	return min(n, len(data))
}

// after returns the offset behind the first place of mark, or 0, and how many
// bytes were gone through; so do the functions for other filters.
func after(data []byte, mark string) (end, read int) {
	if i := bytes.Index(data, []byte(mark)); i >= 0 {
		return i + len(mark), i
	}
	return 0, len(data)
}

// maxUnpacked caps what one inline image is unpacked to in order to find its
// end; one should have no more than 4 kB (8.9.7).
const maxUnpacked = 8 << 20

// flateEnd returns how many bytes a zlib stream takes; 0 when it is corrupt.
func flateEnd(data []byte) (end, read int) {
	src := bytes.NewReader(data)
	z, err := zlib.NewReader(src)
	if err != nil {
		return 0, 0
	}
	defer z.Close()
	n, err := io.Copy(io.Discard, io.LimitReader(z, maxUnpacked))
	if err != nil || n == maxUnpacked {
		return 0, int(n)
	}
	return len(data) - src.Len(), int(n)
}

// runLengthEnd returns the offset behind the end mark 128 (7.4.5), or 0.
func runLengthEnd(data []byte) (end, read int) {
	for i := 0; i < len(data); {
		switch c := int(data[i]); {
		case c == 128:
			return i + 1, i
		case c < 128:
			i += c + 2
		default:
			i += 2
		}
	}
	return 0, len(data)
}

// markAt reports whether EI is at a place, after white space or none.
func markAt(src []byte, at int) (next int, found bool) {
	for at < len(src) && syntax.IsSpace(src[at]) {
		at++
	}
	if !bytes.HasPrefix(src[at:], []byte("EI")) || at+2 < len(src) && !syntax.IsSpace(src[at+2]) {
		return 0, false
	}
	return at + 2, true
}

// endMark looks for EI from a place on and returns the offset behind it. Data
// can hold the letters by chance: they count only as a word of their own before
// something that can be a content stream.
func (r inlineImages) endMark(src []byte, from int) (next int, found bool) {
	for i := from; ; i += 2 {
		k := bytes.Index(src[i:], []byte("EI"))
		if k < 0 {
			r.countInline(len(src) - i)
			return len(src), false
		}
		r.countInline(k)
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
func (x *inline) sole(data []byte, end int) color.Color {
	if x.filter != "" || x.stencil || end == 0 || end != x.size() || x.space.IsIndexed() && !x.space.HasTable() {
		return color.Color{}
	}
	return oneColor(x.space, x.bits, bytes.NewReader(data), end)
}
