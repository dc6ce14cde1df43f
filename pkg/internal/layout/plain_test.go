package layout

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// The glyphs that are added in one step make the runs that they would make in all steps.
func TestPlainGlyphs(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	plain, all := 0, 0
	for range 400 {
		glyphs := randomGlyphs(random)
		var fast, slow Sheet
		var b, c runBuilder
		b.addAll(&fast, glyphs)
		for i := range glyphs {
			c.add(&slow, &glyphs[i])
		}
		c.flush(&slow)
		if !reflect.DeepEqual(b.runs, c.runs) || !reflect.DeepEqual(fast, slow) {
			t.Fatalf("runs\n%+v\n%+v\nwant\n%+v\n%+v", b.runs, fast, c.runs, slow)
		}
		for i := range glyphs {
			if all++; b.addPlain(&glyphs[i]) {
				plain++
			} else {
				b.add(&fast, &glyphs[i])
			}
		}
	}
	if plain < all/5 || plain > all/2 {
		t.Errorf("%d of %d glyphs are plain", plain, all)
	}
}

// randomGlyphs returns a line of glyphs of which some break off in each way there is.
func randomGlyphs(random *rand.Rand) []content.Glyph {
	fonts := []*font.Font{{Name: "F1"}, {Name: "F2"}, {Name: "F3", Vertical: true}}
	shapes := []*font.Glyph{{Text: "a"}, {Text: "b"}, {Text: "."}, {Text: "fi"}, {Text: "é"}, {}, {Text: "c", Shown: "d"}, {Text: "e", Drawn: &font.Drawn{Advance: 1}}}
	for _, shape := range shapes {
		shape.Advance = 1
	}
	seldom := func(n int) bool { return random.IntN(n) == 0 }
	pen, out := geom.Point{X: 72, Y: 100}, []content.Glyph{}
	turned, hidden, size, in := false, content.Visible, 10.0, 0
	for range 60 {
		g := content.Glyph{Setting: &content.Setting{Font: fonts[in], HScale: 1, Em: geom.Point{X: 5}}, Glyph: shapes[random.IntN(3)], Size: size, Hidden: hidden}
		switch {
		case seldom(12):
			g.Glyph = shapes[random.IntN(len(shapes))]
		case seldom(30):
			in = random.IntN(len(fonts))
		case seldom(30):
			size = []float64{10, 10.02, 7, 0}[random.IntN(4)]
		case seldom(30):
			hidden = []content.Hidden{content.Visible, content.Blank, content.Clipped}[random.IntN(3)]
		case seldom(30):
			turned = !turned
		case seldom(30):
			g.Form = 1
		case seldom(20):
			pen.Y += []float64{0.1, 3}[random.IntN(2)]
		case seldom(8):
			pen.X += []float64{-5, -1, 0.3, 2, 9}[random.IntN(5)]
		case seldom(40):
			g.Em.X = -g.Em.X
		}
		if turned {
			g.Em = geom.Point{Y: g.Em.X}
		} else if seldom(20) {
			g.Em.Y = 0.04
		}
		g.Origin, g.Box = pen, geom.Rect{X0: pen.X, Y0: pen.Y - 7, X1: pen.X + 4, Y1: pen.Y}
		if seldom(10) {
			g.Box = geom.Empty()
			if seldom(3) {
				g.Font = fonts[1]
			}
		}
		pen = pen.Add(g.Advance())
		out = append(out, g)
	}
	return out
}
