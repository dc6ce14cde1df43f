package traits

import (
	"math"
	"slices"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
)

// readNeighbours adds the traits that a line has by those around it. Footnotes, the labels
// of drawings, the cells of tables and the paper's own citation are no neighbours: they
// stand between lines that follow each other.
func (r *reader) readNeighbours() {
	r.markOwnCitation()
	n := len(r.Lines)
	before := make([]int, n+1) // lines before line i that are neighbours
	entries, telling, dated := make(tally, 1, n+1), make(tally, 1, n+1), make(tally, 1, n+1)
	for i, l := range r.Lines {
		dated.add(r.opensDated(i))
		if !l.HasAny(FootnoteStart, Ruled, DrawingText, OwnCitation) {
			entries.add(l.entry && r.tellsSoon(i))
			telling.add(l.Telling)
		}
		before[i+1] = len(entries) - 1
	}
	listed := false
	for i, l := range r.Lines {
		at, after := before[i], before[i+1]
		listed = l.Has(ListHeading) || listed && !r.endsList(l)
		l.setShare(EntriesAfter, entries.share(after, after+Neighbours))
		l.setShare(EntriesBefore, entries.share(at-Neighbours, at))
		l.setShare(EvidenceAfter, telling.share(after, after+Neighbours))
		l.setShare(EvidenceBefore, telling.share(at-Neighbours, at))
		l.set(Annotation, listed && l.mayAnnotate() && dated.share(i-annotated, i) > 0 && dated.share(i+1, i+1+annotated) > 0)
		if listed && l.Has(BracketMark) && l.Has(NextMark) {
			r.annotateBetween(i)
		}
		if l.HasAny(ListHeading, ListWord, RunInList) {
			l.set(HeadingBeforeEntry, r.entryFollows(i) || l.Share(EntriesAfter) > 0 && l.Share(EvidenceAfter) >= leadsList)
		}
	}
	r.annotateLast()
	r.markEndnotes()
	r.markSubheadings()
	r.markFramedLists()
}

// tellsSoon reports whether an entry that line i may begin has a mark, or a name, venue or
// year in its first lines: the items of any list begin with a word and a comma as
// authors do.
func (r *reader) tellsSoon(i int) bool {
	return r.Lines[i].HasAny(BracketMark, LabelMark, NextMark) ||
		slices.ContainsFunc(r.Lines[i:min(i+entryLook, len(r.Lines))], func(l *Line) bool { return l.Telling })
}

// tally counts, for each of some lines and the end, those before that are of a kind.
type tally []float32

func (t *tally) add(is bool) {
	n := (*t)[len(*t)-1]
	if is {
		n++
	}
	*t = append(*t, n)
}

// share returns the share of those of the kind among the lines from to to.
func (t tally) share(from, to int) float32 {
	from, to = max(0, from), min(len(t)-1, to)
	if from >= to {
		return 0
	}
	return (t[to] - t[from]) / float32(to-from)
}

// compareEntries gives the trait AboveEntries to lines that are larger than entries
// are set, where those are smaller than the body: a second list may be larger than the
// first. Where a list has a heading, its entries are those below.
func (r *reader) compareEntries() {
	from, head := 0, -1
	for i, l := range r.Lines {
		if l.Has(ListHeading) && l.Has(HeadingBeforeEntry) {
			if head >= 0 {
				compareWithin(r.Lines[from:i], r.Lines[head:i], r.Body.Size)
				from = i
			}
			head = i
		}
	}
	compareWithin(r.Lines[from:], r.Lines[max(from, head):], r.Body.Size)
}

// compareWithin compares lines with the entries among those behind the heading of a
// list: rows of a table before it have years and names, too.
func compareWithin(lines, list []*Line, body float64) {
	sizes := map[int]int{} // of entries among others, in tenths of a point
	for _, l := range list {
		if l.entry && l.Share(EvidenceBefore)+l.Share(EvidenceAfter) >= 1 {
			sizes[int(math.Round(10*l.Style.Size))]++
		}
	}
	usual, _ := twoMost(sizes)
	size := float64(usual) / 10
	if sizes[usual] < edgeRivals || size >= Smaller*body {
		return
	}
	for _, l := range lines {
		l.set(AboveEntries, l.Style.Size > larger*size && !l.Has(ListSubheading))
	}
}

// leadsList is the least share of names, venues and years among the lines after a
// heading that lead to the first entry known as one.
const leadsList = 0.5

// entryLook is how many lines after a heading are looked at for an entry.
const entryLook = 3

// entryFollows reports whether one of the lines after line i, footnotes aside,
// begins an entry.
func (r *reader) entryFollows(i int) bool {
	for j, seen := i+1, 0; j < len(r.Lines) && seen < entryLook; j++ {
		l := r.Lines[j]
		switch {
		case l.Has(FootnoteStart), j == i+1 && l.Heading && l.Has(ShortLine) && !l.entry: // a subheading
		case l.entry || l.HasAny(OneName, NumberMark):
			return true
		default:
			seen++
		}
	}
	return false
}

// How a column's usual edges are told.
const (
	edgeSlack  = 1.5 // points
	leastHang  = 3.0
	mostHang   = 50.0
	edgeRivals = 2 // the second edge is that of at least so many lines
)

// markEdges gives the trait Indented to the lines of a page that begin at the
// second of the two edges at which most lines of their column begin.
func (r *reader) markEdges(lines []*Line, columns int) {
	for column := -1; column < max(columns, 1); column++ {
		counts := map[int]int{}
		within := r.linesIn(lines, column)
		for _, l := range within {
			counts[int(math.Round(l.X0))]++
		}
		a, b := twoMost(counts)
		if counts[b] < edgeRivals || math.Abs(float64(a-b)) <= leastHang || math.Abs(float64(a-b)) >= mostHang {
			continue
		}
		edge, hanging := float64(max(a, b)), counts[max(a, b)] >= counts[min(a, b)]
		for _, l := range within {
			l.set(Indented, math.Abs(l.X0-edge) <= edgeSlack)
			if hanging && l.Has(Indented) && l.beginsByIndent() {
				l.Start = Continuation
			}
		}
	}
}

// beginsByIndent reports whether nothing but its indent makes a line one that begins a
// block. Where most lines of a column are indented, the others begin the entries.
func (l *Line) beginsByIndent() bool {
	return l.Start == BlockStart && l.prev != nil && l.gap <= apartGap && l.X0 > l.prev.X0 && !l.Has(BracketMark) && !l.Has(LabelMark) && !l.Has(NumberMark)
}

// twoMost returns the two keys with the most counts; of equals the smaller first.
func twoMost(counts map[int]int) (first, second int) {
	first, second = math.MinInt32, math.MinInt32
	before := func(a, b int) bool { return counts[a] > counts[b] || counts[a] == counts[b] && a < b }
	for k := range counts {
		switch {
		case first == math.MinInt32 || before(k, first):
			first, second = k, first
		case second == math.MinInt32 || before(k, second):
			second = k
		}
	}
	return first, second
}

// The rule above the footnotes of a column.
const (
	noteRuleSlack = 3.0 // points from the column's left edge
	noteRuleReach = 2.2 // sizes of type above the first note
)

// markNotes gives the traits FootnoteStart and SmallNote to the small type of each
// column that stands below the rule above footnotes, down to the column's end, and
// SmallNote where it is smaller than the text above it.
func (r *reader) markNotes(p *Page) {
	r.markBelowRule(p)
	for column := range p.Columns {
		markSmallNotes(r.linesIn(p.Text, column))
	}
}

// markSmallNotes gives the trait SmallNote to the last lines of a column if they are
// smaller than the line above them, and begin like a footnote.
func markSmallNotes(column []*Line) {
	from := len(column)
	for from > 0 && column[from-1].Style.Size < larger*column[len(column)-1].Style.Size {
		from--
	}
	if from == 0 || from == len(column) || !column[from].Has(FootnoteStart) || column[from].Style.Size >= Smaller*column[from-1].Style.Size {
		return
	}
	for _, l := range column[from:] {
		l.set(SmallNote, true)
	}
}

func (r *reader) markBelowRule(p *Page) {
	for column, c := range p.Columns {
		rule, within := 0.0, r.linesIn(p.Text, column)
		for _, box := range p.Rules {
			if isShortRule(box, c.Width()) && math.Abs(box.X0-c.X0) <= noteRuleSlack && box.Y0 > footnoteFrom*p.Size.Y && !beginsLine(box, within) {
				rule = math.Max(rule, box.Y1)
			}
		}
		if rule == 0 {
			continue
		}
		notes := slices.DeleteFunc(within, func(l *Line) bool { return l.Baseline <= rule })
		if slices.ContainsFunc(notes, func(l *Line) bool { return l.Style.Size >= footnoteSize*r.Body.Size }) {
			continue // the text goes on below the rule
		}
		for _, l := range notes {
			l.set(FootnoteStart, true)
			l.set(SmallNote, true)
		}
	}
}

// beginsLine reports whether a rule is a dash that a line begins with, as entries do
// whose authors are those of the one before.
func beginsLine(rule geom.Rect, lines []*Line) bool {
	return slices.ContainsFunc(lines, func(l *Line) bool {
		return l.Box.Y0 <= rule.Y0 && rule.Y1 <= l.Baseline && l.X0 >= rule.X1
	})
}

// The rule that some journals set in place of a heading: short, in the middle of the
// column, above the first entry.
const (
	listRuleSlack = 4.0 // points off the column's middle
	listRuleReach = 3.6 // sizes of type above the entry
)

// belowListRule reports whether a line stands below such a rule, in the middle of its
// column or, in the first column, of all.
func belowListRule(l *Line) bool {
	c, ok := l.column()
	columns := l.page.Columns
	return ok && (l.isBelowRule(c) || l.Column == 0 && l.isBelowRule(layout.Column{X0: c.X0, X1: columns[len(columns)-1].X1}))
}

// isBelowRule reports whether a line stands below a rule in the middle of c.
func (l *Line) isBelowRule(c layout.Column) bool {
	for _, r := range l.page.Rules {
		above := l.Box.Y0 - r.Y1
		if isShortRule(r, c.Width()) && math.Abs(r.Center().X-(c.X0+c.X1)/2) <= listRuleSlack && above >= 0 && above <= listRuleReach*l.Style.Size {
			return true
		}
	}
	return false
}

// linesIn returns the lines of a column, until it is asked for another one.
func (r *reader) linesIn(lines []*Line, column int) []*Line {
	r.column = r.column[:0]
	for _, l := range lines {
		if l.Column == column {
			r.column = append(r.column, l)
		}
	}
	return r.column
}

// AmongEntries is the share of names, venues and years around a line that only lists have.
const AmongEntries = 0.6
