package words

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/report"
)

func TestGotShowsTheSideOfTheLimit(t *testing.T) {
	tests := []struct {
		rule      string
		got, want any
		tolerance float64
		text      string
	}{
		{"leading", 9.962640, 10.0, .1, "9.96 pt"},
		{"leading", 9.899964, 10.0, .1, "9.9 pt"}, // four decimals do not show it either
		{"leading", 9.8999, 10.0, .1, "9.8999 pt"},
		{"leading", 9.896, 10.0, .1, "9.896 pt"},
		{"leading", 9.9, 10.0, .1, "9.9 pt"},
		{"leading", 9.997, 10.0, .1, "9.997 pt"},
		{"leading", 10.101, 10.0, .1, "10.1 pt"},
		{"leading", 12.0, 10.0, .1, "12 pt"},
		{"leading", nil, 10.0, .1, ""},
		{"text-block", [2]float64{7.0504, 8.2}, [2]float64{7, 9}, .05, "7.0504 × 8.2 pt"},
		{"text-block", [2]float64{6.9504, 9.001}, [2]float64{7, 9}, .05, "6.95 × 9.001 pt"},
		{"page-size", [2]float64{6.9504, 9.001}, [2]float64{7, 9}, .05, "6.9504 × 9.001 pt"},
		{"any", 2, 2.0, .0, "2 pt"},
		{"any", []string{"Arial", "Times"}, nil, 0, "Arial, Times pt"},
	}
	for _, test := range tests {
		c := report.Check{Rule: test.rule, Got: test.got, Want: test.want, Tolerance: test.tolerance, Unit: "pt"}
		if text := got(c); text != test.text {
			t.Errorf("%s, %v of %v: %q, want %q", test.rule, test.got, test.want, text, test.text)
		}
	}
}

func TestAsked(t *testing.T) {
	tests := []struct {
		check report.Check
		text  string
	}{
		{report.Check{Rule: "text-block", Want: [2]float64{7, 9}, Tolerance: .05, Unit: "in"}, "at most 7 × 9 in (+0.05)"},
		{report.Check{Rule: "leading", Want: 12.0, Tolerance: .1, Unit: "pt"}, "at least 12 pt (−0.1)"},
		{report.Check{Rule: "page-size", Want: [2]float64{8.5, 11}, Tolerance: 2.0 / 72, Unit: "in"}, "8.5 × 11 in (±0.03)"},
		{report.Check{Rule: "page-limit", Want: 1, Unit: "pages"}, "at most 1 page"},
		{report.Check{Rule: "columns", Want: 2}, "2"},
		{report.Check{Rule: "readable"}, ""},
	}
	for _, test := range tests {
		if text := Required(test.check); text != test.text {
			t.Errorf("%s: %q, want %q", test.check.Rule, text, test.text)
		}
	}
}
