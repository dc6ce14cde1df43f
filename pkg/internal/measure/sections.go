package measure

import (
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/lexicon"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// isHeading reports whether a line is a section's heading or part of one.
func isHeading(line *structure.Line) bool {
	return line.Role == structure.Heading || line.Role == structure.ReferenceHeading
}

// continuesHeading reports whether two heading lines make one heading.
func continuesHeading(last, line *structure.Line) bool {
	return last != nil && last.Page == line.Page && last.Block == line.Block && last.Role == line.Role
}

// beginsSection reports whether a section begins with the line, with a heading of
// its own or one that runs into the text.
func beginsSection(last, line *structure.Line) bool {
	return isHeading(line) && !continuesHeading(last, line) || runsIn(line)
}

// runsIn reports whether the heading of a section runs into the line.
func runsIn(line *structure.Line) bool { return line.RunIn != "" && line.Role == structure.Body }

// sections returns the headings of the paper, the reference list's among them.
// Lines of one heading are put together.
func sections(l *structure.Structure) []Section {
	var out []Section
	var sizes []float64
	after := false
	var last *structure.Line
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			if runsIn(line) {
				out = append(out, Section{Place: Place{p.Number, line.Box, line.RunIn}, Title: line.RunIn, AfterReferences: after})
				sizes = append(sizes, line.Style.Size)
				continue
			}
			if !isHeading(line) {
				continue
			}
			if continuesHeading(last, line) {
				s := &out[len(out)-1]
				s.Title += " " + line.Text
				s.Box = s.Box.Union(line.Box)
				continue
			}
			last = line
			number, title := lexicon.SplitHeading(line.Text)
			list := line.Role == structure.ReferenceHeading
			out = append(out, Section{
				Place: Place{p.Number, line.Box, line.Text}, Number: number, Title: title,
				References: list, AfterReferences: after,
			})
			sizes = append(sizes, line.Style.Size)
			after = after || list
		}
	}
	setLevels(out, sizes)
	return out
}

// Shares of the size of section headings: the heading of an unnumbered section has
// at least the first, a numbered item set like a heading less than the second.
const sectionSize, itemSize = 0.95, 0.87

// setLevels gives each heading its level: that of its number; without one, 1 for
// type as large as that of numbered sections or of the reference list.
func setLevels(sections []Section, sizes []float64) {
	usual := 0.0
	for i, s := range sections {
		if s.Number != "" && !strings.Contains(s.Number, ".") || s.References {
			usual = max(usual, sizes[i])
		}
	}
	for i := range sections {
		s := &sections[i]
		switch {
		case s.Number != "" && sizes[i] >= itemSize*usual:
			s.Level = 1 + strings.Count(s.Number, ".")
		case s.References || sizes[i] >= sectionSize*usual:
			s.Level = 1
		default:
			s.Level = 2
		}
	}
}

// share tells of each page which sections stand on it.
func (f *Facts) share(l *structure.Structure) {
	current := -1
	var last *structure.Line
	for i, p := range l.Pages {
		page := &f.Pages[i]
		for _, line := range p.Lines {
			switch line.Role {
			case structure.Furniture, structure.FigureText:
				continue
			case structure.Caption, structure.Table:
				page.Floats++
				continue
			}
			if beginsSection(last, line) {
				current++
			}
			if isHeading(line) {
				last = line
			}
			page.addShare(current, line, f.isLoose(current, line))
		}
		for _, fig := range p.Figures {
			if isContent(p, fig.Box) {
				page.Floats++
			}
		}
	}
}

// isLoose reports whether a line stands within the reference list and is no
// entry of it.
func (f *Facts) isLoose(section int, line *structure.Line) bool {
	return section >= 0 && f.Sections[section].References && line.Role != structure.Reference && line.Role != structure.ReferenceHeading
}

func (p *Page) addShare(section int, line *structure.Line, loose bool) {
	n := len(p.Shares)
	if n == 0 || p.Shares[n-1].Section != section {
		p.Shares = append(p.Shares, Share{Section: section, Box: geom.Empty(), Text: line.Text})
		n++
	}
	s := &p.Shares[n-1]
	s.Box = s.Box.Union(line.Box)
	s.Lines++
	if loose {
		s.Loose++
	}
}
