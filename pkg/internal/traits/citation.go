package traits

import "github.com/paperfit/paperfit/pkg/internal/lexicon"

// maxOwnCitation is how many lines the citation of a paper by itself has at the most.
const maxOwnCitation = 16

// markOwnCitation gives the trait OwnCitation to what stands on the first page below a
// heading that says how to cite the paper, and to a line that such a heading runs into.
func (r *reader) markOwnCitation() {
	left := 0
	for i, l := range r.Lines {
		if l.page != r.Lines[0].page {
			return
		}
		switch {
		case l.begins(lexicon.OwnCitation):
			left = maxOwnCitation
			l.set(OwnCitation, !l.Heading)
			continue
		case left == 0:
			continue
		case l.Column != r.Lines[i-1].Column, l.HasAny(ListHeading, RunInList, OpeningHeading, PlainHeading), left < maxOwnCitation && l.gap > headingGap:
			left = 0
			continue
		}
		l.set(OwnCitation, true)
		left--
	}
}
