package traits

import "github.com/paperfit/paperfit/pkg/internal/lexicon/scan"

// markSubheadings gives the trait ListSubheading to the headings of parts of a list: set
// less than the list's own heading, and right below it or among entries, before the
// next one. A heading that is set as the list's own opens another part of the paper.
func (r *reader) markSubheadings() {
	var head *Line
	for i, l := range r.Lines {
		switch {
		case l.Has(ListHeading):
			head = l
		case head == nil || !l.Heading || l.entry || l.HasAny(partHeadings...) || !l.Has(ShortLine) || !scan.BeginsLarge(l.Text) || l.HasAny(CaptionStart, InFigure, FootnoteStart):
		case l.isLessThan(head) && l.Share(EvidenceAfter) >= AmongEntries:
			below := i > 0 && head == r.Lines[i-1]
			if below || l.Share(EvidenceBefore) >= AmongEntries && r.entryIsNext(i) {
				l.drop(partTraits...)
				l.set(ListSubheading, true)
			}
		}
	}
}

// isLessThan reports whether a heading is set smaller than another, or not in bold
// where that is.
func (l *Line) isLessThan(head *Line) bool {
	return l.Style.Size < Smaller*head.Style.Size || l.Style.Size < larger*head.Style.Size && head.Bold() && !l.Bold()
}

// entryIsNext reports whether the line after line i begins an entry, or holds what
// only entries do.
func (r *reader) entryIsNext(i int) bool {
	if i+1 >= len(r.Lines) {
		return false
	}
	next := r.Lines[i+1]
	return next.entry || next.authored || next.Has(NumberMark) && next.Telling || next.Has(Year) && next.Has(OneVenue)
}

// partTraits are the traits of a heading that say nothing of a list's subheading: it
// differs from the entries as the heading of another part does, and ends no list.
var partTraits = []Trait{PlainHeading, AboveEntries, Unmarked, SetOff}
