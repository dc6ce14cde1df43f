package rules

import (
	"slices"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/profile"
)

// part is what a section belongs to.
type part struct {
	name     string // "acknowledgments"; "" for the body
	also     string // other parts that the heading names, with a space between two
	appendix bool
}

// partsOf tells what each section belongs to. A section is told by its heading;
// an appendix by its letter too, and by standing after the reference list without
// a number of the body's. Numbers that begin anew within a part are those of a list.
func partsOf(f *measure.Facts, p *profile.Profile) []part {
	out := make([]part, len(f.Sections))
	var now part
	var numbers numbering
	roman := usesRoman(f)
	for i := range f.Sections {
		s := &f.Sections[i]
		named, also := namedParts(s, p)
		if numbers.isItem(s, now) {
			out[i] = now
			continue
		}
		switch {
		case s.References:
			now = part{name: profile.References}
		case namesAppendix(named, also), beginsAppendix(s, roman), titlesAppendix(s):
			now = part{named, also, true}
		case isCounted(s) && s.Level == 1:
			now = part{name: named, also: also}
			numbers.body = max(numbers.body, ordinal(s))
		case named != "":
			now.name, now.also = named, also
		case s.AfterReferences && now.name == profile.References:
			now = part{appendix: true}
		case s.Level == 1:
			now.name, now.also = "", ""
		}
		if i == 0 || now != out[i-1] {
			numbers.item = 0
		}
		out[i] = now
	}
	return out
}

// numbering tells the sections of the body from the items of a list that look like
// sections, such as "1. Claims" in a checklist.
type numbering struct {
	body int // number of the body's last section
	item int // number of the last item; 0: no list has begun in the part
}

// isItem reports whether a section is an item of a list in the part that has begun: its
// number is one that the body has had, or the next one of the list.
func (n *numbering) isItem(s *measure.Section, now part) bool {
	k := ordinal(s)
	switch {
	case k == 0 || s.Level > 1 || now.name == "" || now.name == profile.References:
		return false
	case k == n.body+1 && !s.AfterReferences, k > n.body && (n.item == 0 || k != n.item+1):
		return false
	}
	n.item = k
	return true
}

// namedParts returns the part that a section's heading names, the venue's own words
// first, and the others that it names too. A numbered subsection belongs to its section.
func namedParts(s *measure.Section, p *profile.Profile) (first, also string) {
	if s.Level > 1 && s.Number != "" {
		return "", ""
	}
	var all []string
	for _, words := range p.Sections {
		if profile.HasHeading(words.Headings, s.Title) && !slices.Contains(all, words.Section) {
			all = append(all, words.Section)
		}
	}
	for _, part := range profile.Parts() {
		if part != profile.References && profile.HasHeading(p.HeadingsOf(part), s.Title) && !slices.Contains(all, part) {
			all = append(all, part)
		}
	}
	if len(all) == 0 {
		return "", ""
	}
	return all[0], strings.Join(all[1:], " ")
}

// namesAppendix reports whether a heading's parts have appendices among them.
func namesAppendix(named, also string) bool {
	return named == profile.Appendices || slices.Contains(strings.Fields(also), profile.Appendices)
}

// isCounted reports whether a section has a number of its own that is no letter.
func isCounted(s *measure.Section) bool {
	first, _, _ := strings.Cut(s.Number, ".")
	return first != "" && (first[0] >= '0' && first[0] <= '9' || len(first) > 1)
}

// ordinal returns the number of a section, 0 where it is no integer.
func ordinal(s *measure.Section) int {
	n, err := strconv.Atoi(strings.TrimSuffix(s.Number, "."))
	if err != nil {
		return 0
	}
	return n
}

// beginsAppendix reports whether a section is counted by a letter. Where sections
// have Roman numbers, letters count subsections.
func beginsAppendix(s *measure.Section, roman bool) bool {
	first, _, _ := strings.Cut(s.Number, ".")
	return !roman && len(first) == 1 && first[0] >= 'A' && first[0] <= 'Z'
}

// appendixEnds are the words that the paper's title ends in where it is set again above
// the appendix.
var appendixEnds = []string{"supplementary material", "supplementary materials", "supplemental material", "supplemental materials", "supplement", "appendix", "appendices"}

// titlesAppendix reports whether a heading after the references is such a title, as
// AISTATS and ICML have it: "On Streams: Supplementary Material".
func titlesAppendix(s *measure.Section) bool {
	title := strings.ToLower(strings.TrimSpace(s.Title))
	return s.AfterReferences && s.Number == "" && s.Level == 1 && slices.ContainsFunc(appendixEnds, func(end string) bool {
		before, ok := strings.CutSuffix(title, end)
		return ok && strings.HasSuffix(before, " ")
	})
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
		named := l.Section == x.name || slices.Contains(strings.Fields(x.also), l.Section) || l.Section == profile.Appendices && x.appendix
		return named && (l.Side == profile.Anywhere || (l.Side == profile.AfterReferences) == after)
	})
}
