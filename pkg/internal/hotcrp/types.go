package hotcrp

import (
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/internal/pattern"
	"github.com/paperfit/paperfit/pkg/profile"
)

// Type is what a page holds; that of a page of the paper's body is left out.
type Type string

// The types of pages. HotCRP takes those at the end of the paper off before it
// counts pages, where a venue does not count references.
const (
	Body     Type = ""
	Blank    Type = "blank"
	Cover    Type = "cover"
	Appendix Type = "appendix"
	Bib      Type = "bib"
	Figure   Type = "figure"
)

// pageTypes returns the types of the pages. What counts as content is body,
// however little of it there is, and a figure at the end of the paper too:
// HotCRP would not count it. A page that references share with an appendix is an
// appendix: HotCRP counts neither where references do not count, and noappendix must see
// it.
func pageTypes(f *measure.Facts) []Type {
	types := make([]Type, len(f.Pages))
	appendix := appendixPages(f)
	text := hasText(f)
	for i := range f.Pages {
		p := &f.Pages[i]
		switch {
		case p.Content == measure.ContentBlank, !text:
			types[i] = Blank
		case p.Content == measure.ContentReferences:
			types[i] = Bib
		case appendix[i]:
			types[i] = Appendix
		case p.Content == measure.ContentFigure:
			types[i] = Figure
		case i == 0 && len(f.Pages) > 1 && isCover(p):
			types[i] = Cover
		}
	}
	for i := len(types) - 1; i >= 0 && types[i] != Body; i-- {
		if types[i] == Figure {
			types[i] = Body
		}
	}
	return types
}

func hasText(f *measure.Facts) bool {
	for i := range f.Pages {
		if len(f.Pages[i].Lines) > 0 {
			return true
		}
	}
	return false
}

// coverChars is how many characters a cover page has at most.
const coverChars = 800

// isCover reports whether a first page has no running text to speak of.
func isCover(p *measure.Page) bool {
	chars, running := 0, 0
	for i := range p.Lines {
		chars += p.Lines[i].Chars
		if p.Lines[i].Running && p.Lines[i].Full {
			running++
		}
	}
	return chars < coverChars && running < 3
}

// appendixPages describes which pages hold nothing but an appendix and references before
// it: it begins with its heading on top of a page, below references or before the page,
// and goes on.
func appendixPages(f *measure.Facts) []bool {
	out := make([]bool, len(f.Pages))
	inside, next, concluded := false, 0, false
	for i := range f.Pages {
		p := &f.Pages[i]
		inside = inside || concluded && beginsWithAppendix(p)
		whole := inside
		for ; next < len(f.Sections) && f.Sections[next].Page == p.Number; next++ {
			s := &f.Sections[next]
			begins, ends := turns(s, concluded)
			concluded = concluded || s.AfterReferences || isConclusion(s) || f.References.Page == p.Number
			switch {
			case begins:
				inside = true
				whole = whole || onTop(p, s)
			case ends:
				inside, whole = false, false
			}
		}
		out[i] = inside && whole
	}
	return out
}

// appendixLine is a line that names an appendix, whatever it is set in.
var appendixLine = pattern.New(`^(?i:appendix|appendices)(\s+[A-Z0-9]{1,2})?\s*([.:–—-].*)?$`)

// beginsWithAppendix reports whether the first line of a page names an appendix.
func beginsWithAppendix(p *measure.Page) bool {
	return len(p.Lines) > 0 && !p.Lines[0].Full && appendixLine.MatchString(p.Lines[0].Text)
}

// turns reports whether an appendix begins or ends with a section. A letter for
// a number means an appendix only once the paper is concluded; without a number one that
// follows the references, such as notes, is part of an appendix unless its heading names
// another part.
func turns(s *measure.Section, concluded bool) (begins, ends bool) {
	title := strings.ToLower(s.Title)
	switch {
	case strings.HasPrefix(title, "appendix"), strings.HasPrefix(title, "appendices"),
		strings.HasPrefix(title, "supplementary material"), strings.HasPrefix(title, "supplemental material"):
		return true, false
	case isLetter(s.Number):
		return concluded || s.AfterReferences, false
	case s.AfterReferences && s.Number == "" && s.Level == 1 && !s.References && !isPart(s):
		return true, false
	case s.Number != "" && sectionNumber(s) > 0:
		return false, true
	}
	return false, false
}

// isPart reports whether a heading names a part of papers, such as acknowledgments.
func isPart(s *measure.Section) bool {
	var usual profile.Profile
	return slices.ContainsFunc(profile.Parts(), func(part string) bool { return profile.HasHeading(usual.HeadingsOf(part), s.Title) })
}

func isLetter(number string) bool {
	number = strings.TrimRight(number, ".:")
	return len(number) == 1 && number[0] >= 'A' && number[0] <= 'Z' && number != "I" && number != "V" && number != "X"
}

func isConclusion(s *measure.Section) bool {
	return strings.Contains(strings.ToLower(s.Title), "conclusion") || strings.Contains(strings.ToLower(s.Title), "concluding")
}

// onTop reports whether no running text precedes a section's heading on its
// page; figures, tables and references may.
func onTop(p *measure.Page, s *measure.Section) bool {
	for i := range p.Lines {
		l := &p.Lines[i]
		if l.Box.Overlaps(s.Box) {
			return true
		}
		if l.Running && !l.Entry {
			return false
		}
	}
	return false
}
