package text

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/paperfit/paperfit/pkg/internal/geom"
	"github.com/paperfit/paperfit/pkg/render/internal/words"
	"github.com/paperfit/paperfit/pkg/report"
)

// inspectLayout writes the lines of a page in reading order with the roles they
// were given; nothing without a sketch.
func inspectLayout(t *wrapper, p report.Page) {
	if p.Sketch == nil {
		return
	}
	t.blank()
	t.line(2, span{fmt.Sprintf("page %d", p.Page), styleBold})
	block := 0
	for _, l := range p.Sketch.Lines {
		corner := " "
		if l.Block != block {
			corner, block = "┌", l.Block
		}
		head := fmt.Sprintf("%s %s %s %s %s ", corner, padded(l.Role, 17), padded(columnFact(l.Column), 2),
			padded(words.Shortest(l.Baseline, 1), 6), padded(words.Shortest(l.Size, 2), 5))
		t.line(2, span{head, styleDim}, plain(words.Cut(strings.TrimSpace(l.Text), t.width-len([]rune(head))-2)))
		if t.why && corner != " " && len(l.Reasons) > 0 {
			t.line(6, span{why(&l), styleDim})
		}
	}
	for _, f := range p.Sketch.Figures {
		box := geom.FromArray(f)
		t.line(2, span{"□ figure", styleDim}, plain(fmt.Sprintf(" %s × %s in at %s, %s pt",
			words.Shortest(geom.Inches(box.Width()), 2), words.Shortest(geom.Inches(box.Height()), 2), words.Shortest(box.X0, 1), words.Shortest(box.Y0, 1))))
	}
}

// columnFact tells a line's column, counted from 1; "=" stands across.
func columnFact(column int) string {
	if column < 0 {
		return "="
	}
	return strconv.Itoa(column + 1)
}

// why tells why the first line of a block has its role: the role, the next best and
// by how much it is behind, and the weightiest reasons.
func why(l *report.SketchLine) string {
	return fmt.Sprintf("%s, not %s, by %s: %s", l.Role, l.RunnerUp, words.Shortest(l.Margin, 1), strings.Join(l.Reasons, ", "))
}
