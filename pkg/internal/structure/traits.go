package structure

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// Shapes of lines, against their column and the body.
const (
	larger       = 1.04  // sizes of the body: larger type
	smaller      = 0.965 // sizes of the body: smaller type
	displayType  = 1.5   // sizes of the body
	proseShare   = 0.9   // of the measure: a full line
	headingShare = 0.85  // of the measure: a heading set apart by its place is shorter
	shortShare   = 0.6   // of the measure: a short line
	apartGap     = 1.2   // leadings above a line that is set apart
	headingGap   = 1.35  // leadings above a heading that only its place tells
	cellGap      = 2.0   // ems between cells
	proseWords   = 6     // the least words of a line of prose
	proseFew     = 0.2   // the least share of words that hold sentences together
	proseMany    = 0.4   // so many of them are all that sentences have
	maxHeading   = 80    // bytes
	footnoteSize = 0.93  // sizes of the body
	footnoteFrom = 0.55  // of the page's height: footnotes stand below
	markReach    = 40    // lines within which marks count up
	neighbours   = 8     // lines that are looked at before and after
)

// startKind is what a line may begin, by which the zones change.
type startKind uint8

const (
	continuation startKind = iota // the line goes on with the one before
	blockStart                    // it begins a paragraph, an entry, a column
	headingShape                  // it is set as a heading
	namedHeading                  // and has the words of one that opens a part
	firstEntry                    // the first mark below a rule in place of a heading
	startKinds
)

// textLine is a line of text with its traits and its place in the reading.
type textLine struct {
	*Line
	page      *Page
	prev      *textLine // above it in its column
	gap       float64   // leadings to that line; farGap without one
	start     startKind
	heading   bool  // set as a heading
	announces bool  // begins like a caption
	listing   bool  // begins like the caption of a listing
	place     Trait // of front matter; Always for none
	of        *block
	entry     bool // begins an entry
	authored  bool // begins with an author, behind a number perhaps
	telling   bool // holds names, venues or years
	t         traits
}

// farGap stands for the distance to no line.
const farGap = 9

// reader reads the traits of a paper's lines.
type reader struct {
	s      *Structure
	lines  []textLine
	tokens []token
	last   lastMark
	above  map[[2]int]*textLine // the last line of a page's column
}

// lastMark is the last mark of an entry that counts, with the index of its line.
type lastMark struct {
	kind    markKind
	n, line int
	gap     float64 // leadings to the line above it; farGap without one
}

// readTraits returns the paper's text lines in reading order, with their traits.
func (s *Structure) readTraits() []textLine {
	r := &reader{s: s, above: map[[2]int]*textLine{}}
	n := 0
	for _, p := range s.Pages {
		n += len(p.Lines)
	}
	r.lines = make([]textLine, 0, n)
	for _, p := range s.Pages {
		from := len(r.lines)
		for _, line := range p.Lines {
			line.text = -1
			line.Beside = line.Line.Role != layout.Furniture && p.numbersMargin(line)
			if line.Line.Role != layout.Furniture && !line.Rotated && strings.TrimSpace(line.Text) != "" && !line.Beside {
				line.text = len(r.lines)
				r.read(p, line)
			}
		}
		markEdges(r.lines[from:], len(p.Columns))
		alignCells(r.lines[from:])
		r.markNotes(p, r.lines[from:])
		r.markRuled(p, r.lines[from:])
		r.markCaptioned(p, r.lines[from:])
	}
	r.readNeighbours()
	r.compareEntries()
	r.dropLabels()
	return r.lines
}

// numbersMargin reports whether a line is a number beside all columns: a line
// number that furniture does not know, part of no reading.
func (p *Page) numbersMargin(line *Line) bool {
	for _, c := range p.Columns {
		if line.X1 > c.X0+1 && line.X0 < c.X1-1 {
			return false
		}
	}
	return len(p.Columns) > 0 && strings.Trim(line.Text, "0123456789 ") == ""
}

// read appends a line with the traits that it shows by itself.
func (r *reader) read(p *Page, line *Line) {
	r.lines = append(r.lines, textLine{Line: line, page: p, gap: farGap})
	l := &r.lines[len(r.lines)-1]
	line.traits = &l.t
	key := [2]int{p.Number, line.Column}
	if l.prev = r.above[key]; l.prev != nil {
		if gap := (line.Baseline - l.prev.Baseline) / r.s.leading(); gap >= 0 {
			l.gap = gap
		}
	}
	r.above[key] = l
	text := strings.TrimSpace(line.Text)
	r.tokens = tokenize(text, r.tokens[:0])
	sc := &scanned{text, r.tokens}
	r.readShape(l, sc)
	r.readWords(l, sc)
	r.readEntry(l, sc)
	l.t.set(InCaption, l.goesOnWithCaption())
	r.readHeading(l, sc)
	if l.t.has(ListHeading) {
		r.last = lastMark{} // its entries do not go on from the items before
	}
	l.start = l.startKind()
}

// goesOnWithCaption reports whether a line that begins no entry follows a caption's
// in its block.
func (l *textLine) goesOnWithCaption() bool {
	p := l.prev
	return p != nil && (p.t.has(CaptionStart) || p.t.has(InCaption)) && p.Line.Line.Block == l.Line.Line.Block && !l.entry
}

// leading returns the paper's leading, or what is usual for its type.
func (s *Structure) leading() float64 {
	if s.Leading > 0 {
		return s.Leading
	}
	return 1.2 * math.Max(s.Body.Size, 1)
}

// measureShare returns the share of its column's measure that a line takes.
func (p *Page) measureShare(l *Line) float64 { return l.Width() / math.Max(1, p.MeasureOf(l.Line)) }

func (r *reader) readShape(l *textLine, sc *scanned) {
	t := &l.t
	body := math.Max(r.s.Body.Size, 1)
	size := l.Style.Size / body
	t.set(Always, true)
	t.set(ShortLine, l.page.measureShare(l.Line) < shortShare)
	t.set(Small, size < smaller)
	t.set(DisplayType, size > displayType)
	t.set(FixedPitch, l.mostlyFixed() && !(isAddress(sc.text) && r.followsTelling()))
	t.set(InFigure, l.page.inFigure(l.Line))
	t.set(Cells, l.widestGap() > cellGap*l.Style.Size)
	caption := sc.caption()
	l.announces = caption == captionSign || caption == captionCapital
	l.listing = caption != noCaption && sc.isListingCaption()
	t.set(CaptionStart, caption == captionSign || caption == captionCapital && (size < smaller || l.Bold()))
	t.set(MarginNote, size < smaller && l.inNarrowColumn())
	t.set(TurnedPage, r.isOnTurnedPage(l))
	t.set(LastPage, l.Page == len(r.s.Pages))
	t.set(CoverWords, l.Page == 1 && sc.coverWords())
	t.set(FootnoteStart, size < footnoteSize && l.Baseline > footnoteFrom*l.page.Size.Y && sc.beginsFootnote())
}

// narrowColumn is the share of a page's widest column that one of notes is narrower
// than.
const narrowColumn = 0.6

// inNarrowColumn reports whether the line stands in a column for notes beside the text.
func (l *textLine) inNarrowColumn() bool {
	if l.Column < 0 || l.Column >= len(l.page.Columns) {
		return false
	}
	widest := 0.0
	for _, c := range l.page.Columns {
		widest = math.Max(widest, c.Width())
	}
	return l.page.Columns[l.Column].Width() < narrowColumn*widest
}

// isOnTurnedPage reports whether a line is the first on a page that is wide where the
// page before is high, or the other way.
func (r *reader) isOnTurnedPage(l *textLine) bool {
	n := len(r.lines)
	if n < 2 || r.lines[n-2].page == l.page {
		return false
	}
	a, b := r.lines[n-2].page.Size, l.page.Size
	return (a.X > a.Y) != (b.X > b.Y)
}

// followsTelling reports whether the line before the last holds names, venues or
// years, as the line of an entry does whose address follows.
func (r *reader) followsTelling() bool {
	n := len(r.lines)
	return n > 1 && r.lines[n-2].telling
}

// mostlyFixed reports whether most of the line's marks have a fixed pitch.
func (l *textLine) mostlyFixed() bool {
	fixed, all := 0, 0
	for i := range l.Runs {
		run := &l.Runs[i]
		all += run.Chars
		if run.Font != nil && run.Font.FixedPitch() {
			fixed += run.Chars
		}
	}
	return 2*fixed > all
}

// widestGap returns the widest gap within the line, in points.
func (l *textLine) widestGap() float64 {
	gap, end := 0.0, math.Inf(1)
	for i := range l.Runs {
		gap = math.Max(gap, l.Runs[i].X0-end)
		end = l.Runs[i].X1
		if i > 0 {
			end = math.Max(end, l.Runs[i-1].X1)
		}
	}
	return gap
}

// inFigure reports whether the line's middle stands in the box of a drawing.
func (p *Page) inFigure(l *Line) bool {
	c := l.Box.Center()
	for _, box := range p.drawings {
		if box.Inset(-1).Contains(c) {
			return true
		}
	}
	return false
}

func (r *reader) readWords(l *textLine, sc *scanned) {
	t := &l.t
	words, joining, own := 0, 0, false
	var lower [2 * maxFunctionWord]byte
	for i := range sc.tokens {
		if sc.tokens[i].kind != word {
			continue
		}
		words++
		w := sc.word(i)
		if sc.tokens[i].runes == 1 && sc.tokens[i].capital {
			continue // an initial
		}
		if len(w) > maxFunctionWord {
			continue
		}
		low := lowered(w, lower[:0])
		if lexicon.FunctionWords[string(low)] {
			joining++
		}
		own = own || lexicon.OwnWords[string(low)]
	}
	share := float64(joining) / math.Max(1, float64(words))
	t.setShare(FunctionWords, float32(math.Min(share, proseMany)/proseMany))
	t.set(NoFunctionWords, joining == 0 && words >= 5)
	t.set(OwnWords, own)
	t.set(FullProse, l.page.measureShare(l.Line) > proseShare && share >= proseFew && words >= proseWords)
	l.Prose = share >= proseFew && words >= proseWords && l.page.measureShare(l.Line) >= shortShare && l.widestGap() <= cellGap*l.Style.Size
	alpha, marks := 0, 0
	for _, c := range sc.text {
		if c != ' ' {
			marks++
			if isLetter(c) {
				alpha++
			}
		}
	}
	t.set(FewLetters, 2*alpha < marks)
}

// maxFunctionWord is longer, in bytes, than any word that holds sentences together.
const maxFunctionWord = 12

// lowered appends a word in small letters to buf.
func lowered(w string, buf []byte) []byte {
	for _, r := range w {
		switch {
		case r >= 'A' && r <= 'Z':
			buf = append(buf, byte(r)+'a'-'A')
		case r < utf8.RuneSelf:
			buf = append(buf, byte(r))
		default:
			buf = utf8.AppendRune(buf, unicode.ToLower(r))
		}
	}
	return buf
}

func (r *reader) readEntry(l *textLine, sc *scanned) {
	t := &l.t
	names, venues := sc.names(), sc.venues()
	year, last := sc.years()
	kind, n := sc.mark()
	if kind == noMark && r.followsPlainLabels(l) && sc.beginsUndated() {
		kind = labelMark
	}
	if sc.cites() { // what it names is in a list, not here
		names, venues, year, last, kind = 0, 0, false, false, noMark
	} else if sc.citesOthers() {
		names, venues, year, last = 0, 0, false, false
	}
	t.set(AuthorFirst, sc.beginsWithName() || sc.behindYear().beginsWithName())
	t.set(OneName, names >= 1)
	t.set(TwoNames, names >= 2)
	t.set(OneVenue, venues >= 1)
	t.set(TwoVenues, venues >= 2)
	t.set(Year, year)
	t.set(YearLast, last)
	t.set(EmailLine, sc.beginsEmail())
	t.set(BracketMark, kind == bracketMark)
	t.set(LabelMark, kind == labelMark)
	t.set(BelowListRule, kind != noMark && n <= 1 && belowListRule(l))
	l.authored = t.has(AuthorFirst) || kind == numberMark && sc.behindMark().beginsWithName()
	l.telling = (names > 0 || venues > 0 || year) && !(t.has(Cells) && t.has(FewLetters)) // a table's rows have years, too
	l.entry = kind == bracketMark || kind == labelMark || t.has(AuthorFirst)
	l.heading = kind != bracketMark && kind != labelMark && r.looksLikeHeading(l, sc)
	if kind == noMark && r.isApart(l) {
		t.set(Unmarked, r.isUnmarked(l))
		t.set(SetOff, l.Prose && r.last.gap < farGap && l.gap > setOff*r.last.gap)
	}
	if kind == numberMark || kind == bareNumber {
		t.set(NumberMark, !l.heading)
		if l.heading && l.Style.Size > larger*r.s.Body.Size {
			return
		}
		kind = numberMark
	} else if kind != bracketMark {
		return
	}
	at := len(r.lines) - 1
	next := r.last.n > 0 && n == r.last.n+1 && kind == r.last.kind && at-r.last.line < markReach
	t.set(NextMark, next)
	l.entry = l.entry || next
	if next || r.last.n == 0 || n == 1 || kind == bracketMark {
		r.last = lastMark{kind, n, at, l.gap}
	}
}
