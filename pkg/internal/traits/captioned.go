package traits

import "github.com/paperfit/paperfit/pkg/internal/geom"

// CaptionReach is how far from a figure or table, in leadings, its caption stands.
const CaptionReach = 3.5

// maxCaptions caps the captions of a page whose drawings are looked for: more are text.
const maxCaptions = 64

// markCaptioned gives the trait Captioned to the lines of a page that stand in the
// drawings above or below a caption, or between them: what they say is the figure's.
func (r *reader) markCaptioned(p *Page) {
	captions := 0
	for _, caption := range p.Text {
		if !caption.Has(CaptionStart) || len(p.Drawings) == 0 {
			continue
		}
		if captions++; captions > maxCaptions {
			return
		}
		float := p.captioned(caption.Box, CaptionReach*r.UsualLeading())
		for _, l := range p.Text {
			if l != caption && float.Contains(l.Box.Center()) {
				l.set(Captioned, true)
				l.dropHeading()
			}
		}
	}
}

// captioned returns the box of the drawings that end right above a caption, or begin
// right below it.
func (p *Page) captioned(caption geom.Rect, reach float64) geom.Rect {
	float := geom.Empty()
	for _, d := range p.Drawings {
		above, below := caption.Y0-d.Y1, d.Y0-caption.Y1
		if (above >= -1 && above <= reach || below >= -1 && below <= reach) && d.X0 < caption.X1 && d.X1 > caption.X0 {
			float = float.Union(d)
		}
	}
	return float
}

// dropHeading takes from a line what makes it a heading.
func (l *Line) dropHeading() {
	l.drop(headingTraits...)
	l.Heading, l.RunIn = false, ""
	l.Start = l.startKind()
}
