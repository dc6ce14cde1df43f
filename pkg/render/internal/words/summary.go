package words

import (
	"fmt"
	"strings"

	"github.com/paperfit/paperfit/pkg/report"
)

// SummaryText counts the files by verdict, in plain words.
func SummaryText(s report.Summary) string {
	var parts []string
	for _, c := range VerdictCounts(s) {
		if c.N > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", c.N, c.Verdict))
		}
	}
	return strings.TrimSpace(Plural(s.Files, "file") + ": " + strings.Join(parts, " · "))
}

// verdictCount is how many files have a verdict.
type verdictCount struct {
	Verdict report.Verdict
	N       int
	Words   string // of files
}

// VerdictCounts returns how many files there are of each verdict.
func VerdictCounts(s report.Summary) []verdictCount {
	return []verdictCount{
		{report.Pass, s.Pass, "pass"}, {report.Fail, s.Fail, "fail"},
		{report.Unknown, s.Unknown, "not decided"}, {report.Error, s.Error, "not readable"},
	}
}
