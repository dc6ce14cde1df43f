package layout

import (
	"fmt"
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// slotEnds returns, for each size of page, where the text of columns begins or
// ends on the page on which it reaches farthest. Full lines that other pages
// repeat to the letter are heads, not text.
func slotEnds(pages []*Page, atTop bool) map[geom.Point]float64 {
	out := map[geom.Point]float64{}
	lines := make([][]*Line, len(pages))
	seen := map[string]int{}
	for i, p := range pages {
		lines[i] = p.outermostFull(atTop)
		for _, l := range lines[i] {
			seen[slotKey(p, l)]++
		}
	}
	for i, p := range pages {
		for _, l := range lines[i] {
			if seen[slotKey(p, l)] > 1 {
				continue
			}
			at, ok := out[p.Size]
			if !ok || atTop && l.Baseline < at || !atTop && l.Baseline > at {
				out[p.Size] = l.Baseline
			}
		}
	}
	return out
}

func slotKey(p *Page, l *Line) string {
	return fmt.Sprint(p.Size, math.Round(l.Baseline/alikePlace), letters(l.Text))
}

// outermostFull returns the full lines of columns nearest to one end of the page:
// a few more than a head in each column can have.
func (p *Page) outermostFull(atTop bool) []*Line {
	var full []*Line
	for _, l := range p.textLines() {
		if l.Column >= 0 && l.Chars >= proseRunChars && l.Width() >= 0.9*p.measureOf(l) {
			full = append(full, l)
		}
	}
	sortByBaseline(full)
	n := min(len(full), (maxFurnitureRows+1)*max(1, len(p.Columns)))
	if atTop {
		return full[:n]
	}
	return full[len(full)-n:]
}

// beyond reports whether the row stands outside the slot of the text.
func (r *row) beyond(slot float64, atTop bool, leading float64) bool {
	if slot == 0 {
		return true
	}
	if atTop {
		return r.baseline < slot-0.5*leading
	}
	return r.baseline > slot+0.5*leading
}
