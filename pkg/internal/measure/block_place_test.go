package measure

import (
	"math"
	"testing"
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
	if got := excess(box(0, 655, 10, -7), shared, true, 648); math.Abs(got-14) > 1e-6 {
		t.Errorf("in depth it is %.2f over, want 14", got)
	}
	wide := []span{{0, 500}, {0, 500}, {0, 500}, {-10, 500}, {0, 514}}
	if got := excess(box(-10, 0, 514, 10), wide, false, 504); got > 0 {
		t.Errorf("a stray at each side counts: %.2f", got)
	}
	if got := excess(box(-10, 0, 514, 10), append(wide, span{-10, 514}), false, 504); math.Abs(got-6) > 1e-6 {
		t.Errorf("in width it is %.2f over, want 6", got)
	}
}
