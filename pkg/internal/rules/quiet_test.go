package rules

import (
	"testing"

	"github.com/paperfit/paperfit/pkg/internal/measure"
	"github.com/paperfit/paperfit/pkg/report"
)

// A rule may ignore the pages that hold nothing but some parts.
func TestQuietParts(t *testing.T) {
	paper := func(shares ...int) *measure.Facts { // the last page is in one column and shows these sections
		f := good()
		withSections("1 Introduction", "References", "A Proofs")(f)
		last := &f.Pages[len(f.Pages)-1]
		last.Columns, last.Shares = 1, nil
		for _, s := range shares {
			last.Shares = append(last.Shares, measure.Share{Section: s, Lines: 20})
		}
		for range 20 {
			last.Lines = append(last.Lines, measure.Line{Running: true, Full: true})
		}
		return f
	}
	for _, c := range []struct {
		name   string
		shares []int
		keys   string
		want   report.Status
	}{
		{"an appendix in one column", []int{2}, "quiet: {columns: appendices}\ncolumns: 2", "pass"},
		{"references before it", []int{1, 2}, "quiet: {columns: [references, appendices]}\ncolumns: 2", "pass"},
		{"text before it", []int{0, 2}, "quiet: {columns: [references, appendices]}\ncolumns: 2", "fail"},
		{"a rule that looks everywhere", []int{2}, "columns: 2", "fail"},
	} {
		if check, _ := asked(t, paper(c.shares...), "columns", c.keys); check.Status != c.want {
			t.Errorf("%s: %s %s, want %s", c.name, check.Status, check.Message, c.want)
		}
	}
}
