package layout

import (
	"math"
	"sort"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/internal/pattern"
)

// What sets furniture apart from text (MEASURES.md, "Furniture").
const (
	maxFurnitureRows = 2    // a head or foot has no more lines
	furnitureGap     = 1.35 // its distance from the block, in leadings
	numberGap        = 0.9  // a number that other pages have too may stand nearer
	alikeGap         = 6.0  // points: how far their distances from the text may differ
	alikePlace       = 4.0  // points: heads of two pages stand at the same height
	bannerSize       = 1.12 // larger type on top of the first page is the title
)

// pageNumber matches what page numbers look like, without spaces.
var pageNumber = pattern.New(`^(?i)(p(age|\.|g\.)?)?[-–—•·|\[(]*([0-9]{1,4}|[ivxlc]{1,7})[-–—•·|\])]*((of|/|\|)[0-9]{1,4})?$`)

// IsPageNumber reports whether text looks like a page number: arabic or roman,
// with dashes, "Page 3 of 9".
func IsPageNumber(text string) bool {
	return pageNumber.MatchString(strings.Join(strings.Fields(text), ""))
}

// row is the lines that share a height of the page, near one of its ends.
type row struct {
	lines    []*Line
	baseline float64
	size     float64
	usual    float64 // the page's usual size of type
	box      geom.Rect
	gap      float64  // distance to the next row towards the middle of the page
	alone    bool     // it is the only row of the page
	full     bool     // some line takes the full measure of its column
	titled   bool     // it says the paper's title across the columns
	words    []string // its lines' letters, sorted
	key      string   // all of them
}

// markFurniture gives the role Furniture to heads, feet, line numbers and stamps.
func markFurniture(pages []*Page, leading float64) {
	for _, p := range pages {
		markLineNumbers(p)
		markStamps(p)
	}
	title := runningTitle(pages)
	for _, atTop := range []bool{true, false} {
		slots := slotEnds(pages, atTop)
		ends := make([][]row, len(pages))
		for i, p := range pages {
			ends[i] = p.endRows(atTop)
			for k := range ends[i] {
				r := &ends[i][k]
				r.titled = i > 0 && r.says(p, title)
			}
		}
		for i, p := range pages {
			n := furnitureRows(p, ends, i, atTop, leading, slots[p.Size])
			for _, r := range ends[i][:n] {
				for _, l := range r.lines {
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

// furnitureRows returns how many rows at an end of page i are a head or foot:
// the most, up to maxFurnitureRows, of which each is furniture by itself and the
// last is set apart from what follows.
func furnitureRows(p *Page, ends [][]row, i int, atTop bool, leading, slot float64) int {
	n := 0
	for k := range min(maxFurnitureRows, len(ends[i])) {
		r := &ends[i][k]
		if !isFurniture(p, ends, i, r, atTop) && !besideNumber(ends, i, k) || !r.numeric() && !r.beyond(slot, atTop, leading) {
			break
		}
		if r.gap >= furnitureGap*math.Max(leading, r.size) || (r.alone || r.gap >= numberGap*leading) && numberedElsewhere(ends, i, r) {
			n = k + 1
		}
	}
	return n
}

// endRows returns the rows nearest to one end of the page.
func (p *Page) endRows(atTop bool) []row {
	lines := p.textLines()
	sort.SliceStable(lines, func(i, j int) bool {
		if atTop {
			return lines[i].Baseline < lines[j].Baseline
		}
		return lines[i].Baseline > lines[j].Baseline
	})
	var rows []row
	usual := p.usualSize()
	for _, l := range lines {
		if n := len(rows); n > 0 && math.Abs(rows[n-1].baseline-l.Baseline) <= 0.5*l.Style.Size {
			rows[n-1].add(p, l)
			continue
		}
		if n := len(rows); n > 0 {
			rows[n-1].gap = math.Abs(rows[n-1].baseline - l.Baseline)
		}
		if len(rows) == maxFurnitureRows {
			break
		}
		r := row{baseline: l.Baseline, usual: usual, box: geom.Empty(), gap: math.Inf(1)}
		r.add(p, l)
		rows = append(rows, r)
	}
	if n := len(rows); n > 0 && math.IsInf(rows[n-1].gap, 1) {
		rows[n-1].gap, rows[n-1].alone = 0, n == 1 // there is nothing that it could be set apart from
	}
	return rows
}

func (r *row) add(p *Page, l *Line) {
	r.lines = append(r.lines, l)
	r.size = math.Max(r.size, l.Style.Size)
	r.box = r.box.Union(l.Box)
	r.full = r.full || l.Width() >= 0.9*p.measureOf(l) && l.Chars >= proseRunChars
	r.words = append(r.words, letters(l.Text))
	sort.Strings(r.words) // two-sided papers swap what stands left and right
	r.key = strings.Join(r.words, "")
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

// isFurniture judges a row of page i by its words, by its likes on other pages
// and, where there are none to compare with, by how it is set.
func isFurniture(p *Page, ends [][]row, i int, r *row, atTop bool) bool {
	switch {
	case r.numeric(), r.titled, alikeElsewhere(ends, i, r):
		return true
	case r.full, r.caption():
		return false
	case atTop && setAlike(ends, i, r), r.isSpread(p):
		return true
	}
	return (len(ends) <= 2 || i == 0) && r.isBanner(p, atTop, i == 0)
}

// caption reports whether a line of the row begins like a caption.
func (r *row) caption() bool {
	for _, l := range r.lines {
		if captionHead.MatchString(l.Text) {
			return true
		}
	}
	return false
}

func (r *row) numeric() bool {
	for _, l := range r.lines {
		if !IsPageNumber(l.Text) {
			return false
		}
	}
	return true
}

// alikeElsewhere reports whether another page has a row with the same words at
// the same height. A row that takes the full measure must be the same to the
// letter, so that text cannot pass as a head.
func alikeElsewhere(ends [][]row, i int, r *row) bool {
	if r.key == "" {
		return false
	}
	for j := range ends {
		if j == i {
			continue
		}
		for k := range ends[j] {
			if o := &ends[j][k]; math.Abs(o.baseline-r.baseline) <= alikePlace && (o.key == r.key || !r.full && alikeText(o.key, r.key)) {
				return true
			}
		}
	}
	return false
}

// numberedElsewhere reports whether the row, all that a page shows, is a number
// and another page has a number at the same height.
func numberedElsewhere(ends [][]row, i int, r *row) bool {
	if !r.numeric() {
		return false
	}
	for j := range ends {
		for k := range ends[j] {
			if o := &ends[j][k]; j != i && o.numeric() && math.Abs(o.baseline-r.baseline) <= alikePlace {
				return true
			}
		}
	}
	return false
}

// setAlike reports whether another page has a short row of small type at the same
// height and just as far from the text: left and right pages of a short paper
// carry different heads.
func setAlike(ends [][]row, i int, r *row) bool {
	if r.bold() {
		return false
	}
	for j := range ends {
		for k := range ends[j] {
			o := &ends[j][k]
			usual := math.Max(r.usual, o.usual) // of a page of text, where the other holds references
			if j != i && !o.full && r.size <= 1.02*usual && math.Abs(o.baseline-r.baseline) <= 1 && math.Abs(o.gap-r.gap) <= alikeGap && sameSize(o.size, r.size) {
				return true
			}
		}
	}
	return false
}

func (r *row) bold() bool {
	for _, l := range r.lines {
		if l.bold() {
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

// isBanner reports whether a row that no other page repeats is a head or foot:
// short, in small type, and not set like text of a column.
func (r *row) isBanner(p *Page, atTop, first bool) bool {
	body := p.usualSize()
	for _, l := range r.lines {
		if l.Style.Size > bannerSize*body || l.Column >= 0 && l.Width() > 0.9*p.measureOf(l) {
			return false
		}
		if !(atTop && first) && l.startsColumn(p) || l.bold() && l.Style.Size > 0.95*body {
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

// watermarkSize is how much larger than the page's type a word across it is.
const watermarkSize = 2.5

// markStamps finds rotated type in the margin, such as arXiv's, and watermarks:
// large type laid across the page.
func markStamps(p *Page) {
	usual := p.usualSize()
	for _, l := range p.Lines {
		if l.Rotated && l.Role != FigureText && l.Style.Size > watermarkSize*usual && usual > 0 {
			l.Role, l.Kind = Furniture, Stamp
		}
		if l.Rotated && l.Role != FigureText && beside(p.Columns, &Line{X0: l.Box.X0, X1: l.Box.X1}) {
			l.Role, l.Kind = Furniture, Stamp
		}
	}
}
