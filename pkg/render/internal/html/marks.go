package html

import (
	"fmt"
	"math"
)

// Sizes of marks, in points.
const (
	markPadding = 2.0  // between a place and its frame
	markStep    = 3.0  // between the frames of findings about the same place
	wideMark    = 0.2  // the share of the page from which a mark is only a frame
	badgeStep   = 26.0 // between the numbers of findings
)

// marks draws the places of findings. Each is a link back to its finding.
func (d *document) marks(i int, notes []note, page [4]float64) {
	same := map[[4]float64]int{}
	var badges [][2]float64
	for _, n := range notes {
		box := grown(page, -5)
		if n.Box != nil {
			box = onPage(*n.Box, page)
		}
		by := markPadding + markStep*float64(same[box])
		same[box]++
		frame := grown(box, by)
		at := placeBadge(frame, page, badges)
		badges = append(badges, at)

		names := "mark " + string(n.status)
		if area(frame) > wideMark*area(page) {
			names += " wide"
		}
		text := fmt.Sprintf("Finding %d, %s: %s", n.n, n.Rule, n.Message)
		d.begin("a", class(names), id(markID(i, n)), anchor(findingID(i, n.n)), label(text))
		d.leaf("title", text)
		d.shape("rect", append(box4(frame), attr{"rx", "2"})...)
		d.begin("g", class("number"))
		d.shape("circle", num("cx", at[0]), num("cy", at[1]), attr{"r", "9"})
		d.leaf("text", fmt.Sprint(n.n), num("x", at[0]), num("y", at[1]))
		d.end()
		d.endLine()
	}
}

// onPage brings a box into the drawing: hidden text may lie off the page.
func onPage(box, page [4]float64) [4]float64 {
	const least = 4 // points: what is smaller is not seen
	at := func(x, lo, hi float64) float64 {
		if math.IsNaN(x) {
			return lo
		}
		return min(max(x, lo), hi)
	}
	reach := pageMargin - markPadding - 1
	out := [4]float64{
		at(box[0], page[0]-reach, page[2]+reach-least), at(box[1], page[1]-reach, page[3]+reach-least),
		at(box[2], page[0]-reach+least, page[2]+reach), at(box[3], page[1]-reach+least, page[3]+reach),
	}
	out[2], out[3] = max(out[2], out[0]+least), max(out[3], out[1]+least)
	return out
}

// placeBadge returns where the number of a mark stands: at the frame's outer upper
// corner, below the numbers that stand there.
func placeBadge(frame, page [4]float64, taken [][2]float64) [2]float64 {
	at := [2]float64{frame[2] + 10, frame[1] + 5}
	if frame[0]+frame[2] < page[0]+page[2] {
		at[0] = frame[0] - 10
	}
	at[0] = min(max(at[0], page[0]-pageMargin+10), page[2]+pageMargin-10)
	at[1] = min(max(at[1], page[1]-pageMargin+10), page[3]+pageMargin-10)
	for range len(taken) {
		free := true
		for _, t := range taken {
			if math.Hypot(t[0]-at[0], t[1]-at[1]) < badgeStep-2 {
				free = false
				at[1] = t[1] + badgeStep
			}
		}
		if free || at[1] > page[3] {
			break
		}
	}
	return at
}

func area(b [4]float64) float64 { return (b[2] - b[0]) * (b[3] - b[1]) }
