package content

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// Letters in a clipping mode are seen where something is painted through them.
func TestPaintedLetters(t *testing.T) {
	const letters = "BT 7 Tr /F4 10 Tf 100 700 Td (seen) Tj ET "
	for name, c := range map[string]struct {
		content  string
		want     Hidden
		drawings int
	}{
		"a fill":          {letters + "90 690 200 30 re f", Visible, 0},
		"a shading":       {letters + "/Sh sh", Visible, 0},
		"an image":        {letters + "200 0 0 30 90 690 cm BI /W 2 /H 1 /BPC 8 /CS /G ID \x00\x80 EI", Visible, 0},
		"a form":          {letters + "/Fm Do", Visible, 0},
		"nothing":         {letters, Invisible, 0},
		"a clip":          {letters + "90 690 200 30 re W n", Invisible, 0},
		"white":           {letters + "1 g 90 690 200 30 re f", SameColor, 0},
		"white, then ink": {letters + "1 g 90 690 200 30 re f 0 g 90 690 200 30 re f", Visible, 0},
		"text before ink": {letters + "BT 0 Tr 0 g 100 700 Td (x) Tj ET 90 690 200 30 re f", Visible, 0},
		"elsewhere":       {letters + "90 390 200 30 re f", Invisible, 1},
		"after the clip":  {"q " + letters + "Q 90 690 200 30 re f", Invisible, 1},
		"not clipped to":  {"BT 3 Tr /F4 10 Tf 100 700 Td (seen) Tj ET 90 690 200 30 re f", Invisible, 1},
		"mode 4":          {"BT 4 Tr /F4 10 Tf 100 700 Td (seen) Tj ET 90 690 200 30 re f", Visible, 0},
		"one of two":      {"BT 3 Tr /F4 10 Tf 100 700 Td (seen) Tj 7 Tr 0 -50 Td (x) Tj ET 90 590 200 130 re f", Invisible, 0},
		"a part, cut off": {letters + "90 690 16.5 30 re f", Visible, 0},
	} {
		t.Run(name, func(t *testing.T) {
			b := builder()
			fm := b.form("", "90 690 200 30 re f")
			b.page(c.content, "/Shading << /Sh << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] >> >> /XObject << /Fm "+ref(fm)+" >>")
			p := readDoc(t, b.Builder)
			if got := p.Glyphs[0].Hidden; got != c.want {
				t.Errorf("hidden %d, want %d", got, c.want)
			}
			if n := len(p.Drawings) + len(p.Images); c.want == Visible && n != c.drawings {
				t.Errorf("%d drawings: what gives letters their colour is none", n)
			}
		})
	}
}

// tiled is a page filled by a pattern that shows words 50 points apart.
func tiled(t *testing.T, entries, cell, content string) *Page {
	b := builder()
	n := b.Stream("/PatternType 1 /TilingType 1 /BBox [0 0 50 20] /XStep 50 /YStep 20 /Resources << "+pdftest.Fonts+" >> "+entries, []byte(cell))
	b.page(content, "/Pattern << /P "+ref(n)+" >> /ColorSpace << /Plain [/Pattern /DeviceGray] >>")
	return readDoc(t, b.Builder)
}

// Type in a tiling pattern is type on the page.
func TestTilesThatShowType(t *testing.T) {
	const cell = "BT /F4 8 Tf 5 5 Td (ab) Tj ET"
	const fill = "/Pattern cs /P scn 100 700 100 20 re f"
	p := tiled(t, "/PaintType 1", cell, fill)
	wantHidden(t, p, Visible, "abab")
	if len(p.Drawings) != 0 {
		t.Errorf("drawings %+v", p.Drawings)
	}
	if g := p.Glyphs[2]; !samePoint(g.Origin, up(155, 705)) || !closeTo(g.Size, 8) {
		t.Errorf("%v, %g points", g.Origin, g.Size)
	}
	p = tiled(t, "/PaintType 1 /Matrix [2 0 0 2 100 700]", cell, "q 3 0 0 3 0 0 cm /Pattern cs /P scn 33.4 233.4 30 10 re f Q 100 100 10 10 re f")
	wantHidden(t, p, Visible, "ab") // the pattern is in the page's space, whatever the CTM
	if g := p.Glyphs[0]; !samePoint(g.Origin, up(110, 710)) || !closeTo(g.Size, 16) {
		t.Errorf("%v, %g points", g.Origin, g.Size)
	}
	if want := (geom.Rect{X0: 100, Y0: 682, X1: 110, Y1: 692}); len(p.Drawings) != 1 || !sameRect(p.Drawings[0].Box, want) {
		t.Errorf("drawings %+v, want one at %v", p.Drawings, want)
	}
	wantHidden(t, tiled(t, "/PaintType 2", cell, "/Plain cs .5 /P scn 100 700 50 20 re f"), Visible, "ab")
	wantHidden(t, tiled(t, "/PaintType 1", cell, "/Pattern cs /P scn 100 700 20 20 re W n 100 700 100 20 re f"), Visible, "ab")
}

// A texture stays a drawing, and a page full of small cells costs little.
func TestTextures(t *testing.T) {
	p := tiled(t, "/PaintType 1", "5 5 20 10 re f", "/Pattern cs /P scn 100 700 100 20 re f")
	if len(p.Glyphs) != 0 || len(p.Drawings) != 1 {
		t.Errorf("%d glyphs, %d drawings", len(p.Glyphs), len(p.Drawings))
	}
	const cell = "BT /F4 8 Tf 5 5 Td (ab) Tj ET"
	p = tiled(t, "/PaintType 1 /Matrix [.01 0 0 .01 0 0]", cell, "/Pattern cs /P scn 0 0 612 792 re f")
	if n := len(p.Glyphs); n != 2*maxTiles*maxTiles {
		t.Errorf("%d glyphs of tiny cells", n)
	}
	p = tiled(t, "/PaintType 1", cell+" /Pattern cs /P scn 0 0 50 20 re f", "/Pattern cs /P scn 100 700 50 20 re f")
	wantHidden(t, p, Visible, "ab") // a cell that is filled with itself
}
