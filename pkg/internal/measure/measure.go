package measure

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/content"
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/structure"
	"github.com/paperfit/paperfit/pkg/internal/wording"
	"github.com/paperfit/paperfit/pkg/report"
)

// Measure takes the measures of a paper. What only the file itself knows
// (Damage, Encrypted) is left to the caller.
func Measure(l *structure.Structure) *Facts {
	f := &Facts{Unread: unread(l)}
	f.Unmeasured = unmeasured(l)
	f.References = f.references(l)
	for _, p := range l.Pages {
		f.Pages = append(f.Pages, measurePage(l, p))
	}
	f.place()
	f.leaveListLeading(l)
	measureBody(f, l)
	if l.Columns > 0 {
		f.Columns = known(float64(l.Columns))
	}
	if l.Gutter > 0 {
		f.Gutter = known(l.Gutter)
	}
	f.Sections = sections(l)
	f.share(l)
	f.Fonts = fonts(l)
	f.Numbered = pageNumbers(l)
	f.Front = front(l)
	f.space(l)
	f.Words = words(l, f.Unread)
	f.Abstract = abstract(l, f.Unread)
	f.Unresolved = unresolved(l)
	f.Drafts = drafts(l)
	f.Watermarks = watermarks(l)
	f.Todos = todos(l)
	f.Numbering = numbering(l)
	f.PaperIDs = paperIDs(l)
	f.Ends = ends(l)
	f.Squeezed = squeezed(l)
	f.Shrunk = shrunk(l)
	f.Tiny = tiny(l)
	f.Small = small(l)
	f.Hidden = hidden(l)
	f.Unfaithful = unfaithful(l)
	f.Notices = notices(l)
	f.Overlaps = overlaps(l)
	return f
}

func measurePage(l *structure.Structure, p *structure.Page) Page {
	out := Page{Number: p.Number, Size: p.Size, Block: geom.Empty(), Lines: make([]Line, 0, len(p.Lines))}
	for _, line := range p.Lines {
		if isGuised(line) {
			out.Guised = append(out.Guised, newLine(p, line))
		}
		if line.Role == structure.Furniture || line.Role == structure.FigureText {
			continue
		}
		out.Block = out.Block.Union(line.Box)
		out.Lines = append(out.Lines, newLine(p, line))
	}
	if len(out.Lines) > 0 {
		out.Columns = len(p.Columns)
	}
	out.Figures, out.SureFigures = drawings(p)
	out.BodySize = clusterBy(out.Lines, l.Body.Size*drawnSize(l.Body.Font), func(l *Line) float64 { return l.Size })
	out.Leading, out.StepError = leadingOf(p, clusterBy(out.Lines, l.Body.Size, func(l *Line) float64 { return l.Set }))
	out.Gaps = paragraphGaps(p, l.Body.Size)
	out.Content, out.Beyond = contentOf(p)
	out.Hang = hang(l, p)
	return out
}

// newLine returns the facts of a line.
func newLine(p *structure.Page, line *structure.Line) Line {
	out := Line{
		Box: line.Box, Baseline: line.Baseline, Size: sizeOf(line), Set: line.Style.Size, Chars: line.Chars, Column: line.Column,
		Running: line.IsRunning() && !line.Boxed && !line.Biography, Text: line.Text,
		Entry: line.Role == structure.Reference || line.Role == structure.ReferenceHeading, Title: line.Role == structure.Title,
		Table: line.Role == structure.Table,
	}
	out.Full = p.IsFull(line) && !line.HasCells()
	out.Parts, out.Prose = partsOf(line, out.Size), line.Prose
	return out
}

// references tells where the list begins. That there is none can be told only
// where all headings can be read.
func (f *Facts) references(l *structure.Structure) References {
	switch {
	case f.Unread.Text.Kind != "":
		return References{Seen: report.Say(wording.ReferencesWords, f.Unread.Text.Args)}
	case l.References.Unsure() && l.References.Status != structure.Unclear:
		return inDoubt(&l.References)
	case l.References.Status == structure.Found && isBelied(l.References.First, lies(structurePage(l, l.References.First.Page))):
		h := l.References.First
		return References{Seen: report.Say(wording.ReadingsDiffer, report.Args{"page": h.Page, "seen": h.Text})}
	case l.References.Status == structure.Found:
		h := l.References.First
		return References{Known: true, Page: h.Page, Place: Place{h.Page, h.Box, h.Text}}
	case l.References.Status == structure.Unclear:
		return References{Seen: report.Say(wording.ReferencesBare, report.Args{"entries": l.References.Seen})}
	case f.Unread.Headings.Kind != "":
		return References{Seen: report.Say(wording.ReferencesHeadings, nil)}
	}
	for _, u := range f.Unmeasured {
		if u.Turned {
			return References{Seen: report.Say(wording.ReferencesTurned, report.Args{"page": u.Page})}
		}
	}
	return References{Known: len(l.Pages) > 0 && l.Body.Size > 0}
}

// Drawings that count as content on a page of references.
const (
	minContentFigure = 24.0 // points, the shorter side: rules and ornaments are smaller
	edgeReach        = 2.0  // points by which a band misses the page's edges
	bandShare        = 0.5  // of the page's height: a band is less deep
)

// isContent reports whether a drawing is no rule, no ornament, and no band along
// the page's upper or lower edge, as slides have behind their titles.
func isContent(p *structure.Page, box geom.Rect) bool {
	if box.Width() < minContentFigure || box.Height() < minContentFigure {
		return false
	}
	across := box.X0 <= edgeReach && box.X1 >= p.Size.X-edgeReach
	along := box.Y0 <= edgeReach || box.Y1 >= p.Size.Y-edgeReach
	return !(across && along && box.Height() < bandShare*p.Size.Y)
}

// contentOf tells what the page holds and, where it holds references, what else.
func contentOf(p *structure.Page) (Content, []Place) {
	refs, other, lines := 0, []Place{}, 0
	mixed := slices.ContainsFunc(p.Lines, isOfReferences) // else nobody asks where the other lines are
	if mixed {
		other = make([]Place, 0, len(p.Lines))
	}
	for _, line := range p.Lines {
		if line.Role == structure.Furniture || line.Beside {
			continue
		}
		lines++
		switch {
		case isOfReferences(line):
			refs++
		case mixed:
			other = append(other, Place{p.Number, line.Box, line.Text})
		}
	}
	figures := 0
	for _, fig := range p.Figures {
		if isContent(p, fig.Box) {
			figures++
			if len(other) == 0 || refs > 0 {
				other = append(other, Place{Page: p.Number, Box: fig.Box})
			}
		}
	}
	for _, box := range p.Undrawn {
		figures++
		other = append(other, Place{Page: p.Number, Box: box})
	}
	switch {
	case refs > 0 && len(other) > 0:
		return ContentMixed, other
	case refs > 0:
		return ContentReferences, nil
	case lines == 0 && figures == 0:
		return ContentBlank, nil
	case lines == 0:
		return ContentFigure, nil
	}
	return ContentBody, nil
}

func isOfReferences(l *structure.Line) bool {
	return l.Role == structure.Reference || l.Role == structure.ReferenceHeading
}

// scanShare is the share of the page that drawings cover on a page without type
// before it is taken for a scan or for type turned into outlines.
const scanShare = 0.25

// onPage returns a sentence about a page.
func onPage(kind report.Kind, p *structure.Page) report.Sentence {
	return report.Say(kind, report.Args{"page": p.Number})
}

// unmeasured finds pages that show something large but no type, or running text
// that does not stand upright.
func unmeasured(l *structure.Structure) []Unmeasured {
	var out []Unmeasured
	for _, p := range l.Pages {
		if isTurned(p) {
			out = append(out, Unmeasured{Page: p.Number, Why: onPage(wording.PageTurned, p), Turned: true})
			continue
		}
		if isDoubtful(p) {
			out = append(out, Unmeasured{Page: p.Number, Why: onPage(wording.PageUncertain, p), Doubtful: true})
			continue
		}
		if len(p.Undrawn) > 0 {
			out = append(out, Unmeasured{Page: p.Number, Why: onPage(wording.PageUndrawn, p)})
			continue
		}
		if hasType(p) {
			continue
		}
		images, drawn := 0.0, 0.0
		for _, fig := range p.Figures {
			if fig.Images > 0 {
				images += fig.Box.Area()
			} else {
				drawn += fig.Box.Area()
			}
		}
		area := p.Size.X * p.Size.Y
		switch {
		case images > scanShare*area:
			out = append(out, Unmeasured{Page: p.Number, Why: onPage(wording.PageIsImage, p)})
		case drawn > scanShare*area:
			out = append(out, Unmeasured{Page: p.Number, Why: onPage(wording.PageIsOutlines, p)})
		}
	}
	return out
}

// isDoubtful reports whether the page has text of which it is not known whether it
// can be seen.
func isDoubtful(p *structure.Page) bool {
	return slices.ContainsFunc(p.Hidden, func(r layout.Run) bool { return r.Hidden == content.Doubtful })
}

// hasType reports whether a page shows any type. What a machine has stamped on a
// scan, such as a page number, tells nothing of the scan's own type.
func hasType(p *structure.Page) bool {
	numbers := 0
	for _, line := range p.Lines {
		switch {
		case line.Chars == 0 || line.Role == structure.Furniture:
		case layout.IsPageNumber(line.Text):
			numbers++
		default:
			return true
		}
	}
	return numbers > 1 // a plot's
}
