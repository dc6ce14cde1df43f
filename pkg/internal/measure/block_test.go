package measure

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// In Times at 10 points the ink of an n reaches from 0.16 to 4.85 across and from
// 0 to 4.60 up, that of a p from 2.17 below the baseline, that of a d 6.83 up.
const (
	bearing = 0.16 // left of an n
	tail    = 0.15 // right of it
	xHeight = 4.60
)

// ens returns n lines of words of n's, 20 letters and three spaces: 107.5 wide.
func ens(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = "nnnnn nnnnn nnnnn nnnnn"
	}
	return out
}

const ensWide = 107.5

// The block is the ink of the text, not what its letters claim.
func TestTextBlock(t *testing.T) {
	lines := set(100, 600, ens(20)...) // baselines from 600 to 372
	plain := box(100+bearing, 600+xHeight, 100+ensWide-tail, 372)
	grown := func(by geom.Rect) geom.Rect { return plain.Union(by) }
	figure := "300 400 m 300 500 l 420 500 l 420 400 l h S 310 410 m 410 490 l S\n"
	for name, c := range map[string]struct {
		page string
		want geom.Rect
	}{
		"lines":                {lines, plain},
		"spaces at the end":    {set(100, 600, slices.Repeat([]string{ens(1)[0] + "    "}, 20)...), plain},
		"a descender below":    {set(100, 600, append(ens(19), "pnnnn nnnnn nnnnn nnnnn")...), box(100+0.05, 600+xHeight, 100+ensWide-tail, 372-2.17)},
		"an ascender above":    {set(100, 600, append([]string{"nnnnd nnnnn nnnnn nnnnn"}, ens(19)...)...), box(100+bearing, 600+6.83, 100+ensWide-tail, 372)},
		"a page number":        {lines + set(150, footLine, "7"), plain},
		"line numbers":         {lines + rowOfNumbers(60, 600, 20), plain},
		"a stamp":              {lines + "BT /F1 20 Tf 0 1 -1 0 34 250 Tm (arXiv:1843.01234) Tj ET\n", plain},
		"white text":           {lines + "1 g " + set(300, 300, "nnnn") + "0 g ", plain},
		"invisible text":       {lines + "3 Tr " + set(300, 300, "nnnn") + "0 Tr ", plain},
		"text off the page":    {lines + set(700, 300, "nnnn"), plain},
		"text clipped away":    {lines + "q 100 300 m 200 300 l 200 200 l h W n " + set(300, 100, "nnnn") + "Q ", plain},
		"a label in a figure":  {lines + figure + setIn("F3", 7, 0, 330, 460, "nnn"), plain},
		"a figure alone":       {figure, geom.Empty()},
		"a margin note":        {lines + set(400, 480, "nnnn"), grown(box(400+bearing, 480+xHeight, 420-tail, 480))},
		"a table set sideways": {lines + "BT /F1 10 Tf 0 1 -1 0 150 300 Tm (nnnn) Tj ET\n", grown(box(150-xHeight, 300+bearing, 150, 320-tail))},
		"no text":              {"", geom.Empty()},
	} {
		t.Run(name, func(t *testing.T) {
			got := facts(t, c.page).Pages[0].Block
			if got.IsEmpty() != c.want.IsEmpty() || !c.want.IsEmpty() && !sameBox(got, c.want) {
				t.Errorf("%.3f, want %.3f", got, c.want)
			}
		})
	}
}

// rowOfNumbers sets a number beside each of n lines.
func rowOfNumbers(x, y float64, n int) string {
	var out strings.Builder
	for i := range n {
		out.WriteString(setIn("F3", 6, 0, x, y-12*float64(i), fmt.Sprint(i+1)))
	}
	return out.String()
}

// The paper's block is as wide as its widest page and as high as its tallest.
func TestTextBlockOfThePaper(t *testing.T) {
	f := facts(t, set(100, 600, ens(20)...), set(100, 600, ens(30)...), set(100, 600, slices.Repeat([]string{"nnnnn nnnnn nnnnn nnnnn nn"}, 20)...), "")
	w, h := f.TextBlock()
	wantNumber(t, "width", w, ensWide+12.5-bearing-tail)
	wantNumber(t, "height", h, 29*12+xHeight)
	w, h = facts(t, "").TextBlock()
	wantNumber(t, "width of nothing", w, 0)
	wantNumber(t, "height of nothing", h, 0)
}

// pageOf returns a page whose lines have these extents across, one below the
// other at 12 points from 72 down.
func pageOf(spans ...span) *Page {
	p := &Page{Number: 1, Size: geom.Point{X: 612, Y: 792}, Block: geom.Empty()}
	for i, s := range spans {
		y := 72 + 12*float64(i)
		p.Lines = append(p.Lines, Line{Box: geom.Rect{X0: s.lo, Y0: y, X1: s.hi, Y1: y + 10}})
		p.Block = p.Block.Union(p.Lines[i].Box)
	}
	return p
}

// lines returns n equal spans.
func lines(n int, lo, hi float64) []span { return slices.Repeat([]span{{lo, hi}}, n) }

func join(spans ...[]span) []span { return slices.Concat(spans...) }

// The window is laid where it leaves the fewest lines outside.
func TestOverhangAcross(t *testing.T) {
	block := lines(20, 54, 558) // 504 wide, as allowed
	for name, c := range map[string]struct {
		spans []span
		lines []int // what sticks out; nil for nothing
		reach float64
	}{
		"as allowed":               {block, nil, 0},
		"within the tolerance":     {lines(20, 54, 561.5), nil, 0},
		"anywhere on the page":     {lines(20, 90, 594), nil, 0},
		"narrow":                   {lines(20, 100, 400), nil, 0},
		"one to the right":         {join(block, lines(1, 54, 570)), []int{20}, 12},
		"one to the left":          {join(block, lines(1, 40, 558)), []int{20}, 14},
		"a few to the right":       {join(lines(3, 54, 565), block), []int{0, 1, 2}, 7},
		"both sides":               {join(block, lines(2, 40, 558), lines(1, 54, 580)), []int{20, 21, 22}, 22},
		"all of them":              {lines(4, 54, 574), []int{0, 1, 2, 3}, 16},
		"short lines, far apart":   {join(lines(10, 54, 300), lines(3, 400, 600)), []int{10, 11, 12}, 42},
		"two blocks, more of one":  {join(lines(9, 40, 500), lines(5, 120, 600)), []int{9, 10, 11, 12, 13}, 56},
		"a page without any lines": {nil, nil, 0},
	} {
		t.Run(name, func(t *testing.T) {
			got := pageOf(c.spans...).Overhangs(504, 648, 3.6)
			if len(c.lines) == 0 {
				if len(got) != 0 {
					t.Errorf("%+v sticks out", got)
				}
				return
			}
			if len(got) != 1 || got[0].Vertical || !slices.Equal(got[0].Lines, c.lines) {
				t.Fatalf("%+v, want the lines %v", got, c.lines)
			}
			if math.Abs(got[0].Reach-c.reach) > 1e-6 {
				t.Errorf("they reach %.3f beyond, want %.3f", got[0].Reach, c.reach)
			}
			if w := got[0].Window; math.Abs(w.Width()-507.6) > 1e-6 {
				t.Errorf("the window is %.3f wide, want 507.6", w.Width())
			}
		})
	}
}

// Lines stick out above or below as they do to the sides; the
// window may leave out a line at either end.
func TestOverhangVertical(t *testing.T) {
	for name, c := range map[string]struct {
		lines int
		want  []int
		reach float64
	}{
		"as allowed": {54, nil, 0}, // 53 · 12 + 10 = 646 points
		"one more":   {55, []int{54}, 10},
		"three more": {57, []int{0, 55, 56}, 22},
	} {
		t.Run(name, func(t *testing.T) {
			got := pageOf(lines(c.lines, 54, 558)...).Overhangs(504, 648, 3.6)
			switch {
			case len(got) == 0 && c.want == nil:
			case len(got) != 1 || !got[0].Vertical || !slices.Equal(got[0].Lines, c.want) || math.Abs(got[0].Reach-c.reach) > 1e-6:
				t.Errorf("%+v, want the lines %v that reach %.1f beyond", got, c.want, c.reach)
			}
		})
	}
	both := pageOf(lines(60, 54, 600)...).Overhangs(504, 648, 3.6)
	if len(both) != 2 || both[0].Vertical == both[1].Vertical {
		t.Errorf("a page too wide and too high: %+v", both)
	}
	if got := pageOf(lines(60, 54, 600)...).Overhangs(0, 0, 3.6); len(got) != 0 {
		t.Errorf("no limit is asked, and %+v sticks out", got)
	}
}

// A line that reaches as far to the left as to the right is as far beyond as on
// one side.
func TestReachOnBothSides(t *testing.T) {
	for _, spans := range [][]span{
		join(lines(20, 54, 558), lines(1, 46, 566)),
		join(lines(20, 54, 558), lines(1, 46, 558), lines(1, 54, 566)),
	} {
		got := pageOf(spans...).Overhangs(504, 648, 3.6)
		if len(got) != 1 || math.Abs(got[0].Reach-8) > 1e-6 {
			t.Errorf("%+v, want a reach of 8", got)
		}
	}
}

// No window anywhere leaves fewer lines outside than the one that is found.
func TestTheWindowIsTheBest(t *testing.T) {
	r := rand.New(rand.NewPCG(1843, 7))
	for range 200 {
		spans := make([]span, 1+r.IntN(30))
		for i := range spans {
			lo := 40 + 40*r.Float64()
			spans[i] = span{lo, lo + 80 + 60*r.Float64()}
		}
		const size = 110.0
		e := edgesOf(spans)
		best := e.bestWindow(size)
		found := len(sticking(spans, best, best+size))
		long := e.longer(size)
		for lo := 20.0; lo < 160; lo += 0.5 {
			n := len(sticking(spans, lo, lo+size))
			if n < found {
				t.Fatalf("at %.2f %d lines stick out, at %.1f only %d: %v", best, found, lo, n, spans)
			}
			if got, reach := e.outside(lo, lo+size, long, math.MaxInt); got != n || reach != worst(spans, lo, lo+size) {
				t.Fatalf("at %.1f %d lines stick out, %d are counted, as far as %v: %v", lo, n, got, reach, spans)
			}
		}
	}
}

// What figures draw outside the window that suits text and figures best.
func TestFigureOverhang(t *testing.T) {
	rect := func(x0, y0, x1, y1 float64) string {
		return fmt.Sprintf("%g %g %g %g re f\n", x0, y0, x1-x0, y1-y0)
	}
	half := set(leftColumn, topLine, prose(0, 20)...) + set(rightColumn, topLine, prose(13, 20)...)
	for name, c := range map[string]struct {
		content string
		reach   float64 // beyond the width; 0: nothing does
	}{
		"in a column":              {rect(60, 200, 280, 300), 0},
		"as wide as the block":     {rect(54, 200, 558, 300), 0},
		"within the tolerance":     {rect(54, 200, 561, 300), 0},
		"too wide":                 {rect(54, 200, 580, 300), 22},
		"to the right":             {rect(400, 200, 580, 300), 22},
		"to the left":              {rect(30, 200, 280, 300), 24},
		"white":                    {"1 g " + rect(400, 200, 600, 300) + "0 g ", 0},
		"clipped to the block":     {"q 54 72 504 648 re W n " + rect(400, 200, 600, 300) + "Q ", 0},
		"the page's background":    {".9 g " + rect(0, 0, 612, 792) + "0 g ", 0},
		"a rule of the head":       {set(230, headLine, "Engines that Weave") + rect(30, 745, 590, 745.5), 0},
		"a rule of a table":        {rect(54, 250, 590, 250.5) + set(leftColumn, 240, "card"), 32},
		"a label of a figure":      {"0.9 g " + rect(400, 200, 550, 300) + "0 g " + setIn("F3", 10, 0, 505, 250, "cards per day"), 7.4},
		"nothing drawn but a stub": {rect(580, 200, 584, 204), 0},
	} {
		t.Run(name, func(t *testing.T) {
			got := facts(t, half+c.content).Pages[0].FigureOverhangs(504, 648, 3.6)
			switch {
			case c.reach == 0 && len(got) == 0:
			case len(got) != 1 || got[0].Vertical || len(got[0].Figures) == 0:
				t.Fatalf("%+v, want a reach of %.1f", got, c.reach)
			case math.Abs(got[0].Reach-c.reach) > 0.5:
				t.Errorf("reach %.2f, want %.1f", got[0].Reach, c.reach)
			}
		})
	}
}
