package content

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// TestDrawingBoxes reports the ink of the only drawing of a page.
func TestDrawingBoxes(t *testing.T) {
	tests := []struct {
		name, content string
		kind          DrawingKind
		want          geom.Rect
	}{
		{"f", "100 200 30 40 re f", Fill, upRect(100, 200, 130, 240)},
		{"F", "100 200 m 130 200 l 130 240 l F", Fill, upRect(100, 200, 130, 240)},
		{"f*", "100 200 30 40 re f*", Fill, upRect(100, 200, 130, 240)},
		{"re with negative sides", "130 240 -30 -40 re f", Fill, upRect(100, 200, 130, 240)},
		{"rule without height", "100 200 300 0 re f", Fill, upRect(100, 200, 400, 200)},
		{"S", "2 w 100 200 30 40 re S", Stroke, upRect(99, 199, 131, 241)},
		{"s", "2 w 100 200 m 130 200 l 130 240 l s", Stroke, upRect(99, 199, 131, 241)},
		{"butt cap", "4 w 100 200 m 300 200 l S", Stroke, upRect(100, 198, 300, 202)},
		{"projecting cap", "4 w 2 J 100 200 m 300 200 l S", Stroke, upRect(98, 198, 302, 202)},
		{"slanted line", "10 w 100 200 m 130 240 l S", Stroke, upRect(96, 197, 134, 243)},
		{"pen under the CTM", "2 0 0 4 0 0 cm 1 w 10 20 m 50 20 l 50 40 l S", Stroke, upRect(19, 78, 101, 162)},
		{"hairline", "0 w 100 200 m 300 200 l S", Stroke, upRect(100, 200-hairline/2, 300, 200+hairline/2)},
		{"curve by its extrema", "0 0 m 0 100 100 100 100 0 c f", Fill, upRect(0, 0, 100, 75)},
		{"v", "0 0 m 100 100 100 0 v f", Fill, upRect(0, 0, 100, 44.444444444)},
		{"y", "0 0 m 0 100 100 0 y f", Fill, upRect(0, 0, 100, 44.444444444)},
		{"moves alone are no ink", "0 0 m 500 500 m 100 200 30 40 re 600 700 m f", Fill, upRect(100, 200, 130, 240)},
		{"lines without a start", "0 0 l 500 0 l 500 500 l 9 9 9 9 9 9 c 100 200 30 40 re f", Fill, upRect(100, 200, 130, 240)},
		{"h goes back to the start", "100 200 m 130 200 l 130 240 l h 90 190 l f", Fill, upRect(90, 190, 130, 240)},
		{"clipped fill", "0 0 120 220 re W n 100 200 30 40 re f", Fill, upRect(100, 200, 120, 220)},
		{"fill cut by its shape", "0 0 50 792 re W n 0 0 m 100 100 l 100 0 l f", Fill, upRect(0, 0, 50, 50)},
		{"fill around the clip", "40 40 20 20 re W n 50 0 m 100 50 l 50 100 l 0 50 l f", Fill, upRect(40, 40, 60, 60)},
		{"clipped stroke", "100 100 100 100 re W n 2 w 0 150 m 150 150 l 900 900 l S", Stroke, upRect(100, 149, 200, 200)},
		{"clips add up", "0 0 120 792 re W n 110 0 900 220 re W* n 100 200 30 40 re f", Fill, upRect(110, 200, 120, 220)},
		{"clip takes part in painting", "100 200 30 40 re W f", Fill, upRect(100, 200, 130, 240)},
		{"page cuts", "-50 -50 100 100 re f", Fill, upRect(0, 0, 50, 50)},
		{"Q ends the clip", "q 0 0 1 1 re W n Q 100 200 30 40 re f", Fill, upRect(100, 200, 130, 240)},
		{"empty clip path", "W n 100 200 30 40 re f", Fill, upRect(100, 200, 130, 240)},
		{"clip path of a point", "q 5 5 m W n 0 0 9 9 re f Q", Fill, upRect(0, 0, 9, 9)},
		{"sh fills the clip", "100 200 30 40 re W n /Sh sh", Shading, upRect(100, 200, 130, 240)},
		{"sh within its BBox", "/Boxed sh", Shading, upRect(100, 200, 130, 240)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := readWith(t, tt.content, " /Shading << /Sh << /ShadingType 2 >> /Boxed << /ShadingType 2 /BBox [100 200 130 240] >> >>")
			if len(p.Drawings) != 1 {
				t.Fatalf("%d drawings", len(p.Drawings))
			}
			d := p.Drawings[0]
			if d.Kind != tt.kind || (d.Hidden != Visible) != (tt.name == "clip path of a point") || !sameRect(d.Box, tt.want) {
				t.Errorf("kind %d, hidden %d, %v, want %v", d.Kind, d.Hidden, d.Box, tt.want)
			}
		})
	}
}

func TestFillAndStroke(t *testing.T) {
	for _, op := range []string{"B", "B*", "b", "b*"} {
		p := read(t, "2 w 1 g 0 G 100 200 30 40 re "+op)
		if len(p.Drawings) != 2 || p.Drawings[0].Kind != Fill || p.Drawings[1].Kind != Stroke {
			t.Fatalf("%s: %+v", op, p.Drawings)
		}
		if !p.Drawings[0].Light || p.Drawings[1].Light {
			t.Errorf("%s: only the fill is light: %+v", op, p.Drawings)
		}
	}
}

func TestMissingResources(t *testing.T) {
	p := read(t, "/Nope sh /Nope Do /Nope gs /Nope cs 0 0 9 9 re f")
	if len(p.Drawings) != 1 || len(p.Damage) != 4 {
		t.Errorf("%d drawings, damage %q", len(p.Drawings), p.Damage)
	}
}

func TestHiddenDrawings(t *testing.T) {
	tests := []struct {
		name, content string
		want          Hidden
	}{
		{"clipped", "0 0 50 50 re W n 100 200 30 40 re f", Clipped},
		{"beside the page", "700 200 30 40 re f", OffPage},
		{"covered", "0 g 100 200 30 40 re f 1 g 90 190 100 100 re f", Covered},
		{"see-through", "/GS gs 100 200 30 40 re f", Transparent},
	}
	for _, tt := range tests {
		p := readWith(t, tt.content, " /ExtGState << /GS << /ca .01 >> >>")
		if got := p.Drawings[0].Hidden; got != tt.want {
			t.Errorf("%s: hidden %d, want %d", tt.name, got, tt.want)
		}
	}
}

func TestLooseClip(t *testing.T) {
	p := read(t, "q 100 100 m 300 100 l 200 300 l W n 0 0 150 612 re f Q 0 0 1 1 re f")
	if !p.Drawings[0].Loose || p.Drawings[1].Loose {
		t.Errorf("%+v", p.Drawings)
	}
	if want := upRect(100, 100, 150, 300); !sameRect(p.Drawings[0].Box, want) {
		t.Errorf("%v, want the clip's box %v", p.Drawings[0].Box, want)
	}
}

func TestClipThatCutsNothing(t *testing.T) {
	p := read(t, "q -10 -10 m 900 -10 l 900 400 l 900 900 l -10 900 l W n 0 0 9 9 re f Q 306 -300 m 1000 396 l 306 1000 l -300 396 l W n 0 0 9 9 re f")
	if p.Drawings[0].Loose || !p.Drawings[1].Loose {
		t.Errorf("%+v", p.Drawings)
	}
}

func TestImages(t *testing.T) {
	tests := []struct {
		name, content string
		want          Image
	}{
		{"Do", "30 0 0 40 100 200 cm /Im Do", Image{Box: upRect(100, 200, 130, 240), Width: 2, Height: 1}},
		{"turned", "0 40 -30 0 130 200 cm /Im Do", Image{Box: upRect(100, 200, 130, 240), Width: 2, Height: 1}},
		{"all white", "30 0 0 40 100 200 cm /White Do", Image{Box: upRect(100, 200, 130, 240), Width: 2, Height: 1, Light: true}},
		{"clipped", "0 0 110 792 re W n 30 0 0 40 100 200 cm /Im Do", Image{Box: upRect(100, 200, 110, 240), Width: 2, Height: 1}},
		{"white stencil", "1 g 30 0 0 40 100 200 cm BI /W 8 /H 1 /IM true ID \x00 EI", Image{Box: upRect(100, 200, 130, 240), Width: 8, Height: 1, Light: true}},
		{"inline white", "30 0 0 40 100 200 cm BI /W 2 /H 1 /BPC 8 /CS /G ID \xff\xff EI", Image{Box: upRect(100, 200, 130, 240), Width: 2, Height: 1, Light: true}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := builder()
			dark := b.Stream("/Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", []byte{0, 128})
			light := b.Stream("/Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", []byte{255, 255})
			b.page(tt.content, "/XObject << /Im "+ref(dark)+" /White "+ref(light)+" >>")
			p := readDoc(t, b.Builder)
			if len(p.Images) != 1 {
				t.Fatalf("%d images", len(p.Images))
			}
			got := p.Images[0]
			if !sameRect(got.Box, tt.want.Box) || got.Width != tt.want.Width || got.Height != tt.want.Height || got.Light != tt.want.Light || got.Hidden != Visible {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
		})
	}
}

// TestInlineImageEnds finds the text after an inline image, whatever is in it.
func TestInlineImageEnds(t *testing.T) {
	const after = " EI BT /F4 10 Tf 10 10 Td (ok) Tj ET"
	tests := []struct{ name, content string }{
		{"bare samples that hold the mark", "BI /W 4 /H 3 /BPC 8 /CS /G ID abc EI Q xyz" + after},
		{"RGB", "BI /W 2 /H 2 /BPC 8 /CS /RGB ID 123 EI Q 456" + after},
		{"colour table", "BI /W 4 /H 2 /BPC 4 /CS [/Indexed /DeviceRGB 1 <000000FFFFFF>] ID \x00 EI" + after},
		{"one bit", "BI /W 17 /H 2 /BPC 1 ID ab EI " + after},
		{"ASCIIHex", "BI /W 2 /H 1 /BPC 8 /CS /G /F /AHx ID ff 00>" + after},
		{"ASCII85", "BI /W 2 /H 1 /BPC 8 /CS /G /F [/A85] ID EI !!~>" + after},
		{"run length", "BI /W 6 /H 1 /BPC 8 /CS /G /F /RL ID \x03 EI \x80" + after},
		{"flate", "BI /W 2 /H 1 /BPC 8 /CS /G /F /Fl ID " + deflate("ab EI Q cd") + after},
		{"binary data soon after", "BI /F /Fl ID " + deflate("ab") + " EI BI /F /Fl ID " + deflate("cd") + after},
		{"fax, searched for", "BI /W 8 /H 1 /IM true /F /CCF /DP << /K -1 /Columns 8 >> ID \x00\x01 EI\x02\xff\x00" + after},
		{"wrong height", "BI /W 4 /H 900 /BPC 8 /CS /G ID abcd" + after},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := read(t, tt.content)
			if got := text(p, Visible); got != "ok" || len(p.Images) == 0 {
				t.Errorf("text %q, %d images", got, len(p.Images))
			}
		})
	}
}
