package traits

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
	"github.com/paperfit/paperfit/pkg/internal/lexicon/scan"
)

// markEndnotes gives the trait AmongNotes to what stands below a heading that names
// notes, up to the next heading, where the paper has a reference list besides, and to
// an appendix behind that list, up to another list: it may have works of its own.
func (r *reader) markEndnotes() {
	if !slices.ContainsFunc(r.Lines, func(l Line) bool { return l.Has(ListHeading) && l.Has(HeadingBeforeEntry) }) {
		r.readEndnotes()
		return
	}
	among, listed, appended := false, false, false
	for i := range r.Lines {
		l := &r.Lines[i]
		switch list := l.HasAny(ListHeading, ListWord); {
		case list:
			among, listed, appended = false, listed || l.Has(HeadingBeforeEntry), false
		case appended:
			l.set(AmongNotes, true)
		case l.Heading && lexicon.NamesNotes(l.Text):
			among = true
		case listed && r.opensAppendix(l):
			appended = true
		case l.Has(PlainHeading), l.Has(AppendixHeading), l.Has(Acknowledgments), l.Heading && r.isStrongHeading(l):
			among = false
		default:
			l.set(AmongNotes, among)
		}
	}
}

// scan.OpensAppendix reports whether a line is the heading of an appendix for certain: by its
// word, or by its letter in type larger than the body.
func (r *reader) opensAppendix(l *Line) bool {
	return l.Has(AppendixHeading) && scan.OpensAppendix(l.Text) && r.isStrongHeading(l) || l.Has(LetteredHeading) && l.Style.Size > headingType*r.Body.Size
}

// isStrongHeading reports whether a heading is told by its type, not by its place
// alone, which the first entry below another heading has, too.
func (r *reader) isStrongHeading(l *Line) bool {
	return l.Bold() && !r.bodyBold() || l.Style.Size > larger*r.Body.Size || lexicon.AllCapitals(l.Text)
}

// lessThan is the share of the size of a list's heading by which subheadings are
// smaller.
const lessThan = 0.98

// markSubheadings gives the trait ListSubheading to the headings of parts of a list: set
// less than the list's own heading, and right below it or among entries, before the
// next one. A heading that is set as the list's own opens another part of the paper.
func (r *reader) markSubheadings() {
	var head *Line
	for i := range r.Lines {
		l := &r.Lines[i]
		switch {
		case l.Has(ListHeading):
			head = l
		case head == nil || !l.Heading || l.entry || l.HasAny(partHeadings...) || !l.Has(ShortLine) || !scan.BeginsLarge(l.Text) || l.HasAny(CaptionStart, InFigure, FootnoteStart):
		case l.isLessThan(head) && l.Share(EvidenceAfter) >= AmongEntries:
			below := i > 0 && head == &r.Lines[i-1]
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
	return l.Style.Size < lessThan*head.Style.Size || l.Style.Size < larger*head.Style.Size && head.Bold() && !l.Bold()
}

// entryIsNext reports whether the line after line i begins an entry, or holds what
// only entries do.
func (r *reader) entryIsNext(i int) bool {
	if i+1 >= len(r.Lines) {
		return false
	}
	next := &r.Lines[i+1]
	return next.entry || next.authored || next.Has(NumberMark) && next.Telling || next.Has(Year) && next.Has(OneVenue)
}

// partTraits are the traits of a heading that say nothing of a list's subheading: it
// differs from the entries as the heading of another part does, and ends no list.
var partTraits = []Trait{PlainHeading, AboveEntries, Unmarked, SetOff}
