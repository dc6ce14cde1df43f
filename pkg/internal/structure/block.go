package structure

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// block is successive lines of one layout block that are read in zones of one
// kind.
type block struct {
	lines []*textLine
	t     traits
}

func (b *block) first() *textLine { return b.lines[0] }

// zoneKind groups the zones between which a block is cut.
func zoneKind(z Zone) Zone {
	if z == CoverZone || z == BackZone {
		return BodyZone
	}
	return z
}

// blocksOf returns the blocks of a page's text lines in reading order, and numbers
// them anew where a zone ends within one.
func blocksOf(lines []textLine) []*block {
	type key struct {
		block   int
		zone    Zone
		own     int  // of a heading that is a block by itself
		rows    bool // below a caption: the steps or rows that it announces
		caption int  // of a float that it stands close below
	}
	at := map[key]*block{}
	var out []*block
	most := 0
	for i := range lines {
		most = max(most, lines[i].Block)
	}
	first, heads, rows, captions := map[int]key{}, map[int]*textLine{}, map[int]bool{}, map[int]int{}
	for i := range lines {
		l := &lines[i]
		k := key{block: l.Line.Line.Block, zone: zoneKind(l.Zone)}
		switch head := heads[k.block]; {
		case head == nil:
			heads[k.block] = l
		case l.captionsFloat(&lines[i-1]):
			heads[k.block], captions[k.block], rows[k.block] = l, i, false
		case head.announces && (isStep(l.Text) || l.isRow()):
			rows[k.block] = true
		}
		k.rows, k.caption = rows[k.block], captions[k.block]
		if i+1 < len(lines) && l.headsBlock(&lines[i+1]) {
			k.own = i + 1
		}
		b := at[k]
		if b == nil {
			b = new(block)
			at[k] = b
			out = append(out, b)
			if f, ok := first[k.block]; !ok {
				first[k.block] = k
			} else if f != k {
				most++
			}
		}
		if first[k.block] != k {
			l.Block = most
		}
		b.lines, l.of = append(b.lines, l), b
	}
	return out
}

// captionsFloat reports whether a line begins the caption of what ends with the line
// before: a table's last row, no sentence.
func (l *textLine) captionsFloat(before *textLine) bool {
	return l.t.has(CaptionStart) && l.cells(headGapWithin) < 2 && !before.Prose && before.t.has(ShortLine) && before.Line.Line.Block == l.Line.Line.Block
}

// headsBlock reports whether a line with the look and words of a heading is none
// of the lines below: in another font, centred above them, or an appendix's with its
// letter. The last words of a heading are none by themselves.
func (l *textLine) headsBlock(next *textLine) bool {
	if p := l.prev; p != nil && p.heading && p.Line.Line.Block == l.Line.Line.Block && layout.SameFont(p.Style.Font, l.Style.Font) && lexicon.NumberEnd(l.Text) == 0 {
		return false
	}
	own := !layout.SameFont(l.Style.Font, next.Style.Font) || l.centred() && !next.centred()
	return l.heading && namesPart(&l.t) && (own || l.t.has(AppendixHeading) && opensAppendix(l.Text))
}

// chars returns the number of marks in the block.
func (b *block) chars() int {
	n := 0
	for _, l := range b.lines {
		n += l.Chars
	}
	return n
}

// Shapes of blocks.
const (
	maxCaptionLines = 15 // longer blocks that begin with a caption's words are text
	maxHeadingLines = 3
	maxHeadingChars = 120
	headingType     = 1.06 // sizes of the body
	leastHeading    = 0.85 // sizes of the body
	wideHeading     = 0.97 // of the measure: a line as wide is a heading only if it is short
	wideChars       = 60
	italicShare     = 0.8  // of the measure: a heading in italics is shorter
	headGap         = 1.12 // leadings above a heading that only its place tells
	maxFormulaLines = 6
	rowCells        = 3    // that no heading has, whose number stands apart
	headGapWithin   = 0.9  // ems: one line is not stretched, and narrower gaps tell its cells
	captionSize     = 0.95 // sizes of the body
	centredInset    = 1.0  // sizes of type from the column's edges
	centredSlack    = 5.0  // points by which a centred line's margins differ
)

// readBlock reads the traits that a block shows by itself. The memory of tokens is
// used.
func (s *Structure) readBlock(b *block, tokens []token) {
	t, first := &b.t, b.first()
	t.set(Always, true)
	sc := &scanned{strings.TrimSpace(first.Text), nil}
	sc.tokens = tokenize(sc.text, tokens[:0])
	t.set(DrawingText, first.Line.Line.Role == layout.FigureText)
	if t.has(DrawingText) {
		return
	}
	caption := sc.caption()
	otherType := first.Bold() != s.bodyBold() || first.Style.Size < captionSize*s.Body.Size || first.beginsBold() && !s.bodyBold()
	t.set(CaptionBlock, len(b.lines) <= maxCaptionLines && (caption == captionSign || caption == captionCapital && otherType || b.followsLabel()))
	t.set(FixedPitch, b.mostlyFixed() && !isAddress(sc.text))
	t.set(HeadingType, s.hasHeadingType(b))
	t.set(CellRows, b.hasCellRows())
	t.set(Ruled, first.t.has(Ruled))
	t.set(FullProse, b.mostlyProse())
	t.set(FormulaMarks, s.hasFormulaMarks(b))
	t.set(ItemMark, sc.beginsItem())
}

// followsLabel reports whether a block is the text of a caption whose word and number
// stand on a line by themselves above it, as IEEE's tables have them.
func (b *block) followsLabel() bool {
	first := b.first()
	p := first.prev
	if p == nil || p.of == nil || len(p.of.lines) > 1 || !p.of.t.has(CaptionBlock) || first.gap > headGap || first.Style.Size > p.Style.Size {
		return false
	}
	label := &scanned{strings.TrimSpace(p.Text), tokenize(strings.TrimSpace(p.Text), nil)}
	return label.isCaptionLabel()
}

func (s *Structure) bodyBold() bool { return s.Body.Font != nil && s.Body.Font.Bold() }

// beginsBold reports whether the line begins in bold.
func (l *textLine) beginsBold() bool { return l.Runs[0].Font != nil && l.Runs[0].Font.Bold() }

func (b *block) mostlyFixed() bool {
	fixed, all := 0, 0
	for _, l := range b.lines {
		for i := range l.Runs {
			run := &l.Runs[i]
			all += run.Chars
			if run.Font != nil && run.Font.FixedPitch() {
				fixed += run.Chars
			}
		}
	}
	return 2*fixed > all
}

// mostlyProse reports whether most lines of the block have the texture of text.
func (b *block) mostlyProse() bool {
	n := 0
	for _, l := range b.lines {
		if l.Prose {
			n++
		}
	}
	return 2*n > len(b.lines)
}

// hasHeadingType reports whether a block is set as a heading: short, and larger,
// bold, in capitals or in italics where the body is not.
func (s *Structure) hasHeadingType(b *block) bool {
	first := b.first()
	if len(b.lines) > maxHeadingLines || b.chars() > maxHeadingChars || s.Body.Size == 0 || first.t.has(SmallNote) || first.t.has(Ruled) || first.t.has(Captioned) || lexicon.Letters(first.Text) == "" {
		return false
	}
	share := first.page.measureShare(first.Line)
	if len(b.lines) == 1 && (share > wideHeading && first.Chars > wideChars || first.cells(headGapWithin) >= rowCells) {
		return false
	}
	capitals := lexicon.AllCapitals(first.Text)
	switch {
	case first.Style.Size > headingType*s.Body.Size:
		return true
	case first.Style.Size < leastHeading*s.Body.Size: // small capitals made of small type
		return len(b.lines) == 1 && (capitals || opensAppendix(first.Text)) && namesPart(&first.t) && first.apart()
	case first.Bold() && !s.bodyBold(), capitals && len(lexicon.Letters(first.Text)) > 3:
		return true
	}
	return len(b.lines) == 1 && share < italicShare && first.apart() && s.standsAsHeading(first)
}

// standsAsHeading reports whether a line that is short, apart and of the body's
// size and weight is a heading: by its words, or by a font or place of its own.
func (s *Structure) standsAsHeading(l *textLine) bool {
	if lexicon.NamesReferences(l.Text) || l.t.has(AppendixHeading) && opensAppendix(l.Text) {
		return true
	}
	if !holdsLongWord(l.Text) || strings.HasSuffix(l.Text, ".") && !l.Italic() {
		return false
	}
	ownFont := !layout.SameFont(l.Style.Font, s.Body.Font) && l.inOneFont()
	centred := l.centred() && beginsLarge(lexicon.Unnumbered(l.Text))
	switch {
	case l.Italic():
		return true
	case lexicon.NumberEnd(l.Text) > 0:
		return centred || !layout.SameFont(l.Style.Font, s.Body.Font)
	case namesPart(&l.t):
		return centred || ownFont
	}
	return centred && ownFont
}

// opensAppendix reports whether a text is the word of an appendix alone, or with
// its letter and a mark: "Appendix", "Appendix A: Proofs".
func opensAppendix(s string) bool {
	head, title, marked := strings.Cut(strings.TrimSpace(s), ":")
	if !marked {
		head, title, _ = strings.Cut(head, ". ")
	}
	return beginsLarge(s) && isName(strings.TrimRight(head, headMarks)) && !strings.HasSuffix(title, ".")
}

// centred reports whether a line stands in the middle of its column, off the edges.
func (l *textLine) centred() bool {
	if l.Column < 0 || l.Column >= len(l.page.Columns) {
		return false
	}
	c := l.page.Columns[l.Column]
	return l.X0-c.X0 > centredInset*l.Style.Size && math.Abs((l.X0+l.X1)-(c.X0+c.X1)) < centredSlack
}

// inOneFont reports whether a line is set in one font that is not of fixed pitch:
// no formula, no code.
func (l *textLine) inOneFont() bool {
	for i := range l.Runs {
		if f := l.Runs[i].Font; !layout.SameFont(f, l.Style.Font) || f == nil || f.FixedPitch() {
			return false
		}
	}
	return true
}

// beginsLarge reports whether a text begins with a capital.
func beginsLarge(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// namesPart reports whether a line numbers or names a part of the paper, as small
// capitals do that are made of small type.
func namesPart(t *traits) bool {
	return t.has(NumberedHeading) || t.has(LetteredHeading) || t.has(AppendixHeading) || t.has(ClosingHeading) || t.has(ListHeading)
}

// apart reports whether more than the usual distance stands above the line.
func (l *textLine) apart() bool { return l.gap > headGap }

func holdsLongWord(s string) bool {
	n := 0
	for _, r := range s {
		if n++; !isLetter(r) {
			n = 0
		}
		if n == 4 {
			return true
		}
	}
	return false
}

// hasCellRows reports whether most of the block's lines are rows whose cells stand
// below each other, or hold no sentence. The stretched words of a justified line do
// neither.
func (b *block) hasCellRows() bool {
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
func (b *block) headsRows(next *block) bool {
	l, row := b.first(), next.first()
	return len(b.lines) == 1 && next.t.has(CellRows) && row.prev == l && row.gap < farCell &&
		math.Abs(l.X0-row.X0) <= alignSlack && math.Abs(l.X1-row.X1) <= alignSlack
}

// isRow reports whether wide gaps part the line, no sentence, into cells that stand
// below others, or into three.
func (l *textLine) isRow() bool {
	cells, words := l.cells(alignGap), l.Prose || l.t.share(FunctionWords) >= proseFew/proseMany
	return cells >= rowCells && (l.t.has(AboveCell) || !words) || cells == 2 && l.t.has(AboveCell) && !words
}

// cells counts the pieces of a line that gaps of more than some ems part.
func (l *textLine) cells(ems float64) int {
	n, end := 1, math.Inf(1)
	for i := range l.Runs {
		r := &l.Runs[i]
		if r.X0-end > ems*l.Style.Size {
			n++
		}
		end = r.X1
	}
	return n
}

// hasFormulaMarks reports whether the block is a display: lines off the column's
// edge, with few of their marks in the body's font, and not words or an address in
// another.
func (s *Structure) hasFormulaMarks(b *block) bool {
	if s.Body.Font == nil || len(b.lines) > maxFormulaLines {
		return false
	}
	own, all := 0, 0
	for _, l := range b.lines {
		if l.Column < 0 || l.Column >= len(l.page.Columns) || l.X0-l.page.Columns[l.Column].X0 < l.Style.Size || holdsLongWord(l.Text) && l.inOneFont() || isAddress(l.Text) {
			return false
		}
		for i := range l.Runs {
			all += l.Runs[i].Chars
			if layout.SameFont(l.Runs[i].Font, s.Body.Font) {
				own += l.Runs[i].Chars
			}
		}
	}
	return 2*own < all
}

// beginsItem reports whether a text begins with a bullet, a number or a letter as
// the items of lists do.
func (s *scanned) beginsItem() bool {
	if len(s.tokens) < 2 {
		return false
	}
	if s.kind(0, sign) && strings.ContainsRune("•◦▪‣∙·–—*-", s.tokens[0].first) {
		return s.tokens[1].spaced
	}
	i := 0
	if s.is(0, '(') {
		i = 1
	}
	if !s.is(i+1, '.') && !s.is(i+1, ')') || i+2 >= len(s.tokens) || !s.tokens[i+2].spaced {
		return false
	}
	t := &s.tokens[i]
	switch t.kind {
	case number:
		return t.end-t.start <= 2
	case word:
		w := s.word(i)
		return t.runes == 1 && !t.capital && t.first < 0x80 || len(w) <= 4 && strings.Trim(w, "ivx") == ""
	}
	return false
}
