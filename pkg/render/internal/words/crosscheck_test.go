package words

import (
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
		if got := CrossSentence(&test.check); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}
