package measure

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/structure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// hang tells which lines of a page decide whether it holds anything besides
// references, where that is in doubt. A page with a figure is content whatever its
// lines are, and one before the list is text.
func hang(l *structure.Structure, p *structure.Page) []Place {
	if !p.Unsure() || l.References.Status != structure.Found || p.Number < l.References.First.Page {
		return nil
	}
	for _, f := range p.Figures {
		if isContent(p, f.Box) {
			return nil
		}
	}
	if p.Margin < structure.LeastPageMargin {
		return []Place{placeOf(p.Hinge)}
	}
	var out []Place
	for _, line := range slices.Concat(p.Unexplained, p.Merged) {
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
		out.Seen = report.Say(wording.ReferencesRivals, report.Args{
			"text": out.Hang[0].Text, "page": out.Hang[0].Page, "rival": out.Hang[1].Text, "rival_page": out.Hang[1].Page,
		})
	case 1:
		out.Seen = report.Say(wording.ReferencesMaybe, report.Args{"text": out.Hang[0].Text, "page": out.Hang[0].Page})
	}
	return out
}
