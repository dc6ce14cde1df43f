package layout

import "slices"

// What a head or foot is, beside its words, where a frame around it passes for a drawing.
const (
	leastFramed = 2   // pages that have it without
	frameHeight = 3.0 // sizes of type: a frame around one line is no higher
)

// markFramed gives the role Furniture to what is a head or foot on other pages, and takes
// the frame around it out of the page's figures.
func markFramed(pages []*Page) {
	seen := map[alikeKey]int{}
	for _, p := range pages {
		for _, l := range p.Lines {
			if l.Role != Furniture || l.Rotated {
				continue
			}
			if key := letters(l.Text); key != "" {
				seen[alikeKey{key, heightOf(l.Baseline)}]++
			}
		}
	}
	for _, p := range pages {
		for _, l := range p.Lines {
			if l.Role != FigureText {
				continue
			}
			key, at := letters(l.Text), heightOf(l.Baseline)
			if max(seen[alikeKey{key, at - 1}], seen[alikeKey{key, at}], seen[alikeKey{key, at + 1}]) < leastFramed {
				continue
			}
			l.Role, l.Kind = Furniture, endKind(l.Baseline < p.Size.Y/2)
			p.Figures = slices.DeleteFunc(p.Figures, func(f Figure) bool {
				return f.Images == 0 && f.Box.Contains(l.Box.Center()) && f.Box.Height() <= frameHeight*l.Style.Size
			})
		}
	}
}
