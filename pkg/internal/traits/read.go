package traits

import (
	"math"
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/lexicon/scan"
)

// Shapes of lines, against their column and the body.
const (
	larger       = 1.04  // sizes of other type: larger
	Smaller      = 0.965 // sizes of other type: smaller
	displayType  = 1.5   // sizes of the body
	proseShare   = 0.9   // of the measure: a full line
	headingShare = 0.85  // of the measure: a heading set apart by its place is shorter
	shortShare   = 0.6   // of the measure: a short line
	apartGap     = 1.25  // leadings above a line that is set apart, or begins a block
	headingGap   = 1.35  // leadings above a heading that only its place tells
	cellGap      = 2.0   // ems between cells
	proseWords   = 6     // the least words of a line of prose
	proseFew     = 0.2   // the least share of words that hold sentences together
	proseMany    = 0.4   // so many of them are all that sentences have
	maxHeading   = 80    // bytes
	footnoteSize = 0.93  // sizes of the body
	footnoteFrom = 0.55  // of the page's height: footnotes stand below
	markReach    = 40    // lines within which marks count up
	Neighbours   = 8     // lines that are looked at before and after
)

// StartKind is what a line may begin, by which the zones change.
type StartKind uint8

const (
	Continuation StartKind = iota // the line goes on with the one before
	BlockStart                    // it begins a paragraph, an entry, a column
	HeadingShape                  // it is set as a heading
	NamedHeading                  // and has the words of one that opens a part
	FirstEntry                    // the first mark below a rule in place of a heading
	StartKinds
)

// Line is a line of text with its traits and its place in the reading.
type Line struct {
	*layout.Line
	Set
	Text    string // without the spaces around it
	Start   StartKind
	Heading bool   // set as a heading
	Telling bool   // holds names, venues or years
	Prose   bool   // it has the texture of running text: words of sentences, over most of its measure
	RunIn   string // the heading of an appendix or of acknowledgments that runs into the line; "" for none
	Block   int    // lines of one block share a number within the page

	page     *Page
	share    float64 // of its column's measure that it takes
	prev     *Line   // above it in its column
	gap      float64 // leadings to that line; farGap without one
	of       *Block
	place    Trait // of front matter; Always for none
	caption  scan.CaptionKind
	listing  bool // begins like the caption of a listing
	item     bool // begins with a bullet or an item's number
	entry    bool // begins an entry
	authored bool // begins with an author, behind a number perhaps
	worded   bool // may begin with a word of headings
}

// farGap stands for the distance to no line.
const farGap = 9

// reader reads the traits of a paper's lines.
type reader struct {
	*Paper
	room   []Line    // of the lines
	text   scan.Text // of the line that is read
	last   lastMark
	above  []*Line // the last line of each column of the page, of those across them first
	column []*Line // of a page: those of linesIn
}

// lastMark is the last mark of an entry that counts, with the index of its line.
type lastMark struct {
	kind    scan.MarkKind
	n, line int
	gap     float64 // leadings to the line above it; farGap without one
}

// readTraits reads the paper's text lines in reading order, with their traits.
func (r *reader) readTraits() {
	n := 0
	for _, p := range r.Pages {
		n += len(p.Lines)
	}
	r.room, r.Lines = make([]Line, 0, n), make([]*Line, 0, n)
	for _, p := range r.Pages {
		from := len(r.Lines)
		r.above = append(r.above[:0], make([]*Line, len(p.Columns)+2)...)
		for _, line := range p.Lines {
			if line.Role == layout.Furniture || line.Rotated || p.NumbersMargin(line) {
				continue
			}
			if text := strings.TrimSpace(line.Text); text != "" {
				r.read(p, line, text)
			}
		}
		p.Text = r.Lines[from:]
		r.markEdges(p.Text, len(p.Columns))
		alignCells(p.Text)
		r.markNotes(p)
		r.markRuled(p)
		r.markCaptioned(p)
	}
	r.readNeighbours()
	r.compareEntries()
	r.dropLabels()
}

// NumbersMargin reports whether a line is a number beside all columns: a line
// number that furniture does not know, part of no reading.
func (p *Page) NumbersMargin(line *layout.Line) bool {
	for _, c := range p.Columns {
		if line.X1 > c.X0+1 && line.X0 < c.X1-1 {
			return false
		}
	}
	return len(p.Columns) > 0 && strings.Trim(line.Text, "0123456789 ") == ""
}

// read appends a line, whose text is without the spaces around it, with the traits that
// it shows by itself.
func (r *reader) read(p *Page, line *layout.Line, text string) {
	r.room = append(r.room, Line{
		Line: line, Text: text, Block: line.Block,
		page: p, share: line.Width() / math.Max(1, p.MeasureOf(line)), gap: farGap,
	})
	l := &r.room[len(r.room)-1]
	r.Lines = append(r.Lines, l)
	above := &r.above[line.Column-layout.Across]
	if l.prev = *above; l.prev != nil {
		if gap := (line.Baseline - l.prev.Baseline) / r.UsualLeading(); gap >= 0 {
			l.gap = gap
		}
	}
	*above = l
	sc := &r.text
	sc.Read(l.Text)
	r.readShape(l, sc)
	r.readWords(l, sc)
	r.readEntry(l, sc)
	l.set(InCaption, r.goesOnWithCaption(l))
	r.readHeading(l, sc)
	if l.Has(ListHeading) {
		r.last = lastMark{} // its entries do not go on from the items before
	}
	l.Start = l.startKind()
}

// announces reports whether the line begins like a caption.
func (l *Line) announces() bool {
	return l.caption == scan.CaptionSign || l.caption == scan.CaptionCapital
}

// goesOnWithCaption reports whether a line that begins no entry follows a caption's
// in its block.
func (r *reader) goesOnWithCaption(l *Line) bool {
	p := l.prev
	if p == nil {
		p = r.acrossAbove(l)
	}
	return p != nil && p.HasAny(CaptionStart, InCaption) && p.Line.Block == l.Line.Block && !l.entry
}

// acrossAbove returns the line across the columns that the first line of a column goes on
// with: the last line of a paragraph may be short enough for one. It is nil for none.
func (r *reader) acrossAbove(l *Line) *Line {
	n := len(r.Lines)
	if n < 2 {
		return nil
	}
	p := r.Lines[n-2]
	if p.page != l.page || p.Column != layout.Across || math.Abs(p.X0-l.X0) > edgeSlack {
		return nil
	}
	return p
}

// UsualLeading returns the paper's leading, or what is usual for its type.
func (s *Paper) UsualLeading() float64 {
	if s.Leading > 0 {
		return s.Leading
	}
	return 1.2 * math.Max(s.Body.Size, 1)
}

// column returns the column that a line stands in, if it is one alone.
func (l *Line) column() (c layout.Column, ok bool) {
	if l.Column < 0 || l.Column >= len(l.page.Columns) {
		return c, false
	}
	return l.page.Columns[l.Column], true
}

func (r *reader) readShape(l *Line, sc *scan.Text) {
	t := &l.Set
	body := math.Max(r.Body.Size, 1)
	size := l.Style.Size / body
	t.set(Always, true)
	t.set(ShortLine, l.share < shortShare)
	t.set(Small, size < Smaller)
	t.set(DisplayType, size > displayType)
	t.set(FixedPitch, isFixed(l) && !(scan.IsAddress(sc.String()) && r.followsTelling()))
	t.set(DrawingText, l.Role == layout.FigureText)
	t.set(InFigure, l.page.inFigure(l.Line))
	t.set(Cells, l.widestGap() > cellGap*l.Style.Size)
	l.caption, l.item = sc.Caption(), sc.BeginsItem()
	l.listing = l.caption != scan.NoCaption && sc.IsListingCaption()
	t.set(CaptionStart, l.caption == scan.CaptionSign || l.caption == scan.CaptionCapital && (size < Smaller || l.Bold()))
	t.set(MarginNote, size < Smaller && l.inNarrowColumn())
	t.set(TurnedPage, r.isOnTurnedPage(l))
	t.set(LastPage, l.Page == len(r.Pages))
	t.set(FootnoteStart, size < footnoteSize && l.Baseline > footnoteFrom*l.page.Size.Y && sc.BeginsFootnote())
}

// narrowColumn is the share of a page's widest column that one of notes is narrower
// than.
const narrowColumn = 0.6

// inNarrowColumn reports whether the line stands in a column for notes beside the text.
func (l *Line) inNarrowColumn() bool {
	column, ok := l.column()
	return ok && slices.ContainsFunc(l.page.Columns, func(c layout.Column) bool { return column.Width() < narrowColumn*c.Width() })
}

// isOnTurnedPage reports whether a line is the first on a page that is wide where the
// page before is high, or the other way.
func (r *reader) isOnTurnedPage(l *Line) bool {
	n := len(r.Lines)
	if n < 2 || r.Lines[n-2].page == l.page {
		return false
	}
	a, b := r.Lines[n-2].page.Size, l.page.Size
	return (a.X > a.Y) != (b.X > b.Y)
}

// followsTelling reports whether the line before the last holds names, venues or
// years, as the line of an entry does whose address follows.
func (r *reader) followsTelling() bool {
	n := len(r.Lines)
	return n > 1 && r.Lines[n-2].Telling
}

// inFigure reports whether the line's middle stands in the box of a drawing.
func (p *Page) inFigure(l *layout.Line) bool {
	c := l.Box.Center()
	for _, box := range p.Drawings {
		if box.Inset(-1).Contains(c) {
			return true
		}
	}
	return false
}

func (r *reader) readWords(l *Line, sc *scan.Text) {
	t := &l.Set
	words := sc.Words()
	share := float64(words.Joining) / math.Max(1, float64(words.All))
	t.setShare(FunctionWords, float32(math.Min(share, proseMany)/proseMany))
	t.set(NoFunctionWords, words.Joining == 0 && words.All >= 5)
	t.set(OwnWords, words.Own)
	t.set(FullProse, l.share > proseShare && share >= proseFew && words.All >= proseWords)
	l.Prose = share >= proseFew && words.All >= proseWords && l.share >= shortShare && !t.Has(Cells)
	t.set(FewLetters, sc.HasFewLetters())
}

func (r *reader) readEntry(l *Line, sc *scan.Text) {
	t := &l.Set
	names, venues := sc.Names(), sc.Venues()
	year, last := sc.Years()
	kind, n := sc.Mark()
	if sc.Cites() { // what it names is in a list, not here
		names, venues, year, last, kind = 0, 0, false, false, scan.NoMark
	} else if sc.CitesOthers() {
		names, venues, year, last = 0, 0, false, false
	}
	t.set(AuthorFirst, sc.BeginsWithName() || sc.NameBehindYear())
	t.set(OneName, names >= 1)
	t.set(TwoNames, names >= 2)
	t.set(OneVenue, venues >= 1)
	t.set(TwoVenues, venues >= 2)
	t.set(Year, year)
	t.set(YearLast, last)
	t.set(EmailLine, sc.BeginsEmail())
	t.set(BracketMark, kind == scan.BracketMark)
	t.set(LabelMark, kind == scan.LabelMark)
	t.set(BelowListRule, kind != scan.NoMark && n <= 1 && belowListRule(l))
	l.authored = t.Has(AuthorFirst) || kind == scan.NumberMark && sc.NameBehindMark()
	l.Telling = (names > 0 || venues > 0 || year) && !(t.Has(Cells) && t.Has(FewLetters)) // a table's rows have years, too
	l.entry = kind == scan.BracketMark || kind == scan.LabelMark || t.Has(AuthorFirst)
	l.Heading = kind != scan.BracketMark && kind != scan.LabelMark && r.looksLikeHeading(l, sc)
	if kind == scan.NoMark && r.isApart(l) {
		t.set(Unmarked, r.isUnmarked(l))
		t.set(SetOff, l.Prose && r.last.gap < farGap && l.gap > setOff*r.last.gap)
	}
	if kind == scan.NumberMark || kind == scan.BareNumber {
		t.set(NumberMark, !l.Heading)
		if l.Heading && l.Style.Size > larger*r.Body.Size {
			return
		}
		kind = scan.NumberMark
	} else if kind != scan.BracketMark {
		return
	}
	at := len(r.Lines) - 1
	next := r.last.n > 0 && n == r.last.n+1 && kind == r.last.kind && at-r.last.line < markReach
	t.set(NextMark, next)
	l.entry = l.entry || next
	if next || r.last.n == 0 || n == 1 || kind == scan.BracketMark {
		r.last = lastMark{kind, n, at, l.gap}
	}
}
