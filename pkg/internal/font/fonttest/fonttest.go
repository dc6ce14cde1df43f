// Package fonttest writes font programs whose letters have known measures, so that
// tests know the truth by construction. Every letter is a rectangle.
package fonttest

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/font/face"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// Letter is a letter of a font, in thousandths of an em.
type Letter struct {
	Rune            rune
	Advance, Height float64
	Depth           float64 // below the baseline
}

// Letters returns the letters of a known face.
func Letters(name string) []Letter {
	known := face.Known()
	f := known[slices.IndexFunc(known, func(f face.Face) bool { return f.Name == name })]
	var out []Letter
	for i, r := range face.Letters {
		out = append(out, Letter{Rune: r, Advance: 1000 * f.Advances[i], Height: 1000 * f.Heights[i]})
	}
	return out
}

// Font is a font of rectangles. Widths are those that the dictionary declares.
type Font struct {
	Name       string
	Letters    []Letter
	Type3      bool    // procedures in place of a program
	Matrix     string  // FontMatrix of a Type 1 program or Type 3 font; "" for the usual one
	UnitsPerEm int     // 0: a Type 1 program, else a TrueType one
	WidthScale float64 // declared widths against those of the program in thousandths; 0: 1
	WidthMore  float64 // thousandths of an em added to each declared width
	ToUnicode  []byte  // the CMap of a Type 1 or TrueType font; nil for none
}

const space = 250.0

// Width returns the declared width of a character, in thousandths of an em.
func (f *Font) Width(r rune) float64 {
	width := 0.0
	if r == ' ' {
		width = space
	}
	if i := slices.IndexFunc(f.Letters, func(l Letter) bool { return l.Rune == r }); i >= 0 {
		width = f.Letters[i].Advance
	}
	if width == 0 {
		return 0
	}
	if f.WidthScale != 0 {
		width *= f.WidthScale
	}
	return math.Round(width + f.WidthMore)
}

// Add adds the font to a file and returns its object number.
func (f *Font) Add(b *pdftest.Builder) int {
	var widths strings.Builder
	for code := ' '; code <= 'z'; code++ {
		fmt.Fprintf(&widths, "%g ", f.Width(code))
	}
	if f.Type3 {
		return f.addType3(b, widths.String())
	}
	kind, key, program := "Type1", "FontFile", f.type1()
	if f.UnitsPerEm > 0 {
		kind, key, program = "TrueType", "FontFile2", f.trueType()
	}
	file := b.Stream("", program)
	descriptor := b.Object(fmt.Sprintf("<< /Type /FontDescriptor /FontName /%s /Flags 32 /%s %d 0 R >>", f.Name, key, file))
	more := ""
	if f.ToUnicode != nil {
		more = fmt.Sprintf(" /ToUnicode %d 0 R", b.Stream("", f.ToUnicode))
	}
	return b.Object(fmt.Sprintf("<< /Type /Font /Subtype /%s /BaseFont /%s /FirstChar 32 /LastChar 122 /Widths [%s] /Encoding /WinAnsiEncoding /FontDescriptor %d 0 R%s >>",
		kind, f.Name, widths.String(), descriptor, more))
}

func (f *Font) matrix() string {
	if f.Matrix == "" {
		return "[0.001 0 0 0.001 0 0]"
	}
	return f.Matrix
}

// addType3 adds the font as procedures, which claim boxes of full size.
func (f *Font) addType3(b *pdftest.Builder, widths string) int {
	var procs, names strings.Builder
	for _, l := range f.Letters {
		proc := b.Stream("", fmt.Appendf(nil, "%g 0 0 -300 1000 1000 d1 20 %g %g %g re f", l.Advance, -l.Depth, l.Advance-40, l.Height+l.Depth))
		fmt.Fprintf(&procs, "/%c %d 0 R ", l.Rune, proc)
		fmt.Fprintf(&names, "%d /%c ", l.Rune, l.Rune)
	}
	return b.Object(fmt.Sprintf("<< /Type /Font /Subtype /Type3 /Name /%s /FontBBox [0 -300 1000 1000] /FontMatrix %s /FirstChar 32 /LastChar 122 /Widths [%s] /Encoding << /Differences [%s] >> /CharProcs << %s >> >>",
		f.Name, f.matrix(), widths, names.String(), procs.String()))
}

// type1 writes a Type 1 program that is not encrypted.
func (f *Font) type1() []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, "%%!PS-AdobeFont-1.0: Test\n/FontMatrix %s readonly def\n/Encoding StandardEncoding def\ncurrentfile eexec\n", f.matrix())
	fmt.Fprintf(&out, "dup /Private 8 dict dup begin\n/lenIV -1 def\n2 index /CharStrings %d dict dup begin\n", len(f.Letters)+1)
	write := func(name string, code []byte) { fmt.Fprintf(&out, "/%s %d RD %s ND\n", name, len(code), code) }
	write("space", type1Box(Letter{Advance: space}))
	for _, l := range f.Letters {
		write(string(l.Rune), type1Box(l))
	}
	out.WriteString("end\nend\n")
	return out.Bytes()
}

// Commands of Type 1 charstrings.
const (
	vmoveto, hlineto, vlineto, closepath, hsbw, endchar = 4, 6, 7, 9, 13, 14
)

// type1Box is the charstring of a rectangle that takes most of its advance.
func type1Box(l Letter) []byte {
	var out []byte
	put := func(op byte, numbers ...float64) {
		for _, n := range numbers {
			out = binary.BigEndian.AppendUint32(append(out, 255), uint32(int32(math.Round(n))))
		}
		out = append(out, op)
	}
	put(hsbw, 20, l.Advance)
	if l.Height > 0 {
		put(vmoveto, -l.Depth)
		put(hlineto, l.Advance-40)
		put(vlineto, l.Height+l.Depth)
		put(hlineto, 40-l.Advance)
		put(closepath)
	}
	put(endchar)
	return out
}
