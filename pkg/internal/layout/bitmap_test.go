package layout

import (
	"math"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// bitmapPage shows text in a Type 3 font whose nominal size is given and whose
// letters are as high as those of a font of the true size. Characters are known
// or not.
func bitmapPage(nominal, true float64, known bool) *content.Page {
	f := &font.Font{Kind: font.Type3}
	p := &content.Page{Number: 1, Size: geom.Point{X: 612, Y: 792}}
	for i, r := range strings.Repeat("the Quick brown fox jumps over THE LAZY dog ", 4) {
		g := content.Glyph{Setting: &content.Setting{Font: f, Em: geom.Point{X: true}, HScale: 1}, Glyph: &font.Glyph{Advance: 0.5},
			Size: nominal, Origin: geom.Point{X: 72 + 3*float64(i), Y: 100}, Box: geom.Empty()}
		if known {
			g.Glyph.Text = string(r)
		}
		if r != ' ' {
			height := 0.683
			if strings.ContainsRune(xLetters, r) {
				height = 0.431
			}
			g.Box = geom.Rect{X0: g.Origin.X, Y0: 100 - height*true, X1: g.Origin.X + 0.4*true, Y1: 100}
		}
		p.Glyphs = append(p.Glyphs, g)
	}
	return p
}

// The heights are those of Computer Modern.
func TestSizeOfBitmapType(t *testing.T) {
	for _, c := range []struct {
		name          string
		nominal, true float64
		known         bool
		want          float64
	}{
		{"old dvips", 0.12, 9.963, true, 9.963},
		{"without characters", 0.12, 9.963, false, 9.963},
		{"eleven points", 0.24, 10.909, true, 10.909},
		{"no size of TeX's", 1, 9.45, true, 9.45},
		{"nominal size believed", 9.963, 9.963, true, 9.963},
		{"nominal size believed though the letters are low", 10, 8, true, 10},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := bitmapPage(c.nominal, c.true, c.known)
			s := Read(p)
			if len(s.Runs) == 0 {
				t.Fatal("nothing was read")
			}
			if got := s.Runs[0].Size; math.Abs(got-c.want) > 0.02*c.want {
				t.Errorf("size %.3f, want %.3f", got, c.want)
			}
		})
	}
}
