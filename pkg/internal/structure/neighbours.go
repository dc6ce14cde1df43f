package structure

import (
	"math"
	"strings"
)

// readNeighbours adds the traits that a line has by those around it.
func (r *reader) readNeighbours() {
	n := len(r.lines)
	entries, telling := make([]float32, n+1), make([]float32, n+1) // sums of those before
	for i := range r.lines {
		entries[i+1], telling[i+1] = entries[i], telling[i]
		if r.lines[i].entry {
			entries[i+1]++
		}
		if r.lines[i].telling {
			telling[i+1]++
		}
	}
	share := func(sums []float32, from, to int) float32 {
		from, to = max(0, from), min(n, to)
		if from >= to {
			return 0
		}
		return (sums[to] - sums[from]) / float32(to-from)
	}
	for i := range r.lines {
		l := &r.lines[i]
		l.t[EntriesAfter] = share(entries, i+1, i+1+neighbours)
		l.t[EntriesBefore] = share(entries, i-neighbours, i)
		l.t[EvidenceAfter] = share(telling, i+1, i+1+neighbours)
		l.t[EvidenceBefore] = share(telling, i-neighbours, i)
		if l.t.has(ListHeading) || l.t.has(ListWord) || l.t.has(RunInList) {
			l.t.set(HeadingBeforeEntry, r.entryFollows(i))
		}
	}
}

// entryFollows reports whether one of the three lines after line i begins an entry.
func (r *reader) entryFollows(i int) bool {
	for j := i + 1; j < min(i+4, len(r.lines)); j++ {
		l := &r.lines[j]
		if l.entry || l.t.has(OneName) || l.t.has(NumberMark) {
			return true
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
func markEdges(lines []textLine, columns int) {
	for column := -1; column < max(columns, 1); column++ {
		counts := map[int]int{}
		for i := range lines {
			if lines[i].Column == column {
				counts[int(math.Round(lines[i].X0))]++
			}
		}
		a, b := twoMost(counts)
		if counts[b] < edgeRivals || math.Abs(float64(a-b)) <= leastHang || math.Abs(float64(a-b)) >= mostHang {
			continue
		}
		edge := float64(max(a, b))
		for i := range lines {
			l := &lines[i]
			l.t.set(Indented, l.Column == column && math.Abs(l.X0-edge) <= edgeSlack)
		}
	}
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

// Cells of a table stand below each other; the widely spaced words of an entry do
// not.
const (
	alignGap   = 1.2 // ems: the least gap before a cell
	alignSlack = 2.0 // points
)

// alignCells gives the trait AboveCell to lines whose cells begin or end where
// those of the line above or below do.
func alignCells(lines []textLine) {
	for i := range lines {
		l := &lines[i]
		if l.prev == nil || len(l.Runs) < 2 || len(l.prev.Runs) < 2 || l.gap > 3 {
			continue
		}
		if sharesCell(l, l.prev) {
			l.t.set(AboveCell, true)
			l.prev.t.set(AboveCell, true)
		}
	}
}

func sharesCell(a, b *textLine) bool {
	for i := 1; i < len(a.Runs); i++ {
		if a.Runs[i].X0-a.Runs[i-1].X1 <= alignGap*a.Style.Size {
			continue
		}
		for j := 1; j < len(b.Runs); j++ {
			if b.Runs[j].X0-b.Runs[j-1].X1 <= alignGap*b.Style.Size {
				continue
			}
			begin, end := math.Abs(a.Runs[i].X0-b.Runs[j].X0), math.Abs(a.Runs[i].X1-b.Runs[j].X1)
			if begin <= alignSlack || end <= alignSlack && math.Abs(a.X1-a.Runs[i].X1) > alignSlack {
				return true
			}
		}
	}
	return false
}

// maxRunIn is how far into a line, in bytes, a heading that runs into the text
// may reach.
const maxRunIn = 48

// runsInReferences reports whether the text begins with the heading of a
// reference list and goes on with its first entry.
func (s *scanned) runsInReferences() bool {
	if s.text == "" || strings.IndexAny(s.text[:min(len(s.text), maxRunIn)], ":.—–[") <= 0 {
		return false
	}
	at := strings.IndexAny(s.text[:min(len(s.text), maxRunIn)], ":.—–[")
	if !namesReferences(s.text[:at]) {
		return false
	}
	return strings.Trim(s.text[at:], ":.—– ") != ""
}

// beginsFootnote reports whether the text begins with the mark of a footnote.
func (s *scanned) beginsFootnote() bool {
	if len(s.tokens) < 2 {
		return false
	}
	first := &s.tokens[0]
	marked := first.kind == number && first.end-first.start <= 2 || first.kind == sign && strings.ContainsRune("*†‡§¶∗", first.first)
	if kind, _ := s.mark(); kind == numberMark {
		return false
	}
	next := &s.tokens[1]
	return marked && (next.kind == word && (next.capital || next.first == 'h') || next.first == '(')
}

// coverPhrases stand on the cover sheets of proceedings, in small letters.
var coverPhrases = []string{
	"proceedings of", "isbn", "open access", "is sponsored by", "was originally published", "was presented at", "for more information",
	"permission to make", "this paper is included", "available at", "contact", "citation", "downloaded",
}

func (s *scanned) coverWords() bool {
	text := strings.ToLower(s.text)
	for _, phrase := range coverPhrases {
		if strings.Contains(text, phrase) {
			return true
		}
	}
	return false
}
