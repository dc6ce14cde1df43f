package text

import (
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/render/internal/form"
	"github.com/paperfit/paperfit/pkg/report"
)

// With Why the first line of each block tells why it has its role; without it none.
func TestWhy(t *testing.T) {
	line := report.SketchLine{Role: "caption", RunnerUp: "body", Margin: 8, Block: 1, Text: "Table 1: Looms", Reasons: []string{"as short as a caption (+9.0)"}}
	page := report.Page{Page: 1, Sketch: &report.Sketch{Lines: []report.SketchLine{line, line}}}
	for _, why := range []bool{true, false} {
		w := newWrapper(form.TextOptions{Width: 120, Why: why})
		inspectLayout(w, page)
		n := strings.Count(w.buf.String(), "caption, not body, by 8: as short as a caption (+9.0)")
		if want := map[bool]int{true: 1, false: 0}[why]; n != want {
			t.Errorf("why %v: told %d times, want %d:\n%s", why, n, want, w.buf.String())
		}
	}
}
