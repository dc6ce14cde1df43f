package content

import (
	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/content/sight"
	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// Letters can be the shape of the clip, and a fill, a shading or an image painted
// through it their colour (9.3.6). Such letters are shown in mode 7, which paints
// nothing, and are seen all the same once something is painted.

// addLetter adds the glyph that is being placed to the clip to come.
func (c *canvas) addLetter(box geom.Rect) {
	t := &c.text
	if !t.clips {
		t.letters = len(c.letters)
	}
	t.clip, t.clips = t.clip.Union(box), true
	if c.sum == nil {
		c.letters = sight.Append(c.letters, int32(len(c.page.Glyphs)))
	}
}

// paintLetters reports whether a visible mark is painted through letters, and
// makes those visible that it reaches: the mark is theirs and no drawing.
func (c *canvas) paintLetters(seen geom.Rect, ink color.Color, alpha float64) bool {
	letters := c.letters[c.st.letters[0]:c.st.letters[1]]
	if len(letters) == 0 || c.sum != nil {
		return false
	}
	if !c.scene.Spend(len(letters)) {
		c.unpainted = true
		return true
	}
	k := c.st.inkOf(ink, alpha)
	c.noteInk(&k, false)
	number := c.keepInk(&k)
	for _, i := range letters {
		g := &c.page.Glyphs[i]
		if g.Hidden != Invisible && g.Hidden != Visible || !sight.Leaves(seen, g.Box) {
			continue
		}
		g.Hidden, g.ink = Visible, number
		c.clipGlyph(g)
	}
	return true
}

// doubtLetters leaves those letters in doubt that perhaps were painted, where
// there were too many to look at.
func (c *canvas) doubtLetters() {
	if !c.unpainted {
		return
	}
	for _, i := range c.letters {
		if g := &c.page.Glyphs[i]; g.Hidden == Invisible {
			g.Hidden = Doubtful
		}
	}
}
