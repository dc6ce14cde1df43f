package measure

import (
	"slices"
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// The allowed block lies where the rules lay it: around all that fits, from the
// top left on, and where it leaves the least outside.
func TestAllowed(t *testing.T) {
	block := lines(20, 54, 558)
	figure := func(x0, x1 float64) []geom.Rect { return []geom.Rect{{X0: x0, Y0: 400, X1: x1, Y1: 500}} }
	for name, c := range map[string]struct {
		spans   []span
		figures []geom.Rect
		want    float64 // its left edge
	}{
		"as allowed":                 {block, nil, 54},
		"narrow":                     {lines(20, 100, 400), nil, 100},
		"narrow, to the right":       {lines(20, 320, 560), nil, 612 - 504},
		"one to the right":           {join(block, lines(1, 54, 570)), nil, 54},
		"one to the left":            {join(block, lines(1, 40, 558)), nil, 54},
		"within the tolerance":       {join(block, lines(1, 53, 558)), nil, 54},
		"a figure within":            {lines(20, 100, 400), figure(90, 500), 90},
		"a figure to the right":      {lines(20, 60, 550), figure(60, 600), 60},
		"a figure alone":             {nil, figure(90, 500), 90},
		"text counts before figures": {join(block, lines(1, 54, 570)), figure(100, 600), 54},
	} {
		t.Run(name, func(t *testing.T) {
			p := pageOf(c.spans...)
			p.Figures = c.figures
			got := p.Allowed(504, 648, 3.6)
			want := geom.Rect{X0: c.want, Y0: 72, X1: c.want + 504, Y1: 720}
			if c.spans == nil {
				want.Y0, want.Y1 = 144, 792 // pushed up, onto the page
			}
			if !sameBox(got, want) {
				t.Errorf("%.1f, want %.1f", got, want)
			}
		})
	}
	if got := pageOf().Allowed(504, 648, 3.6); !got.IsEmpty() {
		t.Errorf("a page that shows nothing has the block %v", got)
	}
	if got := pageOf(block...).Allowed(0, 0, 3.6); !got.IsEmpty() {
		t.Errorf("no limit is asked, and the block is %v", got)
	}
	if got, want := pageOf(block...).Allowed(504, 0, 3.6), (geom.Rect{X0: 54, Y0: 72, X1: 558, Y1: 310}); !sameBox(got, want) {
		t.Errorf("only the width is asked: %v, want %v", got, want)
	}
}

// What sticks out both ways is named once.
func TestOutside(t *testing.T) {
	p := pageOf(lines(60, 54, 600)...)
	got := p.Outside(p.Overhangs(504, 648, 3.6)...)
	var want []geom.Rect
	for i := range p.Lines {
		want = append(want, p.Lines[i].Box)
	}
	slices.SortFunc(got, func(a, b geom.Rect) int { return int(a.Y0 - b.Y0) })
	if !slices.Equal(got, want) {
		t.Errorf("%d boxes, want each of the %d lines once", len(got), len(want))
	}
}
