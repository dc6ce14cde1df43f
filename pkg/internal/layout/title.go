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
	size, starts := 0.0, p.textStarts(body)
	above := func(line *Line) bool {
		y, ok := starts[line.Column]
		return line.Baseline < p.Size.Y/2 && (!ok || line.Baseline < y) && !isSectionWord(line.Text)
	}
	for line := range p.textLines() {
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
// body but bold or in capitals, above the columns or above something in the first
// that is no text. Small notices may stand above.
func (p *Page) plainTitle(body float64, above func(*Line) bool) []*Line {
	var out []*Line
	for _, line := range p.byHeight() {
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
		if line.Style.Size > largerType*body || line.Chars < proseRunChars || line.Width() < textShare*p.measureOf(line) {
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
