package content

import (
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// TestVisibility writes "seen" and "gone" and describes why the second cannot be
// seen. The images are /Gray (opaque) and /Cut (with a mask), the graphics
// states /Faint, /Half, /Multiply.
func TestVisibility(t *testing.T) {
	const (
		seen = "BT /F4 10 Tf 100 700 Td (seen) Tj ET\n"
		gone = "BT /F4 10 Tf 100 600 Td (gone) Tj ET\n" // ink within 100..124 × 597..607
	)
	tests := []struct {
		name, content string
		want          Hidden
	}{
		{"plain", seen + gone, Visible},
		{"render mode 3", seen + "3 Tr " + gone, Invisible},
		{"render mode 7", seen + "7 Tr " + gone, Invisible},
		{"render mode 1", seen + "1 Tr " + gone, Visible},
		{"ca", seen + "/Faint gs " + gone, Transparent},
		{"ca 0.5", seen + "/Half gs " + gone, Visible},
		{"CA for outlines", seen + "/FaintLines gs 1 Tr " + gone, Transparent},
		{"ca, not CA", seen + "/FaintLines gs " + gone, Visible},
		{"clip", seen + "300 300 10 10 re W n " + gone, CutOff},
		{"clip without area", seen + "100 600 0 0 re W n " + gone, CutOff},
		{"clip by a shape", seen + "300 300 m 320 300 l 310 320 l W n " + gone, CutOff},
		{"clip of a drawing", seen + "300 300 10 10 re W n .5 g 300 300 9 9 re f " + gone, Clipped},
		{"clip around that of a drawing", seen + "300 300 10 10 re W n q 300 300 5 5 re W n .5 g 300 300 9 9 re f Q " + gone, Clipped},
		{"clip within that of a drawing", seen + "300 300 10 10 re W n .5 g 300 300 9 9 re f 300 300 1 1 re W n " + gone, CutOff},
		{"clip of a white drawing", seen + "300 300 10 10 re W n 1 g 300 300 9 9 re f 0 g " + gone, CutOff},
		{"form that is cropped", seen + "/Cropped Do", Clipped},
		{"form that shows nothing", seen + "/Closed Do", CutOff},
		{"form of the whole page", seen + "/Sheet Do", CutOff},
		{"clip around", seen + "50 500 400 200 re W n " + gone, Visible},
		{"beside the page", seen + "1 0 0 1 900 0 cm " + gone, OffPage},
		{"below the page, clipped to the page", seen + "0 0 612 792 re W n 1 0 0 1 0 -900 cm " + gone, OffPage},
		{"beside the page and clipped", seen + "300 300 10 10 re W n 1 0 0 1 900 0 cm " + gone, CutOff},
		{"white on white", seen + "1 g " + gone, SameColor},
		{"nearly white on white", seen + ".96 .97 1 rg " + gone, SameColor},
		{"light gray on white", seen + ".85 g " + gone, Visible},
		{"white outlines", seen + "1 Tr 1 G " + gone, SameColor},
		{"white with black outlines", seen + "2 Tr 1 g " + gone, Visible},
		{"no ink at all", seen + "0 0 0 0 k " + gone, SameColor},
		{"white on black", seen + "90 590 50 30 re f 1 g " + gone, Visible},
		{"black on black", seen + "90 590 50 30 re f " + gone, SameColor},
		{"red on red", seen + "1 0 0 rg 90 590 50 30 re f " + gone, SameColor},
		{"red on green", seen + "0 1 0 rg 90 590 50 30 re f 1 0 0 rg " + gone, Visible},
		{"white on black beside it", seen + "300 590 50 30 re f 1 g " + gone, SameColor},
		{"white on a black disc", seen + "112 560 m 180 560 180 640 112 640 c 44 640 44 560 112 560 c f 1 g " + gone, Visible},
		{"white in the notch of a black shape", seen + "80 580 m 200 580 l 200 585 l 85 585 l 85 640 l 80 640 l f 1 g " + gone, SameColor},
		{"white in the hole of a black shape", seen + "80 580 100 60 re 90 590 50 30 re f* 1 g " + gone, SameColor},
		{"white in no hole", seen + "80 580 100 60 re 90 590 50 30 re f 1 g " + gone, Visible},
		{"white on a thick line", seen + "40 w 90 603 m 150 603 l S 1 g " + gone, Visible},
		{"white on a thick curve", seen + "20 w 90 603 m 100 620 124 620 150 603 c S 1 g " + "BT /F4 10 Tf 100 612 Td (gone) Tj ET ", Visible},
		{"white within a thick frame", seen + "20 w 50 550 200 100 re S 1 g " + gone, SameColor},
		{"white on a large black character", seen + "BT /F4 90 Tf 85 585 Td <95> Tj 0 Tf ET 1 g BT /F4 3 Tf 108 610 Td (gone) Tj ET ", Visible},
		{"white on white on black", seen + "0 0 300 650 re f 1 g 90 590 50 30 re f " + gone, SameColor},
		{"white on an image", seen + "q 50 0 0 30 90 590 cm /Gray Do Q 1 g " + gone, Visible},
		{"white on a white image", seen + "q 50 0 0 30 90 590 cm /White Do Q 1 g " + gone, SameColor},
		{"white on a shading", seen + "q 90 590 50 30 re W n /Sh sh Q 1 g " + gone, Visible},
		{"white on half black", seen + "q /Half gs 90 590 50 30 re f Q 1 g " + gone, Visible},
		{"white on hardly any black", seen + "q /Faint gs 90 590 50 30 re f Q 1 g " + gone, SameColor},
		{"white on multiplied black", seen + "q /Multiply gs 90 590 50 30 re f Q 1 g " + gone, Visible},
		{"white on a pattern", seen + "q /Pattern cs /P scn 90 590 50 30 re f Q 1 g " + gone, Visible},
		{"pattern text", seen + "/Pattern cs /P scn " + gone, Visible},
		{"below a black box", seen + gone + "90 590 50 30 re f", Covered},
		{"below a white box", seen + gone + "1 g 90 590 50 30 re f", Covered},
		{"below a box of another colour space", seen + gone + "/Sep cs 1 scn 90 590 50 30 re f", Covered},
		{"below half a box", seen + gone + "90 590 14 30 re f", Visible},
		{"below a box of strips", seen + gone + "90 600 50 2 re f 90 602 50 2 re f", Visible},
		{"below a see-through box", seen + gone + "/Half gs 90 590 50 30 re f", Visible},
		{"below a multiplied box", seen + gone + "/Multiply gs 1 1 0 rg 90 590 50 30 re f", Visible},
		{"below a soft-masked box", seen + gone + "/Masked gs 90 590 50 30 re f", Visible},
		{"below a pattern", seen + gone + "/Pattern cs /P scn 90 590 50 30 re f", Covered},
		{"below a pattern with gaps", seen + gone + "/Pattern cs /Gaps scn 90 590 50 30 re f", Visible},
		{"below a coloured pattern", seen + gone + "/Pattern cs /Chess scn 90 590 50 30 re f", Covered},
		{"in a white pattern", seen + "/Pattern cs /WhiteP scn " + gone, SameColor},
		{"in white stripes", seen + "/Pattern cs /WhiteGaps scn " + gone, SameColor},
		{"in a pattern without colours, white", seen + "/Plain cs 1 /Stencil scn " + gone, SameColor},
		{"in a pattern without colours, grey", seen + "/Plain cs .5 /Stencil scn " + gone, Visible},
		{"in a pattern of nothing", seen + "/Pattern cs /Empty scn " + gone, Transparent},
		{"outlined in a white pattern", seen + "1 Tr /Pattern CS /WhiteP SCN " + gone, SameColor},
		{"black on a black pattern", seen + "q /Pattern cs /P scn 90 590 50 30 re f Q " + gone, SameColor},
		{"white on a white pattern", seen + "q /Pattern cs /WhiteP scn 90 590 50 30 re f Q 1 g " + gone, SameColor},
		{"white on a pattern with gaps", seen + "q /Pattern cs /Gaps scn 90 590 50 30 re f Q 1 g " + gone, Visible},
		{"white on a pattern of nothing", seen + "q /Pattern cs /Empty scn 90 590 50 30 re f Q 1 g " + gone, SameColor},
		{"in a white shading", seen + "/Pattern cs /Snow scn " + gone, SameColor},
		{"in a shading from black to white", seen + "/Pattern cs /Ramp scn " + gone, Visible},
		{"in a shading that ends before", seen + "/Pattern cs /Short scn " + gone, Transparent},
		{"below a white shading", seen + gone + "q 90 590 50 30 re W n /White sh Q", Covered},
		{"below a shading from black to white", seen + gone + "q 90 590 50 30 re W n /Ramp sh Q", Covered},
		{"below a shading that ends before", seen + gone + "q 90 590 50 30 re W n /Short sh Q", Visible},
		{"below a mesh", seen + gone + "q 90 590 50 30 re W n /Mesh sh Q", Visible},
		{"below a shading pattern", seen + gone + "/Pattern cs /Snow scn 90 590 50 30 re f", Covered},
		{"below a disc of a shading", seen + gone + "q 90 590 50 30 re W n /Disc sh Q", Covered},
		{"painted through a soft mask of letters", seen + "/Stencil gs 0.5 g 50 500 500 200 re f /NoMask gs /Faint gs " + gone, Visible},
		{"a soft mask of letters elsewhere", seen + "q 1 0 0 1 5 0 cm /Stencil gs Q 0.5 g 50 500 500 200 re f /NoMask gs /Faint gs " + gone, Transparent},
		{"a soft mask of letters that shows nothing", seen + "/Stencil gs /NoMask gs /Faint gs " + gone, Transparent},
		{"white through a soft mask of letters", seen + "/Stencil gs 1 g 50 500 500 200 re f /NoMask gs /Faint gs " + gone, Transparent},
		{"below a white shading as PGF clips", seen + gone + "q 90 590 m 140 590 l 140 620 l 90 620 l h 140 620 m W n /White sh Q", Covered},
		{"below a white shading with round corners", seen + gone + "q " + rounded + " W n /White sh Q", Covered},
		{"below an image in a round clip", seen + gone + "q " + rounded + " W n 60 0 0 30 85 590 cm /Gray Do Q", Covered},
		{"below a box in a round clip", seen + gone + "q " + rounded + " W n 0.9 g 80 580 90 90 re f Q", Covered},
		{"below a shape in a round clip", seen + gone + "q " + rounded + " W n 0.9 g 90 580 m 140 580 l 150 600 l 140 640 l 90 640 l f Q", Covered},
		{"below a stroke in a round clip", seen + gone + "q " + rounded + " W n 0.9 G 20 w 80 603 m 110 602 l 150 603 l S Q", Covered},
		{"below two round clips", seen + gone + "q " + rounded + " W n " + rounded + " W n /White sh Q", Visible},
		{"in the notch of a clip", seen + gone + "q 80 580 m 200 580 l 200 585 l 85 585 l 85 640 l 80 640 l W n /White sh Q", Visible},
		{"black on black in a round clip", seen + "q " + rounded + " W n 80 580 90 90 re f Q " + gone, SameColor},
		{"white beside a black round clip", seen + "q 1 0 0 1 80 0 cm " + rounded + " W n 80 580 90 90 re f Q 1 g " + gone, SameColor},
		{"white on black in a round clip", seen + "q " + rounded + " W n 80 580 90 90 re f Q 1 g " + gone, Visible},
		{"white on a white shading", seen + "q 90 590 50 30 re W n /White sh Q 1 g " + gone, SameColor},
		{"white on the white end of a shading", seen + "q 90 590 50 30 re W n /Ramp sh Q 1 g BT /F4 10 Tf 500 600 Td (gone) Tj ET ", SameColor},
		{"white on the dark end of a shading", seen + "q 90 590 50 30 re W n /Ramp sh Q 1 g " + gone, Visible},
		{"white beyond a shading", seen + "q 90 590 50 30 re W n /Short sh Q 1 g " + gone, SameColor},
		{"white on a mesh", seen + "q 90 590 50 30 re W n /Mesh sh Q 1 g " + gone, Visible},
		{"white on a white mesh", seen + "q 90 590 50 30 re W n /WhiteMesh sh Q 1 g " + gone, SameColor},
		{"white on a dark mesh", seen + "q 90 590 50 30 re W n /DarkMesh sh Q 1 g " + gone, Visible},
		{"black on a dark mesh", seen + "q 90 590 50 30 re W n /DarkMesh sh Q " + gone, SameColor},
		{"white beside a dark mesh", seen + "q 80 590 60 30 re W n /SlimMesh sh Q 1 g " + gone, SameColor},
		{"white on a mesh of many tones", seen + "q 90 590 50 30 re W n /MixedMesh sh Q 1 g " + gone, Visible},
		{"below a white mesh", seen + gone + "q 90 590 50 30 re W n /WhiteMesh sh Q", Covered},
		{"below half a mesh", seen + gone + "q 90 590 50 30 re W n /NarrowMesh sh Q", Visible},
		{"white multiplied with black", seen + "90 590 50 30 re f 1 g /Multiply gs " + gone, SameColor},
		{"black multiplied with grey", seen + ".5 g 90 590 50 30 re f 0 g /Multiply gs " + gone, Visible},
		{"black on a screen", seen + "/Screen gs " + gone, SameColor},
		{"white on black of a screen", seen + "90 590 50 30 re f 1 g /Screen gs " + gone, Visible},
		{"difference with black", seen + "90 590 50 30 re f /Difference gs " + gone, SameColor},
		{"white, difference with white", seen + "1 g /Difference gs " + gone, Visible},
		{"white multiplied by a group with black", seen + "90 590 50 30 re f /Multiply gs /WhiteGroup Do", SameColor},
		{"white on black in a multiplied group", seen + "/Multiply gs /DarkGroup Do", Visible},
		{"white on paper made white again", seen + "1 g /Multiply gs 0 0 612 792 re f /Normal gs " + gone, SameColor},
		{"white on grey under see-through black", seen + ".5 g 90 590 50 30 re f /Half gs 0 g 90 590 50 30 re f /Whole gs 1 g " + gone, Visible},
		{"grey on the grey of see-through black", seen + "/Half gs 90 590 50 30 re f /Whole gs .5 g " + gone, SameColor},
		{"faint white on black", seen + "90 590 50 30 re f 1 g /Weak gs " + gone, Visible},
		{"see-through black on black", seen + "90 590 50 30 re f /Half gs " + gone, SameColor},
		{"black on a soft-masked white box on black", seen + "90 590 50 30 re f 1 g q /Masked gs 90 590 50 30 re f Q 0 g " + gone, Visible},
		{"transferred to white", seen + "/ToWhite gs " + gone, SameColor},
		{"white, transferred to black", seen + "/Invert gs 1 g " + gone, Visible},
		{"below two half boxes", seen + gone + "90 590 22 30 re f 1 g 112 590 22 30 re f", Covered},
		{"below two boxes with a gap", seen + gone + "117.5 590 2 30 re f 122.5 590 18 30 re f", Visible},
		{"below an image with an opaque mask", seen + gone + "50 0 0 30 90 590 cm /Opaque Do", Covered},
		{"below an image that is see-through", seen + gone + "50 0 0 30 90 590 cm /Clear Do", Visible},
		{"below a stencil without holes", seen + gone + "1 g 50 0 0 30 90 590 cm /Solid Do", Covered},
		{"below a rounded box", seen + gone + "80 580 m 180 580 l 185 580 190 585 190 590 c 190 640 l 80 640 l f", Covered},
		{"below a frame", seen + gone + "80 580 100 60 re 90 590 50 30 re f*", Visible},
		{"below a triangle", seen + gone + "80 595 m 110 595 l 80 602 l f", Visible},
		{"below an outline", seen + gone + "90 590 50 30 re S", Visible},
		{"below an image", seen + gone + "50 0 0 30 90 590 cm /Gray Do", Covered},
		{"below an image that is cut out", seen + gone + "50 0 0 30 90 590 cm /Cut Do", Visible},
		{"below a stencil", seen + gone + "50 0 0 30 90 590 cm BI /W 8 /H 1 /IM true ID \x00 EI", Visible},
		{"below a slanted image", seen + gone + "50 9 -9 50 90 570 cm /Gray Do", Visible},
		{"below a clipped box", seen + gone + "90 590 14 30 re W n 90 590 50 30 re f", Visible},
		{"above a box", seen + ".9 g 90 590 50 30 re f 0 g " + gone, Visible},
		{"below nothing but white paper", "1 g 0 0 612 792 re f 0 g " + seen + gone, Visible},
		{"soft mask that paints nothing", seen + "/Nothing gs " + gone, Transparent},
		{"soft mask that paints black", seen + "/Black gs " + gone, Transparent},
		{"soft mask that paints white", seen + "/Masked gs " + gone, Visible},
		{"soft mask elsewhere", seen + "/Elsewhere gs " + gone, CutOff},
		{"soft mask, inverted", seen + "/Inverted gs " + gone, Visible},
		{"soft mask, white turned black", seen + "/InvertedWhite gs " + gone, Transparent},
		{"soft mask, all turned black", seen + "/NoneLeft gs " + gone, Transparent},
		{"soft mask ended", seen + "/Nothing gs /NoMask gs " + gone, Visible},
		{"faint group", seen + "/Faint gs /Group Do", Transparent},
		{"faint state before a form that is no group", seen + "/Faint gs /NoGroup Do", Transparent},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := readDoc(t, visibilityFile(tt.content, gone))
			if got := text(p, Visible); !strings.HasPrefix(got, "seen") && tt.want != Visible {
				t.Fatalf("visible: %q", got)
			}
			if got := p.Glyphs[len(p.Glyphs)-1].Hidden; got != tt.want {
				t.Errorf("hidden %d, want %d", got, tt.want)
			}
			if tt.want == Visible {
				wantHidden(t, p, SameColor, "")
				wantHidden(t, p, Covered, "")
				return
			}
			wantHidden(t, p, tt.want, "gone")
		})
	}
}

// rounded is a rectangle around the text whose corners are round.
const rounded = "90 590 m 140 590 l 145 590 145 590 145 595 c 145 615 l 145 620 145 620 140 620 c 90 620 l 85 620 85 620 85 615 c 85 595 l 85 590 85 590 90 590 c h"

func visibilityFile(content, gone string) *pdftest.Builder {
	b := builder()
	const gray = "/Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
	image := b.Stream(gray, []byte{0, 128})
	whiteImage := b.Stream(gray, []byte{255, 255})
	cut := b.Stream(gray+" /SMask "+ref(image), []byte{0, 128})
	group := "/Group << /S /Transparency /CS /DeviceGray >>"
	mask := func(content, entries string) string {
		return "<< /SMask << /S /Luminosity /G " + ref(b.form(group, content)) + entries + " >> >>"
	}
	states := "/ExtGState << /Faint << /ca .03 >> /FaintLines << /CA .03 >> /Half << /ca .5 >> /Multiply << /BM /Multiply >>" +
		" /NoMask << /SMask /None >>" +
		" /Nothing " + mask("", "") +
		" /Black " + mask("0 g 0 0 612 792 re f", "") +
		" /Masked " + mask("1 g 0 0 612 792 re f", "") +
		" /Elsewhere " + mask("1 g 300 300 10 10 re f", "") +
		" /Inverted " + mask("", " /TR << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>")
	objects := "/XObject << /Gray " + ref(image) + " /White " + ref(whiteImage) + " /Cut " + ref(cut) +
		" /Group " + ref(b.form(group, "/Full gs "+gone)) + " /NoGroup " + ref(b.form("", gone))
	states += moreStates(mask) + " /Stencil << /SMask << /S /Alpha /G " + ref(b.form(group, gone)) + " >> >>"
	whiteMask, clearMask := b.Stream(gray, []byte{255, 255}), b.Stream(gray, []byte{0, 0})
	objects += "/Opaque " + ref(b.Stream(gray+" /SMask "+ref(whiteMask), []byte{0, 128})) +
		" /Clear " + ref(b.Stream(gray+" /SMask "+ref(clearMask), []byte{0, 128})) +
		" /Solid " + ref(b.Stream("/Subtype /Image /Width 8 /Height 1 /BitsPerComponent 1 /ImageMask true", []byte{0})) +
		" /WhiteGroup " + ref(b.form(group, "1 g "+gone)) + " /DarkGroup " + ref(b.form(group, "90 590 50 30 re f 1 g "+gone)) + " >> "
	form := func(box, content string) string {
		return ref(b.Stream("/Subtype /Form /BBox ["+box+"]", []byte(content)))
	}
	objects = strings.TrimSuffix(objects, ">> ") + "/Cropped " + form("200 200 300 300", "200 200 50 50 re f "+gone) +
		" /Closed " + form("0 0 0 0", gone) + " /Sheet " + form("0 0 612 792", "50 50 9 9 re f q 9 9 9 9 re W n "+gone+" Q") + " >> "
	tint := "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0 0 1] /N 1 >>"
	spaces := "/ColorSpace << /Plain [/Pattern /DeviceGray] /Sep [/Separation /Black /DeviceCMYK " + tint + "] >> "
	b.page(content, states+" >> "+objects+spaces+patternsOf(b)+shadingsOf(b))
	return b.Builder
}

// moreStates are graphics states with blend modes and transfer functions.
func moreStates(mask func(content, entries string) string) string {
	const invert = "<< /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>"
	return "/Screen << /BM /Screen >> /Difference << /BM /Difference >> /Normal << /BM /Normal >> /Whole << /ca 1 >> /Weak << /ca .4 >>" +
		" /ToWhite << /TR << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [1] /N 1 >> >> /Invert << /TR2 " + invert + " >>" +
		" /InvertedWhite " + mask("1 g 0 0 612 792 re f", " /TR "+invert) +
		" /NoneLeft " + mask("1 g 0 0 612 792 re f", " /TR << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [0] /N 1 >>")
}

// patternsOf are tiling patterns with and without gaps and colours, and shadings.
func patternsOf(b fileBuilder) string {
	tiling := func(paint, cell string) string {
		return ref(b.Stream("/PatternType 1 /PaintType "+paint+" /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9", []byte(cell)))
	}
	return "/Pattern << /P " + tiling("1", "0 0 9 9 re f") + " /Gaps " + tiling("1", "0 0 5 9 re f") + " /Empty " + tiling("1", "") +
		" /Chess " + tiling("1", ".9 g 0 0 9 9 re f .2 g 0 0 4 4 re f") + " /Stencil " + tiling("2", "0 0 9 9 re f") +
		" /WhiteP " + tiling("1", "1 g 0 0 9 9 re f") + " /WhiteGaps " + tiling("1", "1 g 0 0 5 9 re f") +
		" /Snow << /PatternType 2 /Shading << " + whiteShading + " >> >> /Ramp << /PatternType 2 /Shading << " + rampShading + " >> >>" +
		" /Short << /PatternType 2 /Shading << " + shortShading + " >> >> >> "
}

// The shadings are white; black up to x = 200 and white from 400 on; black up to x =
// 50; a disc around the text.
const (
	white        = " /ColorSpace /DeviceGray /Function << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [1] /N 1 >>"
	blackToWhite = " /ColorSpace /DeviceGray /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >>"
	whiteShading = "/ShadingType 2 /Coords [0 0 612 0] /Extend [true true]" + white
	rampShading  = "/ShadingType 2 /Coords [200 0 400 0] /Extend [true true]" + blackToWhite
	shortShading = "/ShadingType 2 /Coords [0 0 50 0]" + blackToWhite
)

func shadingsOf(b fileBuilder) string {
	// lattice is a mesh from (0, 500) to (255, 755), as wide as its corners say.
	lattice := func(right, low, high byte) string {
		return ref(b.Stream("/ShadingType 5 /VerticesPerRow 2 /ColorSpace /DeviceGray /BitsPerCoordinate 8 /BitsPerComponent 8 /Decode [0 255 500 755 0 1]",
			[]byte{0, 0, low, right, 0, low, 0, 255, high, right, 255, high}))
	}
	return "/Shading << /Sh << /ShadingType 2 >> /Mesh << /ShadingType 4 >> /White << " + whiteShading + " >> /Ramp << " + rampShading + " >>" +
		" /Short << " + shortShading + " >> /Disc << /ShadingType 3 /Coords [112 602 0 112 602 60]" + blackToWhite + " >>" +
		" /WhiteMesh " + lattice(255, 255, 255) + " /SlimMesh " + lattice(95, 0, 0) + " /DarkMesh " + lattice(255, 0, 0) + " /NarrowMesh " + lattice(105, 0, 0) + " /MixedMesh " + lattice(255, 0, 255) + " >>"
}

func TestClipCutsInk(t *testing.T) {
	p := read(t, "0 0 103 792 re W n BT /F4 10 Tf 100 700 Td (HH) Tj ET")
	a, b := p.Glyphs[0], p.Glyphs[1]
	whole := 100 + 10*a.Glyph.Box.X1
	if a.Hidden != Visible || !closeTo(a.Box.X1, 103) || whole <= 103 {
		t.Errorf("cut glyph %+v", a)
	}
	if b.Hidden != CutOff || b.Box.X1 <= 103 {
		t.Errorf("a hidden glyph keeps its ink: %+v", b)
	}
}

// TestTextClips: what is painted after text in a clipping mode is seen through
// the text alone.
func TestTextClips(t *testing.T) {
	p := read(t, "BT 7 Tr /F4 10 Tf 100 700 Td (H) Tj ET BT 0 Tr /F4 40 Tf 90 690 Td (M) Tj ET")
	if g, clip := p.Glyphs[1], p.Glyphs[0].Box; !g.Loose || !clip.Covers(g.Box) {
		t.Errorf("%+v, text in %v", g, clip)
	}
}

func TestBlanksFollow(t *testing.T) {
	p := read(t, "BT /F4 10 Tf 100 700 Td (a ) Tj 1 g 0 -20 Td ( ) Tj 900 0 Td ( ) Tj ET")
	want := []Hidden{Visible, Visible, SameColor, OffPage}
	for i, g := range p.Glyphs {
		if g.Hidden != want[i] {
			t.Errorf("glyph %d: hidden %d, want %d", i, g.Hidden, want[i])
		}
	}
}
