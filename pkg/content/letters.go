package content

import (
	"github.com/paperfit/paperfit/pkg/color"
	"github.com/paperfit/paperfit/pkg/content/sight"
	"github.com/paperfit/paperfit/pkg/geom"
)

// Letters can be the shape of the clip, and a fill, a shading or an image painted
// through it their colour (9.3.6). Such letters are shown in mode 7, which paints
// nothing, and are seen all the same once something is painted.

// addLetter adds the glyph that is being placed to the clip to come.
func (r *run) addLetter(box geom.Rect) {
	t := &r.text
	if !t.clips {
		t.letters = len(r.letters)
	}
	t.clip, t.clips = t.clip.Union(box), true
	if r.painted == nil {
		r.letters = sight.Append(r.letters, int32(len(r.page.Glyphs)))
	}
}

// paintLetters reports whether a visible mark is painted through letters, and
// makes those visible that it reaches: the mark is theirs and no drawing.
func (r *run) paintLetters(seen geom.Rect, ink color.Color, alpha float64) bool {
	letters := r.letters[r.st.letters[0]:r.st.letters[1]]
	if len(letters) == 0 || r.painted != nil {
		return false
	}
	if !r.scene.Spend(len(letters)) {
		r.unpainted = true
		return true
	}
	for _, i := range letters {
		g := &r.page.Glyphs[i]
		if g.Hidden != Invisible && g.Hidden != Visible || !sight.Leaves(seen, g.Box) {
			continue
		}
		g.Hidden, r.inks[i] = Visible, ink.Over(color.White, alpha)
		r.clipGlyph(g)
	}
	return true
}

// doubtLetters leaves those letters in doubt that perhaps were painted, where
// there were too many to look at.
func (r *run) doubtLetters() {
	if !r.unpainted {
		return
	}
	for _, i := range r.letters {
		if g := &r.page.Glyphs[i]; g.Hidden == Invisible {
			g.Hidden = Doubtful
		}
	}
}
