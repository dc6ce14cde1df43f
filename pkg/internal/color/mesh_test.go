package color

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// readMesh reads a mesh of gray vertices whose flags, places and tones are bytes.
func readMesh(t *testing.T, entries string, data []byte) *Shading {
	t.Helper()
	b := pdftest.New()
	mesh := b.Stream("/ColorSpace /DeviceGray /BitsPerFlag 8 /BitsPerCoordinate 8 /BitsPerComponent 8 /Decode [0 255 0 255 0 1] "+entries, data)
	b.AddPage(pdftest.Page{Resources: "/Shading << /S " + ref(mesh) + " >>"})
	doc, err := pdf.Open(context.Background(), b.Bytes(), pdf.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	s, _ := ReadShading(doc.Pages()[0].Resources.Key("Shading").Key("S"), func(string) pdf.Value { return pdf.Value{} })
	return s
}

// squareEdge are the control points around a square patch from (0, 0) to (90, 90).
var squareEdge = []byte{0, 0, 0, 30, 0, 60, 0, 90, 30, 90, 60, 90, 90, 90, 90, 60, 90, 30, 90, 0, 60, 0, 30, 0}

// The colours of meshes at places, and where they paint.
func TestMeshes(t *testing.T) {
	triangle := []byte{0, 0, 0, 0, 0, 100, 0, 0, 0, 0, 100, 255}
	square := []byte{0, 0, 0, 90, 0, 0, 0, 90, 255, 90, 90, 255}
	patch := append(append([]byte{0}, squareEdge...), 0, 0, 255, 255) // dark on the left, light on the right
	// A second patch goes on over the right edge, up to x = 180.
	two := append(append([]byte{}, patch...), 2, 120, 0, 150, 0, 180, 0, 180, 30, 180, 60, 180, 90, 150, 90, 120, 90, 255, 255)
	tensor := append(append(append([]byte{0}, squareEdge...), 30, 30, 30, 60, 60, 60, 60, 30), 0, 0, 255, 255)
	for _, c := range []struct {
		name, entries string
		data          []byte
		x, y          float64
		want          float64 // -1: nothing is painted
	}{
		{"a dark corner", "/ShadingType 4", triangle, 1, 1, 0.01},
		{"the light corner", "/ShadingType 4", triangle, 0, 100, 1},
		{"between", "/ShadingType 4", triangle, 20, 50, .5},
		{"beside a triangle", "/ShadingType 4", triangle, 60, 60, -1},
		{"a triangle that goes on", "/ShadingType 4", append(append([]byte{}, triangle...), 1, 100, 100, 255), 60, 60, .6},
		{"from another edge", "/ShadingType 4", append(append([]byte{}, triangle...), 2, 200, 200, 255), 20, 60, .5},
		{"a lattice", "/ShadingType 5 /VerticesPerRow 2", square, 45, 45, .5},
		{"its dark edge", "/ShadingType 5 /VerticesPerRow 2", square, 45, 0, 0},
		{"beside it", "/ShadingType 5 /VerticesPerRow 2", square, 100, 45, -1},
		{"a lattice of one column", "/ShadingType 5 /VerticesPerRow 1", square, 45, 45, -1},
		{"a patch", "/ShadingType 6", patch, 45, 45, .5},
		{"its dark side", "/ShadingType 6", patch, 0, 45, 0},
		{"its light side", "/ShadingType 6", patch, 90, 45, 1},
		{"beside it", "/ShadingType 6", patch, 100, 45, -1},
		{"the next patch", "/ShadingType 6", two, 135, 45, 1},
		{"a tensor patch", "/ShadingType 7", tensor, 45, 45, .5},
		{"by a function", "/ShadingType 4 /Function << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>", triangle, 0, 100, 0},
		{"cut off", "/ShadingType 4", triangle[:11], 1, 1, -1},
		{"without bits", "/ShadingType 4 /BitsPerCoordinate 99", triangle, 1, 1, -1},
		{"of no area", "/ShadingType 4", []byte{0, 0, 0, 0, 0, 50, 0, 0, 0, 99, 0, 0}, 10, 0, -1},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, painted := readMesh(t, c.entries, c.data).At(geom.Point{X: c.x, Y: c.y})
			switch {
			case painted != (c.want >= 0):
				t.Errorf("painted: %t", painted)
			case painted && got.distance(Gray(c.want)) > 1:
				t.Errorf("%v, want %g", got, c.want)
			}
		})
	}
}

// Attack: a mesh of more triangles than are looked at, and one that is looked at
// without end.
func TestLargeMeshes(t *testing.T) {
	triangle := []byte{0, 0, 0, 0, 0, 100, 0, 0, 0, 0, 100, 255}
	if s := readMesh(t, "/ShadingType 4", bytes.Repeat(triangle, maxTriangles+1)); !s.IsVague() {
		t.Errorf("%d triangles are kept", len(s.mesh.triangles))
	}
	s := readMesh(t, "/ShadingType 4", bytes.Repeat(triangle, maxTriangles))
	if s.IsVague() {
		t.Fatal("as many as are allowed are dropped")
	}
	s.mesh.tests = maxMeshTests
	if c, ok := s.At(geom.Point{X: 1, Y: 1}); ok {
		t.Errorf("after too many comparisons: %v", c)
	}
	if s := readMesh(t, fmt.Sprintf("/ShadingType 5 /VerticesPerRow %d", 1<<30), triangle); !s.IsVague() {
		t.Error("a row without end")
	}
}
