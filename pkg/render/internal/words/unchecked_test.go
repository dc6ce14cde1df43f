package words

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

func TestSkippedText(t *testing.T) {
	for want, skipped := range map[string]report.Skipped{
		"":                                   nil,
		"1 file skipped: 1 .tex":             {".tex": 1},
		"5 files skipped: 2 hidden, 3 other": {"hidden": 2, "other": 3},
		"2 files skipped: 2 dangling links":  {"dangling link": 2},
		"9 files skipped: 2 .a, 2 .b, 1 .c, 1 .d, 1 .e, 1 .f, 1 other": {".a": 2, ".b": 2, ".c": 1, ".d": 1, ".e": 1, ".f": 1, ".g": 1},
	} {
		if got := SkippedText(skipped); got != want {
			t.Errorf("%v: %q, want %q", skipped, got, want)
		}
	}
}
