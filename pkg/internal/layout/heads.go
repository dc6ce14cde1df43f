package layout

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/paperfit/paperfit/pkg/internal/pattern"
)

// How a head that repeats the paper's title is told from text.
const (
	leastTitle = 12 // letters: shorter titles may be words of the text
	titleStart = 24 // letters: heads shorten longer titles
)

// firstTitle returns the lines of the title of the paper's first page.
func firstTitle(pages []*Page) []*Line {
	if len(pages) == 0 {
		return nil
	}
	return pages[0].TitleLines(pages[0].usualSize())
}

// runningTitle returns the letters by which a running head names the paper: the
// beginning of its title, "" when it has none that tells.
func runningTitle(lines []*Line) string {
	var title strings.Builder
	for _, line := range lines {
		title.WriteString(letters(line.Text))
	}
	runes := []rune(title.String())
	if len(runes) < leastTitle {
		return ""
	}
	return string(runes[:min(len(runes), titleStart)])
}

// says reports whether the row holds the title in a line across the columns, or
// beside what else a head holds, in type no larger than the page's. The head of a
// paper whose first page has none stands on one page alone; text never crosses
// the gutter.
func (r *row) says(p *Page, title string) bool {
	if title == "" || len(p.Columns) < 2 || r.size > sameAsText*r.usual {
		return false
	}
	across, said := r.reachesEdges(p), false
	for _, l := range r.lines {
		across = across || l.Column == Across
		said = said || strings.Contains(letters(l.Text), title)
	}
	return across && said
}

// Shapes of heads of two parts.
const (
	sameAsText = 1.02 // sizes of type: a head is no larger than the page's text
	edgeSlack  = 3.0  // points by which its parts miss the edges of the block
	setOff     = 2.0  // ems: a part set flush right begins so far into its column
)

// reachesEdges reports whether the row's first line begins at the left edge of
// the block and its last one ends at the right edge.
func (r *row) reachesEdges(p *Page) bool {
	first, last := r.ends()
	return len(r.lines) > 1 && math.Abs(first.X0-p.Columns[0].X0) <= edgeSlack &&
		math.Abs(last.X1-p.Columns[len(p.Columns)-1].X1) <= edgeSlack
}

// ends returns the row's leftmost and rightmost lines.
func (r *row) ends() (first, last *Line) {
	first, last = r.lines[0], r.lines[0]
	for _, l := range r.lines {
		if l.X0 < first.X0 {
			first = l
		}
		if l.X1 > last.X1 {
			last = l
		}
	}
	return first, last
}

// isSpread reports whether the row is two parts, one flush left with the block
// and one flush right with it, as heads are set: lines of text in the last column
// begin where it begins.
func (r *row) isSpread(p *Page) bool {
	if len(p.Columns) < 2 || r.bold() || !r.reachesEdges(p) {
		return false
	}
	first, last := r.ends()
	column := p.Columns[len(p.Columns)-1]
	return first.X1 < column.X0 && last.X0 > column.X0+setOff*last.Style.Size
}

// How a row on one page alone is told from text.
const (
	bannerSize = 1.12 // sizes of type: larger is a heading or the title
	underTitle = 0.95 // of the title's size: what may stand above it
	smallSize  = 0.95 // of the page's size: smaller type than the text's
	clearGap   = 2.0  // leadings: a last line of text never stands so far below the others
)

// publisherWords match what publishers and archives set at the foot of a first page.
var publisherWords = pattern.New(`(?i)©|\(c\) ?(?:19|20)\d\d|\bcopyright\b|\bdoi\b|\bdoi\.org\b|\bIS[BS]N\b|\brights reserved\b|\blicen[sc]ed?\b|\bpermission\b|\bpersonal use\b|\bhal-\d|\barXiv\b|\bproceedings of\b|\bto appear\b|\bpreprint\b|\bpersonal copy\b|\bsubmitted on\b|\bdownloaded\b|\bauthor'?s? version\b`)

// hasNotice reports whether the foot of the first page is a publisher's notice:
// most of its rows that are set apart say so, in small type.
func (e *pageEnds) hasNotice() bool {
	if len(e.rows) == 0 {
		return false
	}
	rows, said := 0, 0
	for k := range e.rows[0] {
		r := &e.rows[0][k]
		if e.slots[sizeOf(e.pages[0])].distance(r, e.atTop) < furnitureGap*e.leading {
			break
		}
		if r.size > smallSize*r.usual {
			return false
		}
		rows++
		for _, l := range r.lines {
			if publisherWords.MatchString(l.Text) {
				said++
				break
			}
		}
	}
	return rows > 0 && 2*said > rows
}

// isNotice reports whether a row that no other page repeats is a head or foot,
// wherever it starts: short, in no larger type than the text, and neither a
// heading, a note nor the end of a paragraph.
func (e *pageEnds) isNotice(i, k int) bool {
	p, r := e.pages[i], &e.rows[i][k]
	if r.full && !(r.isSpread(p) && r.size < smallSize*r.usual) {
		return false
	}
	if e.goesOn(i, k) {
		return false
	}
	if e.atTop && i == 0 {
		return e.isAboveTitle(r)
	}
	switch {
	case r.size > bannerSize*math.Max(r.usual, e.usual):
		return false
	case e.atTop:
		return !r.isHeading()
	}
	return !r.isNote(p)
}

// isAboveTitle reports whether a row on top of the first page is no line of the
// title, and smaller.
func (e *pageEnds) isAboveTitle(r *row) bool {
	largest := bannerSize * r.usual
	for _, t := range e.title {
		for _, l := range r.lines {
			if l == t {
				return false
			}
		}
		largest = math.Max(largest, underTitle*t.Style.Size)
	}
	return r.size <= largest && (len(e.title) > 0 || !r.bold() || r.size <= smallSize*r.usual)
}

// sectionStart matches the number and the first letter of a section's heading.
var sectionStart = pattern.New(`^\s*(?:§\s*)?(?:\d{1,2}(?:\.\d+)*[.)]?|[IVX]{1,5}\.|[A-Z]\.\d+\.?)\s+\p{Lu}`)

// mayBeginSection reports whether a text may match sectionStart: behind spaces and "§" it
// begins with a digit, or with capitals before a full stop. Most heads do not.
func mayBeginSection(s string) bool {
	s = strings.TrimLeft(s, "§\t\n\f\r ")
	n := leading(s, isCapital)
	return n > 0 && strings.HasPrefix(s[n:], ".") || n == 0 && leading(s, isDigit) > 0
}

func isCapital(r rune) bool { return r >= 'A' && r <= 'Z' }

// isHeading reports whether the row is set or worded like a section's heading.
func (r *row) isHeading() bool {
	if r.bold() && r.size > smallSize*r.usual {
		return true
	}
	text := r.lines[0].Text
	return len(r.lines) == 1 && len(r.lines[0].Pieces()) == 1 &&
		(mayBeginSection(text) && sectionStart.MatchString(text) || isSectionWord(text) || isEndWord(text))
}

// isNote reports whether a row at the foot is a footnote: it begins with a mark,
// or stands below a short rule.
func (r *row) isNote(p *Page) bool {
	for _, l := range r.lines {
		if l.StartsFootnote() || p.shortRuleAbove(l) {
			return true
		}
	}
	return false
}

// noteRule is the share of its column that a footnote's rule takes at the most:
// the rule of a foot is as wide as the block.
const noteRule = 0.7

func (p *Page) shortRuleAbove(l *Line) bool {
	for _, r := range p.Rules {
		d := l.Baseline - r.Y1
		if r.Height() <= thinMark && r.Width() > 20 && r.Width() <= noteRule*p.measureOf(l) && d > 0 && d < 2.2*l.Style.Size && r.X0 < l.X1 && r.X1 > l.X0 {
			return true
		}
	}
	return false
}

// goesOn reports whether a row is the end of a paragraph: it begins with a small
// letter or, where the block's end is not sure, with its column, and ends like a
// sentence. Rows below another of the same notice may do so.
func (e *pageEnds) goesOn(i, k int) bool {
	r, p := &e.rows[i][k], e.pages[i]
	above := r.gap // to the row above
	if e.atTop {
		if above = math.Inf(1); k > 0 {
			above = e.rows[i][k-1].gap
		}
	}
	first, _ := r.ends()
	if above >= furnitureGap*e.leading && startsSmall(first.Text) {
		return true
	}
	if e.atTop && (i == 0 || e.slots[sizeOf(p)].firm) || !e.atTop && r.gap >= clearGap*e.leading {
		return false
	}
	return len(r.lines) == 1 && first.startsColumn(p) && sameSize(first.Style.Size, r.usual) &&
		strings.ContainsRune(".:;,", lastRune(first.Text))
}

// startsSmall reports whether the text begins with a word in small letters:
// "arXiv:" and addresses are none.
func startsSmall(s string) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	word = strings.TrimRight(word, ".,;:")
	for _, r := range word {
		if !unicode.IsLower(r) {
			return false
		}
	}
	return word != ""
}

func lastRune(s string) rune {
	runes := []rune(strings.TrimSpace(s))
	if len(runes) == 0 {
		return 0
	}
	return runes[len(runes)-1]
}

// startsColumn reports whether the line begins at its column's left edge, as
// footnotes and last lines of text do.
func (l *Line) startsColumn(p *Page) bool {
	if l.Column < 0 || l.Column >= len(p.Columns) {
		return false
	}
	return math.Abs(l.X0-p.Columns[l.Column].X0) <= 2*l.Style.Size
}

// StartsFootnote reports whether the line begins with a raised mark.
func (l *Line) StartsFootnote() bool {
	if r, _ := utf8.DecodeRuneInString(l.Text); strings.ContainsRune("*†‡§¶", r) {
		return true
	}
	first := &l.Runs[0]
	return first.Size < 0.86*l.Style.Size && first.Baseline < l.Baseline-0.1*l.Style.Size && first.Chars <= 3
}
