package app

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

func TestStatusOf(t *testing.T) {
	for want, summaries := range map[Status][]report.Summary{
		ExitPass:  {{}, {Pass: 2}},
		ExitFail:  {{Fail: 1}, {Fail: 1, Error: 1, Unknown: 1}},
		ExitError: {{Error: 1, Pass: 1}, {Unknown: 1}},
	} {
		for _, s := range summaries {
			if got := statusOf(s); got != want {
				t.Errorf("%+v ends with %d, want %d", s, got, want)
			}
		}
	}
}
