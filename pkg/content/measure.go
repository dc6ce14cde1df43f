package content

import (
	"github.com/paperfit/paperfit/pkg/color"
	"github.com/paperfit/paperfit/pkg/geom"
	"github.com/paperfit/paperfit/pkg/path"
)

// A Type 3 glyph and a soft mask are measured: their streams are carried out,
// and what they paint is summed up instead of being put on the page.

// painted is what a measured stream has painted.
type painted struct {
	box        geom.Rect // of all that can be seen
	alpha      float64   // the most opaque mark's
	luminosity float64   // the lightest mark's, times its opacity; 0 to 1
	colored    bool      // a Type 3 glyph with colours of its own
	glyphs     int       // visible ones with ink
}

func (p *painted) add(box geom.Rect, c color.Color, alpha float64) {
	if box.IsEmpty() || !box.Finite() {
		return
	}
	p.box = p.box.Union(box)
	p.alpha = max(p.alpha, alpha)
	p.luminosity = max(p.luminosity, c.Luminosity()*alpha)
}

// measure carries out f from a graphics state of its own and returns what it
// has painted.
func (r *run) measure(start state, f func()) painted {
	outer := *r
	out := painted{box: geom.Empty()}
	r.painted = &out
	r.st = start
	r.path, r.spare = r.spare, path.Path{}
	r.path.Clear()
	r.text = textObject{clip: geom.Empty()}
	r.unseen, r.marks = 0, nil
	f()
	r.spare = r.path
	r.st, r.path, r.text, r.painted = outer.st, outer.path, outer.text, outer.painted
	r.unseen, r.marks = outer.unseen, outer.marks
	return out
}

// measured reports whether something is being measured, and adds a mark to it.
func (r *run) measured(hidden Hidden, box geom.Rect, c color.Color, alpha float64) bool {
	if r.painted == nil {
		return false
	}
	if hidden == Visible {
		r.painted.add(box, c, alpha)
	}
	return true
}

// everywhere is a graphics state that clips nothing.
func (r *run) everywhere(ctm geom.Matrix) state {
	s := r.initialState()
	s.ctm, s.window = ctm, geom.Everything()
	return s
}
