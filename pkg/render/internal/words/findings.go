package words

import (
	"slices"
	"strings"

	"github.com/paperfit/paperfit/pkg/report"
)

// Violation is a rule that is broken, with its places and remedies.
type Violation struct {
	Rule    string
	Status  report.Status
	Series  []Series // of its findings
	Message string   // that the table of rules has no room for
}

// Violations returns the broken rules of a file in the order of its checks. A rule
// without a check of its own follows at the end, so that no finding is lost.
func Violations(f report.File) []Violation {
	var out []Violation
	for _, c := range f.Checks {
		v := Violation{Rule: c.Rule, Status: c.Status, Series: SeriesOf(FindingsOf(f.Findings, c.Rule), &f)}
		broken := c.Status == report.StatusFail || c.Status == report.StatusWarn
		if broken && RowOf(c).Remark == "" {
			v.Message = c.Message
		}
		if len(v.Series) > 0 || v.Message != "" {
			out = append(out, v)
		}
	}
	for _, finding := range f.Findings {
		if !slices.ContainsFunc(out, func(v Violation) bool { return v.Rule == finding.Rule }) {
			out = append(out, Violation{Rule: finding.Rule, Status: report.StatusFail, Series: SeriesOf(FindingsOf(f.Findings, finding.Rule), &f)})
		}
	}
	return out
}

// FindingsOf returns the findings of a rule.
func FindingsOf(findings []report.Finding, rule string) []report.Finding {
	var out []report.Finding
	for _, finding := range findings {
		if finding.Rule == rule {
			out = append(out, finding)
		}
	}
	return out
}

// RemediesOf returns the lines of the hints of all findings, each once.
func RemediesOf(all []Series) []string {
	var findings []report.Finding
	for _, s := range all {
		findings = append(findings, s.Findings...)
	}
	return Remedies(findings)
}

// Remedies returns the lines of the findings' hints, each once.
func Remedies(findings []report.Finding) []string {
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
