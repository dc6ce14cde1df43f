package content

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/color"
)

// The operators that set a colour.
func TestColors(t *testing.T) {
	for _, c := range []struct {
		name, content string
		want          color.Color
	}{
		{"g", "1 g", color.White},
		{"rg", "1 0 .5 rg", color.Color{R: 255, G: 0, B: 128, Known: true}},
		{"k", "0 1 1 0 k", color.Color{R: 255, G: 0, B: 0, Known: true}},
		{"black by k", "0 0 0 1 k", color.Black},
		{"cs alone", "1 g /DeviceRGB cs", color.Black},
		{"sc", "/DeviceRGB cs 0 1 0 sc", color.Color{R: 0, G: 255, B: 0, Known: true}},
		{"CMYK begins black", "/DeviceCMYK cs", color.Black},
		{"pattern", "/Pattern cs /P scn", color.Color{}},
		{"missing space", "/Nope cs 1 sc", color.White},
		{"cs and sc of a resource", "/C cs 1 sc", color.Color{R: 255, G: 128, Known: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := builder()
			b.page(c.content, "/ColorSpace << /C [/Indexed /DeviceRGB 1 <000000 FF8000>] >>")
			doc := open(t, b.Builder)
			in := New(doc, DefaultLimits())
			if _, err := in.Page(t.Context(), doc.Pages()[0]); err != nil {
				t.Fatal(err)
			}
			if got := in.run.st.fill.color; got != c.want && !got.Same(c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}

func TestSeparationNonePaintsNothing(t *testing.T) {
	p := readWith(t, "/N cs 1 scn BT /F4 10 Tf 100 700 Td (x) Tj ET 0 0 9 9 re f", " /ColorSpace << /N [/Separation /None /DeviceGray null] >>")
	if p.Glyphs[0].Hidden != Transparent || p.Drawings[0].Hidden != Transparent {
		t.Errorf("%+v %+v", p.Glyphs, p.Drawings)
	}
}
