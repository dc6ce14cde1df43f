package rules

import (
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/profile"
)

// part is what a section belongs to.
type part struct {
	name     string // "acknowledgments"; "" for the body
	appendix bool
}

// partsOf tells what each section belongs to. A section is told by its heading;
// an appendix by its letter too, and by standing after the reference list without
// a number of the body's.
func partsOf(f *measure.Facts, p *profile.Profile) []part {
	out := make([]part, len(f.Sections))
	var now part
	roman := usesRoman(f)
	for i := range f.Sections {
		s := &f.Sections[i]
		named := namedPart(s, p)
		switch {
		case s.References:
			now = part{name: profile.References}
		case named == profile.Appendices, beginsAppendix(s, roman):
			now = part{named, true}
		case isCounted(s) && s.Level == 1:
			now = part{name: named}
		case named != "":
			now.name = named
		case s.AfterReferences && now.name == profile.References:
			now = part{appendix: true}
		case s.Level == 1:
			now.name = ""
		}
		out[i] = now
	}
	return out
}

// namedPart returns the part that a section's heading names, the venue's own
// words first. A numbered subsection belongs to its section.
func namedPart(s *measure.Section, p *profile.Profile) string {
	if s.Level > 1 && s.Number != "" {
		return ""
	}
	for _, words := range p.Sections {
		if profile.HasHeading(words.Headings, s.Title) {
			return words.Section
		}
	}
	for _, part := range profile.Parts() {
		if part != profile.References && profile.HasHeading(p.HeadingsOf(part), s.Title) {
			return part
		}
	}
	return ""
}

// isCounted reports whether a section has a number of its own that is no letter.
func isCounted(s *measure.Section) bool {
	first, _, _ := strings.Cut(s.Number, ".")
	return first != "" && (first[0] >= '0' && first[0] <= '9' || len(first) > 1)
}

// beginsAppendix reports whether a section is counted by a letter. Where sections
// have Roman numbers, letters count subsections.
func beginsAppendix(s *measure.Section, roman bool) bool {
	first, _, _ := strings.Cut(s.Number, ".")
	return !roman && len(first) == 1 && first[0] >= 'A' && first[0] <= 'Z'
}

// usesRoman reports whether sections are counted by Roman numbers.
func usesRoman(f *measure.Facts) bool {
	return slices.ContainsFunc(f.Sections, func(s measure.Section) bool {
		return len(s.Number) > 1 && strings.Trim(s.Number, "IVX") == ""
	})
}

// isIn reports whether a section is of one of the parts listed.
func (x part) isIn(listed []profile.Part, after bool) bool {
	return slices.ContainsFunc(listed, func(l profile.Part) bool {
		named := l.Section == x.name || l.Section == profile.Appendices && x.appendix
		return named && (l.Side == profile.Anywhere || (l.Side == profile.AfterReferences) == after)
	})
}
