package traits

import (
	"iter"
	"math"

	"github.com/paperfit/paperfit/pkg/internal/layout"
)

// Cells of a table stand below each other; the widely spaced words of an entry do
// not.
const (
	alignGap   = 1.2 // ems: the least gap before a cell
	alignSlack = 2.0 // points
	farCell    = 3.0 // leadings: rows stand nearer
)

// alignCells gives the trait AboveCell to lines whose cells begin or end where
// those of the line above or below do.
func alignCells(lines []*Line) {
	for _, l := range lines {
		if l.prev == nil || len(l.Runs) < 2 || len(l.prev.Runs) < 2 || l.gap > farCell {
			continue
		}
		for k, shared := 0, sharedCells(l, l.prev); k < min(shared, len(rowTraits)); k++ {
			l.set(rowTraits[k], true)
			l.prev.set(rowTraits[k], true)
		}
	}
}

// rowTraits are the traits of a line by the number of its cells that stand above others.
var rowTraits = [...]Trait{AboveCell, Row}

// cellsBehind yields the pieces of a line that stand behind gaps of more than some ems.
// The words of a stretched line are none.
func (l *Line) cellsBehind(ems float64) iter.Seq[*layout.Run] {
	return func(yield func(*layout.Run) bool) {
		if l.isStretched() {
			return
		}
		end := math.Inf(1)
		for i := range l.Runs {
			r := &l.Runs[i]
			if r.X0-end > ems*l.Style.Size && !yield(r) {
				return
			}
			end = r.X1
		}
	}
}

// cells counts the pieces of a line that gaps of more than some ems part.
func (l *Line) cells(ems float64) int {
	n := 1
	for range l.cellsBehind(ems) {
		n++
	}
	return n
}

// sharedCells counts the cells of a that begin where a cell of b does, or end there, if
// that is not their line's end.
func sharedCells(a, b *Line) int {
	n := 0
	for cell := range a.cellsBehind(alignGap) {
		byEnd := math.Abs(a.X1-cell.X1) > alignSlack
		for other := range b.cellsBehind(alignGap) {
			if math.Abs(cell.X0-other.X0) <= alignSlack || byEnd && math.Abs(cell.X1-other.X1) <= alignSlack {
				n++
				break
			}
		}
	}
	return n
}

// hasCellRows reports whether most of the block's lines are rows whose cells stand
// below each other, or hold no sentence. The stretched words of a justified line do
// neither.
func (b *Block) hasCellRows() bool {
	rows := 0
	for _, l := range b.lines {
		if l.isRow() {
			rows++
		}
	}
	return rows >= 2 && 2*rows > len(b.lines)
}

// headsRows reports whether a line stands above rows of cells and is as wide as
// they are: the head of a table.
func (b *Block) headsRows(next *Block) bool {
	l, row := b.first(), next.first()
	return len(b.lines) == 1 && next.Has(CellRows) && row.prev == l && row.gap < farCell &&
		math.Abs(l.X0-row.X0) <= alignSlack && math.Abs(l.X1-row.X1) <= alignSlack
}

// isRow reports whether wide gaps part the line, no sentence, into cells that stand
// below others, or into three.
func (l *Line) isRow() bool {
	cells, words := l.cells(alignGap), l.Prose || l.Share(FunctionWords) >= proseFew/proseMany
	return cells >= rowCells && (l.Has(AboveCell) || !words) || cells == 2 && l.Has(AboveCell) && !words
}

// widestGap returns the widest gap within the line that tells its cells, in points. The
// runs of accents end before those of their letters: they part nothing.
func (l *Line) widestGap() float64 {
	if l.isStretched() {
		return 0
	}
	gap, end := 0.0, math.Inf(1)
	for i := range l.Runs {
		gap = max(gap, l.Runs[i].X0-end)
		end = max(l.Runs[i].X1, l.Runs[max(0, i-1)].X1)
	}
	return gap
}
