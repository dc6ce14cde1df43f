package color

import (
	"context"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// The colours of shadings at places, and where they paint.
func TestShadings(t *testing.T) {
	const ramp = " /ColorSpace /DeviceGray /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >>"
	gray := func(v float64) *Color { c := Gray(v); return &c }
	for _, c := range []struct {
		name, dict string
		x, y       float64
		want       *Color // nil: nothing is painted
	}{
		{"axial", "/ShadingType 2 /Coords [10 0 20 0]" + ramp, 15, 99, gray(.5)},
		{"axial before", "/ShadingType 2 /Coords [10 0 20 0]" + ramp, 5, 0, nil},
		{"axial extended", "/ShadingType 2 /Coords [10 0 20 0] /Extend [true false]" + ramp, 5, 0, gray(0)},
		{"axial beyond", "/ShadingType 2 /Coords [10 0 20 0] /Extend [true false]" + ramp, 25, 0, nil},
		{"axial without length", "/ShadingType 2 /Coords [10 0 10 0]" + ramp, 10, 0, nil},
		{"radial in the middle", "/ShadingType 3 /Coords [0 0 0 0 0 10]" + ramp, 0, 5, gray(.5)},
		{"radial at the rim", "/ShadingType 3 /Coords [0 0 0 0 0 10]" + ramp, 10, 0, gray(1)},
		{"radial outside", "/ShadingType 3 /Coords [0 0 0 0 0 10]" + ramp, 11, 0, nil},
		{"radial extended", "/ShadingType 3 /Coords [0 0 0 0 0 10] /Extend [false true]" + ramp, 99, 0, gray(1)},
		{"a cylinder", "/ShadingType 3 /Coords [0 0 5 10 0 5]" + ramp, 10, 0, gray(.5)},
		{"by a function", "/ShadingType 1 /Domain [0 1 0 1] /Matrix [100 0 0 100 0 0] /ColorSpace /DeviceGray /Function PLANE", 30, 90, gray(.3)},
		{"beyond its domain", "/ShadingType 1 /Domain [0 1 0 1] /Matrix [100 0 0 100 0 0] /ColorSpace /DeviceGray /Function PLANE", 130, 90, nil},
		{"a mesh", "/ShadingType 6" + ramp, 0, 0, nil},
		{"without coordinates", "/ShadingType 2" + ramp, 0, 0, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := readShading(t, c.dict)
			got, painted := s.At(geom.Point{X: c.x, Y: c.y})
			switch {
			case painted != (c.want != nil):
				t.Errorf("painted: %t", painted)
			case painted && got.distance(*c.want) > 1:
				t.Errorf("%v, want %v", got, *c.want)
			}
		})
	}
}

func readShading(t *testing.T, dict string) *Shading {
	t.Helper()
	b := pdftest.New()
	plane := b.Stream("/FunctionType 4 /Domain [0 1 0 1] /Range [0 1]", []byte("{ pop }"))
	if i := len(dict) - len("PLANE"); i > 0 && dict[i:] == "PLANE" {
		dict = dict[:i] + ref(plane)
	}
	b.AddPage(pdftest.Page{Resources: "/Shading << /S << " + dict + " >> >>"})
	doc, err := pdf.Open(context.Background(), b.Bytes(), pdf.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	s, _ := ReadShading(doc.Pages()[0].Resources.Key("Shading").Key("S"), func(string) pdf.Value { return pdf.Value{} })
	return s
}
