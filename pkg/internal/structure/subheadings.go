package structure

import (
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// markEndnotes gives the trait AmongNotes to what stands below a heading that names
// notes, up to the next heading, where the paper has a reference list besides, and to
// an appendix behind that list, up to another list: it may have works of its own.
func (r *reader) markEndnotes() {
	if !slices.ContainsFunc(r.lines, func(l textLine) bool { return l.t.has(ListHeading) && l.t.has(HeadingBeforeEntry) }) {
		r.readEndnotes()
		return
	}
	among, listed, appended := false, false, false
	for i := range r.lines {
		l := &r.lines[i]
		switch list := l.t.has(ListHeading) || l.t.has(ListWord); {
		case list:
			among, listed, appended = false, listed || l.t.has(HeadingBeforeEntry), false
		case appended:
			l.t.set(AmongNotes, true)
		case l.heading && lexicon.NamesNotes(l.Text):
			among = true
		case listed && r.opensAppendix(l):
			appended = true
		case l.t.has(PlainHeading), l.t.has(AppendixHeading), l.t.has(Acknowledgments), l.heading && r.isStrongHeading(l):
			among = false
		default:
			l.t.set(AmongNotes, among)
		}
	}
}

// opensAppendix reports whether a line is the heading of an appendix for certain: by its
// word, or by its letter in type larger than the body.
func (r *reader) opensAppendix(l *textLine) bool {
	return l.t.has(AppendixHeading) && opensAppendix(l.Text) && r.isStrongHeading(l) || l.t.has(LetteredHeading) && l.Style.Size > headingType*r.s.Body.Size
}

// isStrongHeading reports whether a heading is told by its type, not by its place
// alone, which the first entry below another heading has, too.
func (r *reader) isStrongHeading(l *textLine) bool {
	return l.Bold() && !r.s.bodyBold() || l.Style.Size > larger*r.s.Body.Size || lexicon.AllCapitals(l.Text)
}

// lessThan is the share of the size of a list's heading by which subheadings are
// smaller.
const lessThan = 0.98

// markSubheadings gives the trait ListSubheading to the headings of parts of a list: set
// less than the list's own heading, and right below it or among entries, before the
// next one. A heading that is set as the list's own opens another part of the paper.
func (r *reader) markSubheadings() {
	var head *textLine
	for i := range r.lines {
		l := &r.lines[i]
		switch {
		case l.t.has(ListHeading):
			head = l
		case head == nil || !l.heading || l.entry || namesPart(&l.t) || !l.t.has(ShortLine) || !beginsLarge(l.Text) || l.t.has(CaptionStart) || l.t.has(InFigure) || l.t.has(FootnoteStart):
		case l.isLessThan(head) && l.t.share(EvidenceAfter) >= amongEntries:
			below := i > 0 && head == &r.lines[i-1]
			if below || l.t.share(EvidenceBefore) >= amongEntries && r.entryIsNext(i) {
				l.t.drop(partTraits...)
				l.t.set(ListSubheading, true)
			}
		}
	}
}

// isLessThan reports whether a heading is set smaller than another, or not in bold
// where that is.
func (l *textLine) isLessThan(head *textLine) bool {
	return l.Style.Size < lessThan*head.Style.Size || l.Style.Size < larger*head.Style.Size && head.Bold() && !l.Bold()
}

// entryIsNext reports whether the line after line i begins an entry, or holds what
// only entries do.
func (r *reader) entryIsNext(i int) bool {
	if i+1 >= len(r.lines) {
		return false
	}
	next := &r.lines[i+1]
	return next.entry || next.authored || next.t.has(NumberMark) && next.telling || next.t.has(Year) && next.t.has(OneVenue)
}
