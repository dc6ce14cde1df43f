package traits

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/lexicon"
	"github.com/paperfit/paperfit/pkg/internal/lexicon/scan"
)

// readFront finds the places of front matter on the first page. It goes on with
// the second behind a cover sheet, which has the same title, and behind a page that
// holds the title and the authors alone.
func (s *Paper) readFront() {
	if len(s.Pages) == 0 {
		return
	}
	f := s.readFrontOf(s.Pages[0])
	if len(s.Pages) == 1 || len(f.title) == 0 {
		return
	}
	next := s.Pages[1].TitleLines(s.Body.Size)
	switch {
	case len(next) > 0 && slices.Equal(wordLengths(next), wordLengths(f.title)):
		s.readFrontOf(s.Pages[1])
	case len(next) == 0 && f.isTitlePage():
		second := s.newFront(s.Pages[1], nil)
		second.placeAbstract()
	}
}

// wordLengths returns the number of letters of each word of a title, which may be
// set in other lines and with other capitals elsewhere. They tell titles apart
// where letters are masked, too.
func wordLengths(title []*layout.Line) []int {
	var out []int
	for _, line := range title {
		for word := range strings.FieldsSeq(line.Text) {
			out = append(out, utf8.RuneCountInString(lexicon.Letters(word)))
		}
	}
	return out
}

// maxTitleLines is the most lines that a title has.
const maxTitleLines = 8

// readFrontOf finds the places of a page's front matter: the largest type above the
// first text is the title; what stands between it and the text are the authors, and
// what follows the word "Abstract" is that.
func (s *Paper) readFrontOf(p *Page) *front {
	title := p.TitleLines(s.Body.Size)
	if len(title) > maxTitleLines {
		title = nil // type larger than the body's, but not a title
	}
	f := s.newFront(p, title)
	if len(title) > 0 {
		f.placeAuthors()
	}
	f.placeAbstract()
	return f
}

func (s *Paper) newFront(p *Page, title []*layout.Line) *front {
	f := &front{s: s, p: p, title: title}
	for _, l := range p.Text {
		f.lines = append(f.lines, l)
		if slices.Contains(title, l.Line) {
			l.place = TitlePlace
		}
	}
	return f
}

// isTitlePage reports whether the page holds no text besides title and authors.
func (f *front) isTitlePage() bool {
	return !slices.ContainsFunc(f.lines, func(l *Line) bool { return l.place == Always && l.Chars > proseChars })
}

// front is a page with its title, in reading order.
type front struct {
	s     *Paper
	p     *Page
	lines []*Line
	title []*layout.Line
}

// placeAuthors finds the authors: what stands below the title, up to the first
// heading or the first lines of text.
func (f *front) placeAuthors() {
	title := f.title[len(f.title)-1]
	byHeight := slices.Clone(f.lines)
	slices.SortStableFunc(byHeight, func(a, b *Line) int {
		return cmp.Or(cmp.Compare(a.Baseline, b.Baseline), cmp.Compare(a.X0, b.X0))
	})
	floats := map[int]bool{} // columns that begin with a caption, what it is about below
	for _, l := range byHeight {
		if l.Baseline <= title.Baseline || l.place == TitlePlace || l.of.HasAny(DrawingText, CaptionBlock) || f.besideTitle(title, l) || floats[l.Column] {
			floats[l.Column] = floats[l.Column] || l.Column >= 0 && l.of.Has(CaptionBlock)
			continue
		}
		near := l.Baseline-title.Baseline < 4*title.Style.Size
		if f.opensText(l) || l.of.Has(HeadingType) && lexicon.NumberEnd(l.Text) > 0 && !near || f.startsText(l) {
			f.dropBeside(l)
			return
		}
		l.place = AuthorPlace
	}
}

// dropBeside takes from the authors what stands beside the opening of the text, in
// another column, and reaches down to it or below: a table at a column's head.
func (f *front) dropBeside(opening *Line) {
	for _, l := range f.lines {
		if l.place != AuthorPlace || l.Column < 0 || opening.Column < 0 || l.Column == opening.Column {
			continue
		}
		if last := l.of.lines[len(l.of.lines)-1]; last.Baseline > opening.Baseline-opening.Style.Size {
			l.place = Always
		}
	}
}

// opensText reports whether a line is the heading of the abstract or the first
// section, or an abstract that its word runs into.
func (f *front) opensText(l *Line) bool {
	return l.worded && (l.Has(OpeningHeading) || lexicon.NamesOpening(l.Text) || lexicon.NamesAbstract(l.Text) || lexicon.NamesReferences(l.Text) || l.runsInAbstract())
}

// besideTitle reports whether a line stands in another column than a title that is
// set in one.
func (f *front) besideTitle(title *layout.Line, l *Line) bool {
	return title.Column >= 0 && l.Column >= 0 && l.Column != title.Column && len(f.p.Columns) > 1
}

// maxTeaser is how many lines a teaser has at the most, which newspapers set below the
// title, larger than the text.
const maxTeaser = 3

// startLines is how many full lines of prose begin the text, startShort how many
// across the columns, and in a block that ends with a full stop.
const startLines, startShort = 3, 2

// startsText reports whether a block of running text begins with the line: full
// lines in the body's type, or prose, across the columns too.
func (f *front) startsText(l *Line) bool {
	if l.Column != layout.Across && !layout.SameSize(l.Style.Size, f.s.Body.Size) && l.of.Has(HeadingType) ||
		l.Style.Size > larger*f.s.Body.Size && len(l.of.lines) <= maxTeaser || l.of.namesAuthors() {
		return false
	}
	full, prose, sentences := 0, 0, 0
	for _, o := range l.of.lines {
		if o.Baseline < l.Baseline || o.Chars <= proseChars {
			continue
		}
		share := o.share
		joined, ended := o.Share(FunctionWords) >= proseFew/proseMany, scan.HoldsSentenceEnd(o.Text)
		if share > headingShare && o.Column != layout.Across && !o.isRow() {
			full++
		}
		if (joined || ended) && share > shortShare {
			prose++
		}
		if joined && ended && (share > headingShare || share > shortShare && len(l.of.lines) >= startLines) { // an abstract may be narrower
			sentences++
		}
	}
	stopped := l.of.endsSentence()
	return full >= startLines || prose >= startLines || prose >= startShort && (l.Column == layout.Across || stopped) || sentences > 0 && stopped
}

// namesAuthors reports whether a block begins as authors do, and holds no sentence,
// however many full lines it has.
func (b *Block) namesAuthors() bool {
	sc := scan.Of(b.first().opening())
	return (sc.BeginsWithCapitals() || sc.BeginsAffiliation() || b.listsNames()) && !b.endsSentence() && !slices.ContainsFunc(b.lines, func(l *Line) bool { return l.Share(FunctionWords) > 0 && scan.HoldsSentenceEnd(l.Text) })
}

// nameCommas is how many commas a full line of names has at least.
const nameCommas = 2

// listsNames reports whether commas part the words of a block, and no sentence joins them.
func (b *Block) listsNames() bool {
	return !slices.ContainsFunc(b.lines, func(l *Line) bool {
		return l.Share(FunctionWords) >= proseFew/proseMany || l.Chars > proseChars && strings.Count(l.Text, ",") < nameCommas
	})
}

// endsSentence reports whether a block ends with a full stop.
func (b *Block) endsSentence() bool { return strings.HasSuffix(b.lines[len(b.lines)-1].Text, ".") }

// proseChars is how many marks a line of running text has at least.
const proseChars = 28

// maxRunInWord is how many bytes of a line are read for a word that is run in.
const maxRunInWord = 64

// opening returns what is read of a line for a word that is run in.
func (l *Line) opening() string { return l.Text[:min(len(l.Text), maxRunInWord)] }

// runsInAbstract reports whether the line begins with the word, set apart by its
// type or a full stop, colon or dash: "Abstract. We".
func (l *Line) runsInAbstract() bool {
	if !l.worded {
		return false
	}
	begins, marked := scan.BeginsAbstract(l.opening())
	font := l.Runs[0].Font
	return begins && (marked || font.Bold() || font.Italic())
}

// The most lines of an abstract, and of one without its word: what no heading ends
// does not take the paper with it.
const maxAbstract, maxUnnamed = 50, 30

// placeAbstract finds the text from the word "Abstract" to the next heading, set
// apart or run in.
func (f *front) placeAbstract() {
	left, size := 0, 0.0
	if f.opensUnnamed() {
		left = maxUnnamed
	}
	for _, l := range f.lines {
		text, named := !l.of.Has(DrawingText) && !l.of.Has(CaptionBlock), l.worded && lexicon.NamesAbstract(l.Text)
		switch {
		case l.runsInAbstract(), text && named && !l.of.Has(HeadingType):
			left, size = maxAbstract, 0
		case named:
			left, size = maxAbstract, 0
			continue
		case l.of.Has(HeadingType) && l.place == Always, l.Has(RunInHead) && !lexicon.NamesKeywords(l.Text), l.worded && lexicon.NamesOpening(l.Text):
			left = 0
		}
		if left == 0 || !text || l.place != Always {
			continue
		}
		if size > 0 && !layout.SameSize(size, l.Style.Size) && l.Chars > proseChars {
			left = 0
			continue
		}
		if l.Chars > proseChars {
			size = l.Style.Size
		}
		l.place = AbstractPlace
		left--
	}
}

// opensUnnamed reports whether the text between the title and the first heading is
// an abstract though no word says so: sentences, no longer than one, and set smaller
// than the body, in bold, or right before the introduction.
func (f *front) opensUnnamed() bool {
	titled, told, n := len(f.title) == 0, false, 0
	small, bold := true, !f.s.bodyBold()
	for _, l := range f.lines {
		switch {
		case l.place == TitlePlace:
			titled = true
		case !titled || l.place != Always || l.of.HasAny(DrawingText, CaptionBlock):
		case l.of.Has(HeadingType), l.Has(RunInHead):
			return told && !lexicon.NamesAbstract(l.Text) && (small || bold || l.Has(OpeningHeading))
		case l.Chars > proseChars:
			if n++; n > maxUnnamed {
				return false
			}
			told = told || l.Has(FunctionWords) || scan.HoldsSentenceEnd(l.Text)
			small, bold = small && l.Style.Size < Smaller*f.s.Body.Size, bold && l.Bold()
		}
	}
	return false
}
