// Package bitmap reads letters of TeX's bitmap fonts by their shapes, where a file has
// lost what they are: old versions of Ghostscript number the glyphs of all fonts as they
// meet them.
//
// Lengths are in pixels, the units of such fonts' glyph space.
package bitmap

import (
	"bytes"
	"compress/zlib"
	"io"
	"math/bits"

	"golang.org/x/image/ccitt"

	"github.com/paperfit/paperfit/pkg/internal/syntax"
)

// Bitmap is the ink of a glyph.
type Bitmap struct {
	Width, Height int
	X, Y          int // of its lower left corner

	runs []run // row by row from the upper one, in each from the left
}

// run is ink side by side in a row, which is 0 for the upper one.
type run struct{ row, from, to int }

// New returns the bitmap of the pixels that are inked; y is 0 in the upper row.
func New(width, height int, inked func(x, y int) bool) *Bitmap {
	b := &Bitmap{Width: width, Height: height}
	for y := range height {
		for x := 0; x < width; x++ {
			from := x
			for x < width && inked(x, y) {
				x++
			}
			if from < x {
				b.runs = append(b.runs, run{y, from, x})
			}
		}
	}
	return b
}

// Caps on a bitmap that is read. A letter of 25 points has 200 pixels at 600 an inch.
const (
	maxSide   = 1 << 10
	maxTokens = 64 // before its data
)

// Parse reads the procedure of a Type 3 glyph that paints one image mask; ok is false for
// other procedures, and where there is no ink.
func Parse(proc []byte) (b *Bitmap, ok bool) {
	p := parser{lex: syntax.NewLexer(proc), image: image{k: 0}}
	if !p.read() || !p.fits() {
		return nil, false
	}
	data, ok := p.image.data(proc[min(p.lex.Pos()+1, len(proc)):])
	if !ok {
		return nil, false
	}
	paper := byte(0xff) // ones
	if p.inverted {
		paper = 0
	}
	b = &Bitmap{Width: p.width, Height: p.height, X: int(p.matrix[4]), Y: int(p.matrix[5])}
	b.read(data, paper)
	return b.cropped()
}

// read finds the ink in samples, in which paper is what eight pixels without ink are.
func (b *Bitmap) read(data []byte, paper byte) {
	stride := (b.Width + 7) / 8
	b.runs = make([]run, 0, usualRuns*b.Height)
	for row := range b.Height {
		samples := data[row*stride : (row+1)*stride]
		for x := next(samples, 0, paper); x < b.Width; {
			end := min(next(samples, x, ^paper), b.Width)
			b.runs = append(b.runs, run{row, x, end})
			x = next(samples, end, paper)
		}
	}
}

// usualRuns is how many runs a row of a letter has at the most: three in an m.
const usualRuns = 3

// next returns the first pixel of a row from x on that is not as in a byte of one colour.
func next(samples []byte, x int, colour byte) int {
	for ; x < 8*len(samples); x += 8 - x%8 {
		if others := (samples[x/8] ^ colour) << (x % 8); others != 0 {
			return x + bits.LeadingZeros8(others)
		}
	}
	return x
}

// cropped returns the part that has ink.
func (b *Bitmap) cropped() (*Bitmap, bool) {
	if len(b.runs) == 0 {
		return nil, false
	}
	x0, x1, y0, y1 := b.Width, 0, b.runs[0].row, b.runs[len(b.runs)-1].row+1
	for _, r := range b.runs {
		x0, x1 = min(x0, r.from), max(x1, r.to)
	}
	out := &Bitmap{Width: x1 - x0, Height: y1 - y0, X: b.X + x0, Y: b.Y + b.Height - y1, runs: b.runs}
	for i, r := range out.runs {
		out.runs[i] = run{r.row - y0, r.from - x0, r.to - x0}
	}
	return out, true
}

// turned returns the bitmap upside down, as where matrices of the page turn it over.
func (b *Bitmap) turned() *Bitmap {
	out := &Bitmap{Width: b.Width, Height: b.Height, X: b.X, Y: -b.Y - b.Height, runs: make([]run, len(b.runs))}
	for i, end := 0, len(b.runs); end > 0; {
		start := end - 1
		for start > 0 && b.runs[start-1].row == b.runs[start].row {
			start--
		}
		for _, r := range b.runs[start:end] {
			out.runs[i] = run{b.Height - 1 - r.row, r.from, r.to}
			i++
		}
		end = start
	}
	return out
}

// parser reads a procedure up to the data of its image.
type parser struct {
	lex *syntax.Lexer
	image
	matrix  [6]float64
	numbers []float64
}

// image is an image mask (8.9.7).
type image struct {
	width, height int
	filter        string
	k             int  // of CCITT: negative for Group 4
	black         bool // BlackIs1
	inverted      bool // Decode is [1 0]: ones paint
	coded         bool // in a way that is not read
}

// read goes to the data; false where there are none.
func (p *parser) read() bool {
	for range maxTokens {
		switch t := p.lex.Next(); t.Kind {
		case syntax.Number:
			p.numbers = append(p.numbers, t.Num)
		case syntax.Keyword:
			switch string(t.Bytes) {
			case "cm":
				if len(p.numbers) < len(p.matrix) {
					return false
				}
				copy(p.matrix[:], p.numbers[len(p.numbers)-len(p.matrix):])
			case "BI":
				return p.dict()
			}
			p.numbers = p.numbers[:0]
		case syntax.EOF:
			return false
		}
	}
	return false
}

// dict reads the image's entries up to ID.
func (p *parser) dict() bool {
	key := ""
	for range maxTokens {
		switch t := p.lex.Next(); t.Kind {
		case syntax.EOF:
			return false
		case syntax.Keyword:
			if string(t.Bytes) == "ID" {
				return true
			}
			p.black = p.black || key == "BlackIs1" && string(t.Bytes) == "true"
		case syntax.Name:
			if key == "F" || key == "Filter" {
				p.coded = p.coded || p.filter != ""
				p.filter, key = string(t.Bytes), ""
			} else {
				key = string(t.Bytes)
			}
		case syntax.Number:
			p.number(&key, int(t.Num))
		}
	}
	return false
}

// number takes in a number of an entry, the first one of an array.
func (p *parser) number(key *string, n int) {
	switch *key {
	case "W", "Width":
		p.width = n
	case "H", "Height":
		p.height = n
	case "K":
		p.k = n
	case "D", "Decode":
		p.inverted = n == 1
	}
	*key = ""
}

// fits reports whether each pixel is a unit of glyph space.
func (p *parser) fits() bool {
	m := p.matrix
	return !p.coded && p.width > 0 && p.height > 0 && p.width <= maxSide && p.height <= maxSide &&
		m[0] == float64(p.width) && m[1] == 0 && m[2] == 0 && m[3] == float64(p.height) &&
		max(m[4], -m[4], m[5], -m[5]) <= 2*maxSide
}

// data returns the samples, row by row; ok is false where they are too few.
func (m *image) data(coded []byte) (data []byte, ok bool) {
	size := (m.width + 7) / 8 * m.height
	var source io.Reader = bytes.NewReader(coded)
	switch m.filter {
	case "":
	case "Fl", "FlateDecode":
		z, err := zlib.NewReader(source)
		if err != nil {
			return nil, false
		}
		defer z.Close()
		source = z
	case "CCF", "CCITTFaxDecode":
		if m.k >= 0 {
			return nil, false
		}
		source = ccitt.NewReader(source, ccitt.MSB, ccitt.Group4, m.width, m.height, &ccitt.Options{Invert: m.black})
	default:
		return nil, false
	}
	data = make([]byte, size)
	_, err := io.ReadFull(source, data)
	return data, err == nil
}
