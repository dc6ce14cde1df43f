package html

import (
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

// Each block of lines tells once, on hover and focus, what it is and why.
func TestReasons(t *testing.T) {
	line := func(block int, y float64, reasons ...string) report.SketchLine {
		return report.SketchLine{Role: "caption", RunnerUp: "body", Margin: 8, Block: block, Box: [4]float64{10, y, 90, y + 8}, Reasons: reasons}
	}
	var d document
	d.reasons([]report.SketchLine{line(1, 10, "as short as a caption (+9.0)"), line(1, 20, "as short as a caption (+9.0)"), line(2, 40)})
	got := string(d.buf)
	if n := strings.Count(got, `tabindex="0"`); n != 1 {
		t.Errorf("%d blocks can be focused, want 1: %s", n, got)
	}
	if !strings.Contains(got, "caption, not body (by 8): as short as a caption (+9.0)") {
		t.Errorf("the reasons are missing: %s", got)
	}
}
