package layout

import (
	"math"

	"github.com/paperfit/paperfit/pkg/internal/lexicon"
)

// largerType is how much larger than the body, at the least, a title's type is.
const largerType = 1.06

// TitleLines returns the first lines of the largest type in the upper half of
// the page, as far as they follow each other. Where no type above the text is
// larger than the body's, they are the page's first lines if those are set apart. body
// is the size of the running text.
func (p *Page) TitleLines(body float64) []*Line {
	lines := p.byHeight()
	size, starts := 0.0, p.textStarts(lines, body)
	above := func(line *Line) bool {
		text := &starts[line.Column-Across]
		return line.Baseline < p.Size.Y/2 && (!text.begun() || line.Baseline < text.first) && !isSectionWord(line.Text)
	}
	for _, line := range lines {
		if above(line) && line.Chars >= 4 {
			size = math.Max(size, line.Style.Size)
		}
	}
	if size < largerType*body {
		return p.plainTitle(lines, body, above)
	}
	var out []*Line
	for _, line := range lines {
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

// plainTitle returns the first of a page's lines, from top to bottom, when they are no
// larger than the body but bold or in capitals, above the columns or above something in
// the first that is no text. Small notices may stand above.
func (p *Page) plainTitle(lines []*Line, body float64, above func(*Line) bool) []*Line {
	var out []*Line
	for _, line := range lines {
		n := len(out)
		if line.Column > 0 && (n == 0 || out[0].Column == 0) {
			continue // a title is above the columns, or in the first
		}
		strong := line.bold() || allCaps(line.Text) && len(letters(line.Text)) > 3
		switch {
		case strong && above(line) && sameSize(line.Style.Size, body) && lexicon.NumberEnd(line.Text) == 0 &&
			(n == 0 || line.Baseline-out[n-1].Baseline < 2*body && sameFont(line.Style.Font, out[0].Style.Font)):
			out = append(out, line)
		case n == 0 && line.Style.Size < noticeSize*body:
		case n > 0 && !above(line) && len(p.Columns) > 1 && out[0].Column == 0:
			return nil // a section in a column, and its text
		default:
			return out
		}
	}
	return nil
}

// noticeSize is the share of the body's size that notices above a title are below.
const noticeSize = 0.97

// columnText is where the running text of a column begins: with full lines that follow
// each other, as far as these were seen.
type columnText struct {
	first, last float64 // their heights
	full        int
}

// begun reports whether there are enough of them.
func (c *columnText) begun() bool { return c.full == textStart }

// add takes in the next full line.
func (c *columnText) add(line *Line) {
	if c.full == 0 || line.Baseline-c.last > 2*line.Style.Size {
		c.first, c.full = line.Baseline, 0
	}
	c.last = line.Baseline
	c.full++
}

// textStarts returns where the running text of each column begins, and before them that
// of what stands across, given the page's lines from top to bottom.
func (p *Page) textStarts(lines []*Line, body float64) []columnText {
	out := make([]columnText, len(p.Columns)+2) // a page without columns has lines in the first
	for _, line := range lines {
		switch c := &out[line.Column-Across]; {
		case c.begun():
		case line.Style.Size > largerType*body || line.Chars < proseRunChars || line.Width() < textShare*p.measureOf(line):
			c.full = 0
		default:
			c.add(line)
		}
	}
	return out
}

// textStart is how many full lines tell running text, textShare how much of its
// measure a full line takes.
const textStart, textShare = 4, 0.85

// isSectionWord reports whether a text is the heading of a section, which may be
// larger than the title: "Abstract", "1 Introduction".
func isSectionWord(s string) bool {
	h := lexicon.HeadingOf(s)
	return h.Is(lexicon.Abstract) || h.Is(lexicon.Opening) || h.Is(lexicon.References)
}

// isEndWord reports whether a heading's text names a part that can follow the
// reference list.
func isEndWord(s string) bool {
	h := lexicon.HeadingOf(s)
	return h.Begins(lexicon.Appendix) || h.Begins(lexicon.Acknowledgments) || h.Begins(lexicon.Closing)
}
