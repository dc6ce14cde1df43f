package measure

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

func TestRegion(t *testing.T) {
	p := &facts(t, columnsOf(1)).Pages[0]
	for _, c := range []struct {
		box  geom.Rect
		want string
	}{
		{p.Lines[2].Box, "left column, line 3 from the top"},
		{box(318, 700, 558, 650), "right column, top"},
		{box(54, 430, 294, 400), "left column, middle"},
		{box(60, 120, 560, 80), "bottom, full width"},
		{box(318, 715, 558, 75), "right column"},
		{box(54, 715, 558, 75), ""},
		{box(300, 60, 310, 50), "below the text"},
		{box(300, 760, 310, 750), "above the text"},
		{box(580, 400, 600, 300), "in the margin"},
		{box(700, 400, 800, 300), "off the page"},
		{geom.Empty(), ""},
	} {
		if got := p.Region(c.box); got != c.want {
			t.Errorf("%v lies %q, want %q", c.box, got, c.want)
		}
	}
	one := &facts(t, set(100, 600, ens(30)...)).Pages[0]
	if got := one.Region(box(100, 500, 200, 480)); got != "middle" && got != "top" {
		t.Errorf("in one column: %q", got)
	}
	if got := facts(t, "").Pages[0].Region(box(100, 500, 200, 480)); got != "" {
		t.Errorf("on a page without text: %q", got)
	}
}
