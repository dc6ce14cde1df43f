// Command gen makes shapes.txt, how dark the parts of the letters of Computer Modern are,
// from the fonts of Latin Modern, none of which is part of this repository:
//
//	gen -out ../../shapes.txt folder
package main

import (
	"flag"
	"fmt"
	"image"
	"math"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"github.com/paperfit/paperfit/pkg/internal/font/bitmap"
)

var files = [...]string{
	"lmroman7-regular.otf", "lmroman9-regular.otf", "lmroman10-regular.otf", "lmroman12-regular.otf", "lmroman10-bold.otf",
	"lmroman9-italic.otf", "lmroman10-italic.otf", "lmromanslant10-regular.otf", "lmmono10-regular.otf", "lmsans10-regular.otf",
}

// Signs that all fonts have, and those that only typewriter fonts have.
const (
	signs      = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;!?()[]-/&%+=*@#$’‘“”–—•−ﬁﬂﬀﬃﬄ"
	typewriter = `"<>{}|_`
)

// spelled are the characters that are written otherwise in the table.
var spelled = strings.NewReplacer("ﬁ", "fi", "ﬂ", "fl", "ﬀ", "ff", "ﬃ", "ffi", "ﬄ", "ffl")

// em is the size in pixels that letters are drawn at.
const em = 400

func main() {
	out := flag.String("out", "shapes.txt", "the table to write")
	flag.Parse()
	if err := run(*out, flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

const head = `# Made by pkg/internal/font/bitmap/internal/gen: letters of Computer Modern, how many pieces
# they have, their advance, the width and height of their ink, its left and lower end in 1/1000
# em, and how dark 8 x 8 parts of it are. No outlines.
`

func run(out, folder string) error {
	var table strings.Builder
	table.WriteString(head)
	for _, name := range files {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return err
		}
		f, err := sfnt.Parse(data)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		all := signs
		if strings.Contains(name, "mono") {
			all = strings.NewReplacer("–", "", "—", "", "−", "").Replace(signs) + typewriter
		}
		for _, r := range all {
			row, err := measure(f, r)
			if err != nil {
				return fmt.Errorf("%s: %c: %w", name, r, err)
			}
			table.WriteString(row)
		}
	}
	return os.WriteFile(out, []byte(table.String()), 0o644)
}

// measure returns the row of a character; "" where the font has none.
func measure(f *sfnt.Font, r rune) (string, error) {
	var buf sfnt.Buffer
	gid, err := f.GlyphIndex(&buf, r)
	if err != nil || gid == 0 {
		return "", err
	}
	outline, err := f.LoadGlyph(&buf, gid, fixed.I(em), nil)
	if err != nil {
		return "", err
	}
	box := outline.Bounds()
	x0, y0, x1, y1 := box.Min.X.Floor(), box.Min.Y.Floor(), box.Max.X.Ceil(), box.Max.Y.Ceil()
	picture := draw(outline, x0, y0, x1-x0, y1-y0)
	advance, err := f.GlyphAdvance(&buf, gid, fixed.I(em), font.HintingNone)
	if err != nil {
		return "", err
	}
	mille := func(n float64) int { return int(math.Round(1000 * n / em)) }
	exact := func(n fixed.Int26_6) int { return mille(float64(n) / 64) }
	pieces := bitmap.New(x1-x0, y1-y0, func(x, y int) bool { return picture.AlphaAt(x, y).A >= 128 }).Pieces()
	return fmt.Sprintln(spelled.Replace(string(r)), pieces, exact(advance), exact(box.Max.X-box.Min.X), exact(box.Max.Y-box.Min.Y),
		exact(box.Min.X), exact(-box.Max.Y), gridOf(picture)), nil
}

// A letter's height and width have so many parts, and one that is all ink is so dark.
const (
	side    = 8
	darkest = 9
)

// gridOf returns how dark the parts of a picture are, a digit for each.
func gridOf(picture *image.Alpha) string {
	var grid []byte
	width, height := picture.Rect.Dx(), picture.Rect.Dy()
	for i := range side * side {
		x0, x1 := span(i%side, width)
		y0, y1 := span(i/side, height)
		dark := 0.0
		for y := int(y0); y < height && float64(y) < y1; y++ {
			for x := int(x0); x < width && float64(x) < x1; x++ {
				dark += float64(picture.AlphaAt(x, y).A) / 255 * shared(x, x0, x1) * shared(y, y0, y1)
			}
		}
		grid = append(grid, '0'+byte(darkest*dark/((x1-x0)*(y1-y0))+0.5))
	}
	return string(grid)
}

// span returns where a part begins and ends.
func span(i, size int) (from, to float64) {
	return float64(i*size) / side, float64((i+1)*size) / side
}

// shared returns how much of pixel i is between two places.
func shared(i int, from, to float64) float64 {
	return min(float64(i+1), to) - max(float64(i), from)
}

// draw fills an outline whose ink begins at a place.
func draw(outline sfnt.Segments, x0, y0, width, height int) *image.Alpha {
	v := vector.NewRasterizer(width, height)
	at := func(p fixed.Point26_6) (x, y float32) {
		return float32(p.X)/64 - float32(x0), float32(p.Y)/64 - float32(y0)
	}
	for _, s := range outline {
		ax, ay := at(s.Args[0])
		bx, by := at(s.Args[1])
		cx, cy := at(s.Args[2])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			v.ClosePath()
			v.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			v.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			v.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			v.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	v.ClosePath()
	picture := image.NewAlpha(image.Rect(0, 0, width, height))
	v.Draw(picture, picture.Bounds(), image.Opaque, image.Point{})
	return picture
}
