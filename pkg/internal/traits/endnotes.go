package traits

import (
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// Where a paper has no reference list, its notes may be one: as far as they cite, and do
// not explain.
const (
	leastNotes   = 8   // fewer tell nothing
	citingNotes  = 0.8 // the share of notes that cite, where these are a list for certain
	fewCiting    = 0.3 // fewer cite in notes that are none for certain
	mostExplain  = 0.2 // the share of notes that explain, in a list
	explainLines = 2   // lines of prose in a note that explains
)

// readEndnotes makes the heading of notes one of a list, where the notes below are no
// text, and gives it the trait CitingNotes where it is in doubt.
func (r *reader) readEndnotes() {
	for i, l := range r.Lines {
		if !l.Heading || !r.isStrongHeading(l) || !lexicon.NamesNotes(l.Text) {
			continue
		}
		notes, citing, explaining, end := r.countNotes(i + 1)
		cited, explained := share(citing, notes), share(explaining, notes)
		switch {
		case notes < leastNotes || cited < fewCiting:
		case cited >= citingNotes && explained <= mostExplain:
			l.drop(partTraits...)
			l.set(ListHeading, true)
			l.set(StrongListHeading, true)
			l.set(HeadingBeforeEntry, true)
			l.Start = NamedHeading
			for k := i + 1; k < end; k++ {
				r.Lines[k].drop(footTraits...)
				r.Lines[k].set(Annotation, r.Lines[k].Prose)
			}
		default:
			l.set(CitingNotes, true)
		}
	}
}

// footTraits are the traits of notes at a column's foot. Below their own heading they say
// nothing.
var footTraits = []Trait{FootnoteStart, SmallNote}

func share(n, of int) float64 { return float64(n) / float64(max(1, of)) }

// countNotes counts the notes from line i to the next heading, those that cite, and those
// that explain, and returns where they end: with the paragraph of the last.
func (r *reader) countNotes(i int) (notes, citing, explaining, end int) {
	cites, prose := false, 0
	count := func() {
		if cites {
			citing++
		}
		if prose >= explainLines {
			explaining++
		}
		cites, prose = false, 0
	}
	for ; i < len(r.Lines); i++ {
		l := r.Lines[i]
		if l.Heading && r.isStrongHeading(l) && !l.Has(NumberMark) {
			break
		}
		switch {
		case l.HasAny(NumberMark, BracketMark) || l.StartsFootnote():
			count()
			notes, end = notes+1, i+1
		case end == i && (l.prev == nil || l.gap <= headGap):
			end++
		}
		cites = cites || l.citesShortly() || l.Telling
		if l.Prose {
			prose++
		}
	}
	count()
	return notes, citing, explaining, end
}

// citesShortly reports whether a line ends as a note does that cites again: "Lovelace,
// Engines, 33.", "Ibid."
func (l *Line) citesShortly() bool {
	text := strings.TrimRight(l.Text, ".,;)")
	if text == "" {
		return false
	}
	last := text[len(text)-1]
	return last >= '0' && last <= '9' || slices.ContainsFunc(strings.Fields(text), func(w string) bool { return strings.EqualFold(strings.Trim(w, ".,"), "ibid") })
}

// markEndnotes gives, in a paper with a reference list, the trait AmongNotes to what
// stands below a heading that names notes, up to the next heading, and InAppendix to an
// appendix behind the list, up to another list.
func (r *reader) markEndnotes() {
	if !slices.ContainsFunc(r.Lines, func(l *Line) bool { return l.Has(ListHeading) && l.Has(HeadingBeforeEntry) }) {
		r.readEndnotes()
		return
	}
	place, listed := Always, false
	for _, l := range r.Lines {
		switch list := l.HasAny(ListHeading, ListWord); {
		case list:
			place, listed = Always, listed || l.Has(HeadingBeforeEntry)
		case place == InAppendix:
			l.set(InAppendix, true)
		case l.Heading && lexicon.NamesNotes(l.Text):
			place = AmongNotes
		case listed && r.opensAppendix(l):
			place = InAppendix
		case l.HasAny(PlainHeading, AppendixHeading, Acknowledgments), l.Heading && r.isStrongHeading(l):
			place = Always
		default:
			l.set(place, true)
		}
	}
}
