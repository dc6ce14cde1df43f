package measure

import (
	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/layout"
	"github.com/paperfit/paperfit/pkg/internal/structure"
)

// drawings returns the boxes of the page's drawings and images: figures, and the
// rules of tables and frames; not backgrounds, and not the rules of heads and feet.
// sure holds the same without images that may have white margins.
func drawings(p *structure.Page) (out, sure []geom.Rect) {
	for i := range p.Figures {
		if f := &p.Figures[i]; !f.IsBackground(p.Page) {
			out, sure = append(out, f.Box), append(sure, f.Sure)
		}
	}
	text := textBox(p)
	for _, r := range p.Rules {
		if r.Overlaps(text) && !isOfLine(p, r) {
			out, sure = append(out, r), append(sure, r)
		}
	}
	for _, l := range p.Lines {
		if l.Role == structure.FigureText {
			out, sure = append(out, l.Box), append(sure, l.Box)
		}
	}
	return out, sure
}

// belowLine is how far below a line's letters, in sizes of its type, the line is that
// underlines them.
const belowLine = 0.3

// maxLooks caps how often a rule is looked for in a line of its page.
const maxLooks = 1_000_000

// isOfLine reports whether a rule is part of a line of text, which is measured itself:
// TeX draws the underscore of \_ as a rule, and lines under words are rules too.
func isOfLine(p *structure.Page, rule geom.Rect) bool {
	if len(p.Rules)*len(p.Lines) > maxLooks {
		return false
	}
	for _, l := range p.Lines {
		if l.Role != structure.Furniture && l.Role != structure.FigureText && l.Box.Grow(geom.Point{X: 1, Y: belowLine * l.Style.Size}).Covers(rule) {
			return true
		}
	}
	return false
}

// textBox returns the box of the page's text and figures without furniture.
func textBox(p *structure.Page) geom.Rect {
	box := geom.Empty()
	for _, l := range p.Lines {
		if l.Role != structure.Furniture {
			box = box.Union(l.Box)
		}
	}
	for _, f := range p.Figures {
		box = box.Union(f.Box)
	}
	return box
}

// TinyBelow is the size in points below which text cannot be read without
// magnification: 5 TeX points, and the rounding below.
const TinyBelow = 4.9

// minTinyChars is how many characters a line needs to be text at all.
const minTinyChars = 2

// tiny returns, in the order of the pages, the lines whose usual size is too small to
// read without magnification; sub- and superscripts are part of their lines. What is
// too small to be seen at all is hidden text, but for labels in figures and tables.
func tiny(l *structure.Structure) []Tiny {
	var out []Tiny
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			size := sizeOf(line)
			if size < TinyBelow && (size >= tooTiny || isLabel(line)) && line.Chars >= minTinyChars && line.Kind != layout.LineNumber {
				out = append(out, Tiny{Place{p.Number, line.Box, line.Text}, size})
			}
		}
	}
	return out
}
