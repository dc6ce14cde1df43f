package measure

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf/pdftest"
)

// glyphFont is a Type 3 font of black boxes as high as the letters of Computer
// Modern, and how it is set.
type glyphFont struct {
	em      float64     // in glyph space
	matrix  geom.Matrix // glyph space → text space
	set     float64     // operand of Tf
	text    geom.Matrix // text matrix, without its place
	name    string      // pattern of the glyphs' names; "a%d" holds the code
	hanging bool        // glyphs have their origin at the top of their ink
	open    bool        // d0: the glyphs declare no box
	letters string      // that it has; "" for all
}

// heightOf returns how far a letter reaches from the baseline, in ems.
func heightOf(letter rune) (bottom, top float64) {
	switch {
	case strings.ContainsRune("gpqy", letter):
		return -0.194, 0.431
	case strings.ContainsRune("acemnorsuvwxz", letter):
		return 0, 0.431
	case letter >= '0' && letter <= '9':
		return 0, 0.644
	case letter == '-':
		return 0.18, 0.25
	}
	return 0, 0.683
}

// widthOf returns the advance of a letter in ems: Times's for those of prose.
func widthOf(letter rune) float64 {
	switch {
	case letter == ' ':
		return 0.25
	case letter >= 'A' && letter <= 'Z':
		return 0.667
	}
	return 0.5
}

// object adds the font to the file.
func (g glyphFont) object(b *pdftest.Builder) int {
	var procs, names, widths strings.Builder
	up := math.Copysign(1, g.matrix.D*g.text.D) // the page's up in glyph space
	for code := firstCode; code <= lastCode; code++ {
		width := widthOf(rune(code)) * g.em
		fmt.Fprintf(&widths, " %g", width)
		if code == ' ' || g.letters != "" && !strings.ContainsRune(g.letters, rune(code)) {
			continue
		}
		bottom, top := heightOf(rune(code))
		if g.hanging {
			bottom, top = bottom-top, 0
		}
		y0, y1 := up*bottom*g.em, up*top*g.em
		box := fmt.Sprintf("%g %g %g %g", 0.05*g.em, min(y0, y1), 0.45*g.em, max(y0, y1))
		start := fmt.Sprintf("%g 0 %s d1", width, box)
		if g.open {
			start = fmt.Sprintf("%g 0 d0", width)
		}
		proc := b.Stream("", fmt.Appendf(nil, "%s %g %g %g %g re f", start, 0.05*g.em, min(y0, y1), 0.4*g.em, math.Abs(y1-y0)))
		name := fmt.Sprintf(g.name, code)
		fmt.Fprintf(&procs, "/%s %d 0 R ", name, proc)
		fmt.Fprintf(&names, "%d /%s ", code, name)
	}
	m := g.matrix
	return b.Object(fmt.Sprintf("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [%g %g %g %g 0 0] /FirstChar %d /LastChar %d "+
		"/Widths [%s] /Encoding << /Differences [%s] >> /CharProcs << %s >> >>", m.A, m.B, m.C, m.D, firstCode, lastCode, &widths, &names, &procs))
}

// lines sets lines of type with leading 12.
func (g glyphFont) lines(font string, x, y float64, lines ...string) string {
	var out strings.Builder
	m := g.text
	for i, l := range lines {
		fmt.Fprintf(&out, "BT /%s %g Tf %g %g %g %g %g %g Tm (%s) Tj ET\n", font, g.set, m.A, m.B, m.C, m.D, x, y-12*float64(i), pdftest.Escape(l))
	}
	return out.String()
}

// paper sets two pages in the font.
func (g glyphFont) paper(t *testing.T, more func(*pdftest.Builder) (fonts, content string)) *Facts {
	t.Helper()
	b := pdftest.New()
	fonts, content := fmt.Sprintf("/F1 %d 0 R", g.object(b)), ""
	if more != nil {
		var f string
		f, content = more(b)
		fonts += f
	}
	for i := range 2 {
		page := content
		for column, x := range []float64{leftColumn, rightColumn} {
			page += g.lines("F1", x, at(3), prose(5*i+13*column, deep-3)...)
		}
		b.AddPage(pdftest.Page{Content: page, Resources: "/Font << " + fonts + " >>"})
	}
	return factsOf(t, b)
}

// upright and flipped are matrices of a scale.
func upright(scale float64) geom.Matrix { return geom.Scaling(scale, scale) }
func flipped(scale float64) geom.Matrix { return geom.Scaling(scale, -scale) }

const tenPoints = 9.963

// The size of Type 3 fonts is the true one or unknown, in whatever units and
// directions they are made.
func TestSizeOfType3(t *testing.T) {
	pixels := func(dpi float64) float64 { return tenPoints * dpi / 72 }
	for name, c := range map[string]struct {
		font glyphFont
		want float64 // 0: unknown
	}{
		"dvips at 300 dpi":         {glyphFont{em: pixels(300), matrix: upright(1), set: 1, text: upright(.24), name: "a%d"}, tenPoints},
		"flipped at 300 dpi":       {glyphFont{em: pixels(300), matrix: flipped(1), set: 1, text: flipped(.24), name: "a%d"}, tenPoints},
		"flipped glyphs alone":     {glyphFont{em: pixels(300), matrix: flipped(1), set: 1, text: upright(.24), name: "a%d"}, tenPoints},
		"flipped text alone":       {glyphFont{em: pixels(600), matrix: upright(1), set: 1, text: flipped(.12), name: "a%d"}, tenPoints},
		"negative size":            {glyphFont{em: pixels(600), matrix: upright(1), set: -1, text: geom.Matrix{A: -.12, D: -.12}, name: "a%d"}, tenPoints},
		"without boxes":            {glyphFont{em: pixels(600), matrix: upright(1), set: 1, text: upright(.12), name: "a%d", open: true}, tenPoints},
		"hanging from the origin":  {glyphFont{em: pixels(300), matrix: flipped(1), set: 1, text: flipped(.24), name: "a%d", hanging: true}, tenPoints},
		"in points at size 1":      {glyphFont{em: tenPoints, matrix: upright(1), set: 1, text: upright(1), name: "a%d"}, tenPoints},
		"in points at a scale":     {glyphFont{em: 10 * tenPoints, matrix: upright(1), set: .1, text: upright(1), name: "a%d"}, tenPoints},
		"a thousand units":         {glyphFont{em: 1000, matrix: upright(.001), set: tenPoints, text: upright(1), name: "a%d"}, tenPoints},
		"a thousand units flipped": {glyphFont{em: 1000, matrix: flipped(.001), set: tenPoints, text: flipped(1), name: "a%d"}, tenPoints},
		"eight points":             {glyphFont{em: pixels(300) * .8, matrix: flipped(1), set: 1, text: flipped(.24), name: "a%d"}, 7.97},
		"without characters":       {glyphFont{em: pixels(300), matrix: flipped(1), set: 1, text: flipped(.24), name: "g%d"}, 0},
		"in points, no characters": {glyphFont{em: tenPoints, matrix: upright(1), set: 1, text: upright(1), name: "glyph%d"}, 0},
		"vectors, no characters":   {glyphFont{em: 1000, matrix: upright(.001), set: tenPoints, text: upright(1), name: "x%d"}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			f := c.font.paper(t, nil)
			switch {
			case c.want == 0 && (f.BodySize.Known || f.Unread.Size.Kind == "" || f.Unread.Text.Kind == ""):
				t.Errorf("size %+v, unread %+v", f.BodySize, f.Unread)
			case c.want == 0:
			case !f.BodySize.Known || math.Abs(f.BodySize.Value-c.want) > 0.03:
				t.Errorf("size %+v, want %.3f", f.BodySize, c.want)
			}
			wantNumber(t, "leading", f.Leading, 12)
			wantNumber(t, "columns", f.Columns, 2)
		})
	}
}

// Fonts of headings and signs have few letters: a heading gets its size from those
// that the font has, signs from the type before them.
func TestSizeOfSmallFonts(t *testing.T) {
	const heading = 14.346
	body := glyphFont{em: tenPoints * 300 / 72, matrix: flipped(1), set: 1, text: flipped(.24), name: "a%d"}
	for name, c := range map[string]struct {
		letters string
		text    string
		em      float64
		want    float64
	}{
		"capitals and small letters": {"Analytic", "Analytic", heading, heading},
		"capitals":                   {"LOMD", "LOMD", heading, heading},
		"figures":                    {"1843", "1843", heading, heading},
		"one sign":                   {"-", "----", tenPoints, tenPoints},
	} {
		t.Run(name, func(t *testing.T) {
			small := body
			small.em, small.letters = c.em*300/72, c.letters
			f := body.paper(t, func(b *pdftest.Builder) (string, string) {
				return fmt.Sprintf(" /F2 %d 0 R", small.object(b)), body.lines("F1", rightColumn, topLine, prose(90, 3)...) + small.lines("F2", leftColumn, topLine, c.text)
			})
			for i := range f.Pages[0].Lines {
				l := &f.Pages[0].Lines[i]
				if math.Abs(l.Baseline-(792-topLine)) < 1 && l.Box.X1 < rightColumn {
					if math.Abs(l.Size-c.want) > 0.05*c.want {
						t.Errorf("%q is set in %.2f pt, want %.2f", l.Text, l.Size, c.want)
					}
					return
				}
			}
			t.Error("the line is not there")
		})
	}
}
