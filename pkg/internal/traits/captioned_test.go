package traits

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
)

// A page of captions alone does not have its lines looked at once for each.
func TestCaptionsAreCapped(t *testing.T) {
	page := &Page{Drawings: []geom.Rect{{X0: 0, Y0: 0, X1: 100, Y1: 100}}}
	for name, c := range map[string]struct {
		captions int
		found    bool
	}{"as many as there may be": {maxCaptions, true}, "one more": {maxCaptions + 1, false}} {
		lines := make([]*Line, c.captions+1)
		for i := range lines {
			box := geom.Rect{X0: 0, Y0: 1e6, X1: 100, Y1: 1e6 + 10} // far from the drawing
			switch i {
			case c.captions - 1:
				box = geom.Rect{X0: 0, Y0: 105, X1: 100, Y1: 115}
			case c.captions:
				box = geom.Rect{X0: 10, Y0: 10, X1: 20, Y1: 20} // within it
			}
			lines[i] = &Line{Line: &layout.Line{Box: box}}
			lines[i].set(CaptionStart, i < c.captions)
		}
		page.Text = lines
		(&reader{Paper: &Paper{Leading: 12}}).markCaptioned(page)
		if got := lines[c.captions].Has(Captioned); got != c.found {
			t.Errorf("%s: captioned %v, want %v", name, got, c.found)
		}
	}
}
