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
		l.markListings(p)
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
		l.freeTail(l.flow())
		l.freeLarger(l.flow())
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

// markListings gives the role Code to the small type that follows the caption of
// a listing or algorithm in its column: code need not be set in a fixed pitch.
func (l *Layout) markListings(p *Page) {
	last := map[int]*Line{} // the caption, or the listing's line before
	for _, line := range p.Lines {
		prev := last[line.Column]
		switch {
		case line.Role == Furniture:
		case line.Role == Caption && (prev != nil && prev.Block == line.Block || listingHead.MatchString(line.Text)):
			last[line.Column] = line
		case prev != nil && (line.Role == Body || line.Role == List || line.Role == Equation || line.Role == Code) &&
			line.Style.Size < smallType*l.Body.Size && line.Baseline-prev.Baseline < 2.5*l.leadingAt(l.Body.Size):
			line.Role = Code
			last[line.Column] = line
		default:
			delete(last, line.Column)
		}
	}
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
