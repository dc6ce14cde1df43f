package layout

import (
	"context"
	"math"
	"strings"
)

// assignRoles gives every line its role. What no rule explains stays Body. The
// error is the context's.
func (l *Layout) assignRoles(ctx context.Context) error {
	err := forEach(ctx, len(l.Pages), func(i int) {
		p := l.Pages[i]
		l.assignBlocks(p)
		for _, b := range p.blocks() {
			l.assignBlockRole(p, b)
		}
		l.markFootnotes(p)
	})
	if err != nil {
		return err
	}
	l.markFrontMatter()
	l.findReferences()
	if l.References.Status == Found {
		// The list may outweigh the body: take the body's type without it.
		l.Body = l.bodyStyle(func(line *Line) bool { return line.Role == Reference || line.Role == Caption || line.Role == Footnote })
	}
	return nil
}

func (l *Layout) assignBlockRole(p *Page, b block) {
	first := b[0]
	switch {
	case first.Role != Body || first.Rotated:
	case l.isCaption(p, b):
		b.setRole(Caption)
	case isCode(b):
		b.setRole(Code)
	case l.isHeading(p, b):
		b.setRole(Heading)
	case isTable(p, b):
		b.setRole(Table)
	case l.isEquation(p, b):
		b.setRole(Equation)
	case bullet.MatchString(first.Text):
		b.setRole(List)
	}
}

// maxCaptionLines is the most lines that a caption has: longer blocks that begin
// with the words of one are text.
const maxCaptionLines = 15

// isCaption reports whether the block is a caption: it begins with its word and
// number, and the number is set off by a colon, a full stop or, in bold or small
// type, by a capital. "Figure 1 and Table 2 show" is none.
func (l *Layout) isCaption(p *Page, b block) bool {
	text := b[0].Text
	if len(b) > maxCaptionLines || !captionHead.MatchString(text) {
		return false
	}
	if captionWord.MatchString(text) {
		return true
	}
	return captionStart.MatchString(text) && (b[0].bold() != l.bodyBold() || b[0].Style.Size < 0.95*l.Body.Size)
}

func (l *Layout) bodyBold() bool { return l.Body.Font != nil && l.Body.Font.Bold() }

// isCode reports whether most of the block is set in a fixed-pitch font.
func isCode(b block) bool {
	fixed, all := 0, 0
	for _, l := range b {
		for i := range l.Runs {
			r := &l.Runs[i]
			all += r.Chars
			if r.Font != nil && r.Font.FixedPitch() {
				fixed += r.Chars
			}
		}
	}
	return 2*fixed > all
}

// Shapes of headings.
const (
	maxHeadingLines = 3
	maxHeadingChars = 120
	largerType      = 1.06 // against the body's size
)

// isHeading reports whether the block is set as a heading: short, and bold,
// larger, in capitals or in italics where the body is not.
func (l *Layout) isHeading(p *Page, b block) bool {
	if len(b) > maxHeadingLines || b.chars() > maxHeadingChars || l.Body.Size == 0 {
		return false
	}
	first := b[0]
	if first.Width() > 0.97*p.measureOf(first) && len(b) == 1 && first.Chars > 60 {
		return false
	}
	switch {
	case first.Style.Size > largerType*l.Body.Size:
	case first.Style.Size < 0.85*l.Body.Size:
		return false
	case first.bold() && !l.bodyBold():
	case allCaps(first.Text) && len(letters(first.Text)) > 3:
	case first.italic() && len(b) == 1 && longWord.MatchString(first.Text) && first.Width() < 0.8*p.measureOf(first) && l.setApart(p, first):
	case isReferenceWord(first.Text) && len(b) == 1 && l.setApart(p, first):
	default:
		return false
	}
	return letters(first.Text) != ""
}

// setApart reports whether there is more than the usual distance above the line
// in its column.
func (l *Layout) setApart(p *Page, line *Line) bool {
	above := math.Inf(1)
	for _, o := range p.Lines {
		if d := line.Baseline - o.Baseline; o.Column == line.Column && d > 0 && o.Role != Furniture && o.Role != FigureText {
			above = math.Min(above, d)
		}
	}
	return above > headingGap*l.leadingAt(line.Style.Size)
}

// headingGap is the least distance above a heading that only its place tells
// from text, in leadings.
const headingGap = 1.12

// isTable reports whether the block looks like rows of cells: wide gaps within
// most of its lines.
func isTable(p *Page, b block) bool {
	rows := 0
	for _, l := range b {
		if l.cells() >= 3 {
			rows++
		}
	}
	return rows >= 2 && 2*rows > len(b)
}

// cellGap is the gap between the cells of a row, in ems.
const cellGap = 1.2

// cells counts the pieces of a line that wide gaps part.
func (l *Line) cells() int {
	n, end := 1, math.Inf(1)
	for i := range l.Runs {
		r := &l.Runs[i]
		if r.X0-end > cellGap*l.Style.Size {
			n++
		}
		end = r.X1
	}
	return n
}

// isEquation reports whether the block is a display: short, centred lines, with
// few of their marks in the body's font.
func (l *Layout) isEquation(p *Page, b block) bool {
	if l.Body.Font == nil || len(b) > 6 {
		return false
	}
	own, all := 0, 0
	for _, line := range b {
		if line.Column < 0 || line.Column >= len(p.Columns) || line.X0-p.Columns[line.Column].X0 < line.Style.Size {
			return false
		}
		for i := range line.Runs {
			all += line.Runs[i].Chars
			if sameFont(line.Runs[i].Font, l.Body.Font) {
				own += line.Runs[i].Chars
			}
		}
	}
	return 2*own < all
}

// markFootnotes finds the small blocks at the foot of each column, which a rule
// or a mark set as a superscript tells from text.
func (l *Layout) markFootnotes(p *Page) {
	foot := map[int]block{}
	for _, b := range p.blocks() {
		if b[0].Role == Body || b[0].Role == List {
			foot[b[0].Column] = b
		}
	}
	for _, b := range foot {
		l.markFootnotesUp(p, b)
	}
}

// markFootnotesUp marks the footnotes from the last block of a column upwards.
func (l *Layout) markFootnotesUp(p *Page, last block) {
	blocks := p.blocks()
	for i := len(blocks) - 1; i >= 0; i-- {
		b := blocks[i]
		if b[0].Column != last[0].Column || b[0].Baseline > last[0].Baseline || b[0].Role != Body && b[0].Role != List {
			continue
		}
		if b[0].Style.Size > 0.93*l.Body.Size || !p.startsFootnote(b[0]) && !p.ruleAbove(b[0]) {
			return
		}
		b.setRole(Footnote)
	}
}

// startsFootnote reports whether a line begins with a raised mark.
func (p *Page) startsFootnote(l *Line) bool {
	first := &l.Runs[0]
	if strings.ContainsAny(l.Text[:min(3, len(l.Text))], "*†‡§¶") {
		return true
	}
	return first.Size < 0.86*l.Style.Size && first.Baseline < l.Baseline-0.1*l.Style.Size && first.Chars <= 3
}

// ruleAbove reports whether a horizontal rule stands right above the line.
func (p *Page) ruleAbove(l *Line) bool {
	for _, r := range p.Rules {
		d := l.Baseline - r.Y1
		if r.Height() <= thinMark && r.Width() > 20 && d > 0 && d < 2.2*l.Style.Size && r.X0 < l.X1 && r.X1 > l.X0 {
			return true
		}
	}
	return false
}

// markFrontMatter gives title, authors and abstract on the first page: the
// largest type above the first text, what stands between it and the text, and
// what follows the heading "Abstract".
func (l *Layout) markFrontMatter() {
	if len(l.Pages) == 0 {
		return
	}
	p := l.Pages[0]
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
}

// maxTitleLines is the most lines that a title has.
const maxTitleLines = 8

// titleLines returns the first lines of the largest type in the upper half of
// the page, as far as they follow each other.
func (p *Page) titleLines(body float64) []*Line {
	size := 0.0
	for _, line := range p.textLines() {
		if line.Baseline < p.Size.Y/2 && line.Chars >= 4 && !isSectionWord(line.Text) {
			size = math.Max(size, line.Style.Size)
		}
	}
	if size < largerType*body {
		return nil
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
		if line.Baseline <= title.Baseline || line.Role == Title {
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
	for _, line := range p.Lines {
		runIn := isRunInAbstract(line)
		switch {
		case isAbstractWord(line.Text) && line.Role != Body:
			left, size = maxAbstract, 0
			continue
		case runIn, isAbstractWord(line.Text):
			left, size = maxAbstract, 0
		case line.Role == Heading || line.Role == Title:
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
