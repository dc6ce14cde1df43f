package content

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/color"
	"github.com/paperfit/paperfit/pkg/internal/content/sight"
	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pdf"
)

// canvas is the page as far as it is painted, or what is being measured instead:
// it says of each mark whether it can be seen where it is painted. When all is
// painted, judge finds out what lies beneath something (judge.go).
type canvas struct {
	*budget
	*scope // of what is being read: the clip, the colours, the form
	in     *Interpreter

	page     Page
	bounds   geom.Rect // the visible page
	order    int32
	inks     []ink // of page.Glyphs, by their numbers
	settings settings
	scene    *sight.Scene // what was painted over an area; large, so a new page does not copy it
	clips    clips
	judged   int // marks

	lastFont  *font.Font             // that has shown a glyph
	letters   []int32                // indexes into page.Glyphs of those that clip what follows
	unpainted bool                   // there were too many letters to look at for what is painted through them
	stencils  map[stencilLetter]bool // letters of soft masks through which something is painted
	stencil   *stencilLetter         // the first letter of the soft mask before
	outlined  int                    // points of outlines
	pale      bool                   // some ink may not be seen on bare paper
	described []Spoken               // what structure elements of the page say
	// describedBy are, by the number of marked content, the indexes of those that hold it.
	describedBy map[int][]int
}

// usualGlyphs is a little more than the glyphs of a dense page of text: growing
// a list to that size costs more than having it at once. The pages of a scan have none.
const usualGlyphs = 7000

// settings are those of page.Glyphs that were added last.
type settings []Setting

// settingsAtOnce is a little more than the settings of most pages.
const settingsAtOnce = 250

// add returns where a setting is kept. It does not move: when there is no room for more,
// glyphs alone refer to those before.
func (s *settings) add(x Setting) *Setting {
	n := len(*s)
	if n == cap(*s) {
		*s, n = make(settings, 0, settingsAtOnce), 0
	}
	*s = append(*s, x)
	return &(*s)[n]
}

// reset makes c an empty page and keeps its memory.
func (c *canvas) reset(in *Interpreter, r *run, p pdf.Page) {
	if c.scene == nil {
		c.scene = new(sight.Scene)
	}
	old := &c.page
	*c = canvas{
		budget: &r.budget, scope: &r.scope, in: in, bounds: geom.Rect{X1: p.Size.X, Y1: p.Size.Y},
		page: Page{
			Number: p.Number, Size: p.Size,
			Glyphs: old.Glyphs[:0], Drawings: old.Drawings[:0], Images: old.Images[:0], Forms: old.Forms[:0], Spoken: old.Spoken[:0], Undrawn: old.Undrawn[:0],
		},
		described: slices.Clone(in.spoken[p.Dict.ObjectNumber()]),
		inks:      append(c.inks[:0], ink{}), settings: c.settings[:0], scene: c.scene, clips: c.clips, letters: c.letters[:0],
	}
	c.clips.reset()
	c.scene.Reset(c.bounds, in.limits.CoverTests)
	c.describedBy = indexMarked(c.described)
}

// beginForm adds a form, to which the marks to come belong.
func (c *canvas) beginForm(annot bool) {
	c.page.Forms = append(c.page.Forms, Form{Parent: c.form, Box: c.st.window, Annot: annot})
	c.form = int32(len(c.page.Forms))
}

// draw adds a drawing of which the window leaves seen to see, and reports
// whether it is visible on the page. While something is measured, it is added
// to that instead.
func (c *canvas) draw(kind DrawingKind, p paint, alpha float64, ink, seen geom.Rect) bool {
	alpha *= c.st.groupAlpha
	d := Drawing{Kind: kind, Box: seen, Hidden: c.hides(p, alpha), Loose: c.st.loose, Form: c.form}
	if d.Hidden == Visible && seen.IsEmpty() {
		d.Hidden = c.outside(ink)
	}
	if d.Hidden != Visible {
		d.Box = ink
	}
	if !c.countMark() || !d.Box.Finite() || c.measured(d.Hidden, seen, p.color, alpha) {
		return false
	}
	if d.Hidden == Visible && c.paintLetters(seen, p.color, alpha) {
		return false
	}
	c.order++
	d.Order, d.Light = c.order, c.st.transfer.Apply(p.color).Over(color.White, alpha).IsLight() || p.pattern.isLight(seen)
	c.page.Drawings = sight.Append(c.page.Drawings, d)
	if d.Hidden == Visible && !d.Light {
		c.clips.show(c.st.within)
		c.paintStencil()
	}
	return d.Hidden == Visible
}

// over notes that an area was painted with the mark that was drawn last; image
// reports that it is an image with colours of its own.
func (c *canvas) over(a sight.Area, ink paint, alpha float64, image bool) {
	s := &c.st
	coat := sight.Coat{
		Color: s.transfer.Apply(ink.color), Image: image, Alpha: alpha * s.groupAlpha, Blend: s.mode(),
		Masked: s.masked || s.group.masked, Loose: s.loose, Order: c.order,
	}
	if p := ink.pattern; p != nil {
		coat.Image, coat.Gaps = p.whole, !p.whole
		if p.shade != nil && !p.shade.tones.IsVague() {
			coat.Tones, coat.Gaps = p.shade, false
		}
	}
	if s.loose && a.Within(s.shape) {
		coat.Loose = false
	}
	c.scene.Paint(a, coat)
}

// mode returns the blend mode of a mark, or else that of a group around it.
func (s *state) mode() color.Blend {
	switch {
	case s.group.blend == color.Normal:
		return s.blend
	case s.blend == color.Normal:
		return s.group.blend
	}
	return color.Unread
}

// minAlpha is the opacity up to which a mark counts as not there: a few percent.
const minAlpha = 0.05

// hides describes why marks in a paint of an opacity, groups included, cannot be
// seen wherever they are.
func (c *canvas) hides(p paint, alpha float64) Hidden {
	switch {
	case c.unseen > 0:
		return LayerOff
	case p.none, alpha*c.st.maskAlpha <= minAlpha:
		return Transparent
	}
	return Visible
}

// outside describes why ink cannot be seen that the window leaves nothing of.
func (c *canvas) outside(ink geom.Rect) Hidden {
	clip := c.st.clip.Intersect(c.st.maskBox)
	if clip.Covers(c.bounds) || sight.Leaves(clip, ink) && !sight.Leaves(c.bounds, ink) {
		return OffPage
	}
	return Clipped
}
