package layout

import (
	"math"
	"slices"
)

// slotSize is a size of page, to the point.
type slotSize struct{ width, height int }

func sizeOf(p *Page) slotSize { return slotSize{int(math.Round(p.Size.X)), int(math.Round(p.Size.Y))} }

// slot is where the text of columns begins or ends on the page on which it
// reaches farthest.
type slot struct {
	at   float64 // 0: there is no such text
	firm bool    // two columns or more agree
}

// sameEnd is how many points apart two columns may begin and still agree.
const sameEnd = 1.5

// distance returns how far the row stands outside the slot.
func (s slot) distance(r *row, atTop bool) float64 {
	switch {
	case s.at == 0:
		return math.Inf(1)
	case atTop:
		return s.at - r.baseline
	}
	return r.baseline - s.at
}

// slotEnds returns the slot at one end for each size of page. Full lines that
// other pages repeat to the letter are heads, not text; a full line alone above or
// below the text tells nothing.
func slotEnds(pages []*Page, atTop bool, leading float64) map[slotSize]slot {
	lines, keys := make([][]*Line, len(pages)), make([][]slotKey, len(pages))
	seen := map[slotKey]int{}
	for i, p := range pages {
		lines[i] = p.outermostFull(atTop)
		for _, l := range lines[i] {
			key := slotKeyOf(p, l)
			keys[i] = append(keys[i], key)
			seen[key]++
		}
	}
	out := map[slotSize]slot{}
	for i, p := range pages {
		reached := map[int]bool{} // columns of this page
		for k, l := range lines[i] {
			if seen[keys[i][k]] > 1 || reached[l.Column] || !goesOnIn(lines[i][k+1:], l, textStep*leading) && !p.endsParagraph(l, leading) {
				continue
			}
			reached[l.Column] = true
			s := out[sizeOf(p)]
			s.reach(l.Baseline, atTop)
			out[sizeOf(p)] = s
		}
	}
	return out
}

// reach takes the outermost full line of a column in.
func (s *slot) reach(baseline float64, atTop bool) {
	d := s.at - baseline
	if !atTop {
		d = -d
	}
	switch {
	case s.at == 0 || d > sameEnd:
		s.at, s.firm = baseline, false
	case d > -sameEnd:
		s.firm = true
		if d > 0 {
			s.at = baseline
		}
	}
}

// textStep and nextLine are the distances, in leadings, at which text goes on: with a
// full line, over a short one, or with the last line of its paragraph.
const (
	textStep = 2.2
	nextLine = 1.05
)

// endsParagraph reports whether a full line of text, in no smaller type, is followed by
// the last line of its paragraph, however short.
func (p *Page) endsParagraph(l *Line, leading float64) bool {
	return l.Style.Size >= smallSize*p.usualSize() && goesOnIn(p.Lines, l, nextLine*leading)
}

// goesOnIn reports whether another line of text among them stands above or below in the line's column and near it.
func goesOnIn(lines []*Line, l *Line, near float64) bool {
	return slices.ContainsFunc(lines, func(o *Line) bool {
		d := math.Abs(o.Baseline - l.Baseline)
		return o.Column == l.Column && d > 0 && d <= near && o.isText()
	})
}

// slotKey is what lines have in common that pages repeat to the letter.
type slotKey struct {
	page    slotSize
	height  int
	letters string
}

func slotKeyOf(p *Page, l *Line) slotKey {
	return slotKey{sizeOf(p), heightOf(l.Baseline), letters(l.Text)}
}

// outermostFull returns the full lines of columns nearest to one end of the page,
// outermost first: a few more than a head in each column can have.
func (p *Page) outermostFull(atTop bool) []*Line {
	full := make([]*Line, 0, len(p.Lines))
	for l := range p.textLines() {
		if l.Column >= 0 && l.isFull(p) {
			full = append(full, l)
		}
	}
	sortByBaseline(full)
	n := min(len(full), (maxEndRows+1)*max(1, len(p.Columns)))
	if atTop {
		return full[:n]
	}
	out := make([]*Line, n)
	for i := range out {
		out[i] = full[len(full)-1-i]
	}
	return out
}
