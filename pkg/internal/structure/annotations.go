package structure

import (
	"math"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/layout"
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
	t := &r.lines[i].t
	first := t.has(NumberMark) && i > 0 && r.lines[i-1].t.has(ListHeading)
	return (r.lines[i].authored || first || t.has(NextMark) || t.has(LabelMark) || t.has(BracketMark)) && r.lines[i].start != continuation &&
		slices.ContainsFunc(r.lines[i:min(i+datedIn, len(r.lines))], func(l textLine) bool { return l.t.has(Year) })
}

// endsList reports whether a line is the heading of a part that is no list, by its
// type and words.
func (r *reader) endsList(l *textLine) bool {
	return l.heading && r.isStrongHeading(l) && !l.t.has(ListHeading) && namesPart(&l.t)
}

// mayAnnotate reports whether a line has the words of a sentence, without names,
// venues and years.
func (l *textLine) mayAnnotate() bool {
	return l.t.has(FunctionWords) && !l.telling && !l.heading && !l.t.has(CaptionStart) && !l.t.has(InCaption) && !l.t.has(FootnoteStart)
}

// annotateLast gives the trait Annotation to what follows the last entry of a list
// as annotations follow the entries before it.
func (r *reader) annotateLast() {
	var seen []*textLine // first lines of annotations
	labels := map[string]bool{}
	entry := -1
	for i := range r.lines {
		if r.lines[i].t.has(Annotation) && len(labels) < maxLabels {
			labels[r.lines[i].label()] = true
		}
		switch {
		case r.lines[i].t.has(ListHeading):
			seen, entry = nil, -1
		case r.opensDated(i):
			entry = i
		case entry < 0:
		case r.lines[i].heading && (namesPart(&r.lines[i].t) || r.lines[i].t.has(PlainHeading)):
			entry = -1 // what follows speaks of no entry
		case r.lines[i].t.has(Annotation):
			if r.leadsToEntry(i) {
				seen, entry = append(seen, &r.lines[i]), -1
			}
		case i-entry > annotated:
			entry = -1
		case len(seen) >= leastAnnotated && r.lines[i].mayAnnotate() && (r.hasLabel(i, labels) || r.lines[i].isSetAs(seen)):
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
	for from > 0 && i-from < markReach && !r.lines[from].t.has(BracketMark) {
		from--
	}
	first := &r.lines[max(from, 0)]
	if !first.t.has(BracketMark) {
		return
	}
	for j := from + 1; j < i; j++ {
		l := &r.lines[j]
		if l.heading || l.inFloat() || l.prev != nil && l.gap > headGap || !layout.SameSize(l.Style.Size, first.Style.Size) {
			return
		}
		l.t.set(Annotation, l.mayAnnotate())
	}
}

// hasLabel reports whether line i begins with one of some labels.
func (r *reader) hasLabel(i int, labels map[string]bool) bool {
	if i >= len(r.lines) {
		return false
	}
	label := r.lines[i].label()
	return label != "" && labels[label]
}

// The labels of annotations, as biblatex sets them: "Abstract:", "Comment:".
const (
	maxLabels = 16
	mostLabel = 16 // bytes
)

// label returns the word with a colon that a line begins with, "" for none.
func (l *textLine) label() string {
	word, _, marked := strings.Cut(strings.TrimSpace(l.Text), ": ")
	if !marked || len(word) > mostLabel || !beginsLarge(word) || strings.ContainsFunc(word, func(r rune) bool { return !isLetter(r) }) {
		return ""
	}
	return word
}

// leadsToEntry reports whether nothing but words of sentences stands from line i to the
// next entry: the title of an entry is followed by names, a venue or the year.
func (r *reader) leadsToEntry(i int) bool {
	for j := i; j < min(i+annotated, len(r.lines)); j++ {
		switch {
		case r.opensDated(j):
			return true
		case r.lines[j].telling:
			return false
		}
	}
	return false
}

// isSetAs reports whether a line stands in its column as one of others does, as far
// below the line above.
func (l *textLine) isSetAs(others []*textLine) bool {
	return slices.ContainsFunc(others, func(o *textLine) bool {
		apart := l.prev != nil && o.prev != nil && math.Abs(l.gap-o.gap) > gapSlack
		return !apart && layout.SameSize(l.Style.Size, o.Style.Size) && math.Abs(l.indent()-o.indent()) <= edgeSlack
	})
}

// indent returns how far from its column's edge a line begins.
func (l *textLine) indent() float64 {
	if l.Column < 0 || l.Column >= len(l.page.Columns) {
		return l.X0
	}
	return l.X0 - l.page.Columns[l.Column].X0
}

// annotateFrom gives the trait to line i and those that follow it in its paragraph, and
// returns the end of that.
func (r *reader) annotateFrom(i int) (end int) {
	first := &r.lines[i]
	for end = i; end < min(i+annotated, len(r.lines)); end++ {
		l := &r.lines[end]
		if end > i && (l.heading || l.prev != nil && l.gap > headGap || math.Abs(l.indent()-first.indent()) > edgeSlack || !layout.SameSize(l.Style.Size, first.Style.Size)) {
			break
		}
		l.t.set(Annotation, l.mayAnnotate())
		l.t.drop(SetOff) // as far as the others
	}
	return end
}
