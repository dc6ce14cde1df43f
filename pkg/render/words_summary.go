package render

import (
	"fmt"
	"strings"

	"github.com/paperfit/paperfit/pkg/report"
)

// summaryText counts the files by verdict, in plain words.
func summaryText(s report.Summary) string {
	var parts []string
	for _, c := range verdictCounts(s) {
		if c.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", c.n, c.verdict))
		}
	}
	return strings.TrimSpace(plural(s.Files, "file") + ": " + strings.Join(parts, " · "))
}

// verdictCount is how many files have a verdict.
type verdictCount struct {
	verdict report.Verdict
	n       int
	words   string // of files
}

// verdictCounts returns how many files there are of each verdict.
func verdictCounts(s report.Summary) []verdictCount {
	return []verdictCount{
		{report.Pass, s.Pass, "pass"}, {report.Fail, s.Fail, "fail"},
		{report.Unknown, s.Unknown, "not decided"}, {report.Error, s.Error, "not readable"},
	}
}
