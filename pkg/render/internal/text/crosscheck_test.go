package text

import (
	"bytes"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

// TestCrossCheckIsOneNotice: also where a paper in format takes two lines, and
// nothing where nobody asked.
func TestCrossCheckIsOneNotice(t *testing.T) {
	with := passing()
	with.CrossCheck = &report.CrossCheck{Status: report.CrossCouldNotRead, Message: "it crashed"}
	for want, r := range map[int]*report.Report{0: sample(passing()), 1: sample(with), 2: sample(with, with)} {
		var out bytes.Buffer
		if err := Text(&out, r, TextOptions{}); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(out.String(), "  cross-check: no second reading: it crashed\n"); n != want || strings.Count(out.String(), "cross") != n {
			t.Errorf("%d notices, want %d:\n%s", n, want, &out)
		}
	}
}
