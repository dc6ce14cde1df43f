package words

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

func TestMargins(t *testing.T) {
	for name, test := range map[string]struct {
		got, want string
		unit      string
		status    report.Status
		row       [2]string
	}{
		"one side":        {"1, 0.75, 1, 0.62", "1, 0.75, 1, 0.75", "in", report.StatusFail, [2]string{"left 0.62 in", "at least 0.75 in (−0.05)"}},
		"two":             {"0.8, 0.75, 1, 0.62", "1, 0.75, 1, 0.75", "in", report.StatusFail, [2]string{"top 0.8, left 0.62 in", "at least top 1, left 0.75 in (−0.05)"}},
		"met":             {"1, 0.75, 1, 0.75", "1, 0.75, 1, 0.75", "in", report.StatusPass, [2]string{"top 1, right 0.75, bottom 1, left 0.75 in", "at least top 1, right 0.75, bottom 1, left 0.75 in (−0.05)"}},
		"within":          {"1, 0.72, 1, 0.62", "1, 0.75, 1, 0.75", "in", report.StatusWarn, [2]string{"left 0.62 in", "at least 0.75 in (−0.05)"}},
		"in millimetres":  {"25, 25, 25, 19", "25, 25, 25, 25", "mm", report.StatusFail, [2]string{"left 19 mm", "at least 25 mm (−0.05)"}},
		"none was looked": {"", "1, 1, 1, 1", "in", report.StatusFail, [2]string{"", "at least 1 in (−0.05)"}},
	} {
		c := report.Check{Rule: "margins", Status: test.status, Want: test.want, Tolerance: 0.05, Unit: test.unit}
		if test.got != "" {
			c.Got = test.got
		}
		if row := [2]string{got(c), Required(c)}; row != test.row {
			t.Errorf("%s: %q, want %q", name, row, test.row)
		}
	}
}
