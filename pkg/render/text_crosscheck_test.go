package render

import (
	"bytes"
	"strings"
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

func TestCrossSentence(t *testing.T) {
	agrees := report.CrossPage{Page: 1, Status: report.CrossAgrees}
	skipped := report.CrossPage{Page: 2, Status: report.CrossSkipped, Message: "text in forms"}
	differs := report.CrossPage{Page: 3, Status: report.CrossDiffers, Message: "characters 812 against 790"}
	tests := []struct {
		check report.CrossCheck
		want  string
	}{
		{report.CrossCheck{Status: report.CrossAgrees, Pages: []report.CrossPage{agrees}}, "a second reader finds the same text on its page"},
		{report.CrossCheck{Status: report.CrossAgrees, Pages: []report.CrossPage{agrees, agrees}}, "a second reader finds the same text on all 2 pages"},
		{report.CrossCheck{Status: report.CrossAgrees, Message: "it was stopped after 10s", Pages: []report.CrossPage{agrees, skipped}},
			"a second reader finds the same text on 1 of 2 pages; it was stopped after 10s"},
		{report.CrossCheck{Status: report.CrossDiffers, Pages: []report.CrossPage{agrees, skipped, differs}},
			"a second reader finds other text on page 3: characters 812 against 790"},
		{report.CrossCheck{Status: report.CrossDiffers, Pages: []report.CrossPage{differs, differs, differs}},
			"a second reader finds other text on page 3: characters 812 against 790, and on 2 pages more"},
		{report.CrossCheck{Status: report.CrossDiffers, Message: "pages 2 against 3", Pages: []report.CrossPage{agrees, agrees}},
			"a second reader finds another paper; pages 2 against 3"},
		{report.CrossCheck{Status: report.CrossCouldNotRead, Message: "it crashed"}, "no second reading: it crashed"},
	}
	for _, test := range tests {
		if got := crossSentence(&test.check); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

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

func TestCrossCheckInJSON(t *testing.T) {
	f := passing()
	f.CrossCheck = &report.CrossCheck{Status: report.CrossCouldNotRead, Message: "it crashed"}
	var out bytes.Buffer
	if err := JSON(&out, sample(f)); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(out.String()), " ")
	if want := `"cross_check": { "status": "could-not-read", "message": "it crashed", "pages": [] }`; !strings.Contains(text, want) {
		t.Errorf("%s is not in\n%s", want, &out)
	}
}
