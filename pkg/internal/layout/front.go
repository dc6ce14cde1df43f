package layout

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// markFrontMatter gives title, authors and abstract on the first page and, behind
// a cover sheet, on the second, which has the same title.
func (l *Layout) markFrontMatter() {
	if len(l.Pages) == 0 {
		return
	}
	title := l.markFront(l.Pages[0])
	if len(l.Pages) == 1 || len(title) == 0 {
		return
	}
	if next := l.Pages[1].titleLines(l.Body.Size); len(next) > 0 && slices.Equal(wordLengths(next), wordLengths(title)) {
		l.markFront(l.Pages[1])
	}
}

// markFront gives the front matter of a page: the largest type above the first
// text is the title, which it returns; what stands between it and the text are the
// authors, and what follows the heading "Abstract" is that.
func (l *Layout) markFront(p *Page) []*Line {
	title := p.titleLines(l.Body.Size)
	if len(title) > maxTitleLines {
		title = nil // type larger than the body's, but not a title
	}
	for _, line := range title {
		line.Role = Title
	}
	if len(title) > 0 {
		l.markAuthors(p, title[len(title)-1])
	}
	l.markAbstract(p)
	return title
}

// wordLengths returns the number of letters of each word of a title, which may be
// set in other lines and with other capitals elsewhere. They tell titles apart
// where letters are masked too.
func wordLengths(title []*Line) []int {
	var out []int
	for _, line := range title {
		for _, word := range strings.Fields(line.Text) {
			out = append(out, utf8.RuneCountInString(letters(word)))
		}
	}
	return out
}

// maxTitleLines is the most lines that a title has.
const maxTitleLines = 8

// titleLines returns the first lines of the largest type in the upper half of
// the page, as far as they follow each other. Where no type above the text is
// larger than the body's, they are the page's first lines if those are set apart.
func (p *Page) titleLines(body float64) []*Line {
	size, starts := 0.0, p.textStarts(body)
	above := func(line *Line) bool {
		y, ok := starts[line.Column]
		return line.Baseline < p.Size.Y/2 && (!ok || line.Baseline < y) && !isSectionWord(line.Text)
	}
	for _, line := range p.textLines() {
		if above(line) && line.Chars >= 4 {
			size = math.Max(size, line.Style.Size)
		}
	}
	if size < largerType*body {
		return p.plainTitle(body, above)
	}
	var out []*Line
	for _, line := range p.byHeight() {
		n := len(out)
		if n > 0 && line.Baseline-out[n-1].Baseline > 2*size {
			break
		}
		switch {
		case sameSize(line.Style.Size, size) && !isSectionWord(line.Text):
			out = append(out, line)
		case n > 0 && line.X1 > out[n-1].X0 && line.X0 < out[n-1].X1: // below the title, not beside it
			return out
		}
	}
	return out
}

// plainTitle returns the page's first lines when they are no larger than the
// body but bold or in capitals across the columns, with something else below.
func (p *Page) plainTitle(body float64, above func(*Line) bool) []*Line {
	var out []*Line
	for _, line := range p.byHeight() {
		n := len(out)
		strong := line.bold() || allCaps(line.Text) && len(letters(line.Text)) > 3
		switch {
		case strong && above(line) && (line.Column == Across || len(p.Columns) == 1) && sameSize(line.Style.Size, body) &&
			(n == 0 || line.Baseline-out[n-1].Baseline < 2*body && sameFont(line.Style.Font, out[0].Style.Font)):
			out = append(out, line)
		default:
			return out
		}
	}
	return nil
}

// textStarts returns, for each column with text, the height at which its first
// lines of running text begin: full ones that follow each other.
func (p *Page) textStarts(body float64) map[int]float64 {
	out := map[int]float64{}
	first, last, full := map[int]float64{}, map[int]float64{}, map[int]int{}
	for _, line := range p.byHeight() {
		c := line.Column
		if _, ok := out[c]; ok {
			continue
		}
		if line.Style.Size > largerType*body || line.Chars < proseRunChars || line.Width() < 0.85*p.measureOf(line) {
			full[c] = 0
			continue
		}
		if full[c] == 0 || line.Baseline-last[c] > 2*line.Style.Size {
			first[c], full[c] = line.Baseline, 0
		}
		last[c] = line.Baseline
		if full[c]++; full[c] == textStart {
			out[c] = first[c]
		}
	}
	return out
}

// textStart is how many full lines tell running text.
const textStart = 4

// isSectionWord reports whether a text is the heading of a section, which may be
// larger than the title: "Abstract", "1 Introduction".
func isSectionWord(s string) bool {
	t := letters(unnumbered(s))
	return isAbstractWord(s) || t == "introduction" || isReferenceWord(s)
}

// markAuthors marks what stands below the title, up to the first heading or the
// first full line of a column.
func (l *Layout) markAuthors(p *Page, title *Line) {
	for _, line := range p.byHeight() {
		if line.Baseline <= title.Baseline || line.Role == Title || besideTitle(p, title, line) {
			continue
		}
		if isSectionWord(line.Text) || line.Role == Heading && numbering.MatchString(line.Text) && !nearTitle(title, line) {
			return
		}
		if l.startsText(p, line) {
			return
		}
		line.Role = Author
	}
}

// besideTitle reports whether a line stands in another column than a title that
// is set in one.
func besideTitle(p *Page, title, line *Line) bool {
	return title.Column >= 0 && line.Column != title.Column && len(p.Columns) > 1
}

// startsText reports whether a block of full lines in the body's type begins
// with the line.
func (l *Layout) startsText(p *Page, line *Line) bool {
	if line.Column == Across && len(p.Columns) > 1 || !sameSize(line.Style.Size, l.Body.Size) && line.Role != Body {
		return false
	}
	full := 0
	for _, o := range p.Lines {
		if o.Block == line.Block && o.Baseline >= line.Baseline && o.Width() > 0.85*p.measureOf(o) && o.Chars > proseRunChars {
			full++
		}
	}
	return full >= 3
}

// nearTitle reports whether a line stands where author names do.
func nearTitle(title, line *Line) bool { return line.Baseline-title.Baseline < 4*title.Style.Size }

func isAbstractWord(s string) bool {
	t := letters(unnumbered(s))
	return t == "abstract" || t == "summary"
}

// markAbstract marks the text from the heading "Abstract" to the next heading.
func (l *Layout) markAbstract(p *Page) {
	left, size := 0, 0.0
	if l.opensSmall(p) { // an abstract without its word
		left = maxAbstract
	}
	for _, line := range p.Lines {
		runIn := isRunInAbstract(line)
		switch {
		case isAbstractWord(line.Text) && line.Role != Body:
			left, size = maxAbstract, 0
			continue
		case runIn, isAbstractWord(line.Text):
			left, size = maxAbstract, 0
		case line.Role == Heading:
			left = 0
		}
		if left == 0 || line.Role != Body && line.Role != List {
			continue
		}
		if size > 0 && !sameSize(size, line.Style.Size) && line.Chars > proseRunChars {
			left = 0
			continue
		}
		if line.Chars > proseRunChars {
			size = line.Style.Size
		}
		line.Role = Abstract
		left--
	}
}

// opensSmall reports whether the text between the title and the first heading is
// set smaller than the body and no longer than an abstract: it is one, though no
// word says so.
func (l *Layout) opensSmall(p *Page) bool {
	titled, lines := false, 0
	for _, line := range p.Lines {
		switch {
		case line.Role == Title:
			titled = true
		case line.Role == Heading && titled:
			return lines > 0
		case titled && line.Role == Body && line.Chars > proseRunChars:
			if lines++; line.Style.Size >= smallType*l.Body.Size || lines > maxOpening {
				return false
			}
		}
	}
	return false
}

// maxOpening is the most lines that an abstract without its word has.
const maxOpening = 30

// smallType is the share of the body's size that smaller type is below.
const smallType = 0.97

// maxAbstract is the most lines that an abstract has: one that no heading ends
// does not take the paper with it.
const maxAbstract = 50

// isRunInAbstract reports whether the line begins with the word set apart by its
// type or a full stop, colon or dash: "Abstract. We".
func isRunInAbstract(line *Line) bool {
	if !strings.HasPrefix(letters(line.Text), "abstract") {
		return false
	}
	first := &line.Runs[0]
	return first.Font.Bold() || first.Font.Italic() || abstractStart.MatchString(line.Text)
}
