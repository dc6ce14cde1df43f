package traits

import (
	"math"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/lexicon/scan"
)

// Entries that say when their work appeared, in their first lines, tell that what
// stands between two of them speaks of the first.
const (
	annotated      = 12 // lines from an entry to its annotation, or on to the next
	datedIn        = 3  // lines
	leastAnnotated = 2  // entries by which a list's annotations are known
	gapSlack       = 0.3
)

// opensDated reports whether line i begins such an entry.
func (r *reader) opensDated(i int) bool {
	l := r.Lines[i]
	first := l.Has(NumberMark) && i > 0 && r.Lines[i-1].Has(ListHeading)
	return (l.authored || first || l.HasAny(NextMark, LabelMark, BracketMark)) && l.Start != Continuation &&
		slices.ContainsFunc(r.Lines[i:min(i+datedIn, len(r.Lines))], func(l *Line) bool { return l.Has(Year) })
}

// endsList reports whether a line is the heading of a part that is no list, by its
// type and words.
func (r *reader) endsList(l *Line) bool {
	return l.Heading && r.isStrongHeading(l) && !l.Has(ListHeading) && l.HasAny(partHeadings...)
}

// mayAnnotate reports whether a line has the words of a sentence, without names,
// venues and years.
func (l *Line) mayAnnotate() bool {
	return l.Has(FunctionWords) && !l.Telling && !l.Heading && !l.Has(CaptionStart) && !l.Has(InCaption) && !l.Has(FootnoteStart)
}

// annotateLast gives the trait Annotation to what follows the last entry of a list
// as annotations follow the entries before it.
func (r *reader) annotateLast() {
	var seen []*Line // first lines of annotations
	labels := map[string]bool{}
	entry := -1
	for i, l := range r.Lines {
		if l.Has(Annotation) && len(labels) < maxLabels {
			labels[l.label()] = true
		}
		switch {
		case l.Has(ListHeading):
			seen, entry = nil, -1
		case r.opensDated(i):
			entry = i
		case entry < 0:
		case l.Heading && (l.HasAny(partHeadings...) || l.Has(PlainHeading)):
			entry = -1 // what follows speaks of no entry
		case l.Has(Annotation):
			if r.leadsToEntry(i) {
				seen, entry = append(seen, l), -1
			}
		case i-entry > annotated:
			entry = -1
		case len(seen) >= leastAnnotated && l.mayAnnotate() && (r.hasLabel(i, labels) || l.isSetAs(seen)):
			for end := r.annotateFrom(i); r.hasLabel(end, labels); {
				end = r.annotateFrom(end)
			}
			entry = -1
		}
	}
}

// annotateBetween gives the trait to the sentences of the entry that ends before line i,
// whose mark in brackets follows that of the entry, down to where they are set otherwise.
func (r *reader) annotateBetween(i int) {
	from := i - 1
	for from > 0 && i-from < markReach && !r.Lines[from].Has(BracketMark) {
		from--
	}
	first := r.Lines[max(from, 0)]
	if !first.Has(BracketMark) {
		return
	}
	for j := from + 1; j < i; j++ {
		l := r.Lines[j]
		if l.Heading || l.inFloat() || l.prev != nil && l.gap > headGap || !layout.SameSize(l.Style.Size, first.Style.Size) {
			return
		}
		l.set(Annotation, l.mayAnnotate())
	}
}

// hasLabel reports whether line i begins with one of some labels.
func (r *reader) hasLabel(i int, labels map[string]bool) bool {
	if i >= len(r.Lines) {
		return false
	}
	label := r.Lines[i].label()
	return label != "" && labels[label]
}

// The labels of annotations, as biblatex sets them: "Abstract:", "Comment:".
const (
	maxLabels = 16
	mostLabel = 16 // bytes
)

// label returns the word with a colon that a line begins with, "" for none.
func (l *Line) label() string {
	word, _, marked := strings.Cut(l.Text, ": ")
	if !marked || len(word) > mostLabel || !scan.BeginsLarge(word) || strings.ContainsFunc(word, func(r rune) bool { return !scan.IsLetter(r) }) {
		return ""
	}
	return word
}

// leadsToEntry reports whether nothing but words of sentences stands from line i to the
// next entry: the title of an entry is followed by names, a venue or the year.
func (r *reader) leadsToEntry(i int) bool {
	for j := i; j < min(i+annotated, len(r.Lines)); j++ {
		switch {
		case r.opensDated(j):
			return true
		case r.Lines[j].Telling:
			return false
		}
	}
	return false
}

// isSetAs reports whether a line stands in its column as one of others does, as far
// below the line above.
func (l *Line) isSetAs(others []*Line) bool {
	return slices.ContainsFunc(others, func(o *Line) bool {
		apart := l.prev != nil && o.prev != nil && math.Abs(l.gap-o.gap) > gapSlack
		return !apart && layout.SameSize(l.Style.Size, o.Style.Size) && math.Abs(l.indent()-o.indent()) <= edgeSlack
	})
}

// indent returns how far from its column's edge a line begins.
func (l *Line) indent() float64 {
	c, _ := l.column()
	return l.X0 - c.X0
}

// annotateFrom gives the trait to line i and those that follow it in its paragraph, and
// returns the end of that.
func (r *reader) annotateFrom(i int) (end int) {
	first := r.Lines[i]
	for end = i; end < min(i+annotated, len(r.Lines)); end++ {
		l := r.Lines[end]
		if end > i && (l.Heading || l.prev != nil && l.gap > headGap || math.Abs(l.indent()-first.indent()) > edgeSlack || !layout.SameSize(l.Style.Size, first.Style.Size)) {
			break
		}
		l.set(Annotation, l.mayAnnotate())
		l.drop(SetOff) // as far as the others
	}
	return end
}
