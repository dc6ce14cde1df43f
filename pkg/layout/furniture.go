package layout

import (
	"math"
	"regexp"
	"sort"
	"strings"
	"unicode"

	"github.com/paperfit/paperfit/pkg/geom"
)

// What sets furniture apart from text (MEASURES.md, "Furniture").
const (
	maxFurnitureRows = 2    // a head or foot has no more lines
	furnitureGap     = 1.35 // its distance from the block, in leadings
	alikePlace       = 4.0  // points: heads of two pages stand at the same height
	lineNumberRows   = 8    // so many numbers beside a column are line numbers
	bannerSize       = 1.12 // larger type on top of the first page is the title
)

// pageNumber matches what page numbers look like, without spaces.
var pageNumber = regexp.MustCompile(`^(?i)(p(age|\.|g\.)?)?[-–—•·|\[(]*([0-9]{1,4}|[ivxlc]{1,7})[-–—•·|\])]*((of|/|\|)[0-9]{1,4})?$`)

// IsPageNumber reports whether text looks like a page number: arabic or roman,
// with dashes, "Page 3 of 9".
func IsPageNumber(text string) bool {
	return pageNumber.MatchString(strings.Join(strings.Fields(text), ""))
}

// band is a head or foot: one or two rows at an end of the page.
type band struct {
	lines []*Line
	box   geom.Rect
	gap   float64 // distance to the block's nearest line
	full  bool    // some line takes the full measure
	key   string  // its text without digits
}

// markFurniture gives the role Furniture to heads, feet, line numbers and stamps.
func markFurniture(pages []*Page, leading float64) {
	for _, p := range pages {
		markLineNumbers(p)
		markStamps(p)
	}
	for _, atTop := range []bool{true, false} {
		bands := make([]band, len(pages))
		for i, p := range pages {
			bands[i] = findBand(p, atTop, leading)
		}
		for i := range bands {
			if b := &bands[i]; len(b.lines) > 0 && isFurniture(pages, bands, i, atTop) {
				for _, l := range b.lines {
					l.Role, l.Kind = Furniture, endKind(atTop)
				}
			}
		}
	}
}

func endKind(atTop bool) FurnitureKind {
	if atTop {
		return Head
	}
	return Foot
}

// findBand returns the rows at the top or bottom of the page that are set apart
// from the rest: the last gap within maxFurnitureRows rows that is wide enough.
func findBand(p *Page, atTop bool, leading float64) band {
	rows := rowsOf(p, atTop)
	var best band
	for n := 1; n <= maxFurnitureRows && n < len(rows); n++ {
		gap := math.Abs(rows[n].baseline - rows[n-1].baseline)
		need := furnitureGap * math.Max(leading, rows[n-1].size)
		if gap < need {
			continue
		}
		best = newBand(p, rows[:n], gap)
	}
	return best
}

// row is the lines that share a height of the page.
type row struct {
	baseline float64
	size     float64
	lines    []*Line
}

// rowsOf returns the first rows from one end of the page, one more than a band
// can have and the next.
func rowsOf(p *Page, atTop bool) []row {
	lines := p.textLines()
	sort.SliceStable(lines, func(i, j int) bool {
		if atTop {
			return lines[i].Baseline < lines[j].Baseline
		}
		return lines[i].Baseline > lines[j].Baseline
	})
	var rows []row
	for _, l := range lines {
		if n := len(rows); n > 0 && math.Abs(rows[n-1].baseline-l.Baseline) <= 0.5*l.Style.Size {
			rows[n-1].lines = append(rows[n-1].lines, l)
			rows[n-1].size = math.Max(rows[n-1].size, l.Style.Size)
			continue
		}
		if len(rows) > maxFurnitureRows {
			break
		}
		rows = append(rows, row{l.Baseline, l.Style.Size, []*Line{l}})
	}
	return rows
}

// textLines returns the upright lines that are neither figure text nor furniture.
func (p *Page) textLines() []*Line {
	var out []*Line
	for _, l := range p.Lines {
		if l.Role != FigureText && l.Role != Furniture && !l.Rotated {
			out = append(out, l)
		}
	}
	return out
}

func newBand(p *Page, rows []row, gap float64) band {
	b := band{box: geom.Empty(), gap: gap}
	var text []string
	for _, r := range rows {
		for _, l := range r.lines {
			b.lines = append(b.lines, l)
			b.box = b.box.Union(l.Box)
			b.full = b.full || l.Column >= 0 && l.Width() >= 0.9*p.measureOf(l) && l.Chars >= proseRunChars
			text = append(text, withoutDigits(l.Text))
		}
	}
	sort.Strings(text)
	b.key = strings.Join(text, " ")
	return b
}

// withoutDigits returns the letters of a text in lower case.
func withoutDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// isFurniture judges the band of page i by its words, by its likes on other
// pages and, where there are none to compare with, by its length.
func isFurniture(pages []*Page, bands []band, i int, atTop bool) bool {
	b := &bands[i]
	if b.numeric() {
		return true
	}
	if b.full {
		return false
	}
	if alikeElsewhere(bands, i) {
		return true
	}
	if len(pages) > 2 && i > 0 {
		return false
	}
	return b.shortBanner(pages[i], atTop)
}

func (b *band) numeric() bool {
	for _, l := range b.lines {
		if !IsPageNumber(l.Text) {
			return false
		}
	}
	return true
}

// alikeElsewhere reports whether another page has a band with the same words at
// the same height.
func alikeElsewhere(bands []band, i int) bool {
	b := &bands[i]
	if b.key == "" {
		return false
	}
	for j := range bands {
		o := &bands[j]
		if j == i || len(o.lines) == 0 || math.Abs(o.box.Center().Y-b.box.Center().Y) > alikePlace+math.Abs(o.box.Height()-b.box.Height()) {
			continue
		}
		if alikeText(o.key, b.key) {
			return true
		}
	}
	return false
}

// alikeText reports whether two heads say nearly the same: a common beginning
// or end of more than half the longer one.
func alikeText(a, b string) bool {
	if a == b {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	m := 0
	for m < len(a)-n && m < len(b)-n && a[len(a)-1-m] == b[len(b)-1-m] {
		m++
	}
	return 2*(n+m) > max(len(a), len(b))
}

// shortBanner reports whether a band that no other page repeats is a head or
// foot: small type, short, and not set like text of a column.
func (b *band) shortBanner(p *Page, atTop bool) bool {
	body := p.usualSize()
	for _, l := range b.lines {
		if l.Style.Size > bannerSize*body || l.Column >= 0 && l.Width() > 0.9*p.measureOf(l) {
			return false
		}
		if !atTop && l.startsColumn(p) {
			return false
		}
		if l.Style.Font != nil && l.Style.Font.Bold() && l.Style.Size > 0.95*body {
			return false
		}
	}
	return true
}

// startsColumn reports whether the line begins at its column's left edge, as
// footnotes and last lines of text do.
func (l *Line) startsColumn(p *Page) bool {
	if l.Column < 0 || l.Column >= len(p.Columns) {
		return false
	}
	return math.Abs(l.X0-p.Columns[l.Column].X0) <= 2*l.Style.Size
}

// usualSize returns the size with the most characters on the page.
func (p *Page) usualSize() float64 {
	c := sizeCount{}
	for _, l := range p.textLines() {
		c.add(l.Style.Size, l.Chars)
	}
	return c.mode()
}

// markLineNumbers finds the margin line numbers of review copies: many short
// numbers, one below the other, beside the columns.
func markLineNumbers(p *Page) {
	var numbers []*Line
	for _, l := range p.Lines {
		if l.Role != FigureText && !l.Rotated && isLineNumber(l) && beside(p.Columns, l) {
			numbers = append(numbers, l)
		}
	}
	if len(numbers) < lineNumberRows {
		return
	}
	for _, l := range numbers {
		l.Role, l.Kind = Furniture, LineNumber
	}
}

func isLineNumber(l *Line) bool {
	if len(l.Text) == 0 || len(l.Text) > 4 {
		return false
	}
	for _, r := range l.Text {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

// beside reports whether the line stands outside all columns.
func beside(columns []Column, l *Line) bool {
	for _, c := range columns {
		if l.X1 > c.X0+1 && l.X0 < c.X1-1 {
			return false
		}
	}
	return len(columns) > 0
}

// markStamps finds rotated type in the margin, such as arXiv's.
func markStamps(p *Page) {
	for _, l := range p.Lines {
		if l.Rotated && l.Role != FigureText && beside(p.Columns, &Line{X0: l.Box.X0, X1: l.Box.X1}) {
			l.Role, l.Kind = Furniture, Stamp
		}
	}
}
