package html

import (
	"fmt"
	"math"

	"github.com/paperfit/paperfit/pkg/internal/geom"
)

// Sizes of marks, in points.
const (
	markPadding = 2.0  // between a place and its frame
	markStep    = 3.0  // between the frames of findings about the same place
	wideMark    = 0.2  // the share of the page from which a mark is only a frame
	badgeStep   = 26.0 // between the numbers of findings
)

// marks draws the places of findings. Each is a link back to its finding.
func (d *document) marks(i int, entries []entry, page geom.Rect) {
	same := map[geom.Rect]int{}
	var badges []geom.Point
	for _, n := range entries {
		box := page.Inset(5)
		if n.Box != nil {
			box = onPage(geom.FromArray(*n.Box), page)
		}
		by := markPadding + markStep*float64(same[box])
		same[box]++
		frame := box.Inset(-by)
		at := placeBadge(frame, page, badges)
		badges = append(badges, at)

		names := "mark " + string(n.status)
		if frame.Area() > wideMark*page.Area() {
			names += " wide"
		}
		text := fmt.Sprintf("Finding %d, %s: %s", n.n, n.Rule, n.Told())
		d.begin("a", class(names), id(markID(i, n)), anchor(findingID(i, n.n)), label(text))
		d.leaf("title", text)
		d.shape("rect", append(edges(frame), attr{"rx", "2"})...)
		d.begin("g", class("number"))
		d.shape("circle", num("cx", at.X), num("cy", at.Y), attr{"r", "9"})
		d.leaf("text", fmt.Sprint(n.n), num("x", at.X), num("y", at.Y))
		d.end()
		d.endLine()
	}
}

// onPage brings a box into the drawing: hidden text may lie off the page.
func onPage(box, page geom.Rect) geom.Rect {
	const least = 4 // points: what is smaller is not seen
	at := func(x, lo, hi float64) float64 {
		if math.IsNaN(x) {
			return lo
		}
		return min(max(x, lo), hi)
	}
	reach := pageMargin - markPadding - 1
	room := page.Inset(-reach)
	out := geom.Rect{
		X0: at(box.X0, room.X0, room.X1-least), Y0: at(box.Y0, room.Y0, room.Y1-least),
		X1: at(box.X1, room.X0+least, room.X1), Y1: at(box.Y1, room.Y0+least, room.Y1),
	}
	out.X1, out.Y1 = max(out.X1, out.X0+least), max(out.Y1, out.Y0+least)
	return out
}

// placeBadge returns where the number of a mark stands: at the frame's outer upper
// corner, below the numbers that stand there.
func placeBadge(frame, page geom.Rect, taken []geom.Point) geom.Point {
	at := geom.Point{X: frame.X1 + 10, Y: frame.Y0 + 5}
	if frame.Center().X < page.Center().X {
		at.X = frame.X0 - 10
	}
	at.X = min(max(at.X, page.X0-pageMargin+10), page.X1+pageMargin-10)
	at.Y = min(max(at.Y, page.Y0-pageMargin+10), page.Y1+pageMargin-10)
	for range len(taken) {
		free := true
		for _, t := range taken {
			if math.Hypot(t.X-at.X, t.Y-at.Y) < badgeStep-2 {
				free = false
				at.Y = t.Y + badgeStep
			}
		}
		if free || at.Y > page.Y1 {
			break
		}
	}
	return at
}
