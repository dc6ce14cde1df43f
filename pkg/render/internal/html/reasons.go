package html

import (
	"fmt"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// reasons lays over each block of lines what it is and why, shown on hover and
// focus.
func (d *document) reasons(lines []report.SketchLine) {
	lines = lines[:min(len(lines), maxDrawnLines)]
	for from := 0; from < len(lines); {
		end, box := from, geom.Empty()
		for end < len(lines) && sameReasons(&lines[from], &lines[end]) {
			box = box.Union(geom.FromArray(lines[end].Box))
			end++
		}
		if l := &lines[from]; len(l.Reasons) > 0 && box.Width() > 0 && box.Height() > 0 {
			d.reason(l, box)
		}
		from = end
	}
}

func sameReasons(a, b *report.SketchLine) bool {
	return a == b || a.Block == b.Block && a.Role == b.Role && a.Column == b.Column
}

// reason draws the outline of a block and, above it, what it is and why.
func (d *document) reason(l *report.SketchLine, box geom.Rect) {
	text := fmt.Sprintf("%s, not %s (by %s): %s", l.Role, l.RunnerUp, words.Shortest(l.Margin, 1), strings.Join(l.Reasons, ", "))
	d.begin("g", class("why"), attr{"tabindex", "0"}, attr{"role", "note"}, label(text))
	d.shape("rect", append(edges(box.Inset(-1)), attr{"rx", "1"})...)
	d.leaf("text", text, num("x", box.X0), num("y", box.Y0-3))
	d.end()
}
