package measure

import (
	"fmt"

	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// hang tells which lines of a page decide whether it holds anything besides
// references, where that is in doubt. A page with a figure is content whatever its
// lines are, and one before the list is text.
func hang(l *structure.Structure, p *structure.Page) []Place {
	if !p.Unsure() || l.References.Status != structure.Found || p.Number < l.References.First.Page {
		return nil
	}
	for _, f := range p.Figures {
		if f.Box.Width() >= minContentFigure && f.Box.Height() >= minContentFigure {
			return nil
		}
	}
	if p.Margin < structure.LeastPageMargin {
		return []Place{placeOf(p.Hinge)}
	}
	var out []Place
	for _, line := range p.Unexplained {
		out = append(out, placeOf(line))
	}
	return out
}

func placeOf(line *structure.Line) Place { return Place{line.Page, line.Box, line.Text} }

// inDoubt returns what is known of the list where two lines may begin it.
func inDoubt(r *structure.References) References {
	var out References
	for _, line := range []*structure.Line{r.First, r.Rival} {
		if line != nil {
			out.Hang = append(out.Hang, placeOf(line))
		}
	}
	switch len(out.Hang) {
	case 2:
		out.Seen = fmt.Sprintf("either “%s” on page %d or “%s” on page %d begins the list",
			out.Hang[0].Text, out.Hang[0].Page, out.Hang[1].Text, out.Hang[1].Page)
	case 1:
		out.Seen = fmt.Sprintf("“%s” on page %d may begin a list", out.Hang[0].Text, out.Hang[0].Page)
	}
	return out
}
