package measure

import (
	"math"
	"slices"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// depthOf returns facts of three pages of two full columns; the second begins and
// ends with what top and foot set.
func depthOf(t *testing.T, s string) *Facts {
	t.Helper()
	return facts(t, columnsOf(0), columnsOf(1)+s, columnsOf(2))
}

// The finding names what stands where no other page has text.
func TestOddLinesAreNamed(t *testing.T) {
	for name, s := range map[string]string{
		"below": set(leftColumn, 40, prose(90, 1)...),
		"above": set(leftColumn, 750, prose(90, 1)...),
	} {
		f := depthOf(t, s)
		got := f.Pages[1].Overhangs(0, 648, 3.6)
		if len(got) != 1 || len(got[0].Lines) != 1 {
			t.Fatalf("%s: %+v, want one line", name, got)
		}
		if line := f.Pages[1].Lines[got[0].Lines[0]]; line.Text != prose(90, 1)[0] {
			t.Errorf("%s: %q is named", name, line.Text)
		}
	}
}

// A page's usual place is that of the others: its own is no part of it.
func TestUsualPlaceIsThatOfTheOthers(t *testing.T) {
	f := &Facts{}
	sheet, other := geom.Point{X: 612, Y: 792}, geom.Point{X: 595, Y: 842}
	for i := range 40 {
		y := 70 + float64(i*7%40)
		f.Pages = append(f.Pages, Page{Size: sheet, Block: geom.Rect{X0: 54, X1: 558, Y0: y, Y1: y + 600}})
	}
	f.Pages[3].Block = geom.Empty()
	f.Pages[5].Size = other
	f.place()
	for i := range f.Pages {
		var tops, bottoms []float64
		for j, o := range f.Pages {
			if j != i && !o.Block.IsEmpty() && o.Size == f.Pages[i].Size {
				tops, bottoms = append(tops, o.Block.Y0), append(bottoms, o.Block.Y1)
			}
		}
		want := span{}
		if n := len(tops); n > 0 {
			slices.Sort(tops)
			slices.Sort(bottoms)
			want = span{tops[n/oddShare], bottoms[n-1-n/oddShare]}
		}
		if got := f.Pages[i].usual; got != want {
			t.Errorf("page %d: %v, want %v", i+1, got, want)
		}
	}
}

// The title is never named: where it and a foot share the page, the foot is.
func TestTitleIsNotNamed(t *testing.T) {
	title := setIn("F2", 17, 20, 150, 712, "Analytical Engines that Weave")
	page := title + set(leftColumn, 640, prose(0, 40)...) + set(rightColumn, 640, prose(13, 40)...) + set(leftColumn, 40, prose(90, 1)...)
	f := facts(t, page)
	got := f.Pages[0].Overhangs(0, 648, 3.6)
	if len(got) != 1 {
		t.Fatalf("%+v, want one overhang", got)
	}
	for _, i := range got[0].Lines {
		if f.Pages[0].Lines[i].Title {
			t.Errorf("%q is named", f.Pages[0].Lines[i].Text)
		}
	}
}

// What is too large as a whole counts, however both ends share it: in depth as it
// is, in width without the two outermost lines.
func TestExcess(t *testing.T) {
	shared := []span{{-7, 5}, {20, 30}, {640, 655}}
	if got := edgesOf(shared).excess(box(0, 655, 10, -7), true, 648); math.Abs(got-14) > 1e-6 {
		t.Errorf("in depth it is %.2f over, want 14", got)
	}
	wide := []span{{0, 500}, {0, 500}, {0, 500}, {-10, 500}, {0, 514}}
	if got := edgesOf(wide).excess(box(-10, 0, 514, 10), false, 504); got > 0 {
		t.Errorf("a stray at each side counts: %.2f", got)
	}
	if got := edgesOf(append(wide, span{-10, 514})).excess(box(-10, 0, 514, 10), false, 504); math.Abs(got-6) > 1e-6 {
		t.Errorf("in width it is %.2f over, want 6", got)
	}
}
