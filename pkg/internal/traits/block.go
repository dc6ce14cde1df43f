package traits

import (
	"math"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/font"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/lexicon"
	"github.com/paperfit/paperfit/pkg/internal/lexicon/scan"
)

// Block is successive lines of one layout block in one part of the paper.
type Block struct {
	lines []*Line
	Set
}

func (b *Block) first() *Line { return b.lines[0] }

// cut tells the lines of one block from others.
type cut struct {
	block   int
	part    int
	own     int  // of a heading that is a block by itself
	rows    bool // below a caption: the steps or rows that it announces
	caption int  // of a float that it stands close below
}

// beginning is how a block of layout begins, and goes on so far.
type beginning struct {
	head    *Line // or the caption of a float within
	first   cut
	block   *Block
	rows    bool
	caption int
}

// cutter cuts the text of pages into blocks. Its memory is kept from page to page.
type cutter struct {
	begun []beginning
	at    map[cut]*Block // those with which no block of layout begins: few
}

// blocksOf returns the blocks of a page's text lines in reading order, and numbers
// them anew where a part of the paper ends within one.
func (c *cutter) blocksOf(lines []*Line, part func(line int) int) []*Block {
	var out []*Block
	most := 0
	for i := range lines {
		most = max(most, lines[i].Block)
	}
	c.reset(most + 1)
	var last cut
	var b *Block
	for i, l := range lines {
		of := &c.begun[l.Line.Block]
		begins := of.head == nil
		switch {
		case begins:
			of.head = l
		case l.captionsFloat(lines[i-1]):
			of.head, of.caption, of.rows = l, i, false
		case of.head.announces() && (scan.IsStep(l.Text) || l.isRow()):
			of.rows = true
		}
		k := cut{block: l.Line.Block, part: part(i), rows: of.rows, caption: of.caption}
		if i+1 < len(lines) && l.headsBlock(lines[i+1]) {
			k.own = i + 1
		}
		if begins {
			of.first = k
		}
		if b == nil || k != last { // most lines go on
			b.end()
			b, last = c.find(of, k), k
		}
		if b == nil {
			b = &Block{lines: lines[i:i]} // in their place, as long as they follow each other
			out = append(out, b)
			c.keep(of, k, b)
			if of.first != k {
				most++
			}
		}
		if of.first != k {
			l.Block = most
		}
		b.lines, l.of = append(b.lines, l), b
	}
	return out
}

// reset readies the cutter for a page with so many blocks of layout.
func (c *cutter) reset(blocks int) {
	clear(c.at)
	c.begun = slices.Grow(c.begun[:0], blocks)[:blocks]
	clear(c.begun)
}

// find returns the block of a cut in a block of layout, nil where there is none yet.
func (c *cutter) find(of *beginning, k cut) *Block {
	if k == of.first {
		return of.block
	}
	return c.at[k]
}

// keep keeps the block of a cut.
func (c *cutter) keep(of *beginning, k cut, b *Block) {
	if k == of.first {
		of.block = b
		return
	}
	if c.at == nil {
		c.at = map[cut]*Block{}
	}
	c.at[k] = b
}

// end makes the lines of a block its own where it goes on later: so far they are the
// page's, in whose list they follow each other.
func (b *Block) end() {
	if b != nil {
		b.lines = slices.Clip(b.lines)
	}
}

// captionsFloat reports whether a line begins the caption of what ends with the line
// before: a table's last row, no sentence.
func (l *Line) captionsFloat(before *Line) bool {
	return l.Has(CaptionStart) && l.cells(headGapWithin) < 2 && !before.Prose && before.Has(ShortLine) && before.Line.Block == l.Line.Block
}

// headsBlock reports whether a line with the look and words of a heading is none
// of the lines below: in another font, centred above them, or an appendix's with its
// letter. The last words of a heading are none by themselves.
func (l *Line) headsBlock(next *Line) bool {
	if p := l.prev; p != nil && p.Heading && p.Line.Block == l.Line.Block && layout.SameFont(p.Style.Font, l.Style.Font) && lexicon.NumberEnd(l.Text) == 0 {
		return false
	}
	own := !layout.SameFont(l.Style.Font, next.Style.Font) || l.centred() && !next.centred()
	return l.Heading && l.HasAny(partHeadings...) && (own || l.Has(AppendixHeading) && scan.OpensAppendix(l.Text))
}

// chars returns the number of marks in the block.
func (b *Block) chars() int {
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
	leastHeading    = 0.85 // sizes of the body
	wideHeading     = 0.97 // of the measure: a line as wide is a heading only if it is short
	wideChars       = 60
	italicShare     = 0.8  // of the measure: a heading in italics is shorter
	headGap         = 1.12 // leadings above a heading that only its place tells
	maxFormulaLines = 6
	rowCells        = 3   // that no heading has, whose number stands apart
	headGapWithin   = 0.9 // ems: one line is not stretched, and narrower gaps tell its cells
	centredInset    = 1.0 // sizes of type from the column's edges
	centredSlack    = 5.0 // points by which a centred line's margins differ
)

// readBlock reads the traits that a block shows by itself.
func (s *Paper) readBlock(b *Block) {
	t, first := &b.Set, b.first()
	t.set(Always, true)
	t.set(DrawingText, first.Role == layout.FigureText)
	if t.Has(DrawingText) {
		return
	}
	caption := first.caption
	otherType := first.Bold() != s.bodyBold() || first.Style.Size < Smaller*s.Body.Size || first.beginsBold() && !s.bodyBold()
	t.set(CaptionBlock, len(b.lines) <= maxCaptionLines && (caption == scan.CaptionSign || caption == scan.CaptionCapital && otherType || b.followsLabel()))
	t.set(FixedPitch, isFixed(b.lines...) && !scan.IsAddress(first.Text))
	t.set(HeadingType, s.hasHeadingType(b))
	t.set(CellRows, b.hasCellRows())
	t.set(Ruled, first.Has(Ruled))
	t.set(FullProse, b.mostlyProse())
	t.set(FormulaMarks, s.hasFormulaMarks(b))
	t.set(ItemMark, first.item)
}

// followsLabel reports whether a block is the text of a caption whose word and number
// stand on a line by themselves above it, as IEEE's tables have them.
func (b *Block) followsLabel() bool {
	first := b.first()
	p := first.prev
	if p == nil || p.of == nil || len(p.of.lines) > 1 || !p.of.Has(CaptionBlock) || first.gap > headGap || first.Style.Size > p.Style.Size {
		return false
	}
	return scan.Of(p.Text).IsCaptionLabel()
}

func (s *Paper) bodyBold() bool { return s.Body.Font != nil && s.Body.Font.Bold() }

// beginsBold reports whether the line begins in bold.
func (l *Line) beginsBold() bool { return l.Runs[0].Font != nil && l.Runs[0].Font.Bold() }

// mostlyProse reports whether most lines of the block have the texture of text.
func (b *Block) mostlyProse() bool {
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
func (s *Paper) hasHeadingType(b *Block) bool {
	first := b.first()
	if len(b.lines) > maxHeadingLines || b.chars() > maxHeadingChars || s.Body.Size == 0 || first.HasAny(SmallNote, Ruled, Captioned) || !lexicon.HasLetters(first.Text, 1) {
		return false
	}
	share := first.share
	if len(b.lines) == 1 && (share > wideHeading && first.Chars > wideChars || first.cells(headGapWithin) >= rowCells) {
		return false
	}
	capitals := lexicon.AllCapitals(first.Text)
	switch {
	case first.Style.Size > larger*s.Body.Size:
		return true
	case first.Style.Size < leastHeading*s.Body.Size: // small capitals made of small type
		return len(b.lines) == 1 && (capitals || scan.OpensAppendix(first.Text)) && first.HasAny(partHeadings...) && first.apart()
	case first.Bold() && !s.bodyBold(), capitals && lexicon.HasLetters(first.Text, 4):
		return true
	}
	return len(b.lines) == 1 && share < italicShare && first.apart() && s.standsAsHeading(first)
}

// standsAsHeading reports whether a line that is short, apart and of the body's
// size and weight is a heading: by its words, or by a font or place of its own.
func (s *Paper) standsAsHeading(l *Line) bool {
	if lexicon.NamesReferences(l.Text) || l.Has(AppendixHeading) && scan.OpensAppendix(l.Text) {
		return true
	}
	if !scan.HoldsLongWord(l.Text) || strings.HasSuffix(l.Text, ".") && !l.Italic() {
		return false
	}
	ownFont := !layout.SameFont(l.Style.Font, s.Body.Font) && l.inOneFont()
	centred := l.centred() && scan.BeginsLarge(lexicon.Unnumbered(l.Text))
	switch {
	case l.Italic():
		return true
	case lexicon.NumberEnd(l.Text) > 0:
		return centred || !layout.SameFont(l.Style.Font, s.Body.Font)
	case l.HasAny(partHeadings...):
		return centred || ownFont
	}
	return centred && ownFont
}

// centred reports whether a line stands in the middle of its column, off the edges.
func (l *Line) centred() bool {
	c, ok := l.column()
	return ok && l.X0-c.X0 > centredInset*l.Style.Size && math.Abs((l.X0+l.X1)-(c.X0+c.X1)) < centredSlack
}

// inOneFont reports whether a line is set in one font that is not of fixed pitch:
// no formula, no code.
func (l *Line) inOneFont() bool {
	for i := range l.Runs {
		if f := l.Runs[i].Font; !layout.SameFont(f, l.Style.Font) || f == nil || f.FixedPitch() {
			return false
		}
	}
	return true
}

// partHeadings are the traits of a line that numbers or names a part of the paper, as
// small capitals do that are made of small type.
var partHeadings = []Trait{NumberedHeading, LetteredHeading, AppendixHeading, ClosingHeading, ListHeading}

// apart reports whether more than the usual distance stands above the line.
func (l *Line) apart() bool { return l.gap > headGap }

// hasFormulaMarks reports whether the block is a display: lines off the column's
// edge, with few of their marks in the body's font, and not words or an address in
// another.
func (s *Paper) hasFormulaMarks(b *Block) bool {
	if s.Body.Font == nil || len(b.lines) > maxFormulaLines {
		return false
	}
	for _, l := range b.lines {
		if c, ok := l.column(); !ok || l.X0-c.X0 < l.Style.Size || scan.HoldsLongWord(l.Text) && l.inOneFont() || scan.IsAddress(l.Text) {
			return false
		}
	}
	return shareIn(func(f *font.Font) bool { return layout.SameFont(f, s.Body.Font) }, b.lines...) < 0.5
}

// isFixed reports whether most marks of some lines have a fixed pitch.
func isFixed(lines ...*Line) bool {
	return shareIn(func(f *font.Font) bool { return f != nil && f.FixedPitch() }, lines...) > 0.5
}

// shareIn returns the share of the marks of some lines that stand in fonts of a kind.
func shareIn(kind func(*font.Font) bool, lines ...*Line) float64 {
	in, all := 0, 0
	for _, l := range lines {
		for i := range l.Runs {
			all += l.Runs[i].Chars
			if kind(l.Runs[i].Font) {
				in += l.Runs[i].Chars
			}
		}
	}
	return float64(in) / float64(all)
}
