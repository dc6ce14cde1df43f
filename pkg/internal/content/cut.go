package content

// Text that a clip leaves nothing of is cut from a figure where the clip, or the
// form that the text is in, shows something else: figures are cropped that way.
// Where it shows nothing at all, it is there to hide the text.

// clips describes which of a page's clips show a drawing or an image.
type clips struct {
	around []int32 // by clip: the clip that it narrows; 0 for none
	shows  []bool
	cut    []cutGlyph
}

// cutGlyph is a clipped glyph and its clip.
type cutGlyph struct{ glyph, clip int32 }

// reset forgets the clips of a page and keeps their memory. Clip 0 is none.
func (c *clips) reset() {
	c.around, c.shows, c.cut = append(c.around[:0], 0), append(c.shows[:0], true), c.cut[:0]
}

// narrow returns a new clip within another one.
func (c *clips) narrow(around int32) int32 {
	c.around, c.shows = append(c.around, around), append(c.shows, false)
	return int32(len(c.around) - 1)
}

// show notes that something can be seen through a clip.
func (c *clips) show(clip int32) {
	for ; !c.shows[clip]; clip = c.around[clip] {
		c.shows[clip] = true
	}
}

// minWhole is the share of a page that a form takes which is not a figure: it
// holds the page.
const minWhole = 0.6

// judgeCuts finds the clipped glyphs that were not cut from a figure.
func (c *canvas) judgeCuts() {
	if len(c.clips.cut) == 0 {
		return
	}
	shown := c.shownForms()
	for _, k := range c.clips.cut {
		g := &c.page.Glyphs[k.glyph]
		if g.Hidden == Clipped && !c.ofFigure(g.Form, shown) && (k.clip == 0 || !c.clips.shows[k.clip]) {
			g.Hidden = CutOff
		}
	}
}

// ofFigure reports whether a form, or one around it, is a figure that shows
// something.
func (c *canvas) ofFigure(form int32, shown []bool) bool {
	for ; form > 0; form = c.page.Forms[form-1].Parent {
		box := c.page.Forms[form-1].Box.Intersect(c.bounds)
		if shown[form] && box.Area() < minWhole*c.bounds.Area() {
			return true
		}
	}
	return false
}

// shownForms returns which forms show something, by their numbers.
func (c *canvas) shownForms() []bool {
	shown := make([]bool, len(c.page.Forms)+1)
	show := func(form int32, hidden Hidden) {
		for ; hidden == Visible && !shown[form]; form = c.page.Forms[form-1].Parent {
			if shown[form] = true; form == 0 {
				return
			}
		}
	}
	for i := range c.page.Glyphs {
		if g := &c.page.Glyphs[i]; !shown[g.Form] {
			show(g.Form, g.Hidden)
		}
	}
	for i := range c.page.Drawings {
		show(c.page.Drawings[i].Form, c.page.Drawings[i].Hidden)
	}
	for i := range c.page.Images {
		show(c.page.Images[i].Form, c.page.Images[i].Hidden)
	}
	return shown
}
