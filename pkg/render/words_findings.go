package render

import (
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/report"
)

// group is a rule that is broken, with its places and remedies.
type group struct {
	rule    string
	status  report.Status
	series  []series // of its findings
	message string   // that the table of rules has no room for
}

// groups returns the broken rules of a file in the order of its checks. A rule
// without a check of its own follows at the end, so that no finding is lost.
func groups(f report.File) []group {
	var out []group
	for _, c := range f.Checks {
		g := group{rule: c.Rule, status: c.Status, series: seriesOf(findingsOf(f.Findings, c.Rule), &f)}
		broken := c.Status == report.StatusFail || c.Status == report.StatusWarn
		if broken && checkRow(c).remark == "" {
			g.message = c.Message
		}
		if len(g.series) > 0 || g.message != "" {
			out = append(out, g)
		}
	}
	for _, finding := range f.Findings {
		if !slices.ContainsFunc(out, func(g group) bool { return g.rule == finding.Rule }) {
			out = append(out, group{rule: finding.Rule, status: report.StatusFail, series: seriesOf(findingsOf(f.Findings, finding.Rule), &f)})
		}
	}
	return out
}

func findingsOf(findings []report.Finding, rule string) []report.Finding {
	var out []report.Finding
	for _, finding := range findings {
		if finding.Rule == rule {
			out = append(out, finding)
		}
	}
	return out
}

// remediesOf returns the lines of the hints of all findings, each once.
func remediesOf(all []series) []string {
	var findings []report.Finding
	for _, s := range all {
		findings = append(findings, s.findings...)
	}
	return remedies(findings)
}

// remedies returns the lines of the findings' hints, each once.
func remedies(findings []report.Finding) []string {
	var out []string
	for _, f := range findings {
		for _, line := range strings.Split(f.Hint, "\n") {
			if line = strings.TrimSpace(line); line != "" && !slices.Contains(out, line) {
				out = append(out, line)
			}
		}
	}
	return out
}
