package html

import "github.com/paperfit/paperfit/pkg/report"

// Caps on what is drawn, so that no paper makes a report that no browser opens.
const (
	maxDrawnPages = 300    // of a report
	maxPlainPages = 100    // of these, without a finding
	maxDrawnLines = 1500   // of type, on a page
	maxDrawnText  = 40_000 // bytes on a page; lines beyond it are drawn as boxes
	maxLineText   = 400    // characters of a line
	maxDrawnMarks = 100    // findings marked on a page
	maxDrawnBoxes = 300    // of each kind, on a page
)

// drawingRoom counts how many pages of a report may still be drawn.
type drawingRoom struct{ pages, plain int }

func newDrawingRoom() drawingRoom { return drawingRoom{maxDrawnPages, maxPlainPages} }

// choose returns the numbers of a file's pages that are drawn: those with
// findings before the others.
func (r *drawingRoom) choose(f *report.File, groups []entryGroup) map[int]bool {
	noted := map[int]bool{}
	for _, g := range groups {
		for _, n := range g.entries {
			noted[n.Page] = true
		}
	}
	drawn := map[int]bool{}
	for _, withFindings := range [...]bool{true, false} {
		for i := range f.Pages {
			p := &f.Pages[i]
			if !canDraw(p) || noted[p.Page] != withFindings || r.pages == 0 || !withFindings && r.plain == 0 {
				continue
			}
			drawn[p.Page] = true
			r.pages--
			if !withFindings {
				r.plain--
			}
		}
	}
	return drawn
}

// canDraw reports whether there is anything to draw of a page, on paper of a
// size that is one.
func canDraw(p *report.Page) bool {
	const most = 1000 // inches; PDF ends at 200
	w, h := p.SizeIn[0], p.SizeIn[1]
	return p.Sketch != nil && w > 0 && w < most && h > 0 && h < most
}
