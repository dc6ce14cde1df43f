package outline

import (
	"math"
	"os"
	"testing"

	opentype "golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// secondReader reads the outlines of an OpenType font with code that is not ours.
type secondReader struct {
	font *opentype.Font
	buf  opentype.Buffer
}

func newSecondReader(data []byte) (*secondReader, error) {
	font, err := opentype.Parse(data)
	return &secondReader{font: font}, err
}

// outline returns the box of a glyph's ink and that of all its points, control
// points included, in font units with y up.
func (r *secondReader) outline(gid int) (ink, points geom.Rect, err error) {
	ink, points = geom.Empty(), geom.Empty()
	units := fixed.Int26_6(r.font.UnitsPerEm()) // so that a font unit is the least step
	segments, err := r.font.LoadGlyph(&r.buf, opentype.GlyphIndex(gid), units, nil)
	var at geom.Point
	for _, s := range segments {
		curve := [4]geom.Point{at}
		n := segmentPoints[s.Op]
		for i, p := range s.Args[:n] {
			curve[i+1] = geom.Point{X: float64(p.X), Y: -float64(p.Y)}
		}
		at = curve[n]
		if s.Op != opentype.SegmentOpMoveTo && (n > 1 || curve[0] != at) { // a line of no length is an anchor
			ink, points = ink.Union(inkOf(curve[:n+1])), points.Union(pointsBoxOf(curve[:n+1]))
		}
	}
	return ink, points, err
}

// segmentPoints is how many points each operator adds to where it begins.
var segmentPoints = map[opentype.SegmentOp]int{
	opentype.SegmentOpMoveTo: 1, opentype.SegmentOpLineTo: 1, opentype.SegmentOpQuadTo: 2, opentype.SegmentOpCubeTo: 3,
}

// curveSteps is at how many places a curve is looked at: between two of them its
// extremum rises by less than 1/1000 of the curve's size.
const curveSteps = 64

// inkOf returns the box of a line or of a Bézier curve that is followed in steps.
func inkOf(points []geom.Point) geom.Rect {
	ends := pointsBoxOf([]geom.Point{points[0], points[len(points)-1]})
	if ends == pointsBoxOf(points) {
		return ends // a curve stays among its points
	}
	for i := range curveSteps {
		p := onBezier(points, float64(i)/curveSteps)
		ends = ends.Union(geom.Rect{X0: p.X, Y0: p.Y, X1: p.X, Y1: p.Y})
	}
	return ends
}

// onBezier returns the point of a Bézier curve at t, by de Casteljau.
func onBezier(points []geom.Point, t float64) geom.Point {
	var p [4]geom.Point
	for n := copy(p[:], points) - 1; n > 0; n-- {
		for i := range n {
			p[i] = geom.Point{X: (1-t)*p[i].X + t*p[i+1].X, Y: (1-t)*p[i].Y + t*p[i+1].Y}
		}
	}
	return p[0]
}

func pointsBoxOf(points []geom.Point) geom.Rect {
	r := geom.Empty()
	for _, p := range points {
		r = geom.Rect{X0: min(r.X0, p.X), Y0: min(r.Y0, p.Y), X1: max(r.X1, p.X), Y1: max(r.Y1, p.Y)}
	}
	return r
}

// inEms returns a box in units of the font in ems.
func (r *secondReader) inEms(box geom.Rect) geom.Rect {
	em := 1 / float64(r.font.UnitsPerEm())
	return geom.Scaling(em, em).ApplyRect(box)
}

// TestBoxesAgainstASecondReader compares the box of each glyph of the installed
// fonts with the places of its curves in a second reader. That one leaves glyphs where
// their points are, without the side bearing of hmtx, and rounds each number of a
// charstring that has a fraction, so that its points drift by units: glyphs are
// compared where they begin at their bearing or are moved to it, and where all numbers
// are whole.
func TestBoxesAgainstASecondReader(t *testing.T) {
	for kind, rounding := range map[string]float64{
		".otf": 1.01, // of the second reader's curves
		".ttf": 2.01, // of scaled components and of the side bearing too
	} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			var c readerComparison
			fonts := listFonts(t, kind)
			for _, name := range sample(fonts) {
				data, err := os.ReadFile(fonts[name])
				if err != nil {
					t.Fatal(err)
				}
				c.font(t, name, data, rounding)
			}
			t.Logf("%+v", c)
			if c.other*100_000 > c.glyphs || c.unread*40 > c.glyphs || c.fractions*5 > c.glyphs {
				t.Error("the boxes of too many glyphs are not those of the second reader")
			}
		})
	}
}

// readerComparison counts glyphs: those that the second reader does not read, which
// does not know flex, those with fractions, and those whose box is another.
type readerComparison struct{ glyphs, unread, fractions, other int }

func (c *readerComparison) font(t *testing.T, name string, data []byte, rounding float64) {
	ours, err := Parse(data)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	theirs, err := newSecondReader(data)
	if err != nil {
		t.Logf("%s: the second reader says %v", name, err)
		return
	}
	unit := rounding / float64(theirs.font.UnitsPerEm())
	for gid := range ours.NumGlyphs() {
		c.glyphs++
		want, _, err := theirs.outline(gid)
		if err != nil {
			c.unread++
			continue
		}
		if hasFractions(ours, gid) {
			c.fractions++
			continue
		}
		want = atBearing(ours, gid, theirs.inEms(want))
		got, err := ours.Box(gid)
		if err == nil && (got.IsEmpty() && want.IsEmpty() || got.Inset(-unit).Covers(want) && want.Inset(-unit).Covers(got)) {
			continue
		}
		if c.other++; c.other <= 5 {
			t.Logf("%s: glyph %d: %v, %v; the second reader %v", name, gid, got, err, want)
		}
	}
}

// atBearing moves the box of a TrueType glyph by what its side bearing is from its
// header's box.
func atBearing(p Program, gid int, box geom.Rect) geom.Rect {
	f, ok := p.(*sfnt)
	if !ok || f.cff != nil || box.IsEmpty() {
		return box
	}
	header, err := f.glyph(gid)
	lsb, known := f.leftBearing(gid)
	if err != nil || len(header) == 0 || !known {
		return box
	}
	return geom.Translation((lsb-headerBox(header).X0)/f.unitsPerEm, 0).ApplyRect(box)
}

// hasFractions reports whether a glyph's charstring has a number with a fraction.
func hasFractions(p Program, gid int) bool {
	f, ok := p.(*sfnt)
	if !ok || f.cff == nil {
		return false
	}
	code, _ := f.cff.glyphs.get(gid)
	matrix, private, err := f.cff.fd(gid)
	if err != nil {
		return false
	}
	in := &type2Interp{font: f.cff, budget: newBudget(len(f.cff.data))}
	in.begin(matrix, private, false)
	return fractionsIn(in, code, 0)
}

// fractionsIn runs a charstring up to its first number with a fraction, through its
// subroutines.
func fractionsIn(in *type2Interp, code []byte, depth int) bool {
	for depth <= maxSubrDepth && len(code) > 0 && !in.done && code[0] != t2Return {
		b := code[0]
		if b == t2CallSubr || b == t2CallGSubr {
			if fractionsIn(in, subroutine(in, b), depth+1) {
				return true
			}
			code = code[1:]
			continue
		}
		size, err := in.step(b, code, depth)
		if err != nil || size > len(code) {
			return false
		}
		if top := in.stack[max(0, in.n-1)]; b == 255 && top != math.Trunc(top) {
			return true
		}
		code = code[size:]
	}
	return false
}

// subroutine takes the number of a subroutine from the stack and returns its code.
func subroutine(in *type2Interp, call byte) []byte {
	subrs := &in.private.subrs
	if call == t2CallGSubr {
		subrs = &in.font.globals
	}
	number, err := in.pop(1)
	if err != nil {
		return nil
	}
	code, _ := subrs.get(int(number[0]) + subrBias(subrs.count))
	return code
}
