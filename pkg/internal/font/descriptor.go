package font

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// Descriptor holds a font descriptor's facts about all of a font's glyphs
// (ISO 32000-2, 9.8). Lengths are in text space at size 1; what the file does
// not say, or says absurdly, is 0.
type Descriptor struct {
	Ascent      float64   // above the baseline
	Descent     float64   // below the baseline: negative, whatever sign the file gives it
	CapHeight   float64   // of flat capitals
	XHeight     float64   // of flat small letters
	BBox        geom.Rect // FontBBox; empty when there is none
	ItalicAngle float64   // degrees counterclockwise from the vertical: negative in italics
	StemV       float64   // thickness of vertical stems
	Weight      float64   // FontWeight, 100 to 900

	missingWidth float64
	flags        int
	dict         pdf.Value
}

// The bits of Flags that matter here (table 121).
const (
	flagFixedPitch = 1 << 0
	flagSerif      = 1 << 1
	flagSymbolic   = 1 << 2
	flagItalic     = 1 << 6
	flagForceBold  = 1 << 18
)

// maxHeight is the tallest ascent or box, in em, that is believed.
const maxHeight = 3

func readDescriptor(d pdf.Value) Descriptor {
	out := Descriptor{
		Ascent:      height(d.Key("Ascent")),
		Descent:     -math.Abs(height(d.Key("Descent"))),
		CapHeight:   max(0, height(d.Key("CapHeight"))),
		XHeight:     max(0, height(d.Key("XHeight"))),
		BBox:        geom.Empty(),
		ItalicAngle: d.Key("ItalicAngle").NumberOr(0),
		StemV:       height(d.Key("StemV")),
		Weight:      d.Key("FontWeight").NumberOr(0),

		missingWidth: d.Key("MissingWidth").NumberOr(0),
		flags:        d.Key("Flags").Int(),
		dict:         d,
	}
	if box, ok := d.Key("FontBBox").Rect(); ok && believable(box) {
		out.BBox = geom.Scaling(perMille, perMille).ApplyRect(box)
	}
	return out
}

// height reads a length in thousandths of an em, 0 when it is out of reason.
func height(v pdf.Value) float64 {
	if h := v.NumberOr(0) * perMille; math.Abs(h) <= maxHeight {
		return h
	}
	return 0
}

// believable reports whether a FontBBox, in thousandths of an em, can be one:
// fonts with tall operators reach 3 em down, broken ones say 32767.
func believable(box geom.Rect) bool {
	return box.Height() <= 2*maxHeight/perMille && box.Y1 > 0 && box.Y0 <= box.Y1
}

// program returns the embedded font program's stream, or null.
func (d Descriptor) program() pdf.Value {
	for _, key := range []string{"FontFile", "FontFile2", "FontFile3"} {
		if v := d.dict.Key(key); v.IsStream() {
			return v
		}
	}
	return pdf.Value{}
}

func (d Descriptor) has(flag int) bool { return d.flags&flag != 0 }

// isSymbolic follows the descriptor's flag; a font without descriptor is
// symbolic when it is Symbol or ZapfDingbats, or Type 3.
func (f *Font) isSymbolic() bool {
	if f.Descriptor.dict.Key("Flags").IsNumber() {
		return f.Descriptor.has(flagSymbolic)
	}
	return f.Kind == Type3 || f.standard.pi()
}
